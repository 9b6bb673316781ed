package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Point;
import java.math.BigDecimal;
import java.math.MathContext;

/** How values are written for people, in few digits. */
public final class ValueText {
	/** What stands in place of a value that there is not. */
	public static final String NONE = "–";
	/** The UCUM code of a bare number. */
	private static final String BARE = "1";
	private static final MathContext DIGITS = new MathContext(5);

	private ValueText() {
	}

	/** @param value null for none */
	public static String of(Value value) {
		return switch (value) {
			case null -> NONE;
			case Value.Number number -> of(number.number());
			case Value.Text text -> text.text();
			case Value.Bool truth -> Boolean.toString(truth.is());
			case Value.State state -> state.name();
			case Value.Timestamp time -> time.instant().toString();
			case Value.Geo place -> place.latitude() + ", " + place.longitude();
			case Value.Money money -> money.currency() + " " + money.amount().toPlainString();
		};
	}

	public static String of(double number) {
		if (Double.isNaN(number) || Double.isInfinite(number)) {
			return NONE;
		}
		BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
		return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.scale() > 9 ? rounded.toString() : rounded.toPlainString();
	}

	/** @return the unit in brackets; nothing of a bare number */
	public static String unit(Point point) {
		return unit(point.unit());
	}

	/** @param code the UCUM code, null or empty for none */
	public static String unit(String code) {
		return code == null || code.isEmpty() || BARE.equals(code) ? "" : "[" + code + "]";
	}
}
