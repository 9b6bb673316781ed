package io.twinwright.core.quantity;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The unit codes of process devices, which VDI/VDE/NAMUR 2658-4 takes from the PROFIBUS PA profile (3.02, appendix of unit
 * codes) and which FOUNDATION Fieldbus and IO-Link share, with the UCUM codes of what they mean. Thread-safe; the table is
 * read at the first call.
 */
public final class PaUnits {
	/** The code that says that there is no unit. */
	public static final int NO_UNIT = 1997;
	/** The code that says that there is a unit which has no code. */
	public static final int UNKNOWN = 1998;
	private static final int NONE = 0;

	private static final class Table {
		static final SortedMap<Integer, String> UNITS = new TreeMap<>();

		static {
			Csv.read("pa-units.csv").forEach(row -> UNITS.putIfAbsent(Integer.valueOf(row.get(0)), row.get(1)));
		}
	}

	/** What a unit says: its annotations too, for gauge pressure has another code than pressure. */
	private record Sense(Units.Meaning meaning, Set<String> annotations) {
		static Sense of(Unit unit) {
			return new Sense(Units.meaning(unit), unit.annotations());
		}
	}

	private static final class Codes {
		static final Map<String, Integer> BY_UCUM = new HashMap<>();
		static final Map<Sense, Integer> BY_SENSE = new HashMap<>();

		static {
			Table.UNITS.forEach((code, ucum) -> {
				BY_UCUM.putIfAbsent(ucum, code);
				Units.parse(ucum).unit().filter(unit -> !unit.isDimensionless()).ifPresent(unit -> BY_SENSE.putIfAbsent(Sense.of(unit), code));
			});
		}
	}

	private PaUnits() {
	}

	/** @return the UCUM code of a unit code, empty where there is none, as for degrees API */
	public static Optional<String> of(int code) {
		return Optional.ofNullable(Table.UNITS.get(code));
	}

	/**
	 * The least code of a unit, by its UCUM code or else by its meaning: {@code dm3/min} has that of {@code l/min}. Pure
	 * numbers all mean the same and so have codes by their UCUM codes only.
	 *
	 * @return empty where there is none, as for cells per volume
	 */
	public static OptionalInt code(Unit unit) {
		Integer code = Codes.BY_UCUM.get(unit.code());
		if (code == null && !unit.isDimensionless()) {
			code = Codes.BY_SENSE.get(Sense.of(unit));
		}
		return code == null ? OptionalInt.empty() : OptionalInt.of(code);
	}

	/** @return whether a code says that there is no unit */
	public static boolean isNone(int code) {
		return code == NONE || code == NO_UNIT;
	}

	/** @return all codes that have a UCUM code */
	public static SortedSet<Integer> codes() {
		return Collections.unmodifiableSortedSet(new TreeSet<>(Table.UNITS.keySet()));
	}
}
