package io.twinwright.core.translation;

import io.twinwright.core.translation.Form.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says in the language of a user what was worded in English. Every sentence arises in English, beside the rule that says
 * it, and is translated where it is shown: by the form from which it was made, whose names and numbers are put into the same
 * form of the other language. What has no form there stays as it is. Thread-safe.
 */
public final class Translation {
	/** The files of a language, one for each part of the product. */
	static final List<String> FILES = List.of("syntax", "names", "quantities", "topology", "capabilities", "insights", "bindings",
			"business", "refinements", "units", "expressions", "evaluation", "live", "discovery", "recordings", "generators", "imports", "shells", "modules", "diagrams", "gestures",
			"server", "command", "editor", "words", "dimensions", "library-capabilities", "library-equipment",
			"library-functions", "library-indicators", "library-media", "library-states");
	/** What is longer was not worded by us, and would take its time to be looked through for all forms. */
	private static final int LONGEST = 1000;
	private static final Translation NONE = new Translation(List.of());

	private final Map<String, Form> whole = new HashMap<>();
	private final Map<String, Form> labels = new HashMap<>();
	/** The forms with arguments, those with the longest text first. */
	private final List<Form> forms = new ArrayList<>();

	Translation(List<Form> all) {
		all.forEach(form -> {
			if (form.hasArguments()) {
				forms.add(form);
			} else {
				(form.context() == Context.LABEL ? labels : whole).put(form.english(), form);
			}
		});
		forms.sort(Comparator.comparingInt(Form::letters).reversed());
	}

	/** @return the translation for a language tag such as {@code ko-KR}; for null and unknown ones what stays English */
	public static Translation to(String tag) {
		boolean korean = tag != null && Locale.forLanguageTag(tag.replace('_', '-')).getLanguage().equals(Locale.KOREAN.getLanguage());
		return korean ? Korean.IT : NONE;
	}

	/** @return the translation for the language of this process */
	public static Translation here() {
		return to(Locale.getDefault().toLanguageTag());
	}

	/** @return a sentence in the language of the user */
	public String of(String sentence) {
		return sentence == null || sentence.length() > LONGEST ? sentence : said(sentence, false).orElse(sentence);
	}

	/** @return a word or phrase, which need be no sentence, in the language of the user */
	public String phrase(String words) {
		return words.length() > LONGEST ? words : said(words, true).orElse(words);
	}

	/** @return the name of a fact or the title of some in the language of the user; empty for what is none in that language */
	public Optional<String> label(String name) {
		return Optional.ofNullable(labels.get(name)).map(Form::translation);
	}

	/** A part of a sentence that begins with a space is translated with it where a form begins so too, else without. */
	private Optional<String> said(String english, boolean isPart) {
		Form exact = whole.get(english);
		if (exact != null && (isPart || exact.context() == Context.SENTENCE)) {
			return Optional.of(exact.translated(List.of()));
		}
		boolean isSpaced = english.startsWith(" ");
		for (Form form : forms) {
			boolean fits = (isPart || form.context() == Context.SENTENCE) && isSpaced == form.english().startsWith(" ");
			List<String> arguments = fits ? form.match(english) : null;
			if (arguments != null) {
				return Optional.of(form.translated(translated(form, arguments)));
			}
		}
		return isPart && isSpaced ? said(english.substring(1), true).map(words -> " " + words) : Optional.empty();
	}

	private List<String> translated(Form form, List<String> arguments) {
		List<String> translated = new ArrayList<>();
		for (int i = 0; i < arguments.size(); i++) {
			translated.add(form.isNamed(i) || arguments.get(i).isEmpty() ? arguments.get(i) : phrase(arguments.get(i)));
		}
		return translated;
	}

	/** @return the forms of a file of a language */
	static List<Form> read(String language, String file) {
		try (InputStream catalogue = Translation.class.getResourceAsStream(language + "/" + file + ".po")) {
			return Catalogue.read(new String(catalogue.readAllBytes(), StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Read when somebody asks for it first. */
	private static final class Korean {
		static final Translation IT = new Translation(FILES.stream().flatMap(file -> read("ko", file).stream()).toList());
	}
}
