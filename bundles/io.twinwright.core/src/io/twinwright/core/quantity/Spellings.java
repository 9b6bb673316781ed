package io.twinwright.core.quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the UCUM code behind another spelling: signs that ASCII lacks, the spellings of {@code spellings.csv}, missing
 * brackets, slips of case or of one letter; each symbol of a product on its own.
 */
final class Spellings {
	private static final int MOST = 5;
	/** An addition in parentheses to a unit, as in {@code bar(g)}. */
	private static final Pattern ADDITION = Pattern.compile("(?<=[\\p{L}\\]])\\((\\p{L}+)\\)");
	private static final Pattern POWER_SIGN = Pattern.compile("(?<!10)\\^");
	private static final Pattern TIMES = Pattern.compile("(?<!10)\\*");
	private static final Pattern TENS = Pattern.compile("10(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻])");
	/** Units that touch after an exponent, as in {@code W/m2K}. */
	private static final Pattern TOUCHING = Pattern.compile("(\\p{Alpha}[0-9])(\\p{Alpha})");
	private static final Pattern DIVIDED_TOUCHING = Pattern.compile("/(\\p{Alpha}+[0-9])(\\p{Alpha})");
	private static final Pattern WORD = Pattern.compile("(.*?)([+-]?[0-9]+)?(\\{.*})?");
	private static final Map<String, String> SIGNS = signs();

	private Spellings() {
	}

	private static Map<String, String> signs() {
		Map<String, String> signs = new HashMap<>();
		List.of("·", "⋅", "∙", "×").forEach(sign -> signs.put(sign, "."));
		List.of("\u00b5", "\u03bc").forEach(sign -> signs.put(sign, "u"));
		List.of("\u2126", "\u03a9").forEach(sign -> signs.put(sign, "Ohm"));
		List.of("º", "˚").forEach(sign -> signs.put(sign, "°"));
		signs.putAll(Map.of("÷", "/", "∕", "/", "℃", "°C", "℉", "°F", "Å", "Ao", " per ", "/"));
		return signs;
	}

	/**
	 * @param near whether slips of case or of one letter count, beside spellings that somebody means as they are
	 * @return legal codes that may be meant, never the code itself if that is legal
	 */
	static List<String> suggest(String code, boolean near) {
		String plain = plain(code);
		Set<String> texts = new LinkedHashSet<>();
		texts.add(plain.replace(" ", ""));
		texts.add(plain.replaceAll(" *([./]) *", "$1").replace(' ', '.'));
		texts.add(TOUCHING.matcher(DIVIDED_TOUCHING.matcher(plain.replace(" ", "")).replaceAll("/$1/$2")).replaceAll("$1.$2"));
		List<Unit> found = new ArrayList<>();
		for (String text : texts) {
			if (found.isEmpty()) {
				readings(text, near).stream().map(Units::parse).flatMap(parsed -> parsed.unit().stream())
						.filter(unit -> !unit.code().equals(code)).forEach(unit -> addNew(found, unit));
			}
		}
		Units.parse(code).unit().ifPresent(legal -> found.removeIf(unit -> isSame(unit, legal)));
		return found.stream().map(Unit::code).limit(MOST).toList();
	}

	private static void addNew(List<Unit> found, Unit unit) {
		if (found.stream().noneMatch(other -> isSame(unit, other))) {
			found.add(unit);
		}
	}

	private static boolean isSame(Unit one, Unit other) {
		return Units.sameMeaning(one, other) && one.annotations().equals(other.annotations());
	}

	private static Set<String> readings(String text, boolean near) {
		Set<String> readings = new LinkedHashSet<>(SpellingTable.whole(text));
		boolean legal = isLegal(text);
		if (legal) {
			readings.add(text);
			divided(text).ifPresent(readings::add);
		}
		readings.addAll(bySymbols(text, legal || !near));
		return readings;
	}

	private static boolean isLegal(String code) {
		return Units.parse(code) instanceof Parsed.Known;
	}

