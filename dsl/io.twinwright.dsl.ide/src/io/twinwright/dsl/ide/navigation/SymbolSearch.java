package io.twinwright.dsl.ide.navigation;

import com.google.inject.Inject;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.text.Places;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;

/** Finds named elements in all files by some letters of their names. */
public final class SymbolSearch {
	private static final int MOST = 1000;

	@Inject
	private ILocationInFileProvider locations;
	@Inject
	private OperationCanceledManager cancellation;
	@Inject
	private Places places;

	private record Found(NamedElement element, String qualified, int rank) {
	}

	/**
	 * @param query letters that occur in this order in the name, or in the qualified name if the query has a dot, in any
	 *        case; empty finds everything
	 * @return at most a thousand, names that begin with the query before those that contain it and others
	 */
	public List<WorkspaceSymbol> find(String query, List<XtextResource> files, CancelIndicator cancel) {
		List<Found> found = new ArrayList<>();
		for (XtextResource file : files) {
			TreeIterator<EObject> contents = EcoreUtil.getAllProperContents(file, false);
			while (contents.hasNext()) {
				cancellation.checkCanceled(cancel);
				if (contents.next() instanceof NamedElement element && element.getName() != null && !(element instanceof Parameter)) {
					String qualified = TwinModel.qualifiedName(element);
					int rank = rank(query, query.contains(".") ? qualified : element.getName());
					if (rank >= 0) {
						found.add(new Found(element, qualified, rank));
					}
				}
			}
		}
		found.sort(Comparator.comparingInt(Found::rank).thenComparing(Found::qualified));
		return found.stream().limit(MOST).map(this::symbol).toList();
	}

	/** @return 0 for the same, 1 for a beginning, 2 for a part, 3 for scattered letters, -1 for none of them */
	private static int rank(String query, String name) {
		String wanted = query.toLowerCase(Locale.ROOT);
		String given = name.toLowerCase(Locale.ROOT);
		int at = given.indexOf(wanted);
		if (at >= 0) {
			return wanted.equals(given) ? 0 : at == 0 ? 1 : 2;
		}
		int next = 0;
		for (int i = 0; i < given.length() && next < wanted.length(); i++) {
			if (given.charAt(i) == wanted.charAt(next)) {
				next++;
			}
		}
		return next == wanted.length() ? 3 : -1;
	}

	private WorkspaceSymbol symbol(Found found) {
		SymbolKind kind = Kinds.symbol(found.element());
		XtextResource file = (XtextResource) found.element().eResource();
		int dot = found.qualified().lastIndexOf('.');
		return new WorkspaceSymbol(found.element().getName(), kind == null ? SymbolKind.Object : kind,
				Either.forLeft(places.location(file, locations.getSignificantTextRegion(found.element()))),
				dot < 0 ? null : found.qualified().substring(0, dot));
	}
}
