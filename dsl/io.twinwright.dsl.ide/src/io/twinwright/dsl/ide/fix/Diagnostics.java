package io.twinwright.dsl.ide.fix;

import io.twinwright.core.rules.Rule;
import io.twinwright.dsl.ide.text.Places;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/** Tells findings in the words of the protocol. */
public final class Diagnostics {
	/** Who says it. */
	public static final String SOURCE = "twinwright";

	private Diagnostics() {
	}

	/** @return the findings of a file in the order of the text */
	public static List<Diagnostic> of(XtextResource file, List<Issue> issues) {
		return issues.stream().filter(issue -> issue.getSeverity() != org.eclipse.xtext.diagnostics.Severity.IGNORE)
				.sorted((one, other) -> Integer.compare(offset(one), offset(other))).map(issue -> of(file, issue)).toList();
	}

	/** @return one finding */
	public static Diagnostic of(XtextResource file, Issue issue) {
		Diagnostic diagnostic = new Diagnostic(range(file, issue), issue.getMessage(), severity(issue), SOURCE);
		diagnostic.setCode(code(issue));
		return diagnostic;
	}

	private static Range range(XtextResource file, Issue issue) {
		return Places.range(file, offset(issue), issue.getLength() == null ? 0 : issue.getLength());
	}

	private static int offset(Issue issue) {
		return issue.getOffset() == null ? 0 : issue.getOffset();
	}

	/** What is not found by a rule of ours is found by the parser. */
	private static String code(Issue issue) {
		return issue.getCode() != null && Rule.of(issue.getCode()).isPresent() ? issue.getCode() : Rule.SYNTAX.code();
	}

	private static DiagnosticSeverity severity(Issue issue) {
		return switch (issue.getSeverity()) {
			case ERROR -> DiagnosticSeverity.Error;
			case WARNING -> DiagnosticSeverity.Warning;
			default -> DiagnosticSeverity.Information;
		};
	}
}
