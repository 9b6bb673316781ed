package io.twinwright.core.address;

import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.quantity.Parsed;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import io.twinwright.model.Clause;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How the number of a signal stands on the wire. A raw value is first scaled and offset, then it is a value in the unit
 * that the binding names with {@code as}; without a binding of its own a signal is on the wire as it is declared.
 *
 * @param unit the UCUM code of the unit in which the signal is declared, null if it has none
 * @param wireUnit the UCUM code of the unit on the wire, null if it has none
 * @param scale what a raw value is multiplied with; not zero
 * @param offset what is added after that, in the unit on the wire
 */
public record Wire(String unit, String wireUnit, BigDecimal scale, BigDecimal offset) {
	private static final MathContext DIGITS = MathContext.DECIMAL64;

	/** A signal whose raw values are its values. */
	public static Wire plain(String unit) {
		return new Wire(unit, unit, BigDecimal.ONE, BigDecimal.ZERO);
	}

	/** @return how a signal is on the wire of the endpoint to which it is bound itself, else as it is declared */
	public static Wire of(TwinModel twin, Point point) {
		Binding binding = twin.binding(point);
		if (binding == null) {
			return plain(point.unit());
		}
		String wireUnit = binding.getUnit() != null && compatible(point.unit(), binding.getUnit()) ? binding.getUnit()
				: point.unit();
		BigDecimal scale = measure(binding, MeasureKind.SCALE, wireUnit, BigDecimal.ONE);
		return new Wire(point.unit(), wireUnit, scale.signum() == 0 ? BigDecimal.ONE : scale,
				measure(binding, MeasureKind.OFFSET, wireUnit, BigDecimal.ZERO));
	}

	private static BigDecimal measure(Binding binding, MeasureKind kind, String wireUnit, BigDecimal otherwise) {
		for (Clause clause : binding.getClauses()) {
			if (clause instanceof Measure measure && measure.getKind() == kind && measure.getValue() != null) {
				Quantity quantity = measure.getValue();
				return compatible(quantity.getUnit(), wireUnit)
						? Units.convertDifference(quantity.getNumber(), Units.of(quantity.getUnit()), Units.of(wireUnit))
						: quantity.getNumber();
			}
		}
		return otherwise;
	}

	private static boolean compatible(String one, String other) {
		return one != null && other != null && Units.parse(one) instanceof Parsed.Known(Unit first)
				&& Units.parse(other) instanceof Parsed.Known(Unit second) && Units.compatible(first, second);
	}

	/** @return whether raw values are plain values in {@link #wireUnit()} */
	public boolean isDirect() {
		return scale.compareTo(BigDecimal.ONE) == 0 && offset.signum() == 0;
	}

	/** @return whether raw values are the signal's values */
	public boolean isPlain() {
		return isDirect() && (unit == null || unit.equals(wireUnit));
	}

	/** @return the raw value of a value in the signal's unit, rounded to 16 digits where it does not end */
	public BigDecimal raw(BigDecimal value) {
		BigDecimal onWire = isSameUnit() ? value : Units.convert(value, Units.of(unit), Units.of(wireUnit));
		return isDirect() ? onWire : onWire.subtract(offset).divide(scale, DIGITS);
	}

	/** @return the raw difference of a difference in the signal's unit, with the sign of the scale */
	public BigDecimal rawDifference(BigDecimal difference) {
		BigDecimal onWire = isSameUnit() ? difference
				: Units.convertDifference(difference, Units.of(unit), Units.of(wireUnit));
		return isDirect() ? onWire : onWire.divide(scale, DIGITS);
	}

	/** @return the conversion from raw values to values in the signal's unit, for run time */
	public Conversion toValue() {
		Conversion units = isSameUnit() ? Conversion.IDENTITY : Units.conversion(Units.of(wireUnit), Units.of(unit));
		return new Conversion(units.factor() * scale.doubleValue(), units.apply(offset.doubleValue()));
	}

	/** @return the conversion from values in the signal's unit to raw values, for run time */
	public Conversion toRaw() {
		Conversion value = toValue();
		return new Conversion(1 / value.factor(), -value.offset() / value.factor());
	}

	/** @return the unit of raw values, null if they have none: scaled ones are bare numbers */
	public Unit rawUnit() {
		return isDirect() && wireUnit != null ? Units.parse(wireUnit).unit().orElse(null) : null;
	}

	private boolean isSameUnit() {
		return unit == null || unit.equals(wireUnit);
	}
}
