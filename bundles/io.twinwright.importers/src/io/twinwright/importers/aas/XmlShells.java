package io.twinwright.importers.aas;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.input.Limits;
import io.twinwright.importers.input.SafeXml;
import io.twinwright.importers.input.Texts;
import java.io.ByteArrayInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.DeserializationException;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.xml.XmlDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/** Reads shells in XML. What is new in 3.1 has names of its own, so that a file of 3.0 is read as one of 3.1. */
final class XmlShells {
	private static final String V3_0 = "https://admin-shell.io/aas/3/0";
	private static final String V3_1 = "https://admin-shell.io/aas/3/1";
	private static final Pattern VERSION = Pattern.compile("admin-shell\\.io/aas/(\\d+)/(\\d+)");
	private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml.*?\\?>", Pattern.DOTALL);

	private final Limits limits;

	XmlShells(Limits limits) {
		this.limits = limits;
	}

	Environment read(byte[] bytes) throws ImportFailure {
		String namespace = check(bytes);
		Matcher version = VERSION.matcher(namespace);
		if (!version.find()) {
			throw new ImportFailure("The XML has no Asset Administration Shells: its namespace is '%s'.".formatted(namespace));
		}
		if (!namespace.equals(V3_0) && !namespace.equals(V3_1)) {
			throw JsonShells.otherVersion(version.group(1) + "." + version.group(2));
		}
		try {
			String text = DECLARATION.matcher(Texts.decode(bytes)).replaceFirst("");
			return new XmlDeserializer().read(namespace.equals(V3_0) ? text.replace(V3_0, V3_1) : text);
		} catch (DeserializationException | RuntimeException e) {
			throw new ImportFailure("The XML is no Asset Administration Shell that can be read: %s".formatted(JsonShells.reason(e)), e);
		}
	}

	/** @return the namespace of the root, after all of the XML was found to be harmless */
	private String check(byte[] bytes) throws ImportFailure {
		try {
			XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(bytes), limits);
			xml.nextTag();
			String namespace = xml.getNamespaceURI();
			int elements = 0;
			while (xml.hasNext()) {
				elements += xml.next() == XMLStreamReader.START_ELEMENT ? 1 : 0;
				if (elements > limits.elements()) {
					throw new ImportFailure("The file has more than %d elements.".formatted(limits.elements()));
				}
			}
			return namespace == null ? "" : namespace;
		} catch (XMLStreamException e) {
			throw SafeXml.failure(e);
		}
	}
}
