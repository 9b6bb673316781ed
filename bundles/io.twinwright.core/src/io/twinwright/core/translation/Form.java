package io.twinwright.core.translation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a sentence in two languages, with places for arguments as {@link String#format} has them.
 *
 * @param english the English form
 * @param texts what stands before, between and behind the arguments in English
 * @param numeric whether the argument at a place is a number
 * @param quoted the places that are in quotes or the like, so that the argument has none in it
 * @param named those that are so in one of both languages: a name or piece of text, the same in all languages
 * @param translation the form in the other language
 * @param context where it is said
 */
record Form(String english, List<String> texts, List<Boolean> numeric, Set<Integer> quoted, Set<Integer> named,
		String translation, Context context) {
	/** Where a form is said. */
	enum Context {
		/** Anywhere. */
		SENTENCE,
		/** Within sentences only. */
		PART,
		/** As the name of a fact or the title of some. */
		LABEL
	}

	private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?[.\\d]*([sdXf])|%%");
	private static final Pattern NUMBER = Pattern.compile("-?[\\d.]+");

	static Form of(String english, String translation, Context context) {
		List<String> texts = new ArrayList<>();
		List<Boolean> numeric = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		Matcher place = PLACE.matcher(english);
		int end = 0;
		while (place.find()) {
			text.append(english, end, place.start());
			end = place.end();
			if (place.group(2) == null) {
				text.append('%');
			} else {
				texts.add(text.toString());
				numeric.add("df".contains(place.group(2)));
				text.setLength(0);
			}
		}
		texts.add(text.append(english.substring(end)).toString());
		Set<Integer> quoted = open(english);
		Set<Integer> named = new HashSet<>(quoted);
		named.addAll(open(translation));
		return new Form(english, List.copyOf(texts), List.copyOf(numeric), quoted, Set.copyOf(named), translation, context);
	}

	/** @return the numbers of the arguments that are in quotes or the like, from 0 */
	private static Set<Integer> open(String form) {
		Set<Integer> open = new HashSet<>();
		Matcher place = PLACE.matcher(form);
		int next = 0;
		while (place.find()) {
			if (place.group(2) != null) {
				int number = place.group(1) == null ? next++ : Integer.parseInt(place.group(1)) - 1;
				if (isOpen(PLACE.matcher(form.substring(0, place.start())).replaceAll(""))) {
					open.add(number);
				}
			}
		}
		return open;
	}

	/** @return whether a quote, bracket or piece of code has begun and not ended */
	private static boolean isOpen(String text) {
		return quotes(text) % 2 != 0 || count(text, '`') % 2 != 0 || count(text, '"') % 2 != 0 || count(text, '[') != count(text, ']');
	}

	private static long count(String text, char wanted) {
		return text.chars().filter(c -> c == wanted).count();
	}

	/** @return the number of quotes, without apostrophes */
	private static int quotes(String text) {
		int quotes = 0;
		for (int i = 0; i < text.length(); i++) {
			boolean apostrophe = i > 0 && i + 1 < text.length() && isLatin(text.charAt(i - 1)) && isLatin(text.charAt(i + 1));
			quotes += text.charAt(i) == '\'' && !apostrophe ? 1 : 0;
		}
		return quotes;
	}

	/** In other languages a word may go on behind the quote that ends a name. */
	private static boolean isLatin(char letter) {
		return letter < 0x80 && Character.isLetter(letter);
	}

	boolean hasArguments() {
		return texts.size() > 1;
	}

	/** @return how many letters of a sentence are those of the form */
	int letters() {
		return texts.stream().mapToInt(String::length).sum();
	}

	/** @return whether the argument at a place is the same in all languages */
	boolean isNamed(int place) {
		return named.contains(place);
	}

	/** @return the arguments with which the form makes a sentence, null if it does with none */
	List<String> match(String sentence) {
		if (!sentence.startsWith(texts.getFirst()) || !sentence.endsWith(texts.getLast()) || sentence.length() < letters()) {
			return null;
		}
		List<String> arguments = new ArrayList<>();
		return match(sentence, 0, texts.getFirst().length(), arguments) ? arguments : null;
	}

	/** Looks for the rest of the arguments, from a place on and a position in the sentence. */
	private boolean match(String sentence, int place, int from, List<String> found) {
		boolean last = place == texts.size() - 2;
		String behind = texts.get(place + 1);
		int at = last ? sentence.length() - behind.length() : sentence.indexOf(behind, from);
		while (at >= from) {
			String argument = sentence.substring(from, at);
			if (fits(place, argument)) {
				found.add(argument);
				if (last || match(sentence, place + 1, at + behind.length(), found)) {
					return true;
				}
				found.removeLast();
			}
			at = last ? -1 : sentence.indexOf(behind, at + 1);
		}
		return false;
	}

	/** A number has digits, a name in quotes has no others, and what any other argument opens it closes. */
	private boolean fits(int place, String argument) {
		if (numeric.get(place)) {
			return NUMBER.matcher(argument).matches();
		}
		return quoted.contains(place) ? quotes(argument) == 0 : !isOpen(argument);
	}

	/** @return the sentence in the other language */
	String translated(List<String> arguments) {
		StringBuilder sentence = new StringBuilder();
		Matcher place = PLACE.matcher(translation);
		int next = 0;
		int end = 0;
		while (place.find()) {
			sentence.append(translation, end, place.start());
			end = place.end();
			if (place.group(2) == null) {
				sentence.append('%');
			} else {
				sentence.append(arguments.get(place.group(1) == null ? next++ : Integer.parseInt(place.group(1)) - 1));
			}
		}
		return Particles.chosen(sentence.append(translation.substring(end)).toString());
	}
}
