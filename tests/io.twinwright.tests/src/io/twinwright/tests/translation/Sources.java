package io.twinwright.tests.translation;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts that stand in the sources of the product. */
final class Sources {
	private static final Pattern TOKEN = Pattern.compile(
			"//[^\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\\n]|\\\\.)+'");
	/** A letter by its number, which no sentence has. */
	private static final Pattern CODE_POINT = Pattern.compile("(?<!\\\\)\\\\u[0-9a-fA-F]{4}");
	private static final Pattern JOINED = Pattern.compile("\\s*\\+\\s*");

	/**
	 * A text, of which pieces that are joined on the spot are one.
	 *
	 * @param file its path
	 * @param place its name and the line
	 * @param text as the program has it
	 */
	record Text(String file, String place, String text) {
	}

	private Sources() {
	}

	/** @return the texts in the Java files of folders of the checkout */
	static List<Text> of(List<String> folders) {
		List<Text> texts = new ArrayList<>();
		for (String folder : folders) {
			try (Stream<Path> files = Files.walk(Checkout.root().resolve(folder))) {
				files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file -> texts.addAll(of(file)));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		return texts;
	}

	private static List<Text> of(Path file) {
		String code = CODE_POINT.matcher(Checkout.text(file)).replaceAll(" ");
		List<Text> texts = new ArrayList<>();
		Matcher token = TOKEN.matcher(code);
		StringBuilder text = null;
		int start = 0;
		int end = 0;
		while (token.find()) {
			if (token.group(1) == null) {
				continue;
			}
			if (text != null && JOINED.matcher(code.substring(end, token.start())).matches()) {
				text.append(token.group(1).translateEscapes());
			} else {
				add(texts, file, code, start, text);
				text = new StringBuilder(token.group(1).translateEscapes());
				start = token.start();
			}
			end = token.end();
		}
		add(texts, file, code, start, text);
		return texts;
	}

	private static void add(List<Text> texts, Path file, String code, int start, StringBuilder text) {
		if (text != null) {
			texts.add(new Text(file.toString(), file.getFileName() + ":" + code.substring(0, start).lines().count(), text.toString()));
		}
	}
}
