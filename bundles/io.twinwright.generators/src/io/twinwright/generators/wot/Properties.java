package io.twinwright.generators.wot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.NamespaceNumbers;
import io.twinwright.core.address.RawRange;
import io.twinwright.core.address.StateNumbers;
import io.twinwright.core.address.Wire;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.wot.Things.Served;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.NamedElement;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.SignalKind;
import java.util.Optional;
import java.util.function.Function;

/** A signal as a property: what is on the wire, in which unit and bounds, and where. */
final class Properties {
	private final TwinModel twin;
	private final Function<NamedElement, Optional<String>> comments;
	private final Forms forms;

	Properties(TwinModel twin, Function<NamedElement, Optional<String>> comments, NamespaceNumbers numbers) {
		this.twin = twin;
		this.comments = comments;
		this.forms = new Forms(numbers);
	}

	ObjectNode of(Served served, SecuritySchemes schemes) {
		Point point = served.attachment().point();
		Wire wire = Wire.of(twin, point);
		boolean written = point.kind() == SignalKind.ACTUATOR || point.kind() == SignalKind.PARAMETER;
		boolean observed = point.kind() != SignalKind.PROPERTY;
		ObjectNode property = JsonNodeFactory.instance.objectNode();
		property.put("@type", "uav:variable");
		String label = point.signal().getLabel();
		if (label != null && !label.isBlank()) {
			property.put("title", label);
		}
		comments.apply(point.signal()).ifPresent(text -> property.put("description", text));
		shape(property, point, wire);
		property.put("readOnly", !written);
		property.put("observable", observed);
		property.set("forms", forms.of(served, written, observed, schemes));
		return property;
	}

	/** A state is on the wire as its number; a raw value with a scale need not be whole. */
	private static void shape(ObjectNode property, Point point, Wire wire) {
		switch (point.signal().getType()) {
			case EnumerationType states -> states(property, states);
			case PrimitiveType primitive -> primitive(property, primitive, point, wire);
			case null, default -> number(property, "number", point, wire);
		}
	}

	private static void states(ObjectNode property, EnumerationType states) {
		property.put("type", "integer");
		if (states.getEnumeration() != null && !states.getEnumeration().getLiterals().isEmpty()) {
			ArrayNode choice = property.putArray("oneOf");
			StateNumbers.of(states.getEnumeration()).forEach((state, number) ->
					choice.addObject().put("const", number).put("title", state.getName()));
		}
	}

	private static void primitive(ObjectNode property, PrimitiveType type, Point point, Wire wire) {
		switch (type.getPrimitive()) {
			case INTEGER -> number(property, wire.isPlain() ? "integer" : "number", point, wire);
			case COUNTER -> number(property, wire.isPlain() && type.getUnit() == null ? "integer" : "number", point, wire);
			case REAL, MONEY -> number(property, "number", point, wire);
			case BOOLEAN -> property.put("type", "boolean");
			case STRING -> property.put("type", "string");
			case TIMESTAMP -> property.put("type", "string").put("format", "date-time");
			case GEOPOINT -> property.put("type", "array").put("minItems", 2).put("maxItems", 2)
					.putObject("items").put("type", "number");
		}
	}

	private static void number(ObjectNode property, String type, Point point, Wire wire) {
		property.put("type", type);
		if (wire.rawUnit() != null) {
			property.put("unit", wire.rawUnit().code());
		}
		RawRange range = RawRange.of(point, wire);
		range.low().ifPresent(number -> property.put("minimum", number));
		range.high().ifPresent(number -> property.put("maximum", number));
	}
}
