package io.twinwright.core.diagnostic;

import java.util.List;

/** What came of a task on the user's model: a value, or the findings for which it was refused. */
public sealed interface Outcome<T> {
	/** @return what was found on the way */
	List<Diagnostic> diagnostics();

	/** The task was done. */
	record Done<T>(T value, List<Diagnostic> diagnostics) implements Outcome<T> {
	}

	/** The task was refused. */
	record Refused<T>(List<Diagnostic> diagnostics) implements Outcome<T> {
	}
}
