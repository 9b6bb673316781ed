package io.twinwright.opcua.record;

import com.google.gson.JsonPrimitive;
import java.util.Locale;

/** How a record is written as a line. */
enum RecordForm {
	/** A JSON object. */
	JSON {
		@Override
		String before(Column column) {
			String name = "\"" + column.name().toLowerCase(Locale.ROOT) + "\":";
			return switch (column) {
				case TIME -> "{" + name + "\"";
				case EVENT -> "\"," + name;
				default -> "," + name;
			};
		}

		@Override
		String field(Object value) {
			return switch (value) {
				case null -> "null";
				case Number number -> number.toString();
				case Boolean truth -> truth.toString();
				default -> new JsonPrimitive(value.toString()).toString();
			};
		}

		@Override
		String end() {
			return "}" + System.lineSeparator();
		}
	},
	/** Fields with commas between them (RFC 4180). An empty text is quoted, nothing is not. */
	CSV {
		@Override
		String before(Column column) {
			return column == Column.TIME ? "" : ",";
		}

		@Override
		String field(Object value) {
			String text = value == null ? "" : value.toString();
			boolean quote = value != null && text.isEmpty() || text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r");
			return quote ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
		}

		@Override
		String end() {
			return System.lineSeparator();
		}
	};

	/** The fields, in their order. */
	enum Column {
		TIME, EVENT, PATH, VALUE, UNIT, STATUS, TEXT, MARK
	}

	/** @return what stands before a field; the time needs nothing else around it */
	abstract String before(Column column);

	/** @param value a Number, which is finite, a Boolean, or anything else as its text; null for nothing */
	abstract String field(Object value);

	/** @return what stands after the last field */
	abstract String end();
}
