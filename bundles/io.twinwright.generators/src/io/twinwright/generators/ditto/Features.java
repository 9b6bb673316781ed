package io.twinwright.generators.ditto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.model.BooleanLiteral;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Expression;
import io.twinwright.model.Literal;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.Segment;
import io.twinwright.model.SignalKind;
import io.twinwright.model.StringLiteral;
import io.twinwright.model.TextKind;
import io.twinwright.model.ValueOf;
import io.twinwright.model.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A feature for each signal. Its property {@code value} is in the declared unit, and is there before the first sample only where the
 * text fixes it. What is written has its wish in {@code desiredProperties}, which whoever wants something sets.
 */
final class Features {
	private final Function<NamedElement, Optional<String>> comments;

	Features(Function<NamedElement, Optional<String>> comments) {
		this.comments = comments;
	}

	/** @return the signals of a position that others may see */
	static List<Point> visible(Position position) {
		return position.points().stream().filter(point -> !point.signal().isPrivate()).toList();
	}

	ObjectNode of(Position position) {
		ObjectNode features = JsonNodeFactory.instance.objectNode();
		visible(position).forEach(point -> features.putObject(Ids.name(point.name())).set("properties", properties(point)));
		return features;
	}

	private ObjectNode properties(Point point) {
		ObjectNode properties = JsonNodeFactory.instance.objectNode().put("kind", point.kind().getLiteral());
		fixed(point).ifPresent(value -> properties.set("value", value));
		properties.put("type", type(point.signal().getType()));
		if (point.unit() != null) {
			properties.put("unit", point.unit());
		}
		point.range().ifPresent(range -> {
			bound(range.getLow(), range.getHigh(), point.unit()).ifPresent(low -> properties.put("minimum", low));
			bound(range.getHigh(), range.getLow(), point.unit()).ifPresent(high -> properties.put("maximum", high));
		});
		if (point.signal().getType() instanceof EnumerationType states && states.getEnumeration() != null) {
			ArrayNode names = properties.putArray("states");
			states.getEnumeration().getLiterals().forEach(state -> names.add(state.getName()));
		}
		text("label", Optional.ofNullable(point.signal().getLabel()), properties);
		text("description", comments.apply(point.signal()), properties);
		text("semanticId", point.text(TextKind.SEMANTIC), properties);
		return properties;
	}

	private static void text(String key, Optional<String> text, ObjectNode to) {
		text.filter(some -> !some.isBlank()).ifPresent(some -> to.put(key, some));
	}

	private static String type(ValueType type) {
		return switch (type) {
			case EnumerationType states -> "string";
			case PrimitiveType primitive -> switch (primitive.getPrimitive()) {
				case BOOLEAN -> "boolean";
				case STRING, TIMESTAMP, GEOPOINT, MONEY -> "string";
				case INTEGER -> "integer";
				case COUNTER -> primitive.getUnit() == null ? "integer" : "number";
				case REAL -> "number";
			};
			case null, default -> "number";
		};
	}

	/** @return whether values are numbers, which have a unit and can be scaled */
	static boolean isNumber(Point point) {
		return point.signal().getType() == null || !(point.signal().getType() instanceof EnumerationType)
				&& !(point.signal().getType() instanceof PrimitiveType type && List.of(Primitive.BOOLEAN, Primitive.STRING, Primitive.TIMESTAMP,
						Primitive.GEOPOINT, Primitive.MONEY).contains(type.getPrimitive()));
	}

	private static Optional<BigDecimal> bound(Quantity bound, Quantity other, String unit) {
		String otherwise = other != null && other.getUnit() != null ? other.getUnit() : unit;
		return Units.parse(unit == null ? "1" : unit).unit().flatMap(to -> Quantities.in(Quantities.of(bound, otherwise), to)).map(Features::plain);
	}

	/** The declared value of an actuator is a safe one and no state of it; a formula is evaluated elsewhere. */
	private static Optional<JsonNode> fixed(Point point) {
		if (point.kind() != SignalKind.PROPERTY && point.kind() != SignalKind.PARAMETER) {
			return Optional.empty();
		}
		JsonNodeFactory json = JsonNodeFactory.instance;
		return switch (point.value()) {
			case StringLiteral text -> Optional.ofNullable(text.getText()).map(json::textNode);
			case BooleanLiteral truth -> Optional.of(json.booleanNode(truth.isTrue()));
			case MoneyLiteral money -> Optional.ofNullable(money.getMoney()).filter(amount -> amount.getAmount() != null)
					.map(amount -> json.textNode(amount.getCurrency() + " " + amount.getAmount().toPlainString()));
			case ValueOf name -> state(name).map(json::textNode);
			case null -> Optional.empty();
			case Expression number -> Units.parse(point.unit() == null ? "1" : point.unit()).unit()
					.flatMap(to -> Quantities.in(Quantities.of(number, point.unit()), to)).map(Features::plain).map(json::numberNode);
		};
	}

	private static Optional<String> state(ValueOf name) {
		List<Segment> segments = name.getPath() == null ? List.of() : name.getPath().getSegments();
		return segments.size() == 1 && segments.getFirst().getTarget() instanceof Literal literal ? Optional.ofNullable(literal.getName())
				: Optional.empty();
	}

	static BigDecimal plain(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
