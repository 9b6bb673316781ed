package io.twinwright.runtimes;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.opentest4j.TestAbortedException;

/** Which consumers are not installed, so that their lines in README can neither be proven nor refuted in this run. */
final class Skipped {
	private static final Set<String> CONSUMERS = new TreeSet<>();

	private Skipped() {
	}

	/** Something that is there only where a consumer is installed. */
	@FunctionalInterface
	interface Installed<T> {
		T get() throws IOException;
	}

	/**
	 * @param consumer its name in README
	 * @return what an installed consumer has; the test is skipped where it is not installed
	 */
	static synchronized <T> T unless(String consumer, Installed<T> installed) throws IOException {
		try {
			return installed.get();
		} catch (TestAbortedException e) {
			CONSUMERS.add(consumer);
			throw e;
		}
	}

	static synchronized Set<String> consumers() {
		return Set.copyOf(CONSUMERS);
	}
}
