package io.twinwright.opcua.live;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;

/** How values are shown to people. */
public final class Shown {
	private static final String NONE = "–";
	/** The UCUM code of a bare number. */
	private static final String BARE = "1";
	private static final MathContext DIGITS = new MathContext(5);
	private static final int LONGEST = 200;

	private Shown() {
	}

	/**
	 * @param raw what a server sent, or a value
	 * @return a value of a signal in few digits
	 */
	public static String value(Point point, Object raw) {
		Optional<Value> value = raw instanceof Value known ? Optional.of(known) : Value.of(point.signal().getType(), raw);
		return value.map(Shown::value).orElse(raw == null ? NONE : raw.toString());
	}

	public static String value(Value value) {
		return switch (value) {
			case null -> NONE;
			case Value.Number number -> number(number.number());
			case Value.Text text -> text.text();
			case Value.Bool truth -> Boolean.toString(truth.is());
			case Value.State state -> state.name();
			case Value.Timestamp time -> time.instant().toString();
			case Value.Geo place -> place.latitude() + ", " + place.longitude();
			case Value.Money money -> money.currency() + " " + money.amount().toPlainString();
		};
	}

	/** @return any value that a server may have, on one line and not too long */
	static String any(Object raw) {
		String text = switch (raw) {
			case null -> NONE;
			case Double number -> number(number);
			case Float number -> number(number);
			case LocalizedText words -> words.text();
			case DateTime time -> time.getJavaInstant().toString();
			case Object[] several -> "[" + several.length + "]";
			case ByteString bytes -> "[" + bytes.length() + "]";
			case ExtensionObject structure -> "{…}";
			default -> raw.toString();
		};
		String line = text == null ? "" : text.replaceAll("\\s+", " ");
		return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
	}

	public static String number(double number) {
		if (Double.isNaN(number) || Double.isInfinite(number)) {
			return NONE;
		}
		BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
		return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.scale() > 9 ? rounded.toString() : rounded.toPlainString();
	}

	/** @return the unit in brackets; nothing of a bare number */
	public static String unit(Point point) {
		return point.unit() == null || BARE.equals(point.unit()) ? "" : "[" + point.unit() + "]";
	}
}
