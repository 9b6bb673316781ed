package io.twinwright.nodeset;

import io.twinwright.nodeset.xml.UANodeSet;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.glassfish.jaxb.runtime.v2.ContextFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Reads, writes and checks OPC UA node set documents (OPC 10000-6, annex F), and gives out the node sets of
 * the OPC Foundation that this bundle ships. All methods may be called from any thread; none closes a stream
 * that it was handed. Documents are never allowed to pull in others: no document types, no external entities.
 */
public final class NodeSets {

	/** The model of the OPC UA base types. */
	public static final String BASE = "http://opcfoundation.org/UA/";
	/** The model of OPC 10000-100, Devices. */
	public static final String DEVICES = "http://opcfoundation.org/UA/DI/";
	/** The model of OPC 40001-1, Machinery. */
	public static final String MACHINERY = "http://opcfoundation.org/UA/Machinery/";
	/** The model of OPC 30050, PackML. */
	public static final String PACKML = "http://opcfoundation.org/UA/PackML/";

	/** The model of OPC 10030, ISA-95. */
	public static final String ISA95 = "http://www.OPCFoundation.org/UA/2013/01/ISA95";

	private static final Map<String, String> SHIPPED = Map.of(
			BASE, "Opc.Ua.NodeSet2.xml",
			DEVICES, "Opc.Ua.Di.NodeSet2.xml",
			MACHINERY, "Opc.Ua.Machinery.NodeSet2.xml",
			PACKML, "Opc.Ua.PackML.NodeSet2.xml",
			ISA95, "Opc.ISA95.NodeSet2.xml");

	private NodeSets() {
	}

	/**
	 * Reads one node set document.
	 *
	 * @throws IOException if the stream breaks or does not hold a well-formed node set; whether a readable one
	 *         also keeps to the schema is what {@link #validate(InputStream)} tells
	 */
	public static UANodeSet read(InputStream document) throws IOException {
		try {
			return read(inputs().createXMLStreamReader(document));
		} catch (XMLStreamException e) {
			throw new IOException("The document is no readable node set: " + reason(e), e);
		}
	}

	/**
	 * Reads one node set document with a reader of the caller's, which may refuse what the caller does not want.
	 *
	 * @throws IOException if the reader fails or does not hold a node set; without a cause where the document is another one
	 */
	public static UANodeSet read(XMLStreamReader reader) throws IOException {
		try {
			var values = new ValueReader(reader);
			var root = Binding.CONTEXT.createUnmarshaller().unmarshal(values);
			if (root instanceof UANodeSet nodeSet) {
				values.giveTo(nodeSet);
				return nodeSet;
			}
			throw new IOException("The document is no node set, its root is a %s.".formatted(root.getClass().getSimpleName()));
		} catch (JAXBException e) {
			throw new IOException("The document is no readable node set: " + reason(e), e);
		}
	}

	/**
	 * Writes a node set in UTF-8, indented, with line feeds as line ends and a final one. Equal node sets give
	 * identical bytes.
	 *
	 * @throws IOException if the stream breaks or a mandatory part of the node set is missing
	 */
	public static void write(UANodeSet nodeSet, OutputStream target) throws IOException {
		try {
			var marshaller = Binding.CONTEXT.createMarshaller();
			marshaller.setProperty(Marshaller.JAXB_ENCODING, StandardCharsets.UTF_8.name());
			marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
			marshaller.setProperty("org.glassfish.jaxb.indentString", "  ");
			// The runtime's own declaration says "standalone", which the OPC Foundation's documents do not.
			marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
			target.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".getBytes(StandardCharsets.US_ASCII));
			marshaller.marshal(nodeSet, target);
			target.flush();
		} catch (JAXBException e) {
			throw new IOException("The node set could not be written: " + reason(e), e);
		}
	}

	/**
	 * Checks a document against the official schema UANodeSet.xsd.
	 *
	 * @return what is wrong, in the order of the document, each with its line; empty for a valid document
	 * @throws IOException if the stream breaks
	 */
	public static List<String> validate(InputStream document) throws IOException {
		var findings = new ArrayList<String>();
		try {
			var validator = Grammar.SCHEMA.newValidator();
			validator.setErrorHandler(new Findings(findings));
			validator.validate(new SAXSource(reader(), new InputSource(document)));
		} catch (SAXParseException e) {
			findings.add(Findings.text(e));
		} catch (SAXException e) {
			findings.add(e.getMessage());
		}
		return List.copyOf(findings);
	}

	/** The URIs of the models that {@link #open(String)} knows. */
	public static Set<String> shipped() {
		return SHIPPED.keySet();
	}

	/** Opens the shipped node set of a model; empty if this bundle has none for the URI. The caller closes it. */
	public static Optional<InputStream> open(String modelUri) {
		return Optional.ofNullable(SHIPPED.get(modelUri)).map(NodeSets.class::getResourceAsStream);
	}

	private static XMLInputFactory inputs() {
		var factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	private static XMLReader reader() throws SAXException {
		try {
			var factory = SAXParserFactory.newDefaultNSInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			return factory.newSAXParser().getXMLReader();
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException("The parser of the Java runtime cannot refuse document types.", e);
		}
	}

	private static String reason(Throwable failure) {
		Throwable deepest = failure;
		while (deepest.getCause() != null) {
			deepest = deepest.getCause();
		}
		return deepest.getMessage();
	}

	/** The classes that XJC made from the schema. Thread-safe and costly, so made once and when first needed. */
	private static final class Binding {
		static final JAXBContext CONTEXT = create();

		private static JAXBContext create() {
			try {
				// Named rather than looked up: a look-up depends on the class loader and finds nothing in OSGi.
				return ContextFactory.createContext(new Class<?>[] {UANodeSet.class}, Map.of());
			} catch (JAXBException e) {
				throw new IllegalStateException("The generated node set classes do not fit together.", e);
			}
		}
	}

	/** The official schema, made once and when first needed. */
	private static final class Grammar {
		static final Schema SCHEMA = create();

		private static Schema create() {
			var factory = SchemaFactory.newDefaultInstance();
			try (var xsd = NodeSets.class.getResourceAsStream("UANodeSet.xsd")) {
				factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
				factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
				return factory.newSchema(new StreamSource(xsd));
			} catch (SAXException e) {
				throw new IllegalStateException("The shipped schema UANodeSet.xsd is not valid.", e);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	/** Collects what a document has wrong; what keeps the parser from going on is thrown to the caller. */
	private record Findings(List<String> messages) implements ErrorHandler {
		static String text(SAXParseException finding) {
			return "line %d: %s".formatted(finding.getLineNumber(), finding.getMessage());
		}

		@Override
		public void warning(SAXParseException finding) {
			messages.add(text(finding));
		}

		@Override
		public void error(SAXParseException finding) {
			messages.add(text(finding));
		}

		@Override
		public void fatalError(SAXParseException finding) throws SAXParseException {
			throw finding;
		}
	}
}
