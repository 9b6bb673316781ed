package io.twinwright.opcua.nodes;

import io.twinwright.nodeset.xml.DataTypeField;
import io.twinwright.nodeset.xml.Reference;
import io.twinwright.nodeset.xml.UADataType;
import io.twinwright.nodeset.xml.UANode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaDataTypeNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.StructureType;
import org.eclipse.milo.opcua.stack.core.types.structured.DataTypeDefinition;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumDefinition;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumField;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureDefinition;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureField;

/**
 * Makes the definitions of data types. A document gives a structure's own fields only; the attribute has those of the base
 * types before them (OPC 10000-3, 8.48).
 */
final class Definitions {
	private static final String BINARY = "Default Binary";

	/** A data type as a document has it. */
	private record Source(UADataType type, DocumentIds ids) {
	}

	private final OpcUaServer server;
	private final Map<NodeId, Source> sources = new HashMap<>();
	private final Map<NodeId, NodeId> encodings = new HashMap<>();
	private final Map<NodeId, DataTypeDefinition> done = new HashMap<>();

	Definitions(OpcUaServer server) {
		this.server = server;
	}

	/** Notes the data types and their binary encodings, before the first definition is asked for. */
	void note(List<UANode> nodes, DocumentIds ids) {
		for (UANode node : nodes) {
			NodeId id = ids.node(node.getNodeId()).orElse(null);
			if (id != null && node instanceof UADataType type) {
				sources.putIfAbsent(id, new Source(type, ids));
			}
			if (id != null && node.getReferences() != null) {
				node.getReferences().getReference().forEach(reference -> noteEncoding(node, id, reference, ids));
			}
		}
	}

	private void noteEncoding(UANode node, NodeId id, Reference reference, DocumentIds ids) {
		if (node.getBrowseName().equals(BINARY) && !reference.isIsForward()
				&& ids.node(reference.getReferenceType()).filter(NodeIds.HasEncoding::equals).isPresent()) {
			ids.node(reference.getValue()).ifPresent(type -> encodings.put(type, id));
		}
	}

	/** @return the definition, null if the type has none */
	DataTypeDefinition of(NodeId id) {
		if (!done.containsKey(id)) {
			done.put(id, null);
			done.put(id, make(id));
		}
		return done.get(id);
	}

	private DataTypeDefinition make(NodeId id) {
		Source source = sources.get(id);
		if (source == null) {
			return server.getAddressSpaceManager().getManagedNode(id).filter(UaDataTypeNode.class::isInstance)
					.map(node -> ((UaDataTypeNode) node).getDataTypeDefinition()).orElse(null);
		}
		boolean structure = isKindOf(id, NodeIds.Structure);
		if (source.type().getDefinition() == null && !structure) {
			return null;
		}
		return structure ? structure(id, source) : new EnumDefinition(source.type().getDefinition().getField().stream()
				.map(Definitions::state).toArray(EnumField[]::new));
	}

	private static EnumField state(DataTypeField field) {
		LocalizedText display = field.getDisplayName().isEmpty() ? LocalizedText.english(field.getName())
				: Attributes.text(field.getDisplayName());
		return new EnumField((long) field.getValue(), display, Attributes.text(field.getDescription()), field.getName());
	}

	private StructureDefinition structure(NodeId id, Source source) {
		NodeId base = base(id);
		List<StructureField> fields = new ArrayList<>();
		if (base != null && of(base) instanceof StructureDefinition inherited && inherited.getFields() != null) {
			fields.addAll(Arrays.asList(inherited.getFields()));
		}
		var definition = source.type().getDefinition();
		if (definition != null) {
			definition.getField().forEach(field -> fields.add(field(field, source.ids())));
		}
		boolean subtyped = definition != null && definition.getField().stream().anyMatch(DataTypeField::isAllowSubTypes);
		boolean optional = fields.stream().anyMatch(StructureField::getIsOptional);
		StructureType type = definition != null && definition.isIsUnion() || isKindOf(id, NodeIds.Union)
				? subtyped ? StructureType.UnionWithSubtypedValues : StructureType.Union
				: subtyped ? StructureType.StructureWithSubtypedValues
						: optional ? StructureType.StructureWithOptionalFields : StructureType.Structure;
		return new StructureDefinition(encodings.getOrDefault(id, NodeId.NULL_VALUE),
				Objects.requireNonNullElse(base, NodeIds.Structure), type, fields.toArray(StructureField[]::new));
	}

	private static StructureField field(DataTypeField field, DocumentIds ids) {
		return new StructureField(field.getName(), Attributes.text(field.getDescription()),
				ids.node(field.getDataType()).orElse(NodeIds.BaseDataType), field.getValueRank(),
				field.getValueRank() < 1 ? null : Attributes.dimensions(field.getArrayDimensions()),
				Unsigned.uint(field.getMaxStringLength()), field.isIsOptional() || field.isAllowSubTypes());
	}

	private boolean isKindOf(NodeId id, NodeId other) {
		NodeId next = id;
		for (int depth = 0; next != null && depth < 50; depth++) {
			if (next.equals(other)) {
				return true;
			}
			next = base(next);
		}
		return false;
	}

	/** @return the base type, null if none is known */
	private NodeId base(NodeId id) {
		Source source = sources.get(id);
		if (source == null) {
			return server.getAddressSpaceManager().getManagedReferences(id).stream()
					.filter(reference -> reference.isInverse() && reference.getReferenceTypeId().equals(NodeIds.HasSubtype))
					.flatMap(reference -> reference.getTargetNodeId().toNodeId(server.getNamespaceTable()).stream()).findFirst()
					.orElse(null);
		}
		if (source.type().getReferences() == null) {
			return null;
		}
		return source.type().getReferences().getReference().stream().filter(reference -> !reference.isIsForward()
				&& source.ids().node(reference.getReferenceType()).filter(NodeIds.HasSubtype::equals).isPresent())
				.flatMap(reference -> source.ids().node(reference.getValue()).stream()).findFirst().orElse(null);
	}
}
