package io.twinwright.opcua.nodes;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.core.typetree.DataTypeTree;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.encoding.binary.OpcUaBinaryEncoder;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.StructureType;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureDefinition;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureField;
import org.w3c.dom.Element;

/**
 * Turns structures in the XML encoding (OPC 10000-6, 5.3.6) into the binary one (5.2.6 to 5.2.8), by the definitions of
 * the data types in the address space; so structures that this program has never heard of are read too.
 */
final class Structures {
	private final OpcUaServer server;
	private final DataTypeTree types;
	/** The standard data types by their XML encodings, whose nodes the server has not. */
	private final Map<NodeId, NodeId> known = new HashMap<>();

	/** @param server has all data types with their encodings by now */
	Structures(OpcUaServer server) {
		this.server = server;
		this.types = server.updateDataTypeTree();
		types.getTreeNode(NodeIds.Structure).traverse(type -> {
			NodeId encoding = server.getStaticDataTypeManager().getXmlEncodingId(type.getNodeId());
			if (encoding != null) {
				known.put(encoding, type.getNodeId());
			}
		});
	}

	/** @param element an ExtensionObject with TypeId and Body */
	ExtensionObject read(Element element, XmlValues values, DocumentIds ids) throws UnreadableException {
		Element type = XmlValues.child(element, "TypeId");
		Element body = XmlValues.child(element, "Body");
		if (type == null || body == null || XmlValues.children(body).isEmpty()) {
			return ExtensionObject.of(ByteString.of(new byte[0]), NodeId.NULL_VALUE);
		}
		NodeId id = ids.node(type.getTextContent())
				.orElseThrow(() -> new UnreadableException("'%s' is no NodeId".formatted(type.getTextContent().strip())));
		NodeId dataType = dataType(id);
		Element content = XmlValues.children(body).getFirst();
		if (content.getLocalName().equals("ByteString")) {
			return ExtensionObject.of((ByteString) values.read(OpcUaDataType.ByteString, content), id);
		}
		StructureDefinition definition = definition(dataType);
		NodeId encoding = types.getBinaryEncodingId(dataType);
		if (encoding == null) {
			encoding = definition.getDefaultEncodingId();
		}
		ByteBuf buffer = Unpooled.buffer();
		OpcUaBinaryEncoder encoder = new OpcUaBinaryEncoder(server.getStaticEncodingContext()).setBuffer(buffer);
		write(definition, content, encoder, values);
		byte[] bytes = new byte[buffer.readableBytes()];
		buffer.readBytes(bytes);
		return ExtensionObject.of(ByteString.of(bytes), encoding);
	}

	/** @return the data type of an encoding, or the data type itself */
	private NodeId dataType(NodeId id) throws UnreadableException {
		if (types.getDataType(id) != null) {
			return id;
		}
		if (known.containsKey(id)) {
			return known.get(id);
		}
		return server.getAddressSpaceManager().getManagedReferences(id).stream()
				.filter(reference -> reference.isInverse() && reference.getReferenceTypeId().equals(NodeIds.HasEncoding))
				.flatMap(reference -> reference.getTargetNodeId().toNodeId(server.getNamespaceTable()).stream()).findFirst()
				.orElseThrow(() -> new UnreadableException("the encoding '%s' is unknown".formatted(id.toParseableString())));
	}

	private StructureDefinition definition(NodeId dataType) throws UnreadableException {
		if (types.getDataType(dataType) != null
				&& types.getDataTypeDefinition(dataType) instanceof StructureDefinition definition) {
			return definition;
		}
		throw new UnreadableException("the data type '%s' has no definition".formatted(dataType.toParseableString()));
	}

	private void write(StructureDefinition definition, Element body, OpcUaBinaryEncoder encoder, XmlValues values)
			throws UnreadableException {
		StructureField[] fields = definition.getFields() == null ? new StructureField[0] : definition.getFields();
		StructureType type = definition.getStructureType();
		if (type == StructureType.Union || type == StructureType.UnionWithSubtypedValues) {
			writeUnion(definition, fields, body, encoder, values);
			return;
		}
		if (type == StructureType.StructureWithOptionalFields) {
			encoder.encodeUInt32(null, Unsigned.uint(mask(fields, body)));
		}
		for (StructureField field : fields) {
			Element element = XmlValues.child(body, field.getName());
			if (element != null || type != StructureType.StructureWithOptionalFields || !field.getIsOptional()) {
				write(definition, field, element, encoder, values);
			}
		}
	}

	/** The bits of the optional fields that are there, counted over the optional fields only (5.2.7). */
	private static int mask(StructureField[] fields, Element body) {
		int mask = 0;
		int bit = 0;
		for (StructureField field : fields) {
			if (field.getIsOptional()) {
				mask |= XmlValues.child(body, field.getName()) == null ? 0 : 1 << bit;
				bit++;
			}
		}
		return mask;
	}

	private void writeUnion(StructureDefinition definition, StructureField[] fields, Element body,
			OpcUaBinaryEncoder encoder, XmlValues values) throws UnreadableException {
		for (int i = 0; i < fields.length; i++) {
			Element element = XmlValues.child(body, fields[i].getName());
			if (element != null) {
				encoder.encodeUInt32(null, Unsigned.uint(i + 1));
				write(definition, fields[i], element, encoder, values);
				return;
			}
		}
		encoder.encodeUInt32(null, Unsigned.uint(0));
	}

	private void write(StructureDefinition definition, StructureField field, Element element, OpcUaBinaryEncoder encoder,
			XmlValues values) throws UnreadableException {
		boolean wrapped = isWrapped(definition, field);
		if (field.getValueRank() < 0) {
			write(field.getDataType(), wrapped, element, encoder, values);
			return;
		}
		if (field.getValueRank() > 1) {
			throw new UnreadableException("the field '%s' is an array of several dimensions".formatted(field.getName()));
		}
		List<Element> elements = element == null ? new ArrayList<>() : XmlValues.children(element);
		encoder.encodeInt32(null, element == null ? -1 : elements.size());
		for (Element one : elements) {
			write(field.getDataType(), wrapped, one, encoder, values);
		}
	}

	/** Where subtypes are allowed, a structure says which it is: it stands in an ExtensionObject. */
	private static boolean isWrapped(StructureDefinition definition, StructureField field) {
		StructureType type = definition.getStructureType();
		return field.getDataType().equals(NodeIds.Structure) || field.getIsOptional()
				&& (type == StructureType.StructureWithSubtypedValues || type == StructureType.UnionWithSubtypedValues);
	}

	private void write(NodeId dataType, boolean wrapped, Element element, OpcUaBinaryEncoder encoder, XmlValues values)
			throws UnreadableException {
		if (types.getDataType(dataType) == null) {
			throw new UnreadableException("the data type '%s' is unknown".formatted(dataType.toParseableString()));
		}
		if (types.isEnumType(dataType)) {
			encoder.encodeInt32(null, element == null ? 0 : state(element.getTextContent().strip()));
		} else if (!wrapped && types.isStructType(dataType)) {
			write(definition(dataType), element, encoder, values);
		} else {
			OpcUaDataType type = types.getBuiltinType(dataType);
			BuiltInWriter.write(type, element == null ? null : values.read(type, element), encoder);
		}
	}

	/** A state is written as its name, an underscore and its number (OPC 10000-6, 5.3.5). */
	private static int state(String text) throws UnreadableException {
		String number = text.substring(text.lastIndexOf('_') + 1);
		if (!number.matches("-?\\d{1,10}")) {
			throw new UnreadableException("'%s' is no state".formatted(text));
		}
		return (int) Long.parseLong(number);
	}
}
