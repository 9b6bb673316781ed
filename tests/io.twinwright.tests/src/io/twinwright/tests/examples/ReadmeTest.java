package io.twinwright.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the pages promise comes true. */
class ReadmeTest {
	private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\$ )?(?:\\./)?twinwright ([a-z].*)$|`twinwright ([a-z][^`]*)`");
	private static final Pattern MODEL = Pattern.compile("(?s)```twin\n(namespace .*?)```");
	private static final Pattern CHANGE = Pattern.compile("\\| (?:in `[\\w.]+`, (?:the [^`]*?)?)?`([^`…]+)` to `([^`…]+)` \\| ([^|]*) \\|");
	private static final Pattern CODE = Pattern.compile("TW\\d{3}");
	/** Commands that serve or watch until somebody ends them, or that the launcher itself is for. */
	private static final Set<String> LASTING = Set.of("live", "lsp", "demo", "bench", "test", "build");

	@TempDir
	private Path folder;

	@BeforeEach
	void tellWhereTheExamplesAre() {
		System.setProperty("twinwright.examples", Checkout.root().resolve("examples").toString());
	}

	private static List<Path> pages() {
		return Stream.concat(Stream.of(Checkout.root()), Examples.folders().stream()).map(place -> place.resolve("README.md")).toList();
	}

	@TestFactory
	Stream<DynamicTest> commandsRun() {
		return pages().stream().flatMap(page -> COMMAND.matcher(Checkout.text(page)).results()
				.map(found -> found.group(1) != null ? found.group(1) : found.group(2))
				.filter(line -> !line.contains("  ") && !line.contains("line.twin"))
				.map(line -> dynamicTest(page.getParent().getFileName() + ": " + line, () -> run(line))));
	}

	private void run(String line) {
		List<Object> words = new ArrayList<>();
		for (String word : line.strip().split(" ")) {
			words.add(word.startsWith("examples/") ? Checkout.root().resolve(word) : word);
		}
		String name = words.getFirst().toString();
		if (LASTING.contains(name)) {
			Command.run("help", name).ends(0);
			return;
		}
		switch (name) {
			case "generate" -> words.addAll(List.of("-o", folder.resolve("generated")));
			case "new" -> words.set(1, folder.resolve(words.get(1).toString()));
			case "plant" -> words.addAll(List.of("--port", "0", "--for", "100ms", "--pki", folder.resolve("pki")));
			default -> {
			}
		}
		Command.run(words.toArray()).ends(0);
	}

	@TestFactory
	Stream<DynamicTest> examplesTellHowToCheckThem() {
		return Examples.folders().stream().map(example -> dynamicTest(example.getFileName().toString(), () -> assertTrue(
				Checkout.text(example.resolve("README.md")).contains("twinwright check examples/" + example.getFileName()))));
	}

	@Test
	void firstModelIsFine() throws IOException {
		List<String> models = MODEL.matcher(Checkout.text(Checkout.root().resolve("README.md"))).results().map(found -> found.group(1)).toList();
		assertEquals(1, models.size());
		Command.run("check", "--strict", Files.writeString(folder.resolve("first.twin"), models.getFirst())).ends(0);
	}

	@Test
	void tableOfCommandsIsComplete() {
		String page = Checkout.text(Checkout.root().resolve("README.md"));
		Command.run("--help").ends(0).lines().stream().map(line -> line.replaceFirst("^  ([a-z]+)  .*", "$1")).filter(name -> name.matches("[a-z]+"))
				.filter(name -> !name.equals("help")).forEach(name -> assertTrue(page.contains("`" + name), () -> "'%s' is missing".formatted(name)));
	}

	/** Rows of the tables that say exactly which text becomes which. */
	@TestFactory
	Stream<DynamicTest> changesGiveTheFindings() {
		return Examples.folders().stream().flatMap(example -> CHANGE.matcher(Checkout.text(example.resolve("README.md"))).results()
				.filter(row -> CODE.matcher(row.group(3)).find() || row.group(3).startsWith("nothing"))
				.map(row -> dynamicTest("%s: %s to %s".formatted(example.getFileName(), row.group(1), row.group(2)),
						() -> change(example, row.group(1).replace("\\|", "|"), row.group(2).replace("\\|", "|"), row.group(3)))));
	}

	/** Where the new text does not begin as the old one, it stands for the end of that. */
	private void change(Path example, String before, String after, String promised) throws IOException {
		List<String> words = List.of(before.strip().split("\\s+"));
		int kept = after.startsWith(words.getFirst()) ? 0 : Math.max(0, words.size() - after.strip().split("\\s+").length);
		Pattern text = Pattern.compile("(" + spaced(words.subList(0, kept)) + (kept > 0 ? "\\s+" : "") + ")" + spaced(words.subList(kept, words.size())));
		Path copy = folder.resolve("changed");
		int places = 0;
		for (Path file : Checkout.files(example)) {
			String old = Checkout.text(file);
			Matcher found = text.matcher(old);
			places += (int) found.results().count();
			Path to = copy.resolve(example.relativize(file).toString());
			Files.createDirectories(to.getParent());
			Files.writeString(to, text.matcher(old).replaceAll("$1" + Matcher.quoteReplacement(after)));
		}
		assertTrue(places > 0, "'%s' is not there".formatted(before));
		Command check = Command.run("check", copy);
		List<String> codes = CODE.matcher(promised.split("; ")[0]).results().map(code -> code.group()).toList();
		if (promised.startsWith("nothing")) {
			check.ends(0);
		} else if (promised.contains(" or TW")) {
			assertTrue(codes.stream().anyMatch(code -> check.out().contains(code)), check::toString);
		} else {
			codes.forEach(code -> assertTrue(check.out().contains(code), () -> code + " is missing: " + check));
		}
	}

	private static String spaced(List<String> words) {
		return words.stream().map(Pattern::quote).reduce((one, next) -> one + "\\s+" + next).orElse("");
	}
}
