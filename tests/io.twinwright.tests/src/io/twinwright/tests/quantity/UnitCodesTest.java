package io.twinwright.tests.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.twinwright.core.quantity.Dimension;
import io.twinwright.core.quantity.Parsed;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;

/** Which codes are read, as what, and why others are refused. */
class UnitCodesTest {
	/** The codes of the example plants. */
	static final List<String> PLANTS = List.of("%", "%/s", "%{mol}", "/h", "/h/s", "/min", "1", "10*3.m3/h/min",
			"10*3.m3{std}/h", "10*6/ml", "Cel", "GJ", "K", "K/h", "MJ", "MJ/m3{std}", "MV.A", "MW", "N.m", "Pa.s", "V", "W.h",
			"W/m2", "[AU]", "[NTU]", "[degR]", "[ft_i]", "[kn_i]", "[kn_i].min", "[lb_av]/s", "[lb_av]/s/[psi]", "[nmi_i]",
			"[pH]", "[ppm]", "[psi]", "bar", "d", "deg", "g/kW/h", "g/l", "g/m3", "g/t/[nmi_i]", "h", "kN", "kN.m", "kPa", "kPa2",
			"kPa{gauge}", "kV", "kW", "kW.h", "kW.h/m2", "kW.h/m3/K", "kg", "kg/h", "kg/kW.h", "kg/s", "l", "l/h", "l/h/min",
			"l/min", "m", "m/s", "m2", "m3", "m3/h", "m3/min", "m3/min{std}", "m6/min2", "mS/cm", "mg", "min", "mm", "mm/s", "ms",
			"s", "t", "t/h", "t/m2", "t/t", "uS/cm", "{record}", "um/s", "h/d");

	@TestFactory
	Stream<DynamicTest> readsThePlants() {
		return PLANTS.stream().map(code -> DynamicTest.dynamicTest(code, () -> {
			Unit unit = Units.of(code);
			assertEquals(code, unit.code());
			assertEquals("[" + code + "]", unit.toString());
		}));
	}

	@TestFactory
	Stream<DynamicTest> namesTheDimension() {
		return Map.ofEntries(Map.entry("kW", "power"), Map.entry("kW.h", "energy"), Map.entry("[kn_i]", "speed"),
				Map.entry("Cel", "temperature"), Map.entry("[psi]", "pressure"), Map.entry("m3{std}/h", "volume flow"),
				Map.entry("t/h", "mass flow"), Map.entry("uS/cm", "conductivity"), Map.entry("%{mol}", "number"),
				Map.entry("g/kW/h", "specific consumption"), Map.entry("[NTU]", "turbidity"), Map.entry("l/h/min", "length³/time²"),
				Map.entry("kPa2", "mass²/(length²·time⁴)"), Map.entry("[CFU]/ml", "[CFU]/length³"), Map.entry("Ohm", "resistance"),
				Map.entry("T", "magnetic flux density"), Map.entry("mol/l", "concentration"), Map.entry("/min", "frequency"))
				.entrySet().stream()
				.map(row -> DynamicTest.dynamicTest(row.getKey(),
						() -> assertEquals(row.getValue(), Units.of(row.getKey()).dimension().name())));
	}

	@TestFactory
	Stream<DynamicTest> refusesWithReason() {
		return Map.ofEntries(Map.entry("kWh", "'kWh' is not a UCUM unit."), Map.entry("", "The unit is empty."),
				Map.entry("kh", "'h' takes no prefix."), Map.entry("k[ft_i]", "'[ft_i]' takes no prefix."),
				Map.entry("ha", "'a' takes no prefix."), Map.entry("EUR", "'EUR' is a currency, not a unit."),
				Map.entry("m³", "UCUM is written in ASCII"), Map.entry("kPa {x}", "UCUM is written in ASCII without blanks."),
				Map.entry("2m", "mixes a number and a unit"), Map.entry("kPa{gauge", "A '}' must end it."),
				Map.entry("[psi", "A ']' must end it."), Map.entry("psi]", "do not match"), Map.entry("m/", "ends with an operator"),
				Map.entry("m..s", "lacks a unit before '.'"), Map.entry("(m/s", "is not closed"), Map.entry("m)", "not opened"),
				Map.entry("m(s)", "lacks an operator before '('"), Map.entry("Cel/h", "A difference of it is in 'K'."),
				Map.entry("2.[degF]", "A difference of it is in '[degR]'."), Map.entry("/Cel", "has an offset"),
				Map.entry("Cel2", "has an offset"), Map.entry("0.m", "A factor is a positive number"),
				Map.entry("m{}", "is not legal"), Map.entry("kPa(gauge)", "lacks an operator"), Map.entry("m1000", "not a UCUM unit"),
				Map.entry("kkg", "not a UCUM unit"), Map.entry("KW", "not a UCUM unit"), Map.entry("bit_s", "not a UCUM unit"))
				.entrySet().stream().map(row -> DynamicTest.dynamicTest("code " + row.getKey(), () -> {
					Parsed.Unknown unknown = assertInstanceOf(Parsed.Unknown.class, Units.parse(row.getKey()));
					assertTrue(unknown.reason().contains(row.getValue()), unknown.reason());
				}));
	}

