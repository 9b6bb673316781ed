package io.twinwright.generators.opcua.check;

import io.twinwright.generators.opcua.check.Damage.Kind;
import io.twinwright.generators.opcua.check.Graph.Entry;
import io.twinwright.nodeset.xml.DataTypeField;
import io.twinwright.nodeset.xml.UADataType;
import io.twinwright.nodeset.xml.UAVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Checks that a variable has a data type and that its value is one of that type (OPC 10000-6, 5.3). */
final class ValueCheck {
	private static final String ENUMERATION = Graph.UA + ";i=29";
	private static final String STRUCTURE = Graph.UA + ";i=22";
	private static final int BASE_DATA_TYPE = 24;
	private static final int LAST_BUILT_IN = 25;
	private static final List<String> BUILT_IN = List.of("", "Boolean", "SByte", "Byte", "Int16", "UInt16", "Int32",
			"UInt32", "Int64", "UInt64", "Float", "Double", "String", "DateTime", "Guid", "ByteString", "XmlElement", "NodeId",
			"ExpandedNodeId", "StatusCode", "QualifiedName", "LocalizedText", "ExtensionObject", "DataValue");
	private static final Map<String, Integer> BITS = Map.of("SByte", 8, "Int16", 16, "Int32", 32, "Int64", 64, "Byte", -8,
			"UInt16", -16, "UInt32", -32, "UInt64", -64);

	/** Takes what is wrong with a node. */
	interface Report {
		void add(Kind kind, Entry entry, String what);
	}

	private final Graph graph;
	private final Report report;

	ValueCheck(Graph graph, Report report) {
		this.graph = graph;
		this.report = report;
	}

	void check(Entry entry, UAVariable variable) {
		String type = entry.document().key(variable.getDataType());
		if (type == null || !NodeSetCheck.isDataType(graph.get(type))) {
			report.add(Kind.UNKNOWN_DATA_TYPE, entry, "has the data type '%s', which is none.".formatted(variable.getDataType()));
			return;
		}
		if (variable.getValue() == null || !(variable.getValue().getAny() instanceof Element value)) {
			return;
		}
		boolean list = value.getLocalName().startsWith("ListOf");
		if (list && variable.getValueRank() == -1 || !list && variable.getValueRank() >= 1) {
			report.add(Kind.WRONG_VALUE, entry, "has a value of another rank than %d.".formatted(variable.getValueRank()));
			return;
		}
		for (Element element : list ? elements(value) : List.of(value)) {
			String problem = problem(entry, type, element);
			if (problem != null) {
				report.add(Kind.WRONG_VALUE, entry, "has a value that is no '%s': %s."
						.formatted(graph.get(type).node().getBrowseName(), problem));
				return;
			}
		}
	}

	private static List<Element> elements(Element parent) {
		List<Element> elements = new ArrayList<>();
		for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element element) {
				elements.add(element);
			}
		}
		return elements;
	}

	/** @return what is wrong with a value, null if nothing is */
	private String problem(Entry entry, String type, Element value) {
		List<String> lineage = graph.lineage(type);
		if (lineage.contains(ENUMERATION)) {
			return state(type, value);
		}
		if (lineage.contains(STRUCTURE)) {
			return structure(entry, type, value);
		}
		String builtIn = builtIn(lineage);
		if (builtIn == null) {
			return null;
		}
		if (!value.getLocalName().equals(builtIn)) {
			return "it is a " + value.getLocalName();
		}
		return isLexical(builtIn, value.getTextContent()) ? null : "'" + value.getTextContent() + "'";
	}

	/** @return the built-in type a type comes from, null for an abstract one that several come from */
	private static String builtIn(List<String> lineage) {
		for (String type : lineage) {
			String local = type.startsWith(Graph.UA + ";i=") ? type.substring((Graph.UA + ";i=").length()) : "";
			if (local.matches("\\d{1,2}") && Integer.parseInt(local) <= LAST_BUILT_IN) {
				int number = Integer.parseInt(local);
				return number >= BASE_DATA_TYPE ? null : BUILT_IN.get(number);
			}
		}
		return null;
	}

	private String state(String type, Element value) {
		if (!value.getLocalName().equals("Int32") || !isLexical("Int32", value.getTextContent())) {
			return "it is a " + value.getLocalName();
		}
		UADataType dataType = (UADataType) graph.get(type).node();
		if (dataType.getDefinition() == null) {
			return null;
		}
		int number = Integer.parseInt(value.getTextContent().strip());
		return dataType.getDefinition().getField().stream().mapToInt(DataTypeField::getValue).anyMatch(one -> one == number)
				? null : number + " is no state of it";
	}

	private String structure(Entry entry, String type, Element value) {
		if (!value.getLocalName().equals("ExtensionObject")) {
			return "it is a " + value.getLocalName();
		}
		List<Element> parts = elements(value);
		String encoding = parts.isEmpty() ? null : entry.document().key(parts.getFirst().getTextContent().strip());
		List<String> encoded = encoding == null ? List.of() : graph.targets(encoding, Graph.HAS_ENCODING, false);
		if (encoded.isEmpty()) {
			return "its encoding is unknown";
		}
		return graph.lineage(encoded.getFirst()).contains(type) ? null
				: "it is a " + graph.get(encoded.getFirst()).node().getBrowseName();
	}

	private static boolean isLexical(String builtIn, String text) {
		try {
			switch (builtIn) {
				case "Boolean" -> {
					return List.of("true", "false", "0", "1").contains(text.strip());
				}
				case "Float", "Double" -> {
					return List.of("INF", "-INF", "NaN").contains(text.strip()) || new BigDecimal(text.strip()).scale() >= -400;
				}
				case "DateTime" -> OffsetDateTime.parse(text.strip());
				default -> {
					return !BITS.containsKey(builtIn) || fits(new BigInteger(text.strip()), BITS.get(builtIn));
				}
			}
			return true;
		} catch (NumberFormatException | DateTimeParseException e) {
			return false;
		}
	}

	/** @param bits the number of bits, negative if it has no sign */
	private static boolean fits(BigInteger number, int bits) {
		return bits < 0 ? number.signum() >= 0 && number.bitLength() <= -bits : number.bitLength() < bits;
	}
}
