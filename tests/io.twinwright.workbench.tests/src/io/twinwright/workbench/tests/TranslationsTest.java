package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;

/** The texts of the workbench in English and Korean. */
class TranslationsTest {
	private static final Bundle BUNDLE = Platform.getBundle("io.twinwright.workbench");
	private static final Pattern PLACE = Pattern.compile("\\{\\d}");
	private static final Pattern LONE_QUOTE = Pattern.compile("(?<!')'(?!')");
	private static final Pattern KEY = Pattern.compile("&(?<key>.)");

	static List<String> files() {
		List<String> messages = Collections.list(BUNDLE.findEntries("/", "messages.properties", true)).stream().map(URL::getPath).sorted().toList();
		return Stream.concat(messages.stream(), Stream.of("/plugin.properties")).toList();
	}

	@ParameterizedTest
	@MethodSource("files")
	void areTheSameInBothLanguages(String file) throws IOException {
		Properties english = read(file);
		Properties korean = read(file.replace(".properties", "_ko.properties"));
		assertFalse(english.isEmpty());
		assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(korean.stringPropertyNames()));
		for (String name : english.stringPropertyNames()) {
			assertQuotesAreKept(english.getProperty(name));
			assertQuotesAreKept(korean.getProperty(name));
			assertEquals(places(english.getProperty(name)), places(korean.getProperty(name)), name);
			assertEquals(key(english.getProperty(name)), key(korean.getProperty(name)), () -> "The access key of " + name);
		}
	}

	private static Properties read(String file) throws IOException {
		try (Reader reader = new InputStreamReader(BUNDLE.getEntry(file).openStream(), StandardCharsets.UTF_8)) {
			Properties properties = new Properties();
			properties.load(reader);
			return properties;
		}
	}

	/** A quote goes where places are filled in, unless it is written twice. */
	private static void assertQuotesAreKept(String text) {
		assertTrue(places(text).isEmpty() || !LONE_QUOTE.matcher(text).find(), text);
	}

	private static Set<String> places(String text) {
		return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String key(String text) {
		return KEY.matcher(text).results().map(found -> found.group("key").toUpperCase(Locale.ROOT)).collect(Collectors.joining());
	}
}
