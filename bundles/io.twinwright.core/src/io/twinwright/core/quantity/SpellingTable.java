package io.twinwright.core.quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The spellings of single symbols. */
final class SpellingTable {
	private static final List<String> SYSTEMS = List.of("", "_i", "_av", "_us", "_br");
	private static final Map<String, List<String>> CODES = new LinkedHashMap<>();
	private static final Map<String, List<String>> PREFIXED = new LinkedHashMap<>();

	static {
		for (List<String> row : Csv.read("spellings.csv")) {
			CODES.computeIfAbsent(row.get(0), key -> new ArrayList<>()).add(row.get(1));
			if (row.get(2).equals("yes")) {
				PREFIXED.put(row.get(0), CODES.get(row.get(0)));
			}
		}
	}

	private SpellingTable() {
	}

	/** @return what the table has for a code as a whole, as {@code U/min} */
	static List<String> whole(String code) {
		return CODES.getOrDefault(code, List.of());
	}

	/** @return what the table has for a symbol, with or without prefix or plural */
	static List<String> exact(String symbol) {
		List<String> codes = new ArrayList<>(CODES.getOrDefault(symbol, List.of()));
		for (String prefix : Units.atoms().prefixes().keySet()) {
			if (symbol.startsWith(prefix)) {
				PREFIXED.getOrDefault(symbol.substring(prefix.length()), List.of()).forEach(code -> codes.add(prefix + code));
			}
		}
		if (codes.isEmpty() && symbol.endsWith("s") && symbol.length() > 2) {
			return whole(symbol.substring(0, symbol.length() - 1));
		}
		return codes;
	}

	/** @return legal codes that differ from a symbol in a plural, brackets, case or one letter */
	static Set<String> near(String written) {
		String symbol = written;
		Set<String> near = new LinkedHashSet<>();
		if (symbol.startsWith("[") && symbol.endsWith("]")) {
			String bare = symbol.substring(1, symbol.length() - 1);
			near.addAll(exact(bare));
			bracketed(bare, near);
			symbol = near.isEmpty() ? bare : symbol;
		}
		if (symbol.endsWith("s")) {
			String singular = symbol.substring(0, symbol.length() - 1);
			Units.parse(singular).unit().ifPresent(unit -> near.add(unit.code()));
			bracketed(singular, near);
		}
		bracketed(symbol, near);
		CODES.keySet().stream().filter(symbol::equalsIgnoreCase).forEach(spelling -> near.addAll(CODES.get(spelling)));
		near.addAll(otherCase(symbol));
		if (near.isEmpty()) {
			near.addAll(oneLetterApart(written));
			near.addAll(oneLetterApart(symbol));
		}
		return near;
	}

	private static Set<String> oneLetterApart(String symbol) {
		Set<String> near = new LinkedHashSet<>();
		if (symbol.length() > 2 && !isCurrency(symbol)) {
			for (String code : Units.atoms().codes()) {
				String bare = code.startsWith("[") && !symbol.startsWith("[") ? code.substring(1, code.length() - 1) : code;
				if (bare.length() > 2 && oneLetterApart(symbol, bare)) {
					near.add(code);
				}
			}
			CODES.keySet().stream().filter(spelling -> spelling.length() > 2 && oneLetterApart(symbol, spelling))
					.forEach(spelling -> near.addAll(CODES.get(spelling)));
		}
		return near;
	}

	private static void bracketed(String symbol, Set<String> near) {
		for (String system : SYSTEMS) {
			String code = '[' + symbol + system + ']';
			Units.atoms().codes().stream().filter(code::equalsIgnoreCase).forEach(near::add);
		}
	}

	/** Symbols with prefix that differ in case, the fewest letters first. */
	private static List<String> otherCase(String symbol) {
		Map<String, Integer> found = new LinkedHashMap<>();
		List<String> prefixes = new ArrayList<>(Units.atoms().prefixes().keySet());
		prefixes.add("");
		for (String prefix : prefixes) {
			for (String code : symbol.length() > prefix.length() ? Units.atoms().codes() : List.<String>of()) {
				String candidate = prefix + code;
				if (candidate.equalsIgnoreCase(symbol) && Units.parse(candidate).unit().isPresent()) {
					found.put(candidate, changes(candidate, symbol));
				}
			}
		}
		return found.keySet().stream().sorted(Comparator.comparing(found::get)).toList();
	}

	private static int changes(String one, String other) {
		int changes = 0;
		for (int i = 0; i < one.length(); i++) {
			changes += one.charAt(i) == other.charAt(i) ? 0 : 1;
		}
		return changes;
	}

	/** @return whether a symbol is one of ISO 4217, as {@code EUR} */
	static boolean isCurrency(String symbol) {
		if (symbol.length() != 3 || !symbol.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
			return false;
		}
		return Currency.getAvailableCurrencies().stream().anyMatch(currency -> currency.getCurrencyCode().equals(symbol));
	}

	/** @return whether one letter more, less, other or exchanged with its neighbour turns one into the other */
	private static boolean oneLetterApart(String one, String other) {
		int start = 0;
		int shorter = Math.min(one.length(), other.length());
		while (start < shorter && one.charAt(start) == other.charAt(start)) {
			start++;
		}
		String a = one.substring(start);
		String b = other.substring(start);
		return switch (a.length() - b.length()) {
			case 1 -> a.substring(1).equals(b);
			case -1 -> b.substring(1).equals(a);
			case 0 -> !a.isEmpty() && (a.substring(1).equals(b.substring(1)) || a.length() > 1
					&& a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0) && a.substring(2).equals(b.substring(2)));
			default -> false;
		};
	}
}
