package io.twinwright.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.twinwright.tests.cli.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated from each example equals the files in its folder {@code expected}. With {@code -Dgolden.update=true}
 * the folder is rewritten; then the test fails, so that the difference is read before it is committed.
 */
class GoldenFilesTest {
	private static final boolean UPDATE = Boolean.getBoolean("golden.update");

	@TempDir
	private Path output;

	static List<Path> folders() {
		return Examples.folders();
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("io.twinwright.tests.examples.Examples#withTargets")
	void generatesWhatIsExpected(String example, String target) throws IOException {
		Path expected = Examples.folder(example).resolve("expected");
		Map<String, String> made = Golden.of(Examples.generate(target, output, List.of(Examples.folder(example))));
		assertTrue(made.keySet().stream().allMatch(path -> path.startsWith(target + "/")),
				() -> "Files of target '%s' lie outside of its folder: %s".formatted(target, made.keySet()));
		if (UPDATE) {
			update(expected, target, made);
		}
		List<String> differences = differences(kept(expected, target), made);
		assertTrue(differences.isEmpty(), () -> "%s. Where that is intended, run again with -Dgolden.update=true."
				.formatted(String.join("; ", differences)));
	}

	@ParameterizedTest
	@MethodSource("folders")
	void expectsFilesOfTargetsOnly(Path folder) throws IOException {
		try (Stream<Path> inside = Files.list(folder.resolve("expected"))) {
			List<String> unknown = inside.map(path -> path.getFileName().toString()).filter(name -> !Examples.targets().contains(name)).toList();
			assertEquals(List.of(), unknown, "A target without files for an example has no folder there; anything else is left over.");
		}
	}

	@ParameterizedTest
	@MethodSource("folders")
	void checksWithoutAnyFinding(Path folder) {
		Command check = Command.run("check", "--strict", folder).ends(0);
		assertTrue(check.out().matches("\\d+ files?, no findings\\.\\R"), check::toString);
	}

	private static void update(Path expected, String target, Map<String, String> made) throws IOException {
		Map<String, String> before = kept(expected, target);
		for (String path : before.keySet()) {
			Files.delete(expected.resolve(path));
		}
		for (Map.Entry<String, String> file : made.entrySet()) {
			Path path = expected.resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.getValue());
		}
		fail("The expected files are rewritten: %s. Read the difference and run again without -Dgolden.update."
				.formatted(before.equals(made) ? "no change" : String.join("; ", differences(before, made))));
	}

	private static Map<String, String> kept(Path expected, String target) throws IOException {
		Map<String, String> kept = new TreeMap<>();
		for (Map.Entry<String, byte[]> file : Examples.read(expected.resolve(target)).entrySet()) {
			kept.put(target + "/" + file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8));
		}
		return kept;
	}

	private static List<String> differences(Map<String, String> expected, Map<String, String> made) {
		List<String> differences = new ArrayList<>();
		TreeSet<String> paths = new TreeSet<>(expected.keySet());
		paths.addAll(made.keySet());
		for (String path : paths) {
			if (!made.containsKey(path)) {
				differences.add("'%s' is expected and was not made".formatted(path));
			} else if (!expected.containsKey(path)) {
				differences.add("'%s' was made and is not expected".formatted(path));
			} else if (!expected.get(path).equals(made.get(path))) {
				differences.add("'%s' %s".formatted(path, firstDifference(expected.get(path), made.get(path))));
			}
		}
		return differences;
	}

	private static String firstDifference(String expected, String made) {
		List<String> one = expected.lines().toList();
		List<String> other = made.lines().toList();
		int line = 0;
		while (line < one.size() && line < other.size() && one.get(line).equals(other.get(line))) {
			line++;
		}
		return "differs in line %d: expected <%s>, made <%s>".formatted(line + 1, line < one.size() ? one.get(line) : "its end",
				line < other.size() ? other.get(line) : "its end");
	}
}
