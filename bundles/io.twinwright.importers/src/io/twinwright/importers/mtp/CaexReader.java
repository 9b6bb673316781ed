package io.twinwright.importers.mtp;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.input.Limits;
import io.twinwright.importers.input.SafeXml;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the instance hierarchies of a CAEX file. The libraries of classes are passed over, for the standard has them. */
final class CaexReader {
	private static final String ROOT = "CAEXFile";

	private final XMLStreamReader xml;
	private final Limits limits;
	private final Consumer<String> writers;
	private final List<CaexElement> hierarchies = new ArrayList<>();
	private final Deque<CaexElement> open = new ArrayDeque<>();
	private int elements;

	private CaexReader(XMLStreamReader xml, Limits limits, Consumer<String> writers) {
		this.xml = xml;
		this.limits = limits;
		this.writers = writers;
	}

	/**
	 * @param writers is told the names of the programs that wrote the file
	 * @return the instance hierarchies
	 */
	static List<CaexElement> read(InputStream stream, Limits limits, Consumer<String> writers) throws ImportFailure {
		try {
			CaexReader reader = new CaexReader(SafeXml.reader(stream, limits), limits, writers);
			reader.file();
			return reader.hierarchies;
		} catch (XMLStreamException e) {
			throw SafeXml.failure(e);
		}
	}

	private void file() throws XMLStreamException, ImportFailure {
		xml.nextTag();
		if (!ROOT.equals(xml.getLocalName())) {
			throw new ImportFailure("The file is XML but no AutomationML: it begins with '%s', not with '%s'."
					.formatted(xml.getLocalName(), ROOT));
		}
		while (xml.hasNext()) {
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
				case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
				default -> {
				}
			}
		}
	}

	private void begin(String tag) throws XMLStreamException, ImportFailure {
		switch (tag) {
			case "InstanceHierarchy" -> push(CaexElement.Kind.HIERARCHY);
			case "InternalElement" -> push(CaexElement.Kind.INTERNAL);
			case "ExternalInterface" -> push(CaexElement.Kind.INTERFACE);
			case "Attribute" -> attribute();
			case "SourceDocumentInformation" -> writers.accept(said("OriginName"));
			case "WriterName" -> writers.accept(xml.getElementText().strip());
			case "Description" -> {
				String text = xml.getElementText();
				if (!open.isEmpty()) {
					open.peek().describe(text);
				}
			}
			default -> {
				if (tag.endsWith("Lib")) {
					skip();
				}
			}
		}
	}

	private void end(String tag) {
		switch (tag) {
			case "InstanceHierarchy", "InternalElement", "ExternalInterface" -> open.pop();
			default -> {
			}
		}
	}

	private void push(CaexElement.Kind kind) throws ImportFailure {
		if (++elements > limits.elements()) {
			throw new ImportFailure("The file has more than %d elements.".formatted(limits.elements()));
		}
		String base = said("RefBaseSystemUnitPath");
		CaexElement element = new CaexElement(kind, said("Name"), said("ID"), base.isEmpty() ? said("RefBaseClassPath") : base);
		if (open.isEmpty()) {
			hierarchies.add(element);
		} else {
			open.peek().children().add(element);
		}
		open.push(element);
	}

	/** An attribute in an attribute is part of what that says; none of those has a meaning here. */
	private void attribute() throws XMLStreamException {
		String name = said("Name");
		String dataType = said("AttributeDataType");
		String value = "";
		String initial = "";
		int depth = 1;
		while (depth > 0) {
			int event = xml.next();
			if (event == XMLStreamConstants.END_ELEMENT) {
				depth--;
			} else if (event == XMLStreamConstants.START_ELEMENT && depth == 1 && "Value".equals(xml.getLocalName())) {
				value = xml.getElementText().strip();
			} else if (event == XMLStreamConstants.START_ELEMENT && depth == 1 && "DefaultValue".equals(xml.getLocalName())) {
				initial = xml.getElementText().strip();
			} else if (event == XMLStreamConstants.START_ELEMENT) {
				depth++;
			}
		}
		if (!open.isEmpty()) {
			open.peek().attributes().putIfAbsent(name, new CaexAttribute(dataType, value, initial));
		}
	}

	private void skip() throws XMLStreamException {
		int depth = 1;
		while (depth > 0) {
			int event = xml.next();
			depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
		}
	}

	private String said(String attribute) {
		String value = xml.getAttributeValue(null, attribute);
		return value == null ? "" : value.strip();
	}
}
