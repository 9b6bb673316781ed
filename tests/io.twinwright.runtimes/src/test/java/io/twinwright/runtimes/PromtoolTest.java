package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** promtool checks the generated rules of every example and runs their generated tests. */
class PromtoolTest {
	private static final String CONSUMER = "promtool";
	private static final Duration LIMIT = Duration.ofMinutes(3);
	private static final Pattern FOUND = Pattern.compile("SUCCESS: (\\d+) rules? found");

	@TempDir
	private Path folder;

	@TestFactory
	Stream<DynamicTest> acceptsTheRulesAndTestsOfEveryExample() throws IOException {
		String version = version();
		AtomicInteger rules = new AtomicInteger();
		AtomicInteger examples = new AtomicInteger();
		List<DynamicTest> tests = new ArrayList<>();
		for (Path example : Checkout.examples()) {
			tests.add(dynamicTest(example.getFileName().toString(), () -> {
				Path generated = Application.generate("prometheus", example, folder.resolve(example.getFileName()));
				rules.addAndGet(checked(generated));
				Running tested = promtool(generated, "test", "rules", "tests.yml");
				assertEquals(0, tested.code(), tested::toString);
				examples.incrementAndGet();
			}));
		}
		tests.add(dynamicTest("all of them", () -> {
			assertEquals(tests.size() - 1, examples.get());
			Proofs.proven("prometheus", CONSUMER, version,
					"accepts the %d rules of %d examples (`check rules`); their alerts fire beyond the limits and not within (`test rules`)"
							.formatted(rules.get(), examples.get()));
		}));
		return tests.stream();
	}

	@Test
	void refusesABrokenExpression() throws IOException {
		version();
		Path generated = Application.generate("prometheus", Checkout.example("bottling"), folder.resolve("broken"));
		Path rules = generated.resolve("rules.yml");
		Files.writeString(rules, Files.readString(rules).replaceFirst("expr: \"\\(", "expr: \""));
		Running run = promtool(generated, "check", "rules", "rules.yml");
		assertNotEquals(0, run.code(), run::toString);
	}

	@Test
	void theTestsFindAnotherLimit() throws IOException {
		version();
		Path generated = Application.generate("prometheus", Checkout.example("bottling"), folder.resolve("moved"));
		Path rules = generated.resolve("rules.yml");
		String text = Files.readString(rules);
		assertTrue(text.contains(" > 6.5\""), text);
		Files.writeString(rules, text.replace(" > 6.5\"", " > 65\""));
		checked(generated);
		Running run = promtool(generated, "test", "rules", "tests.yml");
		assertNotEquals(0, run.code(), run::toString);
		assertTrue(run.toString().contains("VibrationHigh"), run::toString);
	}

	private static int checked(Path generated) throws IOException {
		Running run = promtool(generated, "check", "rules", "rules.yml");
		assertEquals(0, run.code(), run::toString);
		Matcher found = FOUND.matcher(run.toString());
		assertTrue(found.find(), run::toString);
		return Integer.parseInt(found.group(1));
	}

	private static Running promtool(Path folder, String... arguments) throws IOException {
		return Running.toItsEnd(folder, Stream.concat(Stream.of(CONSUMER), Stream.of(arguments)).toList(), LIMIT);
	}

	/** Skips the tests where promtool is not installed. */
	private static String version() throws IOException {
		return Skipped.unless(CONSUMER, () -> {
			Running run = Consumers.needs(CONSUMER, "--version");
			return run.lines().getFirst().replaceFirst(".*version ([0-9.]+).*", "$1");
		});
	}
}
