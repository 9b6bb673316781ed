package io.twinwright.tests.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.twinwright.core.quantity.UnitCatalogue;
import io.twinwright.core.quantity.UnitCatalogue.Entry;
import io.twinwright.core.quantity.Units;

/** The units to choose from. */
class UnitCatalogueTest {
	@Test
	void listsEachUnitOnceWithName() {
		Set<String> codes = new HashSet<>();
		for (Entry entry : UnitCatalogue.entries()) {
			assertTrue(codes.add(entry.unit().code()), entry.unit().code());
			assertFalse(entry.name().isBlank(), entry.unit().code());
		}
		assertTrue(codes.containsAll(List.of("kW.h", "[nmi_i]", "Cel", "[NTU]", "[degR]", "10*", "m3/h")));
	}

	@Test
	void namesCommonUnitsAsUneceDoes() {
		Entry knot = UnitCatalogue.entries().stream().filter(entry -> entry.unit().code().equals("[kn_i]")).findFirst()
				.orElseThrow();
		assertEquals("knot", knot.name());
		assertEquals("KNT", knot.unece().orElseThrow().code());
	}

	@Test
	void groupsByDimension() {
		assertTrue(UnitCatalogue.byDimension().get("power").stream().anyMatch(entry -> entry.unit().code().equals("kW")));
		assertTrue(UnitCatalogue.byDimension().values().stream().allMatch(group -> group.stream()
				.allMatch(entry -> Units.compatible(entry.unit(), group.getFirst().unit()))));
	}

	@Test
	void offersWhatConverts() {
		List<String> codes = UnitCatalogue.compatible(Units.of("kPa{gauge}")).stream().map(entry -> entry.unit().code()).toList();
		assertTrue(codes.containsAll(List.of("Pa", "bar", "[psi]", "mm[Hg]")));
		assertFalse(codes.contains("kW"));
	}
}
