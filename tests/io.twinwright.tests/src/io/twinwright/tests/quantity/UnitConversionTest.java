package io.twinwright.tests.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;

/** What a number becomes in another unit. Expected values are those of UCUM 2.2 and NIST SP 811. */
class UnitConversionTest {
	private static final String CASES = """
			1 kW.h kJ 3600
			25 Cel K 298.15
			-40 Cel [degF] -40
			212 [degF] Cel 100
			491.67 [degR] Cel 0
			1 mCel K 273.151
			1 [kn_i] m/s 0.5144444444444444
			1 [nmi_i] km 1.852
			1 [lb_av] kg 0.45359237
			1 [lbf_av] N 4.4482216152605
			1 [psi] Pa 6894.757293168361
			1 [HP] W 745.69987158227022
			1 [gal_us] l 3.785411784
			1 [bbl_us] [gal_us] 42
			1 [Btu_IT] J 1055.05585262
			1 mm[Hg] Pa 133.322
			1 m[H2O] kPa 9.80665
			180 deg rad 3.141592653589793
			1 circ deg 360
			1 rad deg 57.29577951308232
			12.5 % 1 0.125
			400 [ppm] % 0.04
			1 10*3.m3/h/min m3/s2 0.004629629629629630
			1 kW.h/m3/K kJ/m3/K 3600
			60 l/min m3/h 3.6
			1 uS/cm mS/m 0.1
			1 [degR] K 0.5555555555555556
			1 d min 1440
			1 a d 365.25
			1 mo d 30.4375
			1 L ml 1000
			20 dB B 2
			1 B Np 2.302585092994046
			30 dB[W] B[kW] 0
			6 B[V] B[mV] 12
			7 [pH] [pH] 7
			1 KiBy bit 8192
			1 eV J 0.0000000000000000001602176634
			1 Ky /m 100
			1 RAD Gy 0.01
			1 [rlk_us] [ft_us] 1
			1 [mesh_i] /[in_i] 1
			1 tex g/km 1
			1 [diop] /m 1
			1 [g] m/s2 9.80665
			""";

	@TestFactory
	Stream<DynamicTest> converts() {
		return CASES.lines().map(line -> line.split(" ")).map(row -> DynamicTest.dynamicTest(String.join(" ", row), () -> {
			Unit from = Units.of(row[1]);
			Unit to = Units.of(row[2]);
			BigDecimal value = new BigDecimal(row[0]);
			BigDecimal expected = new BigDecimal(row[3]);
			assertEquals(expected.stripTrailingZeros(), Units.convert(value, from, to).stripTrailingZeros());
			double fast = Units.conversion(from, to).apply(value.doubleValue());
			assertEquals(expected.doubleValue(), fast, 1e-12 * Math.max(Math.abs(expected.doubleValue()), 1e-9) + 1e-10);
		}));
	}

	@Test
	void keepsExactValuesBeyondSixteenDigits() {
		BigDecimal value = new BigDecimal("1234567890.12345678901234");
		assertEquals(new BigDecimal("1234567890123.45678901234"), Units.convert(value, Units.of("km"), Units.of("m")));
	}

	@Test
	void writesNoExponent() {
		assertEquals("5000000", Units.convert(new BigDecimal(5), Units.of("MW"), Units.of("W")).toString());
	}

	@Test
	void convertsDifferencesWithoutOffset() {
		assertEquals(new BigDecimal("5"), Units.convertDifference(new BigDecimal("9"), Units.of("[degF]"), Units.of("K")));
		assertEquals(new BigDecimal("5"), Units.convertDifference(new BigDecimal("5"), Units.of("K"), Units.of("Cel")));
		assertEquals(new Conversion(1.8, 0), Units.conversion(Units.of("Cel"), Units.of("[degF]")).ofDifferences());
	}

	@Test
	void convertsToItselfWithoutChange() {
		assertEquals(Conversion.IDENTITY, Units.conversion(Units.of("Cel"), Units.of("Cel")));
		assertEquals(Conversion.IDENTITY, Units.conversion(Units.of("bar{gauge}"), Units.of("bar")));
	}

	@Test
	void refusesOtherDimension() {
		String message = assertThrows(IllegalArgumentException.class,
				() -> Units.conversion(Units.of("kW"), Units.of("kW.h"))).getMessage();
		assertEquals("[kW] is power and [kW.h] is energy. They do not convert.", message);
		assertThrows(IllegalArgumentException.class,
				() -> Units.convert(BigDecimal.ONE, Units.of("[pH]"), Units.of("mol/l")));
	}

	@Test
	void quantityIsWrittenAsInTheLanguage() {
		assertEquals("2895 [kPa{gauge}]", new Quantity(new BigDecimal("2895"), Units.of("kPa{gauge}")).toString());
		assertEquals("1500 [[psi]]", new Quantity(new BigDecimal("1.5E3"), Units.of("[psi]")).toString());
	}

	@Test
	void quantityComparesAcrossUnits() {
		Quantity hour = new Quantity(BigDecimal.ONE, Units.of("h"));
		Quantity minutes = new Quantity(new BigDecimal("60"), Units.of("min"));
		Quantity freezing = new Quantity(BigDecimal.ZERO, Units.of("Cel"));
		assertEquals(0, hour.compareTo(minutes));
		assertNotEquals(hour, minutes);
		assertEquals(minutes, hour.in(Units.of("min")));
		assertTrue(freezing.compareTo(new Quantity(new BigDecimal("31.9"), Units.of("[degF]"))) > 0);
		assertThrows(IllegalArgumentException.class, () -> hour.compareTo(freezing));
	}

	@Test
	void acidityComparesByItsNumber() {
		Quantity acid = new Quantity(new BigDecimal("2"), Units.of("[pH]"));
		Quantity base = new Quantity(new BigDecimal("12"), Units.of("[pH]"));
		assertTrue(acid.compareTo(base) < 0);
	}
}
