package io.twinwright.dsl.insert;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Declaration;
import io.twinwright.model.Element;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Segment;
import io.twinwright.model.Structure;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The names that something new cannot have where it stands. */
public final class TakenNames {
	private TakenNames() {
	}

	/** @return what is declared in the namespace of a file */
	public static Set<String> beside(Model file, TwinModel twin) {
		Set<String> names = new HashSet<>();
		twin.files().stream().filter(other -> Objects.equals(other.getNamespace(), file.getNamespace()))
				.flatMap(other -> other.getElements().stream()).filter(Declaration.class::isInstance)
				.forEach(declaration -> names.add(((NamedElement) declaration).getName()));
		return names;
	}

	/**
	 * @param positions where the braces are part of a plant, as far as what else is there matters
	 * @return what is declared in braces, above and below them, and what is used in them
	 */
	public static Set<String> in(Structure braces, List<Model> files, Collection<Position> positions) {
		Set<String> names = new HashSet<>();
		Members.lineage(braces).forEach(structure -> addNames(structure, names));
		files.forEach(file -> EcoreUtil.<EObject>getAllProperContents(file, false).forEachRemaining(element -> {
			if (element instanceof Structure structure && Members.lineage(structure).contains(braces)) {
				addNames(structure, names);
			}
		}));
		positions.forEach(position -> position.layers().forEach(layer -> addNames(layer, names)));
		EcoreUtil.<EObject>getAllProperContents(braces, false).forEachRemaining(element -> {
			if (element instanceof Segment segment && segment.getTarget() != null) {
				names.add(segment.getTarget().getName());
			}
		});
		return names;
	}

	private static void addNames(Structure structure, Set<String> names) {
		for (Element element : structure.getElements()) {
			if (element instanceof NamedElement named && named.getName() != null) {
				names.add(named.getName());
			}
		}
	}
}
