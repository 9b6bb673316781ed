package io.twinwright.tests.mtp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Generated packages, and CAEX documents as DOM. */
final class Caex {
	private Caex() {
	}

	/** @return the documents of the packages of a model, by the names of the packages */
	static Map<String, String> generate(Path output, Path model, String... options) throws IOException {
		List<Object> arguments = new ArrayList<>(List.of("generate", model, "--target", "mtp", "-o", output));
		arguments.addAll(List.of(options));
		Command.run(arguments.toArray()).ends(0);
		Map<String, String> documents = new TreeMap<>();
		if (Files.isDirectory(output.resolve("mtp"))) {
			try (Stream<Path> files = Files.list(output.resolve("mtp"))) {
				for (Path file : files.toList()) {
					documents.put(file.getFileName().toString(), new String(entry(file, "manifest.aml"), StandardCharsets.UTF_8));
				}
			}
		}
		return documents;
	}

	static byte[] entry(Path archive, String name) throws IOException {
		try (ZipFile zip = new ZipFile(archive.toFile())) {
			return zip.getInputStream(zip.getEntry(name)).readAllBytes();
		}
	}

	/** @return the schema of a form; the test is skipped where it is absent */
	static Schema schema(String option) throws SAXException {
		Path file = data().resolve(option.isEmpty() ? "CAEX_ClassModel_V.3.0.xsd" : "CAEX_ClassModel_V2.15.xsd");
		return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file.toFile());
	}

	/** @return the folder with schemas and real packages; the test is skipped where it is absent */
	static Path data() {
		Path data = Checkout.root().resolveSibling("shared/data/mtp");
		assumeTrue(Files.isDirectory(data), "Skipped: the schemas of CAEX are not beside the checkout.");
		return data;
	}

	/** @return what a schema finds in a document, empty if nothing */
	static String fault(Schema schema, String document) throws IOException {
		try {
			schema.newValidator().validate(new StreamSource(new StringReader(document)));
			return "";
		} catch (SAXException e) {
			return e.getMessage();
		}
	}

	static Document parse(byte[] document) throws IOException {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
		} catch (ParserConfigurationException | SAXException e) {
			throw new IOException(e);
		}
	}

	static Document parse(String document) throws IOException {
		return parse(document.getBytes(StandardCharsets.UTF_8));
	}

	/** @return all elements with a tag, in the order of the document */
	static List<Element> all(Document document, String tag) {
		List<Element> all = new ArrayList<>();
		var nodes = document.getElementsByTagNameNS("*", tag);
		for (int i = 0; i < nodes.getLength(); i++) {
			all.add((Element) nodes.item(i));
		}
		return all;
	}

	/** @return the elements directly in another that have a tag */
	static List<Element> children(Element parent, String tag) {
		List<Element> children = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element && element.getLocalName().equals(tag)) {
				children.add(element);
			}
		}
		return children;
	}

	/** @return the element of a name, which there is once */
	static Element named(Document document, String tag, String name, String classEnd) {
		return all(document, tag).stream().filter(element -> element.getAttribute("Name").equals(name)
				&& path(element).endsWith(classEnd)).reduce((one, other) -> {
					throw new AssertionError(name + " is there twice.");
				}).orElseThrow(() -> new AssertionError("There is no " + name + "."));
	}

	/** @return the path of the class of an element, empty for none */
	static String path(Element element) {
		return element.hasAttribute("RefBaseSystemUnitPath") ? element.getAttribute("RefBaseSystemUnitPath") : element.getAttribute("RefBaseClassPath");
	}

	/** @return the values of the attributes of an element by their names, the default after a bar where there is one */
	static Map<String, String> values(Element element) {
		Map<String, String> values = new TreeMap<>();
		for (Element attribute : children(element, "Attribute")) {
			String value = text(attribute, "Value");
			String initial = text(attribute, "DefaultValue");
			values.put(attribute.getAttribute("Name"), initial.isEmpty() ? value : value + "|" + initial);
		}
		return values;
	}

	private static String text(Element element, String tag) {
		return children(element, tag).stream().map(Element::getTextContent).findFirst().orElse("");
	}
}
