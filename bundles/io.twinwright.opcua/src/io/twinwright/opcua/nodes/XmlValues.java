package io.twinwright.opcua.nodes;

import java.io.StringWriter;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads values in the XML encoding of the built-in types (OPC 10000-6, 5.3.1). */
final class XmlValues {
	private static final String LIST = "ListOf";

	private final DocumentIds ids;
	private final Structures structures;

	XmlValues(DocumentIds ids, Structures structures) {
		this.ids = ids;
		this.structures = structures;
	}

	/** @return the value of an element that is named after its type: a scalar or an array */
	Object read(Element element) throws UnreadableException {
		String name = element.getLocalName();
		if (!name.startsWith(LIST)) {
			return read(type(name), element);
		}
		OpcUaDataType type = type(name.substring(LIST.length()));
		List<Element> elements = children(element);
		Object array = Array.newInstance(type.getBackingClass(), elements.size());
		for (int i = 0; i < elements.size(); i++) {
			Array.set(array, i, read(type, elements.get(i)));
		}
		return array;
	}

	private static OpcUaDataType type(String name) throws UnreadableException {
		for (OpcUaDataType type : OpcUaDataType.values()) {
			if (type.name().equals(name)) {
				return type;
			}
		}
		throw new UnreadableException("'%s' is no built-in type".formatted(name));
	}

	/** @return the value of an element, whatever its name, as a built-in type */
	Object read(OpcUaDataType type, Element element) throws UnreadableException {
		String text = element.getTextContent().strip();
		try {
			return switch (type) {
				case Boolean -> bool(text);
				case SByte -> Byte.valueOf(text);
				case Byte -> Unsigned.ubyte(Short.parseShort(text));
				case Int16 -> Short.valueOf(text);
				case UInt16 -> Unsigned.ushort(Integer.parseInt(text));
				case Int32 -> Integer.valueOf(text);
				case UInt32 -> Unsigned.uint(Long.parseLong(text));
				case Int64 -> Long.valueOf(text);
				case UInt64 -> Unsigned.ulong(new BigInteger(text));
				case Float -> (float) real(text);
				case Double -> real(text);
				case String -> element.getTextContent();
				case DateTime -> new DateTime(instant(text));
				case Guid -> UUID.fromString(text);
				case ByteString -> ByteString.of(Base64.getMimeDecoder().decode(text));
				case XmlElement -> XmlElement.of(serialized(element));
				case NodeId -> node(element);
				case ExpandedNodeId -> node(element).expanded();
				case StatusCode -> new StatusCode(Long.parseLong(text));
				case QualifiedName -> name(element);
				case LocalizedText -> localized(element);
				case ExtensionObject -> structures.read(element, this, ids);
				case Variant -> variant(element);
				case DataValue, DiagnosticInfo -> throw new UnreadableException("values of the type %s are not read".formatted(type));
			};
		} catch (IllegalArgumentException | DateTimeParseException e) {
			throw new UnreadableException("'%s' is no %s".formatted(text, type));
		}
	}

	private static boolean bool(String text) {
		return switch (text) {
			case "true", "1" -> true;
			case "false", "0" -> false;
			default -> throw new IllegalArgumentException(text);
		};
	}

	private static double real(String text) {
		return switch (text) {
			case "INF" -> Double.POSITIVE_INFINITY;
			case "-INF" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(text);
		};
	}

	private static Instant instant(String text) {
		boolean zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
		return zoned ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
	}

	private NodeId node(Element element) throws UnreadableException {
		Element identifier = child(element, "Identifier");
		String text = identifier == null ? element.getTextContent() : identifier.getTextContent();
		if (text.isBlank()) {
			return NodeId.NULL_VALUE;
		}
		return ids.node(text).orElseThrow(() -> new UnreadableException("'%s' is no NodeId".formatted(text.strip())));
	}

	private QualifiedName name(Element element) throws UnreadableException {
		Element namespace = child(element, "NamespaceIndex");
		Element name = child(element, "Name");
		if (name == null) {
			return QualifiedName.NULL_VALUE;
		}
		return ids.name(namespace == null ? null : namespace.getTextContent().strip(), name.getTextContent())
				.orElseThrow(() -> new UnreadableException(
						"the namespace of the name '%s' is unknown".formatted(name.getTextContent())));
	}

	private static LocalizedText localized(Element element) {
		Element locale = child(element, "Locale");
		Element text = child(element, "Text");
		return new LocalizedText(locale == null ? null : locale.getTextContent(), text == null ? null : text.getTextContent());
	}

	private Variant variant(Element element) throws UnreadableException {
		Element value = child(element, "Value");
		List<Element> inner = value == null ? List.of() : children(value);
		return inner.isEmpty() ? Variant.NULL_VALUE : new Variant(read(inner.getFirst()));
	}

	private static String serialized(Element element) throws UnreadableException {
		List<Element> inner = children(element);
		if (inner.isEmpty()) {
			return element.getTextContent();
		}
		try {
			StringWriter text = new StringWriter();
			var transformer = TransformerFactory.newDefaultInstance().newTransformer();
			transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
			transformer.transform(new DOMSource(inner.getFirst()), new StreamResult(text));
			return text.toString();
		} catch (TransformerException e) {
			throw new UnreadableException("its XML cannot be written");
		}
	}

	static List<Element> children(Element parent) {
		List<Element> children = new ArrayList<>();
		for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element element) {
				children.add(element);
			}
		}
		return children;
	}

	/** @return the inner element of a name, null if there is none, it is nil, or there is no outer one */
	static Element child(Element parent, String name) {
		if (parent == null) {
			return null;
		}
		for (Element element : children(parent)) {
			if (element.getLocalName().equals(name)) {
				String nil = element.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "nil");
				return nil.equals("true") || nil.equals("1") ? null : element;
			}
		}
		return null;
	}
}