	/** Replaces signs that UCUM lacks by what it has for them. */
	private static String plain(String code) {
		String text = Superscript.undone(TENS.matcher(code.strip()).replaceAll("10*"));
		if (text.startsWith("[[") && text.endsWith("]]")) {
			text = text.substring(1, text.length() - 1);
		}
		for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
			text = text.replace(sign.getKey(), sign.getValue());
		}
		text = TIMES.matcher(text).replaceAll(".");
		return POWER_SIGN.matcher(ADDITION.matcher(text).replaceAll("$1")).replaceAll("");
	}

	/** @return a legal code in which what follows a division is divided by too: {@code kg/kW/h} for {@code kg/kW.h} */
	private static Optional<String> divided(String code) {
		int slash = code.indexOf('/');
		boolean ambiguous = slash > 0 && code.indexOf('.', slash) > 0 && code.indexOf('(') < 0 && code.indexOf('[') < 0
				&& code.indexOf('{') < 0;
		return ambiguous
				? Optional.of(code.substring(0, slash) + code.substring(slash).replace('.', '/'))
				: Optional.empty();
	}

	/** Guesses each symbol on its own; of a legal code, and without slips, only those that often stand for something else. */
	private static List<String> bySymbols(String code, boolean legal) {
		List<String> words = new ArrayList<>();
		for (int at = 0; at < code.length();) {
			int end = wordEnd(code, at);
			words.add(code.substring(at, Math.max(end, at + 1)));
			at = Math.max(end, at + 1);
		}
		List<List<String>> choices = new ArrayList<>();
		for (String word : words) {
			List<String> guesses = isSeparator(word) ? List.of(word) : guesses(word, legal);
			if (guesses.isEmpty()) {
				return List.of();
			}
			choices.add(guesses);
		}
		List<String> codes = new ArrayList<>();
		composed(choices, -1, 0).ifPresent(codes::add);
		for (int word = 0; word < choices.size(); word++) {
			for (int choice = 1; choice < choices.get(word).size(); choice++) {
				composed(choices, word, choice).ifPresent(codes::add);
			}
		}
		return codes;
	}

	private static boolean isSeparator(String word) {
		return word.length() == 1 && "./()".contains(word);
	}

	private static int wordEnd(String code, int start) {
		int depth = 0;
		int at = start;
		while (at < code.length() && (depth > 0 || "./()".indexOf(code.charAt(at)) < 0)) {
			char c = code.charAt(at++);
			depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
		}
		return at;
	}

	/** Codes for one symbol with exponent and annotation, the likeliest first. */
	private static List<String> guesses(String word, boolean legal) {
		List<String> exact = SpellingTable.exact(word);
		Matcher parts = WORD.matcher(word);
		if (!exact.isEmpty() && !isLegal(word) || !parts.matches() || parts.group(1).isEmpty()) {
			return exact.isEmpty() ? List.of(word) : exact;
		}
		Set<String> symbols = new LinkedHashSet<>(SpellingTable.exact(parts.group(1)));
		if (isLegal(parts.group(1))) {
			symbols.add(parts.group(1));
		} else if (!legal && symbols.isEmpty()) {
			symbols.addAll(SpellingTable.near(parts.group(1)));
		}
		String exponent = parts.group(2) == null ? "" : parts.group(2);
		String annotation = parts.group(3) == null ? "" : parts.group(3);
		return symbols.stream().map(symbol -> raised(symbol, exponent) + annotation).toList();
	}

	private static String raised(String symbol, String exponent) {
		if (exponent.isEmpty() || exponent.length() > 3) {
			return symbol;
		}
		return Units.power(Units.of(symbol), Integer.parseInt(exponent)).code();
	}

	/** Puts one choice for each word together; the first but for one word. */
	private static Optional<String> composed(List<List<String>> choices, int word, int choice) {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < choices.size(); i++) {
			String text = choices.get(i).get(i == word ? choice : 0);
			boolean product = choices.size() > 1 && (text.indexOf('.') >= 0 || text.indexOf('/') >= 0) && text.length() > 1;
			Unit unit = isSeparator(text) ? null : Units.parse(text).unit().orElse(null);
			boolean offset = unit != null && unit.isAffine() && choices.size() > 1;
			String part = offset ? Units.differenceOf(unit).code() : text;
			code.append(product ? '(' + (part.startsWith("/") ? "1" : "") + part + ')' : part);
		}
		return Units.parse(code.toString()).unit()
				.map(unit -> code.indexOf("(") < 0 ? unit.code() : unit.terms().code());
	}
}
