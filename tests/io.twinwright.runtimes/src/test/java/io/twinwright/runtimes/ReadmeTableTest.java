package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The table in README says what this run has proven. With {@code -Druntimes.update=true} it is rewritten; then the test
 * fails, so that the difference is read before it is committed. Lines of consumers that are not installed stay.
 */
@Order(Integer.MAX_VALUE)
class ReadmeTableTest {
	private static final String BEGIN = "<!-- what independent programs have proven: begin -->\n";
	private static final String END = "<!-- what independent programs have proven: end -->\n";
	private static final String HEAD = "| target | consumer | version | what was proven |\n| --- | --- | --- | --- |\n";
	private static final boolean UPDATE = Boolean.getBoolean("runtimes.update");
	private static final String COMMAND = "./twinwright test --with-runtimes -Druntimes.update=true";

	@Test
	void saysWhatWasProven() throws IOException {
		Path page = Checkout.root().resolve("README.md");
		String text = Files.readString(page);
		int begin = text.indexOf(BEGIN);
		int end = text.indexOf(END);
		assertTrue(begin >= 0 && end > begin, "README has no marked place for the table.");
		String before = text.substring(begin + BEGIN.length(), end);
		assertTrue(!Proofs.all().isEmpty() || !before.isEmpty(), "No consumer was installed, and README has no table.");
		String table = table(before.lines().filter(line -> line.startsWith("| `")).toList());
		if (UPDATE) {
			Files.writeString(page, text.substring(0, begin + BEGIN.length()) + table + text.substring(end));
			fail("The table in README is rewritten: %s. Read the difference and run again without -Druntimes.update."
					.formatted(before.equals(table) ? "no change" : "changed"));
		}
		assertEquals(table, before, "The table in README is not what was proven. Where that is intended, run: " + COMMAND);
	}

	private static String table(List<String> before) {
		Set<String> lines = new TreeSet<>();
		Proofs.all().forEach(line -> lines.add(line.text()));
		before.stream().filter(ReadmeTableTest::stays).forEach(lines::add);
		return HEAD + String.join("\n", lines) + "\n";
	}

	/** A part of the suite rewrites its own lines; the whole suite finds those that nothing proves any more. */
	private static boolean stays(String line) {
		if (UPDATE) {
			return Proofs.all().stream().noneMatch(proven -> line.startsWith(proven.start()));
		}
		return Skipped.consumers().stream().anyMatch(consumer -> line.contains("` | " + consumer + " |"));
	}
}