	@Test
	void throwsForAnIllegalConstant() {
		assertThrows(IllegalArgumentException.class, () -> Units.of("rpm"));
	}

	@Test
	void readsFromLeftToRight() {
		assertTrue(Units.sameMeaning(Units.of("kg/kW.h"), Units.of("kg.h/kW")));
		assertTrue(Units.sameMeaning(Units.of("kg/(kW.h)"), Units.of("kg/kW/h")));
		assertFalse(Units.compatible(Units.of("kg/kW.h"), Units.of("kg/kW/h")));
	}

	@Test
	void tellsScalesWithOffsetFromDifferences() {
		assertTrue(Units.of("Cel").isAffine());
		assertTrue(Units.of("Cel{inlet}").isAffine());
		assertTrue(Units.of("mCel").isAffine());
		assertTrue(Units.of("[degF]").isAffine());
		assertFalse(Units.of("K").isAffine());
		assertFalse(Units.of("[degR]").isAffine());
		assertFalse(Units.of("[pH]").isAffine());
	}

	@Test
	void tellsLogarithmicScales() {
		for (String code : List.of("[pH]", "dB", "B", "Np", "dB[W]", "B[SPL]")) {
			Unit unit = Units.of(code);
			assertTrue(unit.isLogarithmic(), code);
			assertFalse(unit.isDimensionless(), code);
		}
		assertFalse(Units.of("%").isLogarithmic());
	}

	@Test
	void keepsArbitraryUnitsApart() {
		assertFalse(Units.compatible(Units.of("[AU]"), Units.of("1")));
		assertFalse(Units.compatible(Units.of("[AU]"), Units.of("[NTU]")));
		assertFalse(Units.compatible(Units.of("[iU]"), Units.of("1")));
		assertTrue(Units.compatible(Units.of("[NTU]"), Units.of("[FNU]")));
		assertTrue(Units.compatible(Units.of("m[iU]/l"), Units.of("[iU]/ml")));
	}

	@Test
	void countsAnglesAsNumbers() {
		assertTrue(Units.of("deg").isDimensionless());
		assertTrue(Units.of("sr").isDimensionless());
		assertTrue(Units.compatible(Units.of("rad/s"), Units.of("/min")));
	}

	@Test
	void tellsCalendarLengths() {
		assertTrue(Units.of("mo").isCalendarLength());
		assertTrue(Units.of("t/a").isCalendarLength());
		assertTrue(Units.of("mo{billing}").isCalendarLength());
		assertFalse(Units.of("d").isCalendarLength());
		assertFalse(Units.of("wk").isCalendarLength());
	}

	@Test
	void keepsAnnotationsWithoutMeaning() {
		Unit unit = Units.of("m3{std}/h{mean}");
		assertEquals(Set.of("std", "mean"), unit.annotations());
		assertTrue(Units.sameMeaning(unit, Units.of("m3/h")));
		assertEquals(Set.of("record"), Units.of("{record}").annotations());
		assertTrue(Units.of("{record}").isDimensionless());
	}

	@TestFactory
	Stream<DynamicTest> showsSymbolsToPeople() {
		return Map.ofEntries(Map.entry("Cel", "°C"), Map.entry("m3/h", "m³/h"), Map.entry("kW.h", "kW·h"),
				Map.entry("[psi]", "psi"),
				Map.entry("[kn_i].min", "kn·min"), Map.entry("kPa{gauge}", "kPa(gauge)"), Map.entry("10*3.m3{std}/h", "10³·m³(std)/h"),
				Map.entry("uS/cm", "µS/cm"), Map.entry("kOhm", "kΩ"), Map.entry("/min", "1/min"), Map.entry("{record}", "record"),
				Map.entry("kg.m-3", "kg·m⁻³"), Map.entry("mm[Hg]", "mmHg"), Map.entry("[in_i'H2O]", "inH2O"),
				Map.entry("[degR]", "°R"),
				Map.entry("g/t/[nmi_i]", "g/t/nmi"), Map.entry("dB[W]", "dB(W)"), Map.entry("deg", "°"), Map.entry("gon", "gon"))
				.entrySet().stream().map(row -> DynamicTest.dynamicTest(row.getKey(),
						() -> assertEquals(row.getValue(), Units.of(row.getKey()).symbol())));
	}

	@Test
	void comparesDimensionsByExponents() {
		assertEquals(Dimension.LENGTH.divide(Dimension.TIME), Units.of("[kn_i]").dimension());
		assertEquals(Dimension.NONE, Dimension.MASS.divide(Dimension.MASS));
		assertEquals(Dimension.LENGTH, Units.of("m").dimension().root(2).pow(2));
		assertEquals("L1/2", Dimension.LENGTH.root(2).toString());
		assertEquals("time^(1/2)", Dimension.TIME.root(2).name());
	}
}
