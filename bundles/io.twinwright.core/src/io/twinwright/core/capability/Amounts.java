package io.twinwright.core.capability;

import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Parameter;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityType;
import io.twinwright.model.Signal;
import io.twinwright.model.ValueType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/** Reads quantities of the model. What cannot be read, or is beyond any plant, is left out: other rules say so. */
public final class Amounts {
	private static final int MOST_DIGITS = 60;

	private Amounts() {
	}

	/**
	 * @param otherwise the UCUM code that holds where the quantity has none; null for a pure number
	 * @return the quantity, empty for null, an unknown unit, or a number without measure
	 */
	public static Optional<Quantity> of(io.twinwright.model.Quantity quantity, String otherwise) {
		return quantity == null ? Optional.empty()
				: of(quantity.getNumber(), quantity.getUnit() == null ? otherwise : quantity.getUnit());
	}

	/** @return the quantity of a number and a UCUM code, null for a pure number */
	static Optional<Quantity> of(BigDecimal number, String code) {
		if (number == null || Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
				|| number.precision() > MOST_DIGITS) {
			return Optional.empty();
		}
		return Units.parse(code == null ? "1" : code).unit().map(unit -> new Quantity(number, unit));
	}

	/** @return what a clause of one word and a quantity says on an element */
	public static Optional<Quantity> of(ClauseHolder holder, MeasureKind kind) {
		return measure(holder, kind).flatMap(measure -> of(measure.getValue(), null));
	}

	/** @return the first clause of that word on an element */
	public static Optional<Measure> measure(ClauseHolder holder, MeasureKind kind) {
		for (Clause clause : holder.getClauses()) {
			if (clause instanceof Measure measure && measure.getKind() == kind) {
				return Optional.of(measure);
			}
		}
		return Optional.empty();
	}

	/** @return the number of a quantity in another unit, empty where the units do not convert */
	public static Optional<BigDecimal> in(Quantity quantity, Unit unit) {
		if (quantity.unit().equals(unit)) {
			return Optional.of(quantity.number());
		}
		return Units.compatible(quantity.unit(), unit) ? Optional.of(quantity.in(unit).number()) : Optional.empty();
	}

	/** @return the number of a quantity in the unit of a UCUM code, empty where the units do not convert */
	public static Optional<Double> in(Quantity quantity, String code) {
		return in(quantity, Units.of(code)).map(BigDecimal::doubleValue);
	}

	/** @return a calculated number for people, with four digits or all before the point */
	public static String plain(double number) {
		BigDecimal exact = BigDecimal.valueOf(number);
		int digits = Math.max(4, exact.precision() - exact.scale());
		return exact.round(new MathContext(digits)).stripTrailingZeros().toPlainString();
	}

	/** @return the UCUM code with which a parameter or signal is declared, null if it has none */
	static String unit(EObject declared) {
		ValueType type = switch (declared) {
			case Parameter parameter -> parameter.getType();
			case Signal signal -> signal.getType();
			case null, default -> null;
		};
		return switch (type) {
			case QuantityType quantity -> quantity.getUnit();
			case PrimitiveType primitive -> primitive.getUnit();
			case null, default -> null;
		};
	}
}
