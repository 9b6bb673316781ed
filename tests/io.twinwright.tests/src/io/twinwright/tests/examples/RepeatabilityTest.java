package io.twinwright.tests.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same text gives the same bytes, whatever is around it. */
class RepeatabilityTest {
	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("io.twinwright.tests.examples.Examples#withTargets")
	void givesTheSameBytesAgain(String example, String target) throws IOException {
		List<Path> input = List.of(Examples.folder(example));
		assertSame(Examples.generate(target, folder.resolve("once"), input), Examples.generate(target, folder.resolve("again"), input));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("io.twinwright.tests.examples.Examples#withTargets")
	void dependsOnNoPlaceOrderOrLocale(String example, String target) throws IOException {
		Path original = Examples.folder(example);
		Map<String, byte[]> once = Examples.generate(target, folder.resolve("once"), List.of(original));
		List<Path> copies = new ArrayList<>();
		for (Path file : Checkout.files(original)) {
			Path copy = folder.resolve("elsewhere").resolve(original.relativize(file).toString());
			Files.createDirectories(copy.getParent());
			copies.addFirst(Files.copy(file, copy));
		}
		Locale locale = Locale.getDefault();
		TimeZone zone = TimeZone.getDefault();
		try {
			// letters and digits that differ from those of most machines
			Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-deva"));
			TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
			assertSame(once, Examples.generate(target, folder.resolve("again"), copies));
		} finally {
			Locale.setDefault(locale);
			TimeZone.setDefault(zone);
		}
	}

	private static void assertSame(Map<String, byte[]> once, Map<String, byte[]> again) {
		assertEquals(List.copyOf(once.keySet()), List.copyOf(again.keySet()));
		once.forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path), path));
	}
}
