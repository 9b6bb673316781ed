package io.twinwright.generators.flink;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found in the user's model while it is mapped, each finding once. */
final class Findings {
	private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

	/**
	 * @param element the qualified name of the element
	 * @param message whole sentences
	 */
	void add(String element, String message) {
		diagnostics.add(new Diagnostic(Rule.NO_STATEMENT.severity(), Rule.NO_STATEMENT.code(), message, element, null, List.of()));
	}

	List<Diagnostic> all() {
		return List.copyOf(diagnostics);
	}
}
