package io.twinwright.generators.opcua;

import io.twinwright.core.address.AnalogItem;
import io.twinwright.core.quantity.Unece;
import io.twinwright.core.quantity.UneceUnit;
import io.twinwright.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Values in the XML encoding (OPC 10000-6, 5.3). Equal values are one element, which nobody changes, because a plant has
 * thousands of equal units and ranges.
 */
final class Values {
	/** The namespace of the built-in types. */
	static final String TYPES = "http://opcfoundation.org/UA/2008/02/Types.xsd";
	/** The namespace of units that are only in UCUM. */
	static final String UCUM = AnalogItem.UCUM;

	private static final Pattern ANNOTATION = Pattern.compile("\\{([^}]*)}");
	private static final String EU_INFORMATION_XML = "i=888";
	private static final String RANGE_XML = "i=885";
	private static final String ENUM_VALUE_XML = "i=7616";
	private static final String CURRENCY_XML = "i=23520";

	private final Document document;
	private final Map<Object, Element> made = new HashMap<>();

	/** The key of a value: its kind and what it is made of. */
	private record Key(String kind, Object content) {
	}

	Values() {
		try {
			document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException("The Java runtime has no XML parser.", e);
		}
	}

	private Element once(String kind, Object content, Supplier<Element> make) {
		return made.computeIfAbsent(new Key(kind, content), key -> make.get());
	}

	private Element element(String name, Object... contents) {
		Element element = document.createElementNS(TYPES, name);
		for (Object content : contents) {
			switch (content) {
				case Element inner -> element.appendChild(inner);
				case Collection<?> all -> all.forEach(inner -> element.appendChild((Element) inner));
				default -> element.appendChild(document.createTextNode(content.toString()));
			}
		}
		return element;
	}

	/** @param type a built-in type without parts: String, Int32, Boolean, DateTime… */
	Element scalar(String type, String text) {
		return once(type, text, () -> element(type, text));
	}

	Element number(String type, BigDecimal number) {
		return scalar(type, plain(number));
	}

	/** @return a number as xs:double and the integers have it, without an exponent and trailing zeros */
	static String plain(BigDecimal number) {
		return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
	}

	Element strings(List<String> texts) {
		return once("ListOfString", texts,
				() -> element("ListOfString", texts.stream().map(text -> element("String", text)).toList()));
	}

	Element text(String text) {
		return once("LocalizedText", text, () -> element("LocalizedText", element("Text", text)));
	}

	Element texts(List<String> texts) {
		return once("ListOfLocalizedText", texts, () -> element("ListOfLocalizedText",
				texts.stream().map(text -> element("LocalizedText", element("Text", text))).toList()));
	}

	/** @param nodes NodeIds in the numbers of the document's namespaces, so the list is not shared between documents */
	Element nodes(List<String> nodes) {
		return element("ListOfNodeId", nodes.stream().map(node -> element("NodeId", element("Identifier", node))).toList());
	}

	Element range(BigDecimal low, BigDecimal high) {
		return once("Range", List.of(plain(low), plain(high)), () -> extension(RANGE_XML,
				element("Range", element("Low", plain(low)), element("High", plain(high)))));
	}

	/** @return the unit by its UNECE code where it has one, else by its UCUM code with UnitId -1 */
	Element unit(Unit unit) {
		return once("EUInformation", unit, () -> Unece.of(unit).map(unece -> unece(unece, unit))
				.orElseGet(() -> unit(UCUM, -1, unit.symbol(), unit.code())));
	}

	/** UNECE has no gauge pressures, standard volumes and the like; what tells them apart stands in the texts. */
	private Element unece(UneceUnit unece, Unit unit) {
		List<String> annotations = ANNOTATION.matcher(unit.code()).results().map(found -> "(" + found.group(1) + ")").toList();
		return annotations.isEmpty() ? unit(Unece.NAMESPACE, unece.unitId(), unece.displayName(), unece.description())
				: unit(Unece.NAMESPACE, unece.unitId(), unit.symbol(),
						unece.description() + " " + String.join(" ", annotations));
	}

	private Element unit(String namespace, int id, String name, String description) {
		return extension(EU_INFORMATION_XML, element("EUInformation", element("NamespaceUri", namespace),
				element("UnitId", id), element("DisplayName", element("Text", name)),
				element("Description", element("Text", description))));
	}

	/** @return the currency as CurrencyUnitType has it (OPC 10000-5, 12.2.12.2) */
	Element currency(Currency currency) {
		return once("CurrencyUnitType", currency, () -> extension(CURRENCY_XML, element("CurrencyUnitType",
				element("NumericCode", currency.getNumericCode()), element("Exponent", currency.getDefaultFractionDigits()),
				element("AlphabeticCode", currency.getCurrencyCode()),
				element("Currency", element("Locale", "en"), element("Text", currency.getDisplayName(Locale.ENGLISH))))));
	}

	/** A state with its number. */
	record State(String text, int number) {
	}

	/** @return an array of EnumValueType */
	Element enumValues(List<State> states) {
		return element("ListOfExtensionObject", states.stream().map(state -> extension(ENUM_VALUE_XML,
				element("EnumValueType", element("Value", state.number()),
						element("DisplayName", element("Text", state.text()))))).toList());
	}

	private Element extension(String encoding, Element body) {
		return element("ExtensionObject", element("TypeId", element("Identifier", encoding)), element("Body", body));
	}
}
