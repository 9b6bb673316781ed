package io.twinwright.cli.report;

import io.twinwright.cli.Shown;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Severity;
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

/**
 * Findings as JUnit XML: a test case for each file, a failure for each finding that makes the check fail. Other findings
 * are what the test case has printed.
 */
public final class JunitReport implements Report {
	private final boolean strict;

	/** @param strict whether warnings are failures */
	public JunitReport(boolean strict) {
		this.strict = strict;
	}

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
			xml.writeAttribute("failures", Long.toString(cases.values().stream().filter(list -> list.stream().anyMatch(this::isFailure)).count()));
			xml.writeAttribute("errors", "0");
			xml.writeAttribute("skipped", "0");
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

	private boolean isFailure(Diagnostic finding) {
		return finding.severity() == Severity.ERROR || strict && finding.severity() == Severity.WARNING;
	}

	private void write(XMLStreamWriter xml, String file, List<Diagnostic> findings) throws XMLStreamException {
		xml.writeStartElement("testcase");
		xml.writeAttribute("classname", "twinwright");
		xml.writeAttribute("name", allowed(file));
		for (Diagnostic finding : findings.stream().filter(this::isFailure).toList()) {
			xml.writeStartElement("failure");
			xml.writeAttribute("type", finding.code());
			xml.writeAttribute("message", allowed(finding.message()));
			xml.writeCharacters(allowed(line(file, finding)));
			xml.writeEndElement();
		}
		List<String> others = findings.stream().filter(finding -> !isFailure(finding)).map(finding -> line(file, finding)).toList();
		if (!others.isEmpty()) {
			xml.writeStartElement("system-out");
			xml.writeCharacters(allowed(String.join("\n", others)));
			xml.writeEndElement();
		}
		xml.writeEndElement();
	}

	private static String line(String file, Diagnostic finding) {
		String place = finding.location() == null ? "" : "%s:%d:%d: ".formatted(file, finding.location().line(), finding.location().column());
		return "%s%s %s: %s".formatted(place, finding.severity().name().toLowerCase(Locale.ROOT), finding.code(), finding.message());
	}

	/** Texts quote what stands in broken files; not all of it may stand in XML 1.0 (section 2.2). */
	private static String allowed(String text) {
		StringBuilder allowed = new StringBuilder();
		text.codePoints().forEach(c -> allowed.appendCodePoint(
				c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0xd800 || c > 0xdfff && c < 0xfffe || c > 0xffff ? c : '\ufffd'));
		return allowed.toString();
	}
}
