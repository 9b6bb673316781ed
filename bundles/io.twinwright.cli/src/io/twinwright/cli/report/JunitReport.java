package io.twinwright.cli.report;

import io.twinwright.cli.Shown;
import io.twinwright.core.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Findings as JUnit XML: a test case for each file, a failure for each finding. */
public final class JunitReport implements Report {
	@Override
	public void write(List<Diagnostic> findings, List<Path> files, PrintWriter out) {
		Map<String, List<Diagnostic>> cases = new LinkedHashMap<>();
		files.forEach(file -> cases.put(Shown.path(file), new ArrayList<>()));
		findings.forEach(finding -> cases.computeIfAbsent(finding.location() == null ? "project"
				: Shown.path(finding.location().file()), key -> new ArrayList<>()).add(finding));
		try {
			XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
			xml.writeStartDocument("UTF-8", "1.0");
			xml.writeStartElement("testsuites");
			xml.writeStartElement("testsuite");
			xml.writeAttribute("name", "twinwright check");
			xml.writeAttribute("tests", Integer.toString(cases.size()));
			xml.writeAttribute("failures", Long.toString(cases.values().stream().filter(list -> !list.isEmpty()).count()));
			for (Map.Entry<String, List<Diagnostic>> entry : cases.entrySet()) {
				write(xml, entry.getKey(), entry.getValue());
			}
			xml.writeEndDocument();
			xml.flush();
			out.println();
		} catch (XMLStreamException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void write(XMLStreamWriter xml, String file, List<Diagnostic> findings) throws XMLStreamException {
		xml.writeStartElement("testcase");
		xml.writeAttribute("classname", "twinwright");
		xml.writeAttribute("name", file);
		for (Diagnostic finding : findings) {
			xml.writeStartElement("failure");
			xml.writeAttribute("type", finding.code());
			xml.writeAttribute("message", finding.message());
			if (finding.location() != null) {
				xml.writeCharacters("%s:%d:%d: %s %s: %s".formatted(file, finding.location().line(), finding.location().column(),
						finding.severity().name().toLowerCase(Locale.ROOT), finding.code(), finding.message()));
			}
			xml.writeEndElement();
		}
		xml.writeEndElement();
	}
}
