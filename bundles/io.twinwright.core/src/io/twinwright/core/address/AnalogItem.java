package io.twinwright.core.address;

import io.twinwright.core.quantity.Unece;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** What the properties of an analog item (OPC 10000-8, 5.3.2) mean. */
public final class AnalogItem {
	private static final MathContext DIGITS = new MathContext(15);
	/** Bounds beyond these are the way of servers to say that there is none. */
	private static final double ENDLESS = 3.4e38;

	/** The namespace of units whose description is their UCUM code. */
	public static final String UCUM = "http://unitsofmeasure.org";

	private AnalogItem() {
	}

	/** The lower and the upper end of values. */
	public record Bounds(BigDecimal low, BigDecimal high) {
	}

	/** @return the bounds of a range, empty if it is none */
	public static Optional<Bounds> range(double low, double high) {
		return Math.abs(low) < ENDLESS && Math.abs(high) < ENDLESS && low < high ? Optional.of(new Bounds(decimal(low), decimal(high)))
				: Optional.empty();
	}

	private static BigDecimal decimal(double number) {
		return new BigDecimal(number).round(DIGITS).stripTrailingZeros();
	}

	/**
	 * @param namespace the URI of who numbers units, null for none
	 * @param spelling how people write it, null for nothing
	 * @param description what it is, null for nothing
	 * @return the UCUM code of a unit: by its UNECE code, or as UCUM has it, else as it is spelled; null if it is not known
	 */
	public static String unit(String namespace, int unitId, String spelling, String description) {
		if (UCUM.equals(namespace) && description != null && Units.parse(description.strip()).unit().isPresent()) {
			return description.strip();
		}
		if (Unece.NAMESPACE.equals(namespace)) {
			return Unece.byUnitId(unitId).flatMap(Unece::unit).map(Unit::code).orElseGet(() -> spelled(spelling));
		}
		return spelled(spelling);
	}

	private static String spelled(String spelling) {
		String text = spelling == null ? "" : spelling.strip();
		if (text.isEmpty()) {
			return null;
		}
		List<String> usual = Units.suggestions(text);
		// a usual spelling may be UCUM for something else: ft is a femtotonne
		return Units.parse(text).unit().isPresent() && usual.isEmpty() ? text : usual.isEmpty() ? null : usual.getFirst();
	}
}
