package io.twinwright.generators.aas;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.aas.Subject.Kind;
import io.twinwright.model.Asset;
import io.twinwright.model.Model;
import io.twinwright.model.Structure;
import io.twinwright.model.TwinFactory;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Finds what a project has shells for: its types and those of the library that it uses, its pieces, and the positions
 * below its root assets, each kind in the order of the text.
 */
final class Subjects {
	private final TwinModel twin;

	Subjects(TwinModel twin) {
		this.twin = twin;
	}

	List<Subject> all() {
		List<Subject> subjects = new ArrayList<>();
		List<Asset> assets = twin.all(Asset.class).stream().filter(asset -> asset.getName() != null).toList();
		List<Position> positions = twin.roots().stream().flatMap(root -> root.all().stream())
				.filter(position -> position.parent() != null).toList();
		types(assets, positions).forEach(type -> subjects.add(of(type)));
		assets.forEach(asset -> subjects.add(new Subject(Kind.PIECE, asset, TwinModel.qualifiedName(asset),
				known(asset.getType()), Members.lineage(asset), twin.positionOf(asset))));
		positions.forEach(position -> subjects.add(new Subject(Kind.POSITION, position.element(),
				position.qualifiedName(), known(position.type()), position.layers(), position)));
		return subjects;
	}

	/** @return what the shell of a type describes */
	static Subject of(Type type) {
		return new Subject(Kind.TYPE, type, TwinModel.qualifiedName(type), known(type.getBase()), Members.lineage(type), view(type));
	}

	private static Type known(Type type) {
		return type == null || type.eIsProxy() ? null : type;
	}

	private Collection<Type> types(List<Asset> assets, List<Position> positions) {
		Set<Type> types = new LinkedHashSet<>();
		twin.all(Type.class).stream().filter(type -> type.getName() != null).forEach(types::add);
		List.copyOf(types).forEach(type -> addLineage(type, types));
		assets.forEach(asset -> addLineage(asset, types));
		positions.forEach(position -> addLineage(position.type(), types));
		return types;
	}

	private static void addLineage(Structure structure, Set<Type> types) {
		for (Structure layer : Members.lineage(structure)) {
			if (layer instanceof Type type && type.getName() != null) {
				types.add(type);
			}
		}
	}

	/** A type has signals and parts as any piece of it has them; the piece made for this belongs to no project. */
	private static Position view(Type type) {
		Asset specimen = TwinFactory.eINSTANCE.createAsset();
		specimen.setName(type.getName());
		specimen.setType(type);
		Model file = TwinFactory.eINSTANCE.createModel();
		EObject around = EcoreUtil.getRootContainer(type);
		file.setNamespace(around instanceof Model model ? model.getNamespace() : null);
		file.getElements().add(specimen);
		return new TwinModel(List.of(file)).positionOf(specimen);
	}
}
