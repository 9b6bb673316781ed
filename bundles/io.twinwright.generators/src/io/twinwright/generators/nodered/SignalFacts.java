package io.twinwright.generators.nodered;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.StateNumbers;
import io.twinwright.core.address.Wire;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Conversion;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.model.Alarm;
import io.twinwright.model.AlarmLevel;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.SignalKind;
import io.twinwright.model.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What the scripts of the flow know of a signal. All numbers are in its unit. */
final class SignalFacts {
	private static final String UNIT = "unit";

	private final TwinModel twin;
	private final Findings findings;

	SignalFacts(TwinModel twin, Findings findings) {
		this.twin = twin;
		this.findings = findings;
	}

	/** @return how its value is made of what is on the wire, and its limits */
	ObjectNode read(Point point) {
		ObjectNode facts = JsonNodeFactory.instance.objectNode();
		String label = point.signal().getLabel();
		facts.put("label", label == null || label.isBlank() ? point.name() : label);
		value(facts, point);
		ArrayNode limits = JsonNodeFactory.instance.arrayNode();
		for (Alarm alarm : point.alarms()) {
			if (!(alarm instanceof LimitAlarm limit && add(limits, limit, point))) {
				String name = TwinModel.qualifiedName(point.signal());
				findings.add(Rule.NO_NODE, name, "An alarm of '%s' is left out of the flow, which checks limits only.".formatted(name));
			}
		}
		if (!limits.isEmpty()) {
			facts.set("limits", limits);
		}
		return facts;
	}

	/** @return what can be written, and by which server; empty if it cannot be written */
	Optional<ObjectNode> written(Attachment attachment) {
		Point point = attachment.point();
		String kind = kind(point.signal().getType());
		if (kind == null || point.kind() != SignalKind.ACTUATOR && point.kind() != SignalKind.PARAMETER) {
			return Optional.empty();
		}
		ObjectNode facts = JsonNodeFactory.instance.objectNode().put("kind", kind);
		value(facts, point);
		point.range().ifPresent(range -> {
			bound(range.getLow(), range.getHigh(), point).ifPresent(low -> facts.put("low", low));
			bound(range.getHigh(), range.getLow(), point).ifPresent(high -> facts.put("high", high));
		});
		return Optional.of(facts.put("server", ServerTab.writer(attachment.endpoint())));
	}

	/** @return the kind of value in a request, null for what is no single value that can be sent */
	private static String kind(ValueType type) {
		return switch (type) {
			case EnumerationType states -> "string";
			case PrimitiveType primitive when primitive.getPrimitive() == Primitive.BOOLEAN -> "boolean";
			case PrimitiveType primitive when primitive.getPrimitive() == Primitive.STRING || primitive.getPrimitive() == Primitive.TIMESTAMP -> "string";
			case PrimitiveType primitive when primitive.getPrimitive() == Primitive.GEOPOINT -> null;
			case null, default -> "number";
		};
	}

	private void value(ObjectNode facts, Point point) {
		facts.put(UNIT, point.unit());
		if (point.signal().getType() instanceof EnumerationType states && states.getEnumeration() != null) {
			ObjectNode names = facts.putObject("states");
			StateNumbers.of(states.getEnumeration()).forEach((state, number) -> names.put(number.toString(), state.getName()));
			return;
		}
		Conversion value = Wire.of(twin, point).toValue();
		if (value.factor() != 1) {
			facts.put("factor", value.factor());
		}
		if (value.offset() != 0) {
			facts.put("offset", value.offset());
		}
	}

	private static boolean add(ArrayNode limits, LimitAlarm alarm, Point point) {
		Optional<BigDecimal> limit = number(alarm.getLimit(), point.unit(), unit(point));
		if (limit.isEmpty()) {
			return false;
		}
		ObjectNode facts = limits.addObject().put("level", level(alarm.getLevel())).put("value", plain(limit.get()));
		Optional.ofNullable(alarm.getHysteresis()).flatMap(hysteresis -> Quantities.difference(hysteresis, unit(point)))
				.filter(hysteresis -> hysteresis.signum() > 0).ifPresent(hysteresis -> facts.put("hysteresis", plain(hysteresis)));
		Optional.ofNullable(alarm.getAfter()).flatMap(after -> number(after, "s", Units.of("ms")))
				.ifPresent(after -> facts.put("after", after.setScale(0, RoundingMode.CEILING).longValue()));
		if (alarm.getText() != null && !alarm.getText().isBlank()) {
			facts.put("text", alarm.getText());
		}
		if (alarm.getPriority() > 0) {
			facts.put("priority", alarm.getPriority());
		}
		return true;
	}

	private static String level(AlarmLevel level) {
		return switch (level) {
			case LOWLOW -> "lowlow";
			case LOW -> "low";
			case HIGH -> "high";
			case HIGHHIGH -> "highhigh";
		};
	}

	private static Optional<BigDecimal> bound(Quantity bound, Quantity other, Point point) {
		String otherwise = other != null && other.getUnit() != null ? other.getUnit() : point.unit();
		return bound == null ? Optional.empty() : number(bound, otherwise, unit(point)).map(SignalFacts::plain);
	}

	private static Unit unit(Point point) {
		return Units.parse(point.unit() == null ? "1" : point.unit()).unit().orElseGet(() -> Units.of("1"));
	}

	private static Optional<BigDecimal> number(Quantity quantity, String otherwise, Unit unit) {
		return Quantities.in(Quantities.of(quantity, otherwise == null ? "1" : otherwise), unit);
	}

	private static BigDecimal plain(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
