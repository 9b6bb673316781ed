package io.twinwright.tests.importers;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.Importer;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Source;
import io.twinwright.importers.text.Remark;
import io.twinwright.importers.text.TwinWriter;
import io.twinwright.importers.text.Written;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * What one importer gives of one file: a text that has no errors and is laid out.
 *
 * @param counts of what was read
 * @param remarks what was not understood
 */
record Incoming(String text, Map<String, Integer> counts, List<String> remarks) {
	private static final Path DATA = Checkout.root().resolveSibling("shared").resolve("data");

	/** @return a folder of sample files; where it is absent, the test is skipped and says so */
	static Path samples(String folder) {
		Path samples = DATA.resolve(folder);
		Assumptions.assumeTrue(Files.isDirectory(samples), () -> "The sample files are not beside the checkout: " + samples);
		return samples;
	}

	/** @return the files in a folder at any depth, by name */
	static List<Path> files(Path folder) {
		try (var files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Imports a file and asserts that the text is legal. */
	static Incoming of(Importer importer, Path file) throws ImportFailure, IOException {
		Draft draft = new Draft();
		importer.read(new Source(file), draft);
		Written written = new TwinWriter(() -> Imports.LANGUAGE).write(draft, "incoming", List.of("Imported from " + file.getFileName() + "."));
		Imports.assertLegal(written.text());
		return new Incoming(written.text(), draft.counts(), written.remarks().stream().map(Remark::toString).toList());
	}

	TwinModel twin() {
		return Imports.twin(text);
	}

	/** @return the lines of the text in which a word stands, without their margins and with single spaces */
	List<String> lines(String word) {
		return text.lines().map(line -> line.strip().replaceAll(" +", " ")).filter(line -> line.contains(word)).toList();
	}
}
