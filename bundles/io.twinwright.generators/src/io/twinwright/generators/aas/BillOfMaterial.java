package io.twinwright.generators.aas;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.aas.Subject.Kind;
import io.twinwright.model.Asset;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.Entity;
import org.eclipse.digitaltwin.aas4j.v3.model.EntityType;
import org.eclipse.digitaltwin.aas4j.v3.model.Key;
import org.eclipse.digitaltwin.aas4j.v3.model.KeyTypes;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultEntity;

/**
 * The submodel Hierarchical Structures enabling Bills of Material 1.1 (IDTA 02011-1-1-1), archetype {@code OneDown}: an
 * entity for each direct part. A position has a shell and therefore is self-managed: with the asset id of the piece that
 * fills it, else with its own. Where that asset has parts itself, {@code SameAs} leads to the entry node of its submodel.
 * A part of a type has no shell and is co-managed; a repeated one is one entity with its number.
 */
final class BillOfMaterial implements Chapter {
	private static final String IDS = "https://admin-shell.io/idta/HierarchicalStructures/";
	private static final Template TEMPLATE = new Template("bill-of-material", "HierarchicalStructures",
			"https://admin-shell.io/idta/SubmodelTemplate/HierarchicalStructuresBoM/1/1",
			Meaning.ofSubmodel(IDS + "1/1/Submodel"));
	private static final Meaning ENTRY = Meaning.of(IDS + "EntryNode/1/0");
	private static final Meaning NODE = Meaning.of(IDS + "Node/1/0");
	private static final Meaning SAME_AS = Meaning.of(IDS + "SameAs/1/0");
	private static final Meaning HAS_PART = Meaning.of(IDS + "HasPart/1/0");
	private static final Meaning BULK_COUNT = Meaning.of(IDS + "BulkCount/1/0");
	private static final Meaning ARCHETYPE = Meaning.of(IDS + "ArcheType/1/0");
	private static final String ENTRY_NODE = "EntryNode";

	private final Context context;

	BillOfMaterial(Context context) {
		this.context = context;
	}

	@Override
	public Template template() {
		return TEMPLATE;
	}

	@Override
	public List<SubmodelElement> elements(Subject subject) {
		String submodel = TEMPLATE.id(subject.qualifiedName());
		List<SubmodelElement> statements = subject.kind() == Kind.TYPE ? ofType(subject) : ofPositions(subject, submodel);
		if (statements.isEmpty()) {
			return List.of();
		}
		for (SubmodelElement node : List.copyOf(statements)) {
			statements.add(Elements.relationship("HasPart_" + node.getIdShort(), HAS_PART,
					References.submodel(submodel, entry()), References.submodel(submodel, entry(), References.key(KeyTypes.ENTITY, node.getIdShort()))));
		}
		Entity entry = ENTRY.on(new DefaultEntity.Builder().idShort(ENTRY_NODE).entityType(EntityType.SELF_MANAGED_ENTITY)
				.globalAssetId(Identity.globalAssetId(subject)).statements(statements).build());
		entry.setDisplayName(context.texts().name(subject.title(), subject.qualifiedName()));
		return List.of(entry, Elements.string("ArcheType", ARCHETYPE, "OneDown"));
	}

	private static Key entry() {
		return References.key(KeyTypes.ENTITY, ENTRY_NODE);
	}

	private List<SubmodelElement> ofPositions(Subject subject, String submodel) {
		List<Position> parts = subject.parts();
		Map<String, String> idShorts = IdShorts.of(parts.stream().map(Position::name).toList());
		List<SubmodelElement> nodes = new ArrayList<>();
		for (Position part : parts) {
			String idShort = idShorts.get(part.name());
			List<SubmodelElement> statements = new ArrayList<>();
			further(part).ifPresent(asset -> statements.add(Elements.relationship("SameAs", SAME_AS,
					References.submodel(submodel, entry(), References.key(KeyTypes.ENTITY, idShort)),
					References.submodel(TEMPLATE.id(asset), entry()))));
			Entity node = NODE.on(new DefaultEntity.Builder().idShort(idShort).entityType(EntityType.SELF_MANAGED_ENTITY)
					.globalAssetId(part.piece() == null ? Identity.globalAssetId(part) : Identity.globalAssetId(part.piece()))
					.statements(statements).build());
			context.label(node, part.element(), part.name());
			nodes.add(node);
		}
		return nodes;
	}

	/** @return the qualified name of the asset of a part, if that has parts itself: of the piece that fills it, else its own */
	private static Optional<String> further(Position part) {
		Asset piece = part.piece();
		if (piece == null) {
			return part.parts().isEmpty() ? Optional.empty() : Optional.of(part.qualifiedName());
		}
		Subject filling = new Subject(Kind.PIECE, piece, TwinModel.qualifiedName(piece), piece.getType(),
				Members.lineage(piece), part);
		return filling.parts().isEmpty() ? Optional.empty() : Optional.of(filling.qualifiedName());
	}

	private List<SubmodelElement> ofType(Subject subject) {
		List<Part> parts = subject.declaredParts();
		Map<String, String> idShorts = IdShorts.of(parts.stream().map(Part::getName).distinct().toList());
		List<SubmodelElement> nodes = new ArrayList<>();
		for (Part part : parts) {
			List<SubmodelElement> statements = new ArrayList<>();
			Multiplicity numbers = part.getMultiplicity();
			if (numbers != null) {
				statements.add(Elements.property("BulkCount", BULK_COUNT, DataTypeDefXsd.UNSIGNED_LONG,
						Integer.toString(Math.max(0, numbers.getHigh() - numbers.getLow() + 1))));
			}
			Entity node = ofKind(part).on(new DefaultEntity.Builder().idShort(idShorts.get(part.getName()))
					.entityType(EntityType.CO_MANAGED_ENTITY).statements(statements).build());
			context.label(node, part, part.getName());
			nodes.add(node);
		}
		return nodes;
	}

	/** A part of a type is no individual; the type that it asks for stands as a further meaning. */
	private static Meaning ofKind(Part part) {
		return part.getType() == null || part.getType().eIsProxy() ? NODE
				: new Meaning(NODE.semanticId(), List.of(References.external(Identity.globalAssetId(part.getType()))));
	}
}
