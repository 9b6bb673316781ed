package io.twinwright.core.quantity;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The UNECE codes of units for OPC UA and back. The official table is {@code UNECE_to_OPCUA.csv} as the OPC Foundation
 * publishes it; {@code ucum-unece.csv} names its row for each common UCUM code. Thread-safe; the tables are read at the
 * first call.
 */
public final class Unece {
	/** The namespace of EUInformation with UNECE codes (OPC UA 1.05 Part 8, clause 5.6.3.4). */
	public static final String NAMESPACE = "http://www.opcfoundation.org/UA/units/un/cefact";

	private static final class Tables {
		static final Map<String, UneceUnit> BY_CODE = new LinkedHashMap<>();
		static final Map<Integer, UneceUnit> BY_ID = new HashMap<>();
		static final Map<String, UneceUnit> BY_UCUM = new LinkedHashMap<>();
		static final Map<String, String> UCUM = new HashMap<>();

		static {
			for (List<String> row : Csv.read("UNECE_to_OPCUA.csv")) {
				UneceUnit unit = new UneceUnit(row.get(0), Integer.parseInt(row.get(1)), row.get(2), row.get(3));
				BY_CODE.put(unit.code(), unit);
				BY_ID.put(unit.unitId(), unit);
			}
			for (List<String> row : Csv.read("ucum-unece.csv")) {
				UneceUnit unit = BY_CODE.get(row.get(1));
				BY_UCUM.put(row.get(0), unit);
				UCUM.put(row.get(1), row.get(0));
			}
		}
	}

	private static final class Meanings {
		static final Map<Units.Meaning, UneceUnit> ROWS = new HashMap<>();

		static {
			Tables.BY_UCUM.forEach((code, unit) -> ROWS.putIfAbsent(Units.meaning(Units.of(code)), unit));
		}
	}

	private Unece() {
	}

	/**
	 * Finds the row of a unit: by its code, else by its meaning, so that {@code L/min} and {@code dm3/min} are found too.
	 * Annotations are ignored.
	 *
	 * @return none if UNECE has no such unit, or none that is common
	 */
	public static Optional<UneceUnit> of(Unit unit) {
		UneceUnit found = Tables.BY_UCUM.get(unit.code().replaceAll("(?<=[^./(])\\{[^}]*}", ""));
		return Optional.ofNullable(found != null ? found : Meanings.ROWS.get(Units.meaning(unit)));
	}

	/** @return the row with a number that a server sent; none if it is no UNECE code */
	public static Optional<UneceUnit> byUnitId(int unitId) {
		return Optional.ofNullable(Tables.BY_ID.get(unitId));
	}

	/** @return the row of a UNECE common code */
	public static Optional<UneceUnit> byCode(String code) {
		return Optional.ofNullable(Tables.BY_CODE.get(code));
	}

	/** @return the unit of a row; none if the row is not one of the common units */
	public static Optional<Unit> unit(UneceUnit row) {
		return Optional.ofNullable(Tables.UCUM.get(row.code())).map(Units::of);
	}

	/** @return the UCUM codes that have a row of their own, in groups of one kind of quantity */
	static Set<String> codes() {
		return Collections.unmodifiableSet(Tables.BY_UCUM.keySet());
	}

	/**
	 * The number of a UNECE code after OPC UA 1.05 Part 8, clause 5.6.3.4: its characters as bytes, the first the most
	 * significant.
	 */
	public static int unitId(String code) {
		int id = 0;
		for (char c : code.toCharArray()) {
			id = id << 8 | c;
		}
		return id;
	}
}
