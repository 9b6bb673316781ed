package io.twinwright.generators.flink;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How names, texts and numbers of a model stand in SQL; nothing else of a model gets into a statement. */
final class Sql {
	private static final char LAST_CONTROL = 0x1f;

	private Sql() {
	}

	/** @return an identifier; letters that end it are doubled */
	static String name(String name) {
		return "`" + name.replace("`", "``") + "`";
	}

	/** @return a string; one with control characters has them by their numbers, so that a statement has no line of its own in it */
	static String text(String text) {
		String quoted = text.replace("'", "''");
		if (text.chars().noneMatch(letter -> letter <= LAST_CONTROL)) {
			return "'" + quoted + "'";
		}
		return "U&'" + quoted.replace("\\", "\\\\").chars()
				.mapToObj(letter -> letter <= LAST_CONTROL ? String.format(Locale.ROOT, "\\%04x", letter) : Character.toString(letter))
				.collect(Collectors.joining()) + "'";
	}

	/** @return strings with commas between them */
	static String texts(Collection<String> texts) {
		return texts.stream().map(Sql::text).collect(Collectors.joining(", "));
	}

	/** @return a number with double precision */
	static String number(BigDecimal number) {
		String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
		return number.signum() < 0 ? "(" + text + "e0)" : text + "e0";
	}

	/** @return an instant in milliseconds as ISO 8601 in UTC, which the session has as its time zone */
	static String time(String millis) {
		return "DATE_FORMAT(TO_TIMESTAMP_LTZ(" + millis + ", 3), 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z''')";
	}
}
