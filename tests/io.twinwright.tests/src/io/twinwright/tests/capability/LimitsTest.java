package io.twinwright.tests.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.capability.Limits;
import io.twinwright.core.capability.Limits.Span;
import io.twinwright.core.capability.Limits.Word;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LimitsTest {
	private static Quantity of(String number, String unit) {
		return new Quantity(new BigDecimal(number), Units.of(unit));
	}

	private static Span between(String low, String high, String unit) {
		return new Span(of(low, unit), of(high, unit));
	}

	private static Span atMost(String high, String unit) {
		return new Span(null, of(high, unit));
	}

	private static Span atLeast(String low, String unit) {
		return new Span(of(low, unit), null);
	}

	@Test
	void meetsWhatLiesInsideInAnyUnit() {
		Span provided = between("0.2", "2.0", "l");
		assertTrue(provided.meet(between("200", "2000", "ml")));
		assertTrue(provided.meet(between("2", "2", "l")));
		assertFalse(provided.meet(between("200", "2001", "ml")));
		assertFalse(provided.meet(between("199.9", "300", "ml")));
	}

	@Test
	void meetsTheBoundThatIsAskedFor() {
		assertTrue(atMost("0.05", "Pa.s").meet(atMost("50", "mPa.s")));
		assertFalse(atMost("0.05", "Pa.s").meet(atMost("0.1", "Pa.s")));
		assertTrue(between("5", "1000", "um").meet(atMost("0.01", "mm")));
		assertTrue(between("1", "10", "N.m").meet(atLeast("5", "N.m")));
		assertFalse(between("1", "10", "N.m").meet(atLeast("11", "N.m")));
	}

	@Test
	void agreesOnAValueInCommon() {
		assertTrue(Limits.agree(between("40", "120", "mm"), between("4", "9.5", "cm")));
		assertTrue(Limits.agree(between("40", "50", "mm"), between("5", "9", "cm")));
		assertFalse(Limits.agree(between("40", "49.9", "mm"), between("5", "9", "cm")));
		assertTrue(Limits.agree(between("3", "3", "bar"), atMost("300", "kPa")));
		assertFalse(Limits.agree(between("3.1", "4", "bar"), atMost("300", "kPa")));
	}

	@Test
	void keepsToABoundThatBothState() {
		assertTrue(Limits.agree(atMost("1.1", "uS/cm"), atMost("1.3", "uS/cm")));
		assertFalse(Limits.agree(atMost("1.4", "uS/cm"), atMost("1.3", "uS/cm")));
		assertTrue(Limits.agree(atLeast("2", "bar"), atLeast("1", "bar")));
		assertFalse(Limits.agree(atLeast("1", "bar"), atLeast("2", "bar")));
		assertTrue(Limits.agree(atLeast("1", "bar"), atMost("2", "bar")));
	}

	@Test
	void leavesWhatDoesNotCompareToOthers() {
		assertTrue(between("1", "2", "l").meet(between("5", "6", "kg")));
		assertTrue(between("1", "2", "l").meet(new Word("much")));
		assertTrue(Limits.agree(between("1", "2", "l"), between("5", "6", "kg")));
	}

	@Test
	void comparesWords() {
		assertTrue(new Word("lng").meet(new Word("lng")));
		assertFalse(new Word("lng").meet(new Word("mgo")));
		assertFalse(Limits.agree(new Word("lng"), new Word("mgo")));
	}

	@Test
	void readsLikeTheText() {
		assertEquals("40..95 [mm]", between("40", "95", "mm").text());
		assertEquals("5 [cm]", between("5", "5", "cm").text());
		assertEquals("4 [cm]..95 [mm]", new Span(of("4", "cm"), of("95", "mm")).text());
		assertEquals("at most 0.05 [Pa.s]", atMost("0.05", "Pa.s").text());
		assertEquals("at least 3", atLeast("3", "1").text());
		assertEquals("'lng'", new Word("lng").text());
	}
}
