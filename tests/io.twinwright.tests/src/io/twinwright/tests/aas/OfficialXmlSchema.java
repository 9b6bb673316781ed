package io.twinwright.tests.aas;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An official XML schema of the Asset Administration Shell. */
final class OfficialXmlSchema {
	private static final int MOST_FAULTS = 10;

	private OfficialXmlSchema() {
	}

	/** @return the first faults, none if the XML is valid */
	static List<String> faults(Path schema, byte[] xml) throws IOException {
		List<String> faults = new ArrayList<>();
		try {
			Validator validator = SchemaFactory.newDefaultInstance().newSchema(schema.toFile()).newValidator();
			validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			validator.setErrorHandler(new ErrorHandler() {
				@Override
				public void warning(SAXParseException fault) {
					add(fault);
				}

				@Override
				public void error(SAXParseException fault) {
					add(fault);
				}

				@Override
				public void fatalError(SAXParseException fault) {
					add(fault);
				}

				private void add(SAXParseException fault) {
					if (faults.size() < MOST_FAULTS) {
						faults.add("%d:%d: %s".formatted(fault.getLineNumber(), fault.getColumnNumber(), fault.getMessage()));
					}
				}
			});
			validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
		} catch (SAXException e) {
			faults.add(e.getMessage());
		}
		return faults;
	}
}
