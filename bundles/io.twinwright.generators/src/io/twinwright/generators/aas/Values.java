package io.twinwright.generators.aas;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.BooleanLiteral;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Expression;
import io.twinwright.model.Literal;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityType;
import io.twinwright.model.Segment;
import io.twinwright.model.StringLiteral;
import io.twinwright.model.ValueOf;
import io.twinwright.model.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeIec61360;

/** The values of signals and parameters in the lexical forms of XML Schema. */
final class Values {
	private Values() {
	}

	/** @return the type of the values of a value type; texts, states and places are strings */
	static DataTypeDefXsd xsd(ValueType type) {
		return switch (type) {
			case QuantityType quantity -> DataTypeDefXsd.DOUBLE;
			case PrimitiveType primitive -> xsd(primitive.getPrimitive(), primitive.getUnit() != null);
			case null, default -> DataTypeDefXsd.STRING;
		};
	}

	private static DataTypeDefXsd xsd(Primitive primitive, boolean hasUnit) {
		return switch (primitive) {
			case REAL -> DataTypeDefXsd.DOUBLE;
			case INTEGER -> DataTypeDefXsd.INTEGER;
			case COUNTER -> hasUnit ? DataTypeDefXsd.DOUBLE : DataTypeDefXsd.UNSIGNED_LONG;
			case BOOLEAN -> DataTypeDefXsd.BOOLEAN;
			case TIMESTAMP -> DataTypeDefXsd.DATE_TIME;
			case MONEY -> DataTypeDefXsd.DECIMAL;
			case STRING, GEOPOINT -> DataTypeDefXsd.STRING;
		};
	}

	/** @return the IEC 61360 data type; measures have a unit, as AASc-3a-009 demands; null where none fits */
	static DataTypeIec61360 iec61360(ValueType type) {
		return switch (type) {
			case QuantityType quantity -> DataTypeIec61360.REAL_MEASURE;
			case PrimitiveType primitive -> iec61360(primitive.getPrimitive(), primitive.getUnit() != null);
			case EnumerationType states -> DataTypeIec61360.STRING;
			case null, default -> null;
		};
	}

	private static DataTypeIec61360 iec61360(Primitive primitive, boolean hasUnit) {
		return switch (primitive) {
			case REAL -> hasUnit ? DataTypeIec61360.REAL_MEASURE : DataTypeIec61360.REAL_COUNT;
			case INTEGER -> hasUnit ? DataTypeIec61360.INTEGER_MEASURE : DataTypeIec61360.INTEGER_COUNT;
			case COUNTER -> hasUnit ? DataTypeIec61360.REAL_MEASURE : DataTypeIec61360.INTEGER_COUNT;
			case BOOLEAN -> DataTypeIec61360.BOOLEAN;
			case STRING, GEOPOINT -> DataTypeIec61360.STRING;
			case TIMESTAMP -> DataTypeIec61360.TIMESTAMP;
			case MONEY -> null;
		};
	}

	/** @return a plain value in the unit of its type, money with its currency before it; empty for a formula */
	static Optional<String> of(Expression value, ValueType type) {
		return switch (value) {
			case StringLiteral text -> Optional.ofNullable(text.getText());
			case BooleanLiteral truth -> Optional.of(Boolean.toString(truth.isTrue()));
			case MoneyLiteral money -> Optional.ofNullable(money.getMoney()).filter(amount -> amount.getAmount() != null)
					.map(amount -> amount.getCurrency() + " " + amount.getAmount().toPlainString());
			case ValueOf name -> state(name);
			case null -> Optional.empty();
			default -> number(Quantities.of(value, Quantities.unit(type)), Quantities.unit(type), xsd(type));
		};
	}

	private static Optional<String> state(ValueOf name) {
		List<Segment> segments = name.getPath() == null ? List.of() : name.getPath().getSegments();
		return segments.size() == 1 && segments.getFirst().getTarget() instanceof Literal literal
				? Optional.ofNullable(literal.getName()) : Optional.empty();
	}

	/**
	 * @param unit the UCUM code of the result, null for a plain number
	 * @return the number in the unit; empty where it does not convert, or has a fraction and the type has none
	 */
	static Optional<String> number(Optional<Quantity> quantity, String unit, DataTypeDefXsd type) {
		return in(quantity, unit).filter(number -> fits(number, type)).map(Values::number);
	}

	/**
	 * @param unit a UCUM code, null for a plain number
	 * @return the number in the unit; empty where it does not convert
	 */
	static Optional<BigDecimal> in(Optional<Quantity> quantity, String unit) {
		Optional<Unit> wanted = Units.parse(unit == null ? "1" : unit).unit();
		return wanted.flatMap(to -> Quantities.in(quantity, to));
	}

	/** @return whether a number is one of the type's values */
	static boolean fits(BigDecimal number, DataTypeDefXsd type) {
		return switch (type) {
			case INTEGER -> isWhole(number);
			case UNSIGNED_LONG -> isWhole(number) && number.signum() >= 0;
			case DOUBLE, DECIMAL -> true;
			default -> false;
		};
	}

	private static boolean isWhole(BigDecimal number) {
		return number.stripTrailingZeros().scale() <= 0;
	}

	/** @return without exponent and trailing zeros */
	static String number(BigDecimal number) {
		return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
	}
}
