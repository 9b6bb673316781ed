package io.twinwright.generators;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.rules.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a target finds in the user's model while it maps it, each finding once. */
public final class Findings {
	private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

	/**
	 * @param element the qualified name of the element
	 * @param message whole sentences
	 */
	public void add(Rule rule, String element, String message) {
		diagnostics.add(new Diagnostic(rule.severity(), rule.code(), message, element, null, List.of()));
	}

	/** @return the findings in the order in which they were added */
	public List<Diagnostic> all() {
		return List.copyOf(diagnostics);
	}

	/** @return the value, or nothing where one of the findings is an error */
	public <T> Outcome<T> outcome(T value) {
		boolean refused = diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
		return refused ? new Outcome.Refused<>(all()) : new Outcome.Done<>(value, all());
	}
}
