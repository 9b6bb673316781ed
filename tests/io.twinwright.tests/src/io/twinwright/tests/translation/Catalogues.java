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

/** The catalogues of translations as translators see them. */
final class Catalogues {
	private static final String FOLDER = "bundles/io.twinwright.core/src/io/twinwright/core/translation/";
	private static final Pattern ENTRY = Pattern.compile("(?:msgctxt \"(.*)\"\n)?msgid \"(.*)\"\nmsgstr \"(.*)\"\n");

	/**
	 * One entry.
	 *
	 * @param context {@code part} of sentences only, {@code label}, or empty
	 */
	record Entry(String file, String context, String english, String translated) {
	}

	private Catalogues() {
	}

	/** @return the entries of all files of a language */
	static List<Entry> of(String language) {
		List<Entry> entries = new ArrayList<>();
		try (Stream<Path> files = Files.list(Checkout.root().resolve(FOLDER + language))) {
			files.sorted().forEach(file -> {
				Matcher entry = ENTRY.matcher(Checkout.text(file));
				while (entry.find()) {
					entries.add(new Entry(file.getFileName().toString(), entry.group(1) == null ? "" : entry.group(1), entry.group(2).translateEscapes(),
							entry.group(3).translateEscapes()));
				}
			});
			return entries;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
