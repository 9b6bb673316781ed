package io.twinwright.tests.language;

import io.twinwright.core.rules.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All twin texts that the project ships, as sets of files that belong together. */
final class Texts {
	private static final Pattern BLOCK = Pattern.compile("```twin\n(.*?)```", Pattern.DOTALL);

	private Texts() {
	}

	/** @return by example folder: the texts by path in it; each file of {@code concepts} is a set of its own */
	static Map<String, Map<String, String>> examples() {
		Map<String, Map<String, String>> sets = new LinkedHashMap<>();
		for (Path folder : Checkout.examples()) {
			String name = folder.getFileName().toString();
			Map<String, String> texts = Checkout.texts(folder);
			if (name.equals("concepts")) {
				texts.forEach((file, text) -> sets.put(name + "/" + file, Map.of(file, text)));
			} else {
				sets.put(name, texts);
			}
		}
		return sets;
	}

	/** @return the texts on the pages of the rules, each a set of its own, without the marks in them */
	static Map<String, Map<String, String>> pages() {
		Map<String, Map<String, String>> sets = new LinkedHashMap<>();
		for (Rule rule : Rule.values()) {
			Matcher block = BLOCK.matcher(page(rule));
			for (int i = 1; block.find(); i++) {
				sets.put(rule.code() + "-" + i, Map.of("example.twin", block.group(1).replaceAll("[«»]", "")));
			}
		}
		return sets;
	}

	private static String page(Rule rule) {
		try (InputStream page = Rule.class.getResourceAsStream("pages/" + rule.code() + ".md")) {
			return new String(page.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the library, the examples and the pages */
	static Map<String, Map<String, String>> all() {
		Map<String, Map<String, String>> sets = new LinkedHashMap<>();
		Checkout.library().forEach((file, text) -> sets.put("twin.std/" + file, Map.of(file, text)));
		sets.putAll(examples());
		sets.putAll(pages());
		return sets;
	}
}
