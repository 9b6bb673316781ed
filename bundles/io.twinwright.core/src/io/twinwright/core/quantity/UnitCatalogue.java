package io.twinwright.core.quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The units to choose from: the symbols of UCUM and the common units of {@link Unece}. Any other legal combination may
 * be written as well. Thread-safe; gathered at the first call.
 */
public final class UnitCatalogue {
	/**
	 * A unit to choose.
	 *
	 * @param unit the unit; its code is what to write
	 * @param name in English
	 * @param unece its row, none if UNECE has no common unit of this meaning
	 */
	public record Entry(Unit unit, String name, Optional<UneceUnit> unece) {
	}

	private static final class Entries {
		static final List<Entry> ALL = gathered();
	}

	private UnitCatalogue() {
	}

	/** @return all units; common ones before others, these by code */
	public static List<Entry> entries() {
		return Entries.ALL;
	}

	/** @return the units of each kind of quantity by its name, the kinds by name */
	public static Map<String, List<Entry>> byDimension() {
		Map<String, List<Entry>> groups = new LinkedHashMap<>();
		entries().stream().sorted(Comparator.comparing(entry -> entry.unit().dimension().name()))
				.forEach(entry -> groups.computeIfAbsent(entry.unit().dimension().name(), key -> new ArrayList<>()).add(entry));
		return groups;
	}

	/** @return the units that convert to a unit, for completion where its kind is expected */
	public static List<Entry> compatible(Unit unit) {
		return entries().stream().filter(entry -> Units.compatible(entry.unit(), unit)).toList();
	}

	private static List<Entry> gathered() {
		Set<String> codes = new LinkedHashSet<>(Unece.codes());
		codes.addAll(Units.atoms().codes());
		return codes.stream().map(code -> entry(Units.of(code))).toList();
	}

	private static Entry entry(Unit unit) {
		Optional<UneceUnit> unece = Unece.of(unit);
		boolean common = Unece.codes().contains(unit.code());
		String name = common ? unece.map(UneceUnit::description).orElse("") : Units.atoms().find(unit.code()).name();
		return new Entry(unit, name, unece);
	}
}
