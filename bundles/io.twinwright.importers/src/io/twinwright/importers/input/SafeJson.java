package io.twinwright.importers.input;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.twinwright.importers.ImportFailure;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON (RFC 8259) that is not nested too deeply. */
public final class SafeJson {
	private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

	private SafeJson() {
	}

	/** @return the value of a text */
	public static JsonElement read(String text, Limits limits) throws ImportFailure {
		check(text, limits);
		try {
			return JsonParser.parseReader(new JsonReader(new StringReader(text)));
		} catch (JsonParseException e) {
			throw new ImportFailure("The JSON cannot be read: %s.".formatted(e.getMessage()), e);
		}
	}

	/** Refuses a text that is no JSON or is nested too deeply, for what a library shall read then. */
	public static void check(String text, Limits limits) throws ImportFailure {
		try (JsonReader reader = new JsonReader(new StringReader(text))) {
			reader.setNestingLimit(Integer.MAX_VALUE);
			int depth = 0;
			for (JsonToken token = reader.peek(); token != JsonToken.END_DOCUMENT; token = reader.peek()) {
				depth += switch (token) {
					case BEGIN_ARRAY -> begun(reader, true);
					case BEGIN_OBJECT -> begun(reader, false);
					case END_ARRAY -> ended(reader, true);
					case END_OBJECT -> ended(reader, false);
					default -> passed(reader, token);
				};
				if (depth > limits.depth()) {
					throw new ImportFailure("The JSON is nested more than %d deep.".formatted(limits.depth()));
				}
			}
		} catch (EOFException e) {
			throw new ImportFailure("The JSON ends too early. The file is not complete.", e);
		} catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
			throw new ImportFailure(sentence(e.getMessage()), e);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	/** @return line and column, which is what matters of what the library says */
	private static String sentence(String said) {
		Matcher place = PLACE.matcher(said == null ? "" : said);
		return place.find() ? "The file is no JSON: line %s, column %s.".formatted(place.group(1), place.group(2)) : "The file is no JSON.";
	}

	private static int begun(JsonReader reader, boolean array) throws IOException {
		if (array) {
			reader.beginArray();
		} else {
			reader.beginObject();
		}
		return 1;
	}

	private static int ended(JsonReader reader, boolean array) throws IOException {
		if (array) {
			reader.endArray();
		} else {
			reader.endObject();
		}
		return -1;
	}

	private static int passed(JsonReader reader, JsonToken token) throws IOException {
		if (token == JsonToken.NAME) {
			reader.nextName();
		} else {
			reader.skipValue();
		}
		return 0;
	}
}
