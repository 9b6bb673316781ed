package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Nu Html Checker of the W3C reads the pages of handbooks. */
class VnuTest {
	private static final String CONSUMER = "Nu Html Checker";
	private static final Duration LIMIT = Duration.ofMinutes(5);

	@TempDir
	private Path folder;

	@Test
	void acceptsHandbooks() throws IOException {
		Path vnu = Skipped.unless(CONSUMER, () -> Consumers.node("vnu"));
		List<Path> pages = new ArrayList<>();
		for (String example : List.of("bottling", "blast-furnace", "concepts", "district")) {
			Path docs = Application.generate("docs", Checkout.example(example), folder.resolve(example));
			try (Stream<Path> files = Files.list(docs)) {
				files.forEach(pages::add);
			}
		}
		assertTrue(pages.size() > 10, pages::toString);
		Running run = check(vnu, pages);
		assertEquals(0, run.code(), run::toString);
		assertEquals(List.of(), run.lines());
		Path broken = Files.writeString(folder.resolve("broken.html"), Files.readString(pages.getFirst()).replaceFirst("<title>.*?</title>", ""));
		assertNotEquals(0, check(vnu, List.of(broken)).code());
		Proofs.proven("docs", CONSUMER, Consumers.version(vnu, "vnu-jar"), "finds neither error nor warning in the pages of four examples");
	}

	private static Running check(Path vnu, List<Path> pages) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
				vnu.resolve("node_modules/vnu-jar/build/dist/vnu.jar").toString()));
		pages.forEach(page -> command.add(page.toString()));
		return Running.toItsEnd(vnu, command, LIMIT);
	}
}
