package io.twinwright.core.address;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Quantity;
import io.twinwright.model.Range;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The range of a signal as raw values; a scale below zero turns its ends round.
 *
 * @param low the least raw value, empty where the range has none
 * @param high the largest raw value, empty where the range has none
 */
public record RawRange(Optional<BigDecimal> low, Optional<BigDecimal> high) {
	private static final RawRange NONE = new RawRange(Optional.empty(), Optional.empty());

	/** @return the range of a signal on a wire, without ends where nobody says */
	public static RawRange of(Point point, Wire wire) {
		return point.range().map(range -> of(range, point.unit(), wire)).orElse(NONE);
	}

	private static RawRange of(Range range, String unit, Wire wire) {
		Optional<BigDecimal> low = bound(range.getLow(), range.getHigh(), unit).map(wire::raw).map(RawRange::plain);
		Optional<BigDecimal> high = bound(range.getHigh(), range.getLow(), unit).map(wire::raw).map(RawRange::plain);
		return wire.scale().signum() < 0 ? new RawRange(high, low) : new RawRange(low, high);
	}

	private static Optional<BigDecimal> bound(Quantity bound, Quantity other, String unit) {
		String otherwise = other != null && other.getUnit() != null ? other.getUnit() : unit;
		Optional<Unit> to = Units.parse(unit == null ? "1" : unit).unit();
		return to.flatMap(known -> Quantities.in(Quantities.of(bound, otherwise), known));
	}

	private static BigDecimal plain(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
