package io.twinwright.generators.aas;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.diagnostic.Severity;
import java.util.ArrayList;
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
	void add(Rule fault, String element, String message) {
		diagnostics.add(new Diagnostic(fault.severity(), fault.code(), message, element, null, List.of()));
	}

	/** @return the value, or nothing where one of the findings is an error */
	<T> Outcome<T> outcome(T value) {
		List<Diagnostic> found = new ArrayList<>(diagnostics);
		boolean refused = found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
		return refused ? new Outcome.Refused<>(found) : new Outcome.Done<>(value, found);
	}
}
