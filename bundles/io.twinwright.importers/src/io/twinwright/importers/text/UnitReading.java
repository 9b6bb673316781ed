package io.twinwright.importers.text;

import io.twinwright.core.quantity.Parsed;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the spelling of a unit was read.
 *
 * @param code in UCUM, null where nobody knows the unit
 * @param note what to tell about it, null for nothing
 */
record UnitReading(String code, String note) {
	/** What plants mean by a spelling that has another meaning in UCUM or none, by small letters without spaces. */
	private static final Map<String, String> WORDS = Map.of("in", "[in_i]", "inch", "[in_i]", "zoll", "[in_i]", "degreecelsius", "Cel", "degreescelsius",
			"Cel", "degc", "Cel", "gradc", "Cel", "gradcelsius", "Cel", "stk", "1", "stück", "1");
	/** What UCUM means by it is what plants mean by it. */
	private static final List<String> AS_UCUM = List.of("nm", "kB", "MB", "GB", "TB");

	private static final int LONGEST = 60;

	/** Reads spellings, each once. */
	static final class Table {
		private final Map<String, UnitReading> known = new HashMap<>();

		UnitReading read(String spelling) {
			return known.computeIfAbsent(spelling.strip(), UnitReading::of);
		}
	}

	private static UnitReading of(String spelling) {
		String plain = spelling.matches("\\[[^\\[\\]]*]") ? spelling.substring(1, spelling.length() - 1).strip() : spelling;
		if (plain.length() > LONGEST) {
			return new UnitReading(null, "Unit '%s' is not known.".formatted(spelling));
		}
		if (plain.isEmpty() || plain.equals("-") || plain.equals("--")) {
			return new UnitReading(null, null);
		}
		String dense = plain.replaceAll("\\s", "");
		String word = WORDS.get(dense.toLowerCase(Locale.ROOT));
		if (word != null) {
			return new UnitReading(word, null);
		}
		String code = AS_UCUM.contains(dense) ? dense : Stream.of(Units.spelled(dense), List.of(dense), Units.spelled(dense.toLowerCase(Locale.ROOT)))
				.flatMap(List::stream).filter(UnitReading::isWritable).findFirst().orElse(null);
		if (code != null) {
			return new UnitReading(code, null);
		}
		List<String> near = dense.equals(plain) ? Units.suggestions(plain).stream().filter(UnitReading::isWritable).toList() : List.of();
		return near.size() == 1 ? new UnitReading(near.getFirst(), "Unit '%s' is read as '%s'.".formatted(spelling, near.getFirst()))
				: new UnitReading(null, "Unit '%s' is not known.".formatted(spelling));
	}

	/** @return whether a code can stand between brackets in the language */
	static boolean isWritable(String code) {
		return code.chars().noneMatch(Character::isWhitespace) && Units.parse(code) instanceof Parsed.Known(Unit unit) && !unit.isCalendarLength();
	}
}
