package io.twinwright.importers.opcua;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A value in a node set document (OPC 10000-6, 5.3). */
record XmlValue(Element element) {
	private static final Set<String> SCALARS = Set.of("Boolean", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Float",
			"Double", "String", "DateTime");

	/** @return the value of a node as JAXB gives it, empty if it has none */
	static Optional<XmlValue> of(Object content) {
		return content instanceof Element element ? Optional.of(new XmlValue(element)) : Optional.empty();
	}

	/** @return a single text, number or truth; null for anything else */
	String text() {
		if (SCALARS.contains(element.getLocalName())) {
			return element.getTextContent().strip();
		}
		return "LocalizedText".equals(element.getLocalName()) ? localized(element) : null;
	}

	private static String localized(Element text) {
		return child(text, "Text").map(Node::getTextContent).map(String::strip).orElse("");
	}

	/** @return the texts of a list of localized texts, null where a place has none */
	List<String> texts() {
		return children(element).stream().map(XmlValue::localized).toList();
	}

	/** @return the states of a list of EnumValueType with their numbers */
	Map<String, Integer> states() {
		Map<String, Integer> states = new LinkedHashMap<>();
		for (XmlValue body : bodies()) {
			child(body.element, "DisplayName").map(XmlValue::localized).filter(text -> !text.isEmpty())
					.ifPresent(name -> body.number("Value").ifPresent(number -> states.put(name, number.intValue())));
		}
		return states;
	}

	/** @return the structures in extension objects, in order */
	List<XmlValue> bodies() {
		if (element.getLocalName().startsWith("ListOf")) {
			return children(element).stream().flatMap(item -> new XmlValue(item).body().stream()).toList();
		}
		return body().stream().toList();
	}

	/** @return the structure in an extension object, or the structure that it is */
	Optional<XmlValue> body() {
		if (!"ExtensionObject".equals(element.getLocalName())) {
			return Optional.of(this);
		}
		return child(element, "Body").flatMap(body -> children(body).stream().findFirst()).map(XmlValue::new);
	}

	/** @return a number of a structure, empty if it has none */
	Optional<Double> number(String name) {
		return word(name).flatMap(text -> {
			try {
				return Optional.of(Double.valueOf(text));
			} catch (NumberFormatException e) {
				return Optional.empty();
			}
		});
	}

	/** @return the plain text of a field of a structure, empty if it has none */
	Optional<String> word(String name) {
		return child(element, name).map(Node::getTextContent).map(String::strip).filter(text -> !text.isEmpty());
	}

	/** @return a localized text of a structure, empty if it has none */
	Optional<String> label(String name) {
		return child(element, name).map(XmlValue::localized).filter(text -> !text.isEmpty());
	}

	/** @return the structure that a field of a structure is, empty if it has none */
	Optional<XmlValue> field(String name) {
		return child(element, name).map(XmlValue::new);
	}

	private static Optional<Element> child(Element parent, String name) {
		return children(parent).stream().filter(child -> name.equals(child.getLocalName())).findFirst();
	}

	private static List<Element> children(Element parent) {
		List<Element> children = new ArrayList<>();
		for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element inner) {
				children.add(inner);
			}
		}
		return children;
	}
}
