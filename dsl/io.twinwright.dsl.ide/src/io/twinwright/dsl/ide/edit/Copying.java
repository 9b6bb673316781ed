package io.twinwright.dsl.ide.edit;

import io.twinwright.core.topology.Wiring;
import io.twinwright.model.Connection;
import io.twinwright.model.Declaration;
import io.twinwright.model.Element;
import io.twinwright.model.End;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The texts of elements, to be inserted elsewhere. */
final class Copying {
	private Copying() {
	}

	/**
	 * @return the texts of elements of the kind of the first one, with the connections between them, in the order of the text; what is in
	 *         another one of them goes with it
	 */
	static String copy(Work work, Collection<String> ids) {
		Set<EObject> chosen = new LinkedHashSet<>();
		Set<Structure> around = new LinkedHashSet<>();
		for (String id : ids.stream().filter(id -> ids.stream().noneMatch(other -> id.startsWith(other + "."))).toList()) {
			try {
				Elements.Found found = work.elements().find(id);
				if (Tie.of(id).isEmpty() && (chosen.isEmpty() || kind(chosen.iterator().next()) == kind(found.element()))) {
					chosen.add(found.element());
					if (found.around() instanceof Structure structure) {
						around.add(structure);
					}
				}
			} catch (Refusal nothingToCopy) {
				// what is only drawn has no text
			}
		}
		around.forEach(structure -> new Wiring(structure).connections().stream().filter(connection -> isWithin(connection.getSource(), chosen)
				&& isWithin(connection.getTarget(), chosen)).forEach(chosen::add));
		chosen.removeIf(element -> element instanceof Connection connection && !(isWithin(connection.getSource(), chosen) && isWithin(connection.getTarget(), chosen)));
		return String.join("\n", chosen.stream().sorted(Comparator.comparing((EObject element) -> element.eResource().getURI().toString())
				.thenComparing(element -> NodeModelUtils.findActualNodeFor(element).getOffset())).map(Copying::text).toList());
	}

	private static Class<?> kind(EObject element) {
		return element instanceof Declaration ? Declaration.class : element instanceof Step ? Step.class : Element.class;
	}

	private static boolean isWithin(End end, Set<EObject> chosen) {
		return chosen.contains(end.getPart() != null ? end.getPart() : end.getPort());
	}

	/** @return the text of an element with its description, as if it stood at the margin */
	static String text(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		String text = node.getRootNode().getText();
		int start = Changes.described(node);
		int line = text.lastIndexOf('\n', start - 1) + 1;
		int at = line;
		while (at < start && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
		String indentation = text.substring(line, at);
		return String.join("\n", text.substring(start, node.getEndOffset()).lines().map(one -> one.startsWith(indentation)
				? one.substring(indentation.length()) : one).toList());
	}
}
