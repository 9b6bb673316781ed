package io.twinwright.cli.report;

import io.twinwright.cli.Shown;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Diagnostic.Location;
import io.twinwright.core.diagnostic.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings for people: file, place, sentence, and the line with the span marked. */
public final class TextReport implements Report {
	private static final int WIDEST = 140;
	private static final String BYTE_ORDER_MARK = "\ufeff";
	private static final String RESET = "\u001b[0m";

	private final boolean colour;
	private final Map<URI, List<String>> texts = new HashMap<>();

	public TextReport(boolean colour) {
		this.colour = colour;
	}

	@Override
	public void write(List<Diagnostic> findings, List<Path> files, PrintWriter out) {
		findings.forEach(finding -> write(finding, out));
		out.println(summary(findings, files));
	}

	private void write(Diagnostic finding, PrintWriter out) {
		Location at = finding.location();
		String severity = finding.severity().name().toLowerCase(Locale.ROOT);
		String code = paint(finding.severity(), severity + " " + finding.code());
		if (at == null) {
			out.println("%s: %s".formatted(code, Shown.sentence(finding.message())));
			return;
		}
		out.println("%s:%d:%d: %s: %s".formatted(Shown.path(at.file()), at.line(), at.column(), code, Shown.sentence(finding.message())));
		List<String> lines = texts.computeIfAbsent(at.file(), TextReport::lines);
		if (at.line() <= lines.size()) {
			marked(lines.get(at.line() - 1), at, finding.severity(), out);
		}
	}

	private void marked(String line, Location at, Severity severity, PrintWriter out) {
		int start = Math.min(at.column() - 1, line.length());
		int length = Math.max(1, Math.min(at.length(), line.length() - start));
		int from = start > WIDEST * 2 / 3 ? start - WIDEST / 3 : 0;
		int to = Math.min(line.length(), from + WIDEST);
		String cut = (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
		String number = Integer.toString(at.line());
		String before = blank((from > 0 ? "…" : "") + line.substring(from, start));
		String mark = "^".repeat(Math.max(1, Math.min(Shown.width(line.substring(start, Math.min(start + length, to))), WIDEST)));
		out.println(" %s | %s".formatted(number, cut.replace("\t", "    ")));
		out.println(" %s | %s%s".formatted(" ".repeat(number.length()), before, paint(severity, mark)));
	}

	/** Spaces as wide as a text is on a terminal. */
	private static String blank(String text) {
		return " ".repeat(Shown.width(text.replace("\t", "    ")));
	}

	private String paint(Severity severity, String text) {
		if (!colour) {
			return text;
		}
		return switch (severity) {
			case ERROR -> "\u001b[1;31m";
			case WARNING -> "\u001b[1;33m";
			case INFO -> "\u001b[1;36m";
		} + text + RESET;
	}

	private static List<String> lines(URI file) {
		try {
			String text = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
			return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
		} catch (IOException e) {
			// the file went while it was checked; the finding is told without its line
			return List.of();
		}
	}

	private static String summary(List<Diagnostic> findings, List<Path> files) {
		long errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
		long warnings = findings.stream().filter(finding -> finding.severity() == Severity.WARNING).count();
		String in = Shown.count(files.size(), "file");
		return Shown.sentence(errors + warnings == 0 ? in + ", no findings." : "%s, %s, %s.".formatted(in, Shown.count(errors, "error"), Shown.count(warnings, "warning")));
	}
}
