package io.twinwright.generators.mtp;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes the elements of a CAEX document (IEC 62424) in the form of an edition. */
final class Caex {
	private static final String NAMESPACE = "http://www.dke.de/CAEX";
	private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
	/** What XML 1.0 cannot have (2.2, Char). */
	private static final Pattern UNWRITABLE = Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
	private static final String ROLE = "AutomationMLBaseRoleClassLib/AutomationMLBaseRole";

	private final Edition edition;
	private final Document document;

	Caex(Edition edition) {
		this.edition = edition;
		try {
			this.document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException(e);
		}
		document.setXmlStandalone(true);
	}

	Document document() {
		return document;
	}

	Edition edition() {
		return edition;
	}

	/** @return a GUID that is the same for the same texts */
	static String id(String... texts) {
		return UUID.nameUUIDFromBytes(String.join("\n", texts).getBytes(StandardCharsets.UTF_8)).toString();
	}

	/** @return the root, which names the schema */
	Element root(String fileName) {
		Element root = create("CAEXFile");
		root.setAttribute("FileName", fileName);
		root.setAttribute("SchemaVersion", edition.schema());
		root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:xsi", INSTANCE);
		switch (edition) {
			case OF_2022 -> root.setAttributeNS(INSTANCE, "xsi:schemaLocation", NAMESPACE + " CAEX_ClassModel_V.3.0.xsd");
			case OF_2019 -> root.setAttributeNS(INSTANCE, "xsi:noNamespaceSchemaLocation", "CAEX_ClassModel_V2.15.xsd");
		}
		document.appendChild(root);
		return root;
	}

	private Element create(String tag) {
		return document.createElementNS(edition == Edition.OF_2022 ? NAMESPACE : null, tag);
	}

	Element child(Element parent, String tag) {
		Element child = create(tag);
		parent.appendChild(child);
		return child;
	}

	/** A child with nothing but a text. */
	Element text(Element parent, String tag, String text) {
		Element child = child(parent, tag);
		child.setTextContent(UNWRITABLE.matcher(text).replaceAll(""));
		return child;
	}

	Element named(Element parent, String tag, String name) {
		Element child = child(parent, tag);
		child.setAttribute("Name", name);
		return child;
	}

	/** An element of a class of the edition, by the name of the class; attributes come first in it, its role last. */
	Element internal(Element parent, String name, String id, String className, String description) {
		Element child = named(parent, "InternalElement", name);
		child.setAttribute("ID", id);
		child.setAttribute("RefBaseSystemUnitPath", edition.classes().named(className).path());
		if (!description.isEmpty()) {
			text(child, "Description", description);
		}
		return child;
	}

	Element external(Element parent, String name, String id, String className) {
		Element child = named(parent, "ExternalInterface", name);
		child.setAttribute("ID", id);
		child.setAttribute("RefBaseClassPath", edition.classes().named(className).path());
		return child;
	}

	/** A variable of the class of an element with a value that the package gives. */
	void literal(Element element, String className, String variable, String value) {
		ClassTable.Variable known = variable(className, variable);
		attribute(element, variable, known.dataType(), known.type(), "", value);
	}

	/** A variable that is another element of the package, by its id. */
	void link(Element element, String variable, String initial, String id) {
		switch (edition) {
			case OF_2022 -> attribute(element, variable, "xs:string", "MTPATLib/IDReferenceType/IDLinkAttributeType", initial, id);
			case OF_2019 -> attribute(element, variable, "xs:IDREF", "", initial, id);
		}
	}

	private ClassTable.Variable variable(String className, String variable) {
		ClassTable classes = edition.classes();
		return classes.variables(classes.named(className)).stream().filter(each -> each.name().equals(variable)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException(className + "." + variable));
	}

	/** @param type the path of its attribute type, empty for none */
	Element attribute(Element element, String name, String dataType, String type, String initial, String value) {
		Element attribute = named(element, "Attribute", name);
		attribute.setAttribute("AttributeDataType", dataType);
		if (!type.isEmpty()) {
			attribute.setAttribute("RefAttributeType", type);
		}
		if (!initial.isEmpty()) {
			text(attribute, "DefaultValue", initial);
		}
		if (!value.isEmpty()) {
			text(attribute, "Value", value);
		}
		return attribute;
	}

	/** Ends an element with its role. */
	void role(Element element) {
		switch (edition) {
			case OF_2022 -> child(element, "RoleRequirements").setAttribute("RefBaseRoleClassPath", ROLE);
			case OF_2019 -> child(element, "SupportedRoleClass").setAttribute("RefRoleClassPath", ROLE);
		}
	}
}
