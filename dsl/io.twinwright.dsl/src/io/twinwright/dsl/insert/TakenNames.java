package io.twinwright.dsl.insert;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Declaration;
import io.twinwright.model.Element;
import io.twinwright.model.Import;
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

	/** @return what is declared in the namespace of a file, and what would mean something new there under the same name */
	public static Set<String> beside(Model file, TwinModel twin) {
		Set<String> names = new HashSet<>();
		twin.files().stream().filter(other -> Objects.equals(other.getNamespace(), file.getNamespace()))
				.flatMap(other -> other.getElements().stream()).filter(Declaration.class::isInstance)
				.forEach(declaration -> names.add(((NamedElement) declaration).getName()));
		twin.files().stream().filter(other -> sees(other, file.getNamespace())).forEach(other -> EcoreUtil.<EObject>getAllProperContents(other, false)
				.forEachRemaining(element -> element.eCrossReferences().stream().filter(Declaration.class::isInstance)
						.forEach(declaration -> names.add(((NamedElement) declaration).getName()))));
		return names;
	}

	private static boolean sees(Model file, String namespace) {
		return Objects.equals(file.getNamespace(), namespace) || file.getElements().stream().anyMatch(element -> element instanceof Import imported
				&& (namespace + ".*").equals(imported.getImportedNamespace()));
	}

	/**
	 * @param positions where the braces are part of a plant, as far as what else is there matters
	 * @return what is declared in braces, above and below them, and what is used there
	 */
	public static Set<String> in(Structure braces, List<Model> files, Collection<Position> positions) {
		Set<String> names = new HashSet<>();
		Members.lineage(braces).forEach(structure -> addNames(structure, names));
		files.forEach(file -> EcoreUtil.<EObject>getAllProperContents(file, false).forEachRemaining(element -> {
			if (element instanceof Structure structure && Members.lineage(structure).contains(braces)) {
				addNames(structure, names);
				addUsed(structure, names);
			}
		}));
		positions.forEach(position -> position.layers().forEach(layer -> addNames(layer, names)));
		return names;
	}

	private static void addUsed(Structure structure, Set<String> names) {
		EcoreUtil.<EObject>getAllProperContents(structure, false).forEachRemaining(element -> {
			if (element instanceof Segment segment && segment.getTarget() != null) {
				names.add(segment.getTarget().getName());
			}
		});
	}

	private static void addNames(Structure structure, Set<String> names) {
		for (Element element : structure.getElements()) {
			if (element instanceof NamedElement named && named.getName() != null) {
				names.add(named.getName());
			}
		}
	}
}
