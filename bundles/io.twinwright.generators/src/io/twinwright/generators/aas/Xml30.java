package io.twinwright.generators.aas;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamWriter2;
import org.codehaus.stax2.util.StreamWriter2Delegate;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.xml.XmlSerializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/**
 * The XML of AAS4J in the namespace of metamodel 3.0. The library knows that of 3.1 only, which programs for 3.0 refuse;
 * what the two have in common is written alike.
 */
final class Xml30 extends XmlSerializer {
	private static final String V3_0 = "https://admin-shell.io/aas/3/0";
	private static final String V3_1 = "https://admin-shell.io/aas/3/1";

	Xml30() {
		super(new Factory(), null);
	}

	/** Writes as it goes; the library would hold all of the text. */
	@Override
	public void write(OutputStream out, Environment environment) throws IOException {
		mapper.writeValue(out, environment);
	}

	private static final class Factory extends XmlFactory {
		private static final long serialVersionUID = 1L;

		@Override
		protected XMLStreamWriter _createXmlWriter(IOContext context, OutputStream out) throws IOException {
			return new Renamed((XMLStreamWriter2) super._createXmlWriter(context, out));
		}
	}

	/** Writes one namespace in the place of another. */
	private static final class Renamed extends StreamWriter2Delegate {
		Renamed(XMLStreamWriter2 writer) {
			super(writer);
			setParent(writer);
		}

		private static String renamed(String text) {
			return text == null ? null : text.replace(V3_1, V3_0);
		}

		@Override
		public void setPrefix(String prefix, String namespace) throws XMLStreamException {
			super.setPrefix(prefix, renamed(namespace));
		}

		@Override
		public void writeNamespace(String prefix, String namespace) throws XMLStreamException {
			super.writeNamespace(prefix, renamed(namespace));
		}

		@Override
		public void writeStartElement(String namespace, String name) throws XMLStreamException {
			super.writeStartElement(renamed(namespace), name);
		}

		@Override
		public void writeEmptyElement(String namespace, String name) throws XMLStreamException {
			super.writeEmptyElement(renamed(namespace), name);
		}

		/** All attributes are those of the root, of which one says where the schema is. */
		@Override
		public void writeAttribute(String name, String value) throws XMLStreamException {
			super.writeAttribute(name, renamed(value));
		}
	}
}
