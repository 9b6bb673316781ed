package io.twinwright.opcua.live;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.evaluate.ValueText;
import io.twinwright.core.structure.Point;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;

/** How values are shown to people. */
public final class Shown {
	private static final int LONGEST = 200;

	private Shown() {
	}

	/**
	 * @param raw what a server sent, or a value
	 * @return a value of a signal in few digits
	 */
	public static String value(Point point, Object raw) {
		Optional<Value> value = raw instanceof Value known ? Optional.of(known) : Value.of(point.signal().getType(), raw);
		return value.map(Shown::value).orElse(raw == null ? ValueText.NONE : raw.toString());
	}

	public static String value(Value value) {
		return ValueText.of(value);
	}

	/** @return any value that a server may have, on one line and not too long */
	static String any(Object raw) {
		String text = switch (raw) {
			case null -> ValueText.NONE;
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
		return ValueText.of(number);
	}

	/** @return the unit in brackets; nothing of a bare number */
	public static String unit(Point point) {
		return ValueText.unit(point);
	}
}
