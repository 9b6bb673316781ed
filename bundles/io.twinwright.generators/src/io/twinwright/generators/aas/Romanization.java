package io.twinwright.generators.aas;

import java.text.Normalizer;
import java.util.Map;

/**
 * Writes names with the letters of {@code idShort}. Hangul syllables become Latin letter by letter after the Revised
 * Romanization of Korean, without its changes between syllables, so that a syllable is always written alike. Latin letters
 * lose their accents. What separates words becomes an underscore, everything else the number of its character.
 */
final class Romanization {
	private static final String[] INITIALS = {"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch",
			"k", "t", "p", "h"};
	private static final String[] VOWELS = {"a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u",
			"wo", "we", "wi", "yu", "eu", "ui", "i"};
	private static final String[] FINALS = {"", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m",
			"p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};
	private static final int FIRST_SYLLABLE = 0xAC00;
	private static final int LAST_SYLLABLE = 0xD7A3;
	private static final Map<Integer, String> LETTERS = Map.ofEntries(Map.entry((int) 'ß', "ss"), Map.entry((int) 'æ', "ae"),
			Map.entry((int) 'Æ', "Ae"), Map.entry((int) 'ø', "o"), Map.entry((int) 'Ø', "O"), Map.entry((int) 'œ', "oe"),
			Map.entry((int) 'Œ', "Oe"), Map.entry((int) 'đ', "d"), Map.entry((int) 'Đ', "D"), Map.entry((int) 'ł', "l"),
			Map.entry((int) 'Ł', "L"), Map.entry((int) 'þ', "th"), Map.entry((int) 'Þ', "Th"), Map.entry((int) 'ð', "d"),
			Map.entry((int) 'ı', "i"));

	private Romanization() {
	}

	/** @return the text in ASCII letters, digits and underscores */
	static String of(String text) {
		StringBuilder latin = new StringBuilder();
		Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> latin.append(of(point)));
		return latin.toString();
	}

	private static String of(int point) {
		if (isPlain(point)) {
			return Character.toString(point);
		}
		if (point >= FIRST_SYLLABLE && point <= LAST_SYLLABLE) {
			return syllable(point - FIRST_SYLLABLE);
		}
		if (LETTERS.containsKey(point)) {
			return LETTERS.get(point);
		}
		if (point < 0x80) {
			return "_";
		}
		int letter = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD).codePointAt(0);
		return isPlain(letter) ? Character.toString(letter) : "u" + Integer.toHexString(point);
	}

	private static boolean isPlain(int point) {
		return point >= 'a' && point <= 'z' || point >= 'A' && point <= 'Z' || point >= '0' && point <= '9' || point == '_';
	}

	/** The syllables stand in the order of their initial, vowel and final (Unicode 3.12). */
	private static String syllable(int number) {
		int end = number % FINALS.length;
		int middle = number / FINALS.length % VOWELS.length;
		return INITIALS[number / FINALS.length / VOWELS.length] + VOWELS[middle] + FINALS[end];
	}
}
