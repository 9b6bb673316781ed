package io.twinwright.tests.importers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.twinwright.importers.Imported;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * All sample files of other people, of all formats, become legal texts, and what is read of each is as {@code samples.txt} says.
 * With {@code -Dgolden.update=true} that file is rewritten; then the test fails so that somebody looks at it.
 */
class SamplesTest {
	private static final Path EXPECTED = Checkout.root().resolve("tests/io.twinwright.tests/src/io/twinwright/tests/importers/samples.txt");

	@Test
	void areReadAndCounted() throws IOException {
		List<String> read = new ArrayList<>();
		for (Path file : samples()) {
			Imported imported = Imports.read(file);
			assertFalse(imported.files().getFirst().counts().isEmpty(), file + " is read in silence");
			read.add("%s %d remarks.".formatted(imported.files().getFirst().sentence(UnaryOperator.identity()), imported.written().remarks().size()));
		}
		if (Boolean.getBoolean("golden.update")) {
			Files.write(EXPECTED, read);
			fail("'%s' is rewritten. Look at it and run again without -Dgolden.update.".formatted(EXPECTED.getFileName()));
		}
		assertEquals(String.join("\n", Files.readAllLines(EXPECTED)), String.join("\n", read));
	}

	private static List<Path> samples() {
		List<Path> samples = new ArrayList<>();
		for (String folder : List.of("aas/conformance", "aas/idta-templates", "aas/samples", "mtp/samples", "wot/samples")) {
			samples.addAll(Incoming.files(Incoming.samples(folder)));
		}
		samples.addAll(Imports.data("opcua", ".NodeSet2.xml"));
		return samples;
	}
}
