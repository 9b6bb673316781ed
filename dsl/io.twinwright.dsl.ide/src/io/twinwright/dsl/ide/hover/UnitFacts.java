package io.twinwright.dsl.ide.hover;

import io.twinwright.core.quantity.Parsed;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.UnitCatalogue;
import io.twinwright.core.quantity.Units;
import java.util.Optional;

/** What is known about a unit. */
public final class UnitFacts {
	private UnitFacts() {
	}

	/** @return the page of a unit token, which has its brackets */
	static String of(String token) {
		String code = token.substring(1, token.length() - 1);
		return switch (Units.parse(code)) {
			case Parsed.Known known -> of(known.value());
			case Parsed.Unknown unknown -> new Page(token).text(unknown.reason())
					.fact("Near to it", unknown.suggestions().stream().map(other -> Page.code("[" + other + "]")).toList()).toString();
		};
	}

	/** @return the page of a unit */
	public static String of(Unit unit) {
		return new Page(unit.toString()).fact("Symbol", unit.symbol()).fact("Name", name(unit).orElse(""))
				.fact("Measures", unit.dimension().name()).fact("Dimension", dimension(unit)).toString();
	}

	private static String dimension(Unit unit) {
		String formula = unit.dimension().toString();
		return formula.equals(unit.dimension().name()) ? "" : formula;
	}

	/** @return the unit's name in English, if it has a common one */
	static Optional<String> name(Unit unit) {
		return UnitCatalogue.entries().stream().filter(entry -> entry.unit().equals(unit)).map(UnitCatalogue.Entry::name)
				.filter(name -> !name.isBlank()).findFirst();
	}

	/** @return a unit in one line: code, symbol, name and what it measures; empty for null */
	static String line(String code) {
		if (code == null) {
			return "";
		}
		return Units.parse(code) instanceof Parsed.Known known ? line(known.value()) : Page.code("[" + code + "]") + ", no known unit";
	}

	private static String line(Unit unit) {
		String symbol = unit.symbol().equals(unit.code()) ? "" : " (" + unit.symbol() + ")";
		return Page.code(unit.toString()) + symbol + ", " + unit.dimension().name();
	}
}
