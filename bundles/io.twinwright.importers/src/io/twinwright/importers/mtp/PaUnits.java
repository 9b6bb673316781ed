package io.twinwright.importers.mtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The unit codes of process devices, which VDI/VDE/NAMUR 2658-4 takes from the PROFIBUS PA profile (3.02, appendix of unit
 * codes) and which FOUNDATION Fieldbus and IO-Link share, with the UCUM codes of what they mean.
 */
public final class PaUnits {
	private static final Map<Integer, String> UNITS = read();
	private static final int NONE = 0;
	private static final int NO_UNIT = 1997;

	private PaUnits() {
	}

	private static Map<Integer, String> read() {
		try (BufferedReader rows = new BufferedReader(
				new InputStreamReader(PaUnits.class.getResourceAsStream("pa-units.csv"), StandardCharsets.UTF_8))) {
			return rows.lines().skip(1).map(row -> row.split(",", 2)).collect(Collectors.toMap(
					row -> Integer.valueOf(row[0]), row -> row[1], (one, other) -> one, TreeMap::new));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the UCUM code of a unit code, empty where there is none, as for degrees API */
	public static Optional<String> of(int code) {
		return Optional.ofNullable(UNITS.get(code));
	}

	/** @return whether a code says that there is no unit */
	public static boolean isNone(int code) {
		return code == NONE || code == NO_UNIT;
	}

	/** @return all codes that have a UCUM code */
	public static SortedSet<Integer> codes() {
		return new TreeSet<>(UNITS.keySet());
	}
}
