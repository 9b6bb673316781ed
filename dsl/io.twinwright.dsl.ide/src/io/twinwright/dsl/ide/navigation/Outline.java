package io.twinwright.dsl.ide.navigation;

import io.twinwright.dsl.ide.text.Headers;
import io.twinwright.dsl.ide.text.Places;
import io.twinwright.model.Binding;
import io.twinwright.model.Connection;
import io.twinwright.model.Identity;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Parameter;
import io.twinwright.model.Provision;
import io.twinwright.model.Refinement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.symbol.HierarchicalDocumentSymbolService;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.ILocationInFileProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;

import com.google.inject.Inject;

/** The elements of a file as they stand in one another. */
public final class Outline extends HierarchicalDocumentSymbolService {
	@Inject
	private ILocationInFileProvider locations;
	@Inject
	private OperationCanceledManager cancellation;

	@Override
	public List<DocumentSymbol> getSymbols(XtextResource file, CancelIndicator cancel) {
		List<DocumentSymbol> symbols = new ArrayList<>();
		file.getContents().forEach(root -> addInside(root, file, symbols, cancel));
		return symbols;
	}

	private void addInside(EObject outer, XtextResource file, List<DocumentSymbol> symbols, CancelIndicator cancel) {
		for (EObject element : outer.eContents()) {
			cancellation.checkCanceled(cancel);
			SymbolKind kind = element instanceof Parameter ? null : Kinds.symbol(element);
			String name = kind == null ? "" : name(element);
			ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
			if (name.isEmpty() || node == null) {
				continue;
			}
			Range full = Places.range(file, node.getTextRegion());
			Range chosen = Places.range(file, locations.getSignificantTextRegion(element));
			List<DocumentSymbol> inner = new ArrayList<>();
			addInside(element, file, inner, cancel);
			symbols.add(new DocumentSymbol(name, kind, full, isInside(chosen, full) ? chosen : full, Details.of(element), inner));
		}
	}

	private static boolean isInside(Range inner, Range outer) {
		return Places.compare(outer.getStart(), inner.getStart()) <= 0 && Places.compare(inner.getEnd(), outer.getEnd()) <= 0;
	}

	private static String name(EObject element) {
		return switch (element) {
			case Connection connection when connection.getName() == null -> Details.ends(connection);
			case NamedElement named -> Headers.name(named);
			case Provision provision -> Headers.name(provision.getCapability());
			case Refinement refinement -> Headers.path(refinement.getTarget());
			case Binding binding -> Headers.path(binding.getTarget());
			case Identity identity -> "identity";
			default -> "";
		};
	}

	/** @return the same for clients that know no nesting */
	@SuppressWarnings("deprecation")
	public static List<Either<SymbolInformation, DocumentSymbol>> flat(List<DocumentSymbol> nested, String uri) {
		List<Either<SymbolInformation, DocumentSymbol>> all = new ArrayList<>();
		addFlat(nested, uri, null, all);
		return all;
	}

	@SuppressWarnings("deprecation")
	private static void addFlat(List<DocumentSymbol> nested, String uri, String container,
			List<Either<SymbolInformation, DocumentSymbol>> all) {
		for (DocumentSymbol symbol : nested) {
			all.add(Either.forLeft(new SymbolInformation(symbol.getName(), symbol.getKind(),
					new Location(uri, symbol.getRange()), container)));
			addFlat(symbol.getChildren(), uri, symbol.getName(), all);
		}
	}
}
