package io.twinwright.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of licences that the workbench shows, against what is in the archives. */
class LicencesTest {
	/** The licences that parts may be under, with words by which a part's own declaration is recognised. No GPL is among them. */
	private static final Map<String, Pattern> ALLOWED = Map.ofEntries(word("EPL-2.0", "eclipse\\s+public|\\bepl\\b|/epl-"), word("EPL-1.0", "epl-v10"),
			word("Apache-2.0", "apache"), word("MIT", "\\bmit\\b|permission is hereby granted"), word("BSD-2-Clause", "bsd|redistribution and use"),
			word("BSD-3-Clause", "bsd|edl-v|\\bedl\\b|redistribution and use|(?m)^LICENSE$"), word("0BSD", "0bsd"), word("Unicode-3.0", "unicode"),
			word("W3C", "w3c"), word("UCUM", "ucum"), word("public domain", "public domain"));

	private static final Map<String, String> LISTED = new TreeMap<>();
	private static final Map<String, ShippedBundle> SHIPPED = new TreeMap<>();

	private static Map.Entry<String, Pattern> word(String licence, String words) {
		return Map.entry(licence, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
	}

	@BeforeAll
	static void read() throws IOException {
		Properties listed = new Properties();
		try (Reader reader = Files.newBufferedReader(Checkout.root().resolve("bundles/io.twinwright.workbench/about/licences.properties"))) {
			listed.load(reader);
		}
		listed.stringPropertyNames().forEach(name -> LISTED.put(name, listed.getProperty(name)));
		for (Packed packed : Packed.values()) {
			ProductArchive.of(packed).bundles().forEach(bundle -> SHIPPED.put(bundle.name(), bundle));
		}
	}

	@Test
	void listWhatIsShippedAndNothingElse() {
		TreeSet<String> unlisted = new TreeSet<>(SHIPPED.keySet());
		unlisted.removeAll(LISTED.keySet());
		TreeSet<String> gone = new TreeSet<>(LISTED.keySet());
		gone.removeAll(SHIPPED.keySet());
		assertEquals("[] []", unlisted + " " + gone);
	}

	@Test
	void areFreeOfGpl() {
		LISTED.forEach((name, licence) -> {
			for (String part : licence.split(" AND ")) {
				assertTrue(ALLOWED.containsKey(part), () -> "%s is under %s".formatted(name, licence));
			}
		});
	}

	@Test
	void areThoseThatThePartsDeclare() {
		List<String> different = new ArrayList<>();
		SHIPPED.forEach((name, bundle) -> {
			for (String licence : LISTED.getOrDefault(name, "").split(" AND ")) {
				String declared = bundle.declared();
				if (!declared.isEmpty() && ALLOWED.containsKey(licence) && !ALLOWED.get(licence).matcher(declared).find()) {
					different.add("%s is listed under %s but says: %s".formatted(name, licence, declared.substring(0, Math.min(200, declared.length()))));
				}
			}
		});
		assertEquals(List.of(), different);
	}
}
