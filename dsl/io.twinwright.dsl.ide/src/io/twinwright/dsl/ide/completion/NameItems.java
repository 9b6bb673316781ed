package io.twinwright.dsl.ide.completion;

import com.google.inject.Inject;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.conversion.TwinValueConverters;
import io.twinwright.dsl.ide.completion.Items.Rank;
import io.twinwright.dsl.ide.hover.Descriptions;
import io.twinwright.dsl.ide.navigation.Details;
import io.twinwright.dsl.ide.navigation.Kinds;
import io.twinwright.dsl.library.Library;
import io.twinwright.model.Declaration;
import io.twinwright.model.End;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Segment;
import io.twinwright.model.TwinPackage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;

/** The names that a reference at the cursor can have. */
final class NameItems {
	private static final TwinPackage TWIN = TwinPackage.eINSTANCE;

	@Inject
	private IScopeProvider scopes;
	@Inject
	private TwinValueConverters converters;
	@Inject
	private Descriptions descriptions;

	/**
	 * @param owner the element that would refer, in a text that is whole there
	 * @param written what is written so far, with the namespaces before it
	 */
	void add(EObject owner, EReference reference, String written, Items items) {
		addScope(owner, reference, written, items);
		if (owner instanceof End end && reference == TWIN.getEnd_Port() && end.getPart() == null) {
			addScope(owner, TWIN.getEnd_Part(), written, items);
		}
		if (owner instanceof Segment segment && Expressions.canCall(segment)) {
			addScope(owner, TWIN.getCall_Function(), written, items);
		}
	}

	private void addScope(EObject owner, EReference reference, String written, Items items) {
		Map<String, NamedElement> own = new LinkedHashMap<>();
		Map<String, NamedElement> library = new TreeMap<>();
		for (IEObjectDescription candidate : scopes.getScope(owner, reference).getAllElements()) {
			if (candidate.getEObjectOrProxy() instanceof NamedElement element && !element.eIsProxy()
					&& NameFit.fits(element, owner, reference)) {
				(rank(element) == Rank.LIBRARY ? library : own).put(candidate.getName().toString(), element);
			}
		}
		own.forEach((name, element) -> add(element, name, written, items));
		library.forEach((name, element) -> add(element, name, written, items));
	}

	private void add(NamedElement element, String visible, String written, Items items) {
		if (Scratch.NAME.equals(element.getName())) {
			return;
		}
		String name = written.contains(".") ? TwinModel.qualifiedName(element) : visible;
		CompletionItem item = items.add(rank(element), name, converters.qualifiedName().toString(name), Kinds.completion(element));
		Items.explain(item, Details.of(element), item == null ? "" : descriptions.brief(element));
	}

	private static Rank rank(NamedElement element) {
		if (Library.contains(EcoreUtil.getURI(element).trimFragment())) {
			return Rank.LIBRARY;
		}
		return element instanceof Declaration ? Rank.PROJECT : Rank.NEAR;
	}
}
