package io.twinwright.importers.input;

import io.twinwright.importers.ImportFailure;
import java.io.InputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.stax.StAXSource;
import org.w3c.dom.Document;

/** Reads XML without document types, so that there are no entities to expand or to fetch, and that is not nested too deeply. */
public final class SafeXml {
	private static final String OWN_DEPTH = "jdk.xml.maxElementDepth";

	private SafeXml() {
	}

	/** @return a reader, for a library that binds XML too; what it refuses is an {@link XMLStreamException} for {@link #failure} */
	public static XMLStreamReader reader(InputStream stream, Limits limits) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		// counted here, the same on each Java
		if (factory.isPropertySupported(OWN_DEPTH)) {
			factory.setProperty(OWN_DEPTH, "0");
		}
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("External entities are not read.");
		});
		return new Bounded(factory.createXMLStreamReader(stream), limits.depth());
	}

	/** @return a document with namespaces */
	public static Document document(InputStream stream, Limits limits) throws ImportFailure {
		try {
			Document document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
			TransformerFactory.newDefaultInstance().newTransformer().transform(new StAXSource(reader(stream, limits)), new DOMResult(document));
			return document;
		} catch (XMLStreamException | TransformerException e) {
			throw failure(e);
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** @return why an import fails where reading XML failed, whoever wrapped the cause */
	public static ImportFailure failure(Exception problem) {
		ImportFailure known = TooLargeException.in(problem);
		if (known != null) {
			return known;
		}
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			if (cause instanceof Refused refused) {
				return new ImportFailure(refused.getMessage(), problem);
			}
			if (cause instanceof XMLStreamException said && said.getLocation() != null && said.getLocation().getLineNumber() > 0) {
				return new ImportFailure("The file is no well-formed XML: line %d, column %d.".formatted(said.getLocation().getLineNumber(),
						said.getLocation().getColumnNumber()), problem);
			}
		}
		return new ImportFailure("The file is no well-formed XML.", problem);
	}

	/** Legal XML that is not read. */
	private static final class Refused extends XMLStreamException {
		private static final long serialVersionUID = 1L;

		Refused(String sentence) {
			super(sentence);
		}
	}

	private static final class Bounded extends StreamReaderDelegate {
		private final int most;
		private int depth;

		Bounded(XMLStreamReader reader, int most) {
			super(reader);
			this.most = most;
		}

		@Override
		public int next() throws XMLStreamException {
			int event = super.next();
			switch (event) {
				case START_ELEMENT -> depth++;
				case END_ELEMENT -> depth--;
				case DTD, ENTITY_REFERENCE -> throw new Refused("The XML has a document type or entities, which are not read. Remove them.");
				default -> {
				}
			}
			if (depth > most) {
				throw new Refused("The XML is nested more than %d deep.".formatted(most));
			}
			return event;
		}

		@Override
		public int nextTag() throws XMLStreamException {
			int event = next();
			while (event == SPACE || event == COMMENT || event == PROCESSING_INSTRUCTION || event == CHARACTERS && isWhiteSpace()) {
				event = next();
			}
			if (event != START_ELEMENT && event != END_ELEMENT) {
				throw new XMLStreamException("An element is expected.", getLocation());
			}
			return event;
		}

		@Override
		public String getElementText() throws XMLStreamException {
			StringBuilder text = new StringBuilder();
			for (int event = next(); event != END_ELEMENT; event = next()) {
				if (event == START_ELEMENT) {
					throw new XMLStreamException("A text is expected.", getLocation());
				}
				if (event == CHARACTERS || event == CDATA || event == SPACE) {
					text.append(getText());
				}
			}
			return text.toString();
		}
	}
}
