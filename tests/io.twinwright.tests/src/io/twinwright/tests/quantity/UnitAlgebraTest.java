package io.twinwright.tests.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;

/** The units of products, quotients, powers, roots and differences. */
class UnitAlgebraTest {
	private static Unit unit(String code) {
		return Units.of(code);
	}

	@Test
	void cancelsEqualSymbols() {
		assertEquals("kW", Units.quotient(unit("kW.h"), unit("h")).code());
		assertEquals("1", Units.quotient(unit("m3/h"), unit("m3/h")).code());
		assertEquals("kg", Units.product(unit("kg/h"), unit("h")).code());
	}

	@Test
	void composesLegalCodes() {
		for (Unit composed : new Unit[] {Units.product(unit("10*3.m3{std}/h"), unit("MJ/m3{std}")),
				Units.quotient(unit("kW"), unit("kg/h")), Units.quotient(unit("1"), unit("s")), Units.power(unit("kPa"), 2),
				Units.power(unit("m/s"), -2), Units.product(unit("2.m"), unit("3.m")), Units.quotient(unit("m"), unit("4.s"))}) {
			Unit read = unit(composed.code());
			assertTrue(Units.sameMeaning(composed, read), composed.code());
		}
	}

	@Test
	void keepsTheSizeOfProducts() {
		Unit energy = Units.product(unit("kW"), unit("min"));
		assertEquals(new BigDecimal("60"), Units.convert(BigDecimal.ONE, energy, unit("kJ")));
		assertEquals("kW.min", energy.code());
	}

	@Test
	void takesRoots() {
		assertEquals("kPa", Units.root(unit("kPa2"), 2).code());
		Unit root = Units.root(unit("m"), 2);
		assertTrue(Units.compatible(unit("m"), Units.power(root, 2)));
		assertEquals("m^(1/2)", root.code());
		assertTrue(Units.root(Units.quotient(unit("[degR]"), unit("[degR]")), 2).isDimensionless());
		assertEquals(new BigDecimal("1000"), Units.convert(BigDecimal.ONE, Units.root(unit("km2"), 2), unit("m")));
		assertEquals(new BigDecimal("1.414213562373095"), Units.convert(BigDecimal.ONE, Units.root(unit("2.m2"), 2), unit("m")));
		assertThrows(IllegalArgumentException.class, () -> Units.root(unit("m"), 0));
	}

	@Test
	void rootOfPowerIsTheUnit() {
		for (String code : new String[] {"mm", "kW.h", "[lb_av]/[ft_i]", "bar"}) {
			assertTrue(Units.sameMeaning(unit(code), Units.root(Units.power(unit(code), 3), 3)), code);
		}
	}

	@Test
	void powerZeroIsANumber() {
		assertEquals("1", Units.power(unit("kW"), 0).code());
		assertTrue(Units.power(unit("kW"), 0).isDimensionless());
	}

	@Test
	void differencesHaveNoOffset() {
		assertEquals("K", Units.differenceOf(unit("Cel")).code());
		assertEquals("[degR]", Units.differenceOf(unit("[degF]")).code());
		assertEquals("mK", Units.differenceOf(unit("mCel")).code());
		assertEquals("K", Units.differenceOf(unit("Cel{inlet}")).code());
		assertEquals("bar", Units.differenceOf(unit("bar")).code());
	}

	@Test
	void scalesWithOffsetCountAsDifferencesInProducts() {
		Unit rate = Units.quotient(unit("Cel"), unit("h"));
		assertEquals("K/h", rate.code());
		assertFalse(rate.isAffine());
		assertTrue(Units.compatible(rate, unit("K/s")));
	}

	@Test
	void logarithmicScalesCountAsDifferencesInProducts() {
		Unit rate = Units.quotient(unit("[pH]"), unit("h"));
		assertTrue(Units.sameMeaning(rate, unit("[pH]/h")));
		assertFalse(rate.isLogarithmic());
		assertFalse(Units.compatible(rate, unit("mol/l/h")));
	}

	@Test
	void meaningIgnoresSpelling() {
		assertTrue(Units.sameMeaning(unit("l/min"), unit("dm3/min")));
		assertTrue(Units.sameMeaning(unit("J"), unit("N.m")));
		assertTrue(Units.sameMeaning(unit("deg"), unit("circ/360")));
		assertFalse(Units.sameMeaning(unit("Cel"), unit("K")));
		assertFalse(Units.sameMeaning(unit("h"), unit("min")));
	}
}
