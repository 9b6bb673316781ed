package io.twinwright.importers.wot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What members of JSON objects are, where they are what is expected. */
final class Json {
	private static final int LONGEST_NUMBER = 40;

	private Json() {
	}

	/** @return a text, null if there is none */
	static String text(JsonObject object, String key) {
		return object.get(key) instanceof JsonPrimitive value && value.isString() && !value.getAsString().isBlank() ? value.getAsString().strip() : null;
	}

	/** @return a text, or the texts of a list */
	static List<String> texts(JsonObject object, String key) {
		List<String> texts = new ArrayList<>();
		for (JsonElement element : list(object, key)) {
			if (element instanceof JsonPrimitive value && value.isString()) {
				texts.add(value.getAsString());
			}
		}
		return texts;
	}

	/** @return the elements of a list, or what stands where a list could */
	static List<JsonElement> list(JsonObject object, String key) {
		JsonElement value = object.get(key);
		return value == null ? List.of() : value.isJsonArray() ? value.getAsJsonArray().asList() : List.of(value);
	}

	/** @return the objects of a list, or the one that stands where a list could */
	static List<JsonObject> objects(JsonObject object, String key) {
		return list(object, key).stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList();
	}

	/** @return the members of an object that are objects themselves */
	static List<Map.Entry<String, JsonObject>> members(JsonObject object, String key) {
		return object.get(key) instanceof JsonObject map ? map.entrySet().stream().filter(entry -> entry.getValue() instanceof JsonObject)
				.map(entry -> Map.entry(entry.getKey(), (JsonObject) entry.getValue())).toList() : List.of();
	}

	/** @return a number of no more digits than plants need, empty if there is none */
	static Optional<BigDecimal> number(JsonElement element) {
		if (!(element instanceof JsonPrimitive value) || !value.isNumber() || value.getAsString().length() > LONGEST_NUMBER) {
			return Optional.empty();
		}
		try {
			return Optional.of(value.getAsBigDecimal());
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** @return whether a member is there and says yes */
	static boolean isTrue(JsonObject object, String key) {
		return object.get(key) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
	}
}
