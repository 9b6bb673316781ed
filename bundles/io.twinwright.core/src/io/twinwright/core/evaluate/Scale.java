package io.twinwright.core.evaluate;

import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;

/**
 * A conversion that divides where the divisor is a whole number: minutes of seconds are rounded once, not twice.
 *
 * @param factor what is multiplied with, 1 where is divided
 * @param divisor what is divided by, 1 where is multiplied
 * @param offset what is added then
 */
record Scale(double factor, double divisor, double offset) {
	static Scale of(Unit from, Unit to) {
		return of(Units.conversion(from, to), Units.conversion(to, from));
	}

	static Scale ofDifferences(Unit from, Unit to) {
		return of(Units.conversion(from, to).ofDifferences(), Units.conversion(to, from));
	}

	private static Scale of(Conversion there, Conversion back) {
		boolean divides = Math.abs(there.factor()) < 1 && back.factor() == Math.rint(back.factor());
		return new Scale(divides ? 1 : there.factor(), divides ? back.factor() : 1, there.offset());
	}

	double apply(double number) {
		return number * factor / divisor + offset;
	}
}
