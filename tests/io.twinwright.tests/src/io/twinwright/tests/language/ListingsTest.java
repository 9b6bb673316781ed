package io.twinwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinwright.core.diagnostic.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the documents show as a whole file is right. */
class ListingsTest {
	private static final Pattern LISTING = Pattern.compile("```twin\n((?:/\\*\\*.*\n)?namespace .*?)```", Pattern.DOTALL);

	@TempDir
	Path folder;

	@TestFactory
	Stream<DynamicTest> listingsHaveNoErrors() {
		Language language = new Language();
		return Stream.of("README.md", "dsl/io.twinwright.dsl/language.md").map(document -> dynamicTest(document, () -> {
			Matcher listing = LISTING.matcher(Checkout.text(Checkout.root().resolve(document)));
			assertFalse(listing.results().toList().isEmpty(), "The document has no listing.");
			listing.reset();
			while (listing.find()) {
				assertEquals(List.of(), language.project(Files.createTempDirectory(folder, "listing"), Map.of("listing.twin",
						listing.group(1))).check().stream().filter(finding -> finding.severity() == Severity.ERROR)
						.map(finding -> finding.location().line() + ": " + finding.message()).toList());
			}
		}));
	}
}
