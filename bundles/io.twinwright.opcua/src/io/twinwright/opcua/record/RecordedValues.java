package io.twinwright.opcua.record;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.PrimitiveType;
import io.twinwright.opcua.live.LiveValue.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values and qualities that texts in a recording mean. */
final class RecordedValues {
	private static final Pattern PLACE = Pattern.compile("([^,]+), ([^,]+)");
	private static final Pattern MONEY = Pattern.compile("([A-Z]{3}) (\\S+)");
	private static final Pattern CODE = Pattern.compile("0x([0-9A-F]{8})");
	/** The two top bits of a status code (OPC 10000-4, 7.38). */
	private static final int SEVERITY = 30;

	private RecordedValues() {
	}

	/** @return the value of a signal as a server could have sent it; the text itself where it is none of the signal */
	static Object value(Point point, String text) {
		if (text == null || point.signal().getType() instanceof EnumerationType) {
			return text;
		}
		try {
			return point.signal().getType() instanceof PrimitiveType type ? switch (type.getPrimitive()) {
				case REAL, INTEGER, COUNTER -> Double.valueOf(text);
				case BOOLEAN -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
				case STRING -> text;
				case TIMESTAMP -> Instant.parse(text);
				case GEOPOINT -> place(text);
				case MONEY -> money(text);
			} : Double.valueOf(text);
		} catch (NumberFormatException | DateTimeParseException none) {
			return text;
		}
	}

	private static Object place(String text) {
		Matcher place = PLACE.matcher(text);
		return place.matches() ? new Value.Geo(Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2))) : text;
	}

	private static Object money(String text) {
		Matcher money = MONEY.matcher(text);
		return money.matches() ? new Value.Money(new BigDecimal(money.group(2)), money.group(1)) : text;
	}

	/** @return what the name of a status code means, or the code itself where it has no name */
	static Quality quality(String status) {
		Matcher code = CODE.matcher(status);
		if (code.matches()) {
			return switch ((int) (Long.parseLong(code.group(1), 16) >> SEVERITY)) {
				case 0 -> Quality.GOOD;
				case 1 -> Quality.UNCERTAIN;
				default -> Quality.BAD;
			};
		}
		return status.startsWith("Good") ? Quality.GOOD : status.startsWith("Uncertain") ? Quality.UNCERTAIN : Quality.BAD;
	}
}
