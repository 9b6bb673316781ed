package io.twinwright.core.business;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The currencies of ISO 4217. */
public final class Currencies {
	/** Codes for no money: none, tests, precious metals and bond units. */
	private static final Set<String> NO_MONEY = Set.of("XXX", "XTS", "XAU", "XAG", "XPD", "XPT", "XBA", "XBB", "XBC",
			"XBD", "XSU", "XUA");
	private static final Set<String> CODES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode)
			.filter(code -> !NO_MONEY.contains(code)).collect(Collectors.toUnmodifiableSet());
	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("EURO", "EUR"), Map.entry("EUROS", "EUR"),
			Map.entry("DOLLAR", "USD"), Map.entry("DOLLARS", "USD"), Map.entry("US", "USD"), Map.entry("WON", "KRW"),
			Map.entry("YEN", "JPY"), Map.entry("RMB", "CNY"), Map.entry("YUAN", "CNY"), Map.entry("POUND", "GBP"),
			Map.entry("STG", "GBP"), Map.entry("FRANKEN", "CHF"), Map.entry("SFR", "CHF"), Map.entry("RUPEE", "INR"));

	private Currencies() {
	}

	/** @return whether it is a code of money */
	public static boolean isKnown(String code) {
		return CODES.contains(code);
	}

	/** @return all codes, sorted */
	public static Set<String> codes() {
		return new TreeSet<>(CODES);
	}

	/** @return the code that a name or a code in other letters means; none if it means none for certain */
	public static List<String> meant(String name) {
		String upper = name.toUpperCase(Locale.ROOT);
		if (NAMES.containsKey(upper)) {
			return List.of(NAMES.get(upper));
		}
		return CODES.contains(upper) ? List.of(upper) : List.of();
	}
}
