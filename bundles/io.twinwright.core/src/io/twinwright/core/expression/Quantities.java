package io.twinwright.core.expression;

import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Expression;
import io.twinwright.model.Parameter;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityLiteral;
import io.twinwright.model.QuantityType;
import io.twinwright.model.Signal;
import io.twinwright.model.Unary;
import io.twinwright.model.UnaryOperator;
import io.twinwright.model.ValueType;
import java.math.BigDecimal;
import java.util.Optional;

/** The quantities of a text as values that can be compared and converted. */
public final class Quantities {
	private Quantities() {
	}

	/** @return the quantity; a bare number takes the other unit; nothing where a unit is unknown or the number is missing */
	public static Optional<Quantity> of(io.twinwright.model.Quantity quantity, String otherwise) {
		return quantity == null ? Optional.empty() : of(quantity.getNumber(), quantity.getUnit(), otherwise);
	}

	/** @return the quantity of a literal, with a minus before it or not; nothing for any other formula */
	public static Optional<Quantity> of(Expression expression, String otherwise) {
		return switch (expression) {
			case QuantityLiteral literal -> of(literal.getNumber(), literal.getUnit(), otherwise);
			case Unary unary when unary.getOperator() == UnaryOperator.MINUS -> of(unary.getOperand(), otherwise)
					.map(value -> new Quantity(value.number().negate(), value.unit()));
			case null, default -> Optional.empty();
		};
	}

	private static Optional<Quantity> of(BigDecimal number, String unit, String otherwise) {
		String code = unit != null ? unit : otherwise != null ? otherwise : "1";
		return number == null ? Optional.empty() : Units.parse(code).unit().map(known -> new Quantity(number, known));
	}

	/** @return the quantity in a unit, as a number; nothing where it does not convert */
	public static Optional<BigDecimal> in(Optional<Quantity> quantity, Unit unit) {
		return quantity.filter(value -> Units.compatible(value.unit(), unit)).map(value -> value.in(unit).number());
	}

	/**
	 * @return the quantity as a difference of values in a unit, where the offsets of scales do not count; a bare number is one;
	 *         nothing where it does not convert
	 */
	public static Optional<BigDecimal> difference(io.twinwright.model.Quantity quantity, Unit unit) {
		return of(quantity, Units.differenceOf(unit).code()).filter(value -> Units.compatible(value.unit(), unit))
				.map(value -> Units.convertDifference(value.number(), value.unit(), unit));
	}

	/** @return the UCUM code of a value type, null if it has no unit */
	public static String unit(ValueType type) {
		return switch (type) {
			case QuantityType quantity -> quantity.getUnit();
			case PrimitiveType primitive -> primitive.getUnit();
			case null, default -> null;
		};
	}

	/** @return the UCUM code of a signal's or parameter's unit, null if it has none */
	public static String unit(Object element) {
		return switch (element) {
			case Signal signal -> unit(signal.getType());
			case Parameter parameter -> unit(parameter.getType());
			case null, default -> null;
		};
	}
}
