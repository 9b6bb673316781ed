package io.twinwright.opcua.nodes;

import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.encoding.binary.OpcUaBinaryEncoder;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.DiagnosticInfo;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Writes one value of a built-in type in the binary encoding (OPC 10000-6, 5.2.2). */
final class BuiltInWriter {
	private BuiltInWriter() {
	}

	/** @param value of the class that belongs to the type; null for its default */
	static void write(OpcUaDataType type, Object value, OpcUaBinaryEncoder to) {
		switch (type) {
			case Boolean -> to.encodeBoolean(null, value != null && (Boolean) value);
			case SByte -> to.encodeSByte(null, value == null ? 0 : (Byte) value);
			case Byte -> to.encodeByte(null, value == null ? Unsigned.ubyte(0) : (UByte) value);
			case Int16 -> to.encodeInt16(null, value == null ? 0 : (Short) value);
			case UInt16 -> to.encodeUInt16(null, value == null ? Unsigned.ushort(0) : (UShort) value);
			case Int32 -> to.encodeInt32(null, value == null ? 0 : (Integer) value);
			case UInt32 -> to.encodeUInt32(null, value == null ? Unsigned.uint(0) : (UInteger) value);
			case Int64 -> to.encodeInt64(null, value == null ? 0 : (Long) value);
			case UInt64 -> to.encodeUInt64(null, value == null ? Unsigned.ulong(0) : (ULong) value);
			case Float -> to.encodeFloat(null, value == null ? 0 : (Float) value);
			case Double -> to.encodeDouble(null, value == null ? 0 : (Double) value);
			case String -> to.encodeString(null, (String) value);
			case DateTime -> to.encodeDateTime(null, value == null ? DateTime.NULL_VALUE : (DateTime) value);
			case Guid -> to.encodeGuid(null, value == null ? new UUID(0, 0) : (UUID) value);
			case ByteString -> to.encodeByteString(null, value == null ? ByteString.NULL_VALUE : (ByteString) value);
			case XmlElement -> to.encodeXmlElement(null, value == null ? XmlElement.NULL_VALUE : (XmlElement) value);
			case NodeId -> to.encodeNodeId(null, value == null ? NodeId.NULL_VALUE : (NodeId) value);
			case ExpandedNodeId -> to.encodeExpandedNodeId(null,
					value == null ? ExpandedNodeId.NULL_VALUE : (ExpandedNodeId) value);
			case StatusCode -> to.encodeStatusCode(null, value == null ? StatusCode.GOOD : (StatusCode) value);
			case QualifiedName -> to.encodeQualifiedName(null,
					value == null ? QualifiedName.NULL_VALUE : (QualifiedName) value);
			case LocalizedText -> to.encodeLocalizedText(null,
					value == null ? LocalizedText.NULL_VALUE : (LocalizedText) value);
			case ExtensionObject -> to.encodeExtensionObject(null, value == null
					? ExtensionObject.of(ByteString.of(new byte[0]), NodeId.NULL_VALUE) : (ExtensionObject) value);
			case DataValue -> to.encodeDataValue(null, (DataValue) value);
			case Variant -> to.encodeVariant(null, value == null ? Variant.NULL_VALUE : (Variant) value);
			case DiagnosticInfo -> to.encodeDiagnosticInfo(null, (DiagnosticInfo) value);
		}
	}
}
