package io.twinwright.core.quantity;

import java.math.BigDecimal;

/**
 * A number with its unit. Equal only if both are: {@code 1 [h]} is not {@code 60 [min]}, though {@link #compareTo}
 * finds them the same.
 *
 * @param number as written
 * @param unit of the number
 */
public record Quantity(BigDecimal number, Unit unit) implements Comparable<Quantity> {
	/**
	 * @return the same quantity in another unit, rounded as {@link Units#convert} does
	 * @throws IllegalArgumentException if the units are not compatible
	 */
	public Quantity in(Unit other) {
		return new Quantity(Units.convert(number, unit, other), other);
	}

	/**
	 * Compares exactly, whatever the units; in one unit as its scale counts, so that {@code 6 [[pH]]} is below {@code 8 [[pH]]}.
	 *
	 * @throws IllegalArgumentException if the units are not compatible
	 */
	@Override
	public int compareTo(Quantity other) {
		Units.requireCompatible(unit, other.unit);
		if (unit.equals(other.unit)) {
			return number.compareTo(other.number);
		}
		return inSi().compareTo(other.inSi());
	}

	private Ratio inSi() {
		return Ratio.of(number).times(unit.factor()).plus(unit.offset());
	}

	/** @return as in the language: {@code 2895 [kPa{gauge}]} */
	@Override
	public String toString() {
		return number.toPlainString() + ' ' + unit;
	}
}
