package io.twinwright.importers.wot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.draft.SignalDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a data schema (Thing Description 1.1, 5.3.2) says of values. */
final class DataSchema {
	private static final Set<String> UNDERSTOOD = Set.of("@type", "title", "titles", "description", "descriptions", "type", "format", "unit", "minimum", "maximum",
			"const", "default", "enum", "oneOf", "readOnly", "writeOnly", "observable", "forms", "properties", "required", "items", "uav:componentOf", "uav:browseName",
			"uav:variable", "uav:hasComponent", "tile");

	private DataSchema() {
	}

	/** A value of a schema: the schema itself, or a member of an object. */
	record Part(String name, JsonObject schema) {
	}

	/** @return the single values that an object has, at any depth; the schema itself if it is no object */
	static List<Part> parts(String name, JsonObject schema) {
		List<Part> parts = new ArrayList<>();
		if (!"object".equals(type(schema)) || Json.members(schema, "properties").isEmpty()) {
			parts.add(new Part(name, schema));
		} else {
			Json.members(schema, "properties").forEach(member -> parts.addAll(parts(name + (name.isEmpty() ? "" : ".") + member.getKey(), member.getValue())));
		}
		return parts;
	}

	private static String type(JsonObject schema) {
		return Json.texts(schema, "type").stream().filter(type -> !type.equals("null")).findFirst().orElse("");
	}

	/** Says to a signal what its schema says. */
	static void fill(SignalDraft signal, JsonObject schema) {
		signal.label = Json.text(schema, "title") == null ? Json.text(schema, "tile") : Json.text(schema, "title");
		signal.description = Json.text(schema, "description");
		signal.low = Json.number(schema.get("minimum")).or(() -> Json.number(schema.get("exclusiveMinimum"))).orElse(null);
		signal.high = Json.number(schema.get("maximum")).or(() -> Json.number(schema.get("exclusiveMaximum"))).orElse(null);
		signal.unit = UnitTerms.plain(Json.text(schema, "unit"));
		signal.data = data(schema, signal);
		states(schema, signal);
		fixed(schema, signal);
		if (signal.low == null ^ signal.high == null && signal.data != Data.OTHER) {
			signal.notes.add(signal.low == null ? "'%s' is at most %s; a range needs both bounds.".formatted(signal.name, signal.high)
					: "'%s' is at least %s; a range needs both bounds.".formatted(signal.name, signal.low));
		}
		List<String> others = schema.keySet().stream().filter(key -> !UNDERSTOOD.contains(key) && !key.startsWith("exclusive")).toList();
		if (!others.isEmpty()) {
			signal.notes.add("Not used of '%s': %s.".formatted(signal.name, String.join(", ", others)));
		}
	}

	private static Data data(JsonObject schema, SignalDraft signal) {
		String type = type(schema);
		return switch (type) {
			case "number" -> Data.REAL;
			case "integer" -> Data.INTEGER;
			case "boolean" -> Data.TRUTH;
			case "string" -> Set.of("date-time", "date").contains(String.valueOf(Json.text(schema, "format"))) ? Data.TIME : Data.TEXT;
			case "array", "object", "null" -> Data.OTHER;
			default -> {
				if (schema.has("oneOf") || schema.has("enum") || schema.has("const")) {
					yield inferred(schema);
				}
				signal.notes.add("The type of '%s' is not said; it is taken as a number.".formatted(signal.name));
				yield Data.REAL;
			}
		};
	}

	private static Data inferred(JsonObject schema) {
		Optional<JsonElement> first = schema.has("const") ? Optional.of(schema.get("const")) : Json.list(schema, "enum").stream().findFirst();
		return first.isEmpty() ? Data.INTEGER : !(first.get() instanceof JsonPrimitive value) ? Data.OTHER : value.isBoolean() ? Data.TRUTH
				: value.isString() ? Data.TEXT : Data.REAL;
	}

	/** Numbers with a title each are states. Texts of an enumeration stay texts, since no number stands for them on the wire. */
	private static void states(JsonObject schema, SignalDraft signal) {
		Map<String, Integer> states = new LinkedHashMap<>();
		for (JsonObject state : Json.objects(schema, "oneOf")) {
			Optional<BigDecimal> number = Json.number(state.get("const"));
			String title = Json.text(state, "title");
			if (number.isPresent() && title != null && number.get().stripTrailingZeros().scale() <= 0 && number.get().abs().compareTo(BigDecimal.valueOf(1 << 30)) < 0) {
				states.put(title, number.get().intValue());
			}
		}
		if (!states.isEmpty()) {
			signal.states.putAll(states);
			signal.data = Data.STATE;
		} else if (schema.has("oneOf")) {
			signal.notes.add("The alternatives of '%s' are no numbers with titles and are left out.".formatted(signal.name));
		}
		List<String> texts = Json.list(schema, "enum").stream().filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString).toList();
		if (!texts.isEmpty()) {
			signal.notes.add("'%s' is one of: %s.".formatted(signal.name, String.join(", ", texts)));
		}
	}

	private static void fixed(JsonObject schema, SignalDraft signal) {
		JsonElement value = schema.has("const") ? schema.get("const") : schema.get("default");
		if (value instanceof JsonPrimitive primitive) {
			signal.value = primitive.getAsString();
		}
	}

	/** @return whether a schema says that its value never changes */
	static boolean isFixed(JsonObject schema) {
		return schema.get("const") instanceof JsonPrimitive;
	}
}
