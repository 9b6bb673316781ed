package io.twinwright.tests.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.twinwright.core.quantity.Unece;
import io.twinwright.core.quantity.UneceUnit;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;

/** The mapping between UCUM and the official table of UNECE codes. */
class UneceTest {
	/** Symbols of the table that mean something else as a UCUM code. */
	private static final Set<String> OTHERWISE_IN_UCUM = Set.of("a", "at", "kt", "pH");

	private static Map<String, String> rows() throws IOException {
		Map<String, String> rows = new LinkedHashMap<>();
		try (BufferedReader in = new BufferedReader(new InputStreamReader(
				Unece.class.getResourceAsStream("ucum-unece.csv"), StandardCharsets.UTF_8))) {
			in.lines().skip(1).map(line -> line.split(",")).forEach(row -> rows.put(row[0], row[1]));
		}
		return rows;
	}

	@TestFactory
	Stream<DynamicTest> mapsEachUnitToItsRowAndBack() throws IOException {
		return rows().entrySet().stream().map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
			Unit unit = Units.of(row.getKey());
			UneceUnit unece = Unece.byCode(row.getValue()).orElseThrow();
			assertEquals(Optional.of(unece), Unece.of(unit));
			assertEquals(Optional.of(unit), Unece.byUnitId(unece.unitId()).flatMap(Unece::unit));
		}));
	}

	@Test
	void numbersAreThoseOfTheStandard() throws IOException {
		assertEquals(4405297, Unece.unitId("C81"));
		assertEquals(13384, Unece.unitId("4H"));
		for (String code : rows().values()) {
			assertEquals(Unece.unitId(code), Unece.byCode(code).orElseThrow().unitId(), code);
		}
	}

	@Test
	void sharesNoRowBetweenUnits() throws IOException {
		Map<String, String> first = new HashMap<>();
		rows().forEach((ucum, unece) -> assertEquals(null, first.put(unece, ucum), unece));
	}

	/** The symbols of the official table are an independent statement of what each row means. */
	@Test
	void agreesWithTheSymbolsOfTheTable() throws IOException {
		int compared = 0;
		for (Map.Entry<String, String> row : rows().entrySet()) {
			String symbol = Unece.byCode(row.getValue()).orElseThrow().displayName();
			Optional<Unit> meant = Units.parse(ucum(symbol)).unit().filter(unit -> !OTHERWISE_IN_UCUM.contains(symbol));
			if (meant.isPresent()) {
				compared++;
				assertTrue(Units.sameMeaning(meant.get(), Units.of(row.getKey())), row + " is " + symbol);
			}
		}
		assertTrue(compared > 340, "compared " + compared);
	}

	private static String ucum(String symbol) {
		return symbol.replace('²', '2').replace('³', '3').replace('⁴', '4').replace("⁻¹", "-1").replace("⁻2", "-2")
				.replace("⁻3", "-3").replace('·', '.').replace("µ", "u").replace("Ω", "Ohm").replace("\u2126", "Ohm")
				.replace("°C", "Cel").replace("°F", "[degF]")
				.replace("lb", "[lb_av]").replace("ft", "[ft_i]").replace("gal (US)", "[gal_us]");
	}

	@Test
	void findsUnitsByMeaning() {
		for (String code : List.of("L/min", "dl/min.10", "l{water}/min")) {
			assertEquals("L2", Unece.of(Units.of(code)).map(UneceUnit::code).orElse(null), code);
		}
		assertEquals("L19", Unece.of(Units.of("ml/l")).map(UneceUnit::code).orElse(null));
		assertEquals("KPA", Unece.of(Units.of("kPa{gauge}")).map(UneceUnit::code).orElse(null));
		assertEquals("MQH", Unece.of(Units.of("m3{std}/h")).map(UneceUnit::code).orElse(null));
		assertEquals("C62", Unece.of(Units.of("{record}")).map(UneceUnit::code).orElse(null));
		assertEquals("C62", Unece.of(Units.of("t/t")).map(UneceUnit::code).orElse(null));
	}

	@Test
	void keepsTorqueApartFromEnergy() {
		assertEquals("NU", Unece.of(Units.of("N.m")).map(UneceUnit::code).orElse(null));
		assertEquals("JOU", Unece.of(Units.of("J")).map(UneceUnit::code).orElse(null));
	}

	@Test
	void saysNothingWhereUneceHasNoUnit() {
		Set<String> none = new TreeSet<>();
		for (String code : UnitCodesTest.PLANTS) {
			if (Unece.of(Units.of(code)).isEmpty()) {
				none.add(code);
			}
		}
		assertEquals(new TreeSet<>(Set.of("%/s", "/h/s", "10*3.m3/h/min", "10*3.m3{std}/h", "10*6/ml", "[AU]", "[kn_i].min",
				"[lb_av]/s/[psi]", "g/kW/h", "g/t/[nmi_i]", "h/d", "kPa2", "kW.h/m2", "kW.h/m3/K", "kg/kW.h", "l/h/min", "m6/min2",
				"t/m2", "um/s")), none);
	}

	@Test
	void readsTheWholeTable() {
		UneceUnit inch = Unece.byCode("D62").orElseThrow();
		assertEquals("\"", inch.displayName());
		assertEquals("second [unit of angle]", inch.description());
		assertNotNull(Unece.byUnitId(Unece.unitId("MKM")).orElse(null));
		assertEquals(Optional.empty(), Unece.byUnitId(-1));
		assertEquals(Optional.empty(), Unece.byCode("ZZZ"));
	}
}
