package io.twinwright.tests.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.rules.Checker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server finds while files change one by one is what a check of all files finds. */
class WholeProjectTest {
	private static final Path BOTTLING = Path.of(System.getProperty("twinwright.root"), "examples", "bottling");
	/** Every so many lines one is left out. */
	private static final int STEP = 6;

	@TempDir
	private Path folder;
	@TempDir
	private Path checked;

	@Test
	void findsTheSameWithAnyLineLeftOut() throws IOException {
		Checker checker = new Checker(checked);
		try (Editor editor = new Editor(folder)) {
			Map<String, String> files = bottling(editor);
			editor.startOnFolder();
			files.forEach(editor::open);
			for (Map.Entry<String, String> file : Map.copyOf(files).entrySet()) {
				List<String> lines = file.getValue().lines().toList();
				for (int left = 0; left < lines.size(); left += STEP) {
					List<String> fewer = new ArrayList<>(lines);
					fewer.remove(left);
					files.put(file.getKey(), String.join("\n", fewer) + "\n");
					editor.change(file.getKey(), new Range(new Position(left, 0), new Position(left + 1, 0)), "");
					assertEquals(expected(checker, files), found(editor), file.getKey() + " without line " + (left + 1));
					editor.change(file.getKey(), new Range(new Position(left, 0), new Position(left, 0)), lines.get(left) + "\n");
					files.put(file.getKey(), file.getValue());
				}
			}
			assertEquals(expected(checker, files), found(editor));
		}
	}

	private static Map<String, String> bottling(Editor editor) throws IOException {
		Map<String, String> files = new TreeMap<>();
		try (Stream<Path> all = Files.list(BOTTLING)) {
			for (Path file : all.filter(path -> path.toString().endsWith(".twin")).toList()) {
				files.put(file.getFileName().toString(), Files.readString(file));
				editor.write(file.getFileName().toString(), Files.readString(file));
			}
		}
		assertTrue(files.size() > 1);
		return files;
	}

	private static List<String> expected(Checker checker, Map<String, String> files) {
		return checker.check(files).stream().map(finding -> line(Path.of(finding.location().file()).getFileName().toString(),
				finding.location().line(), finding.location().column(), finding.code(), finding.message())).sorted().toList();
	}

	private static List<String> found(Editor editor) {
		List<String> found = new ArrayList<>();
		editor.inbox().findings().forEach((uri, diagnostics) -> {
			for (Diagnostic diagnostic : diagnostics) {
				Position start = diagnostic.getRange().getStart();
				found.add(line(uri.substring(uri.lastIndexOf('/') + 1), start.getLine() + 1, start.getCharacter() + 1,
						diagnostic.getCode().getLeft(), diagnostic.getMessage().getLeft()));
			}
		});
		return found.stream().sorted().toList();
	}

	private static String line(String file, int line, int column, String code, String message) {
		return "%s:%d:%d %s %s".formatted(file, line, column, code, message);
	}
}
