package io.twinwright.diagram;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Recipe;
import io.twinwright.model.Site;
import io.twinwright.model.Step;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;

/**
 * Something that was searched and is drawn in a diagram.
 *
 * @param id of the node or port, to be the focus of the view
 * @param label its label, else its name
 * @param kind of the diagram
 * @param subject of the diagram
 */
public record Found(String id, String label, DiagramKind kind, NamedElement subject) {
	static List<Found> search(TwinModel twin, String words, int most) {
		String wanted = words.strip().toLowerCase(Locale.ROOT);
		List<NamedElement> named = new ArrayList<>();
		for (Model file : twin.files()) {
			for (TreeIterator<EObject> all = file.eAllContents(); !wanted.isEmpty() && all.hasNext();) {
				if (all.next() instanceof NamedElement element && element.getName() != null && has(element, wanted)) {
					named.add(element);
				}
			}
		}
		return named.stream().sorted(Comparator.comparing((NamedElement element) -> !element.getName().equalsIgnoreCase(wanted))).map(Found::of)
				.filter(found -> found != null).limit(most).toList();
	}

	private static boolean has(NamedElement element, String wanted) {
		return element.getName().toLowerCase(Locale.ROOT).contains(wanted)
				|| element.getLabel() != null && element.getLabel().toLowerCase(Locale.ROOT).contains(wanted);
	}

	/** @return where an element is drawn, null for nowhere */
	static Found of(NamedElement element) {
		NamedElement around = element.eContainer() instanceof NamedElement braces ? braces : null;
		return switch (element) {
			case Part part when around != null -> in(DiagramKind.LINE, part, around);
			case Port port when around instanceof Part holder && Insides.of(holder, null) != holder -> port(port, holder);
			case Port port when around instanceof Site -> in(DiagramKind.SITE, port, around);
			case Port port when around != null -> in(DiagramKind.LINE, port, around);
			case Bay bay -> in(DiagramKind.SITE, bay, around);
			case Step step -> in(DiagramKind.RECIPE, step, around);
			case Recipe recipe -> in(DiagramKind.RECIPE, recipe, recipe);
			case Site site -> in(DiagramKind.SITE, site, site);
			case Asset asset when Insides.isDrawn(asset) -> in(DiagramKind.LINE, asset, asset);
			case Asset asset -> in(DiagramKind.PARTNERS, asset, asset);
			case Type type -> in(DiagramKind.LINE, type, type);
			default -> null;
		};
	}

	private static Found port(Port port, Part holder) {
		return holder.eContainer() instanceof NamedElement around ? in(DiagramKind.LINE, port, around) : null;
	}

	private static Found in(DiagramKind kind, NamedElement element, NamedElement subject) {
		return Diagrams.isSubject(kind, subject) ? new Found(TwinModel.qualifiedName(element), Facts.title(element), kind, subject) : null;
	}
}
