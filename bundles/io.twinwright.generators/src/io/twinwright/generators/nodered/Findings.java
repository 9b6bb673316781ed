package io.twinwright.generators.nodered;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the flow leaves out or does not check, each finding once. */
final class Findings {
	private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

	/**
	 * @param element the qualified name of the element
	 * @param message whole sentences
	 */
	void add(String element, String message) {
		diagnostics.add(new Diagnostic(Rule.NO_NODE.severity(), Rule.NO_NODE.code(), message, element, null, List.of()));
	}

	List<Diagnostic> all() {
		return List.copyOf(diagnostics);
	}
}
