package io.twinwright.runtimes;

import java.util.ArrayList;
import java.util.List;

/** What the tests of this run have proven: the lines of the table in README. */
final class Proofs {
	private static final List<Line> PROVEN = new ArrayList<>();

	/**
	 * What was proven for a target by a consumer.
	 *
	 * @param target the name of the target
	 * @param consumer the program that did its job with the generated files
	 * @param version of the program that ran
	 * @param proven what it did, as a part of a sentence; begins with "only schema-validated" where it did nothing but that
	 */
	record Line(String target, String consumer, String version, String proven) {
		String text() {
			return "| `%s` | %s | %s | %s |".formatted(target, consumer, version, proven);
		}

		/** @return with what the lines of this consumer for this target begin, whatever its version */
		String start() {
			return "| `%s` | %s |".formatted(target, consumer);
		}
	}

	private Proofs() {
	}

	/** Notes what has been proven. Called at the end of a test that has proven it. */
	static synchronized void proven(String target, String consumer, String version, String proven) {
		PROVEN.add(new Line(target, consumer, version, proven));
	}

	/** Notes that nothing but a schema has been asked. */
	static void onlySchemaValidated(String target, String schema, String version, String what) {
		proven(target, schema, version, "only schema-validated: " + what);
	}

	static synchronized List<Line> all() {
		return List.copyOf(PROVEN);
	}
}
