package io.twinwright.generators.aas;

import io.twinwright.generators.Archives;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.aasx.AASXSerializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.aasx.MetamodelContentType;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.SerializationException;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultEnvironment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The AASX package of AAS4J (IDTA 01005), made the same each time. The serializer writes the time of day, random
 * relationship ids, a part with who wrote it when, and calls parts of the package external; here entries are sorted and
 * have one time, ids are numbers, that part is left out, and what is inside counts as inside. The content is JSON, which
 * readers of metamodel 3.0 and 3.1 both take; the XML namespace of one is refused by the other.
 */
final class Repackaging {
	private static final String CONTENT_TYPES = "[Content_Types].xml";
	private static final String RELATIONSHIPS = ".rels";
	private static final String CORE_PROPERTIES = "docProps/core.xml";
	private static final String CONTENT = "aasx/json/content.json";

	private Repackaging() {
	}

	/** Writes the JSON of an environment to a stream and, as the content of a package, to another; leaves both open. */
	static void write(Environment environment, OutputStream json, OutputStream aasx) throws SerializationException, IOException {
		ByteArrayOutputStream original = new ByteArrayOutputStream();
		// the rest of the package does not depend on the environment, which may be large
		new AASXSerializer().write(new DefaultEnvironment(), List.of(), original, MetamodelContentType.JSON);
		Map<String, byte[]> entries = read(original.toByteArray());
		entries.remove(CORE_PROPERTIES);
		ZipOutputStream zip = new ZipOutputStream(aasx);
		for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
			zip.putNextEntry(Archives.entry(entry.getKey()));
			if (entry.getKey().equals(CONTENT)) {
				Serializers.json(environment, json, zip);
			} else if (entry.getKey().endsWith(RELATIONSHIPS) || entry.getKey().equals(CONTENT_TYPES)) {
				zip.write(settled(entry.getValue()));
			} else {
				zip.write(entry.getValue());
			}
			zip.closeEntry();
		}
		zip.finish();
	}

	/** @return the entries, the content types first as readers of streams want them, then by name */
	private static Map<String, byte[]> read(byte[] bytes) throws IOException {
		Map<String, byte[]> entries = new TreeMap<>(
				Comparator.comparing((String name) -> !name.equals(CONTENT_TYPES)).thenComparing(Comparator.naturalOrder()));
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				entries.put(entry.getName(), zip.readAllBytes());
			}
		}
		return entries;
	}

	private static byte[] settled(byte[] xml) throws IOException {
		try {
			Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
					.parse(new ByteArrayInputStream(xml));
			int number = 1;
			for (Element element : children(document.getDocumentElement())) {
				if (element.getAttribute("Target").endsWith(CORE_PROPERTIES)
						|| element.getAttribute("PartName").endsWith(CORE_PROPERTIES)) {
					element.getParentNode().removeChild(element);
				} else if (element.hasAttribute("Id")) {
					element.setAttribute("Id", "rId" + number++);
					element.removeAttribute("TargetMode");
				}
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.setXmlStandalone(true);
			TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
			return bytes.toByteArray();
		} catch (ParserConfigurationException | SAXException | TransformerException e) {
			throw new IOException(e);
		}
	}

	private static List<Element> children(Element parent) {
		List<Element> children = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element) {
				children.add(element);
			}
		}
		return children;
	}
}
