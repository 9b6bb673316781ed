package io.twinwright.generators.ditto;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.generators.ditto.Thing.Feature;
import io.twinwright.generators.ditto.Thing.Properties;
import io.twinwright.model.BooleanLiteral;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Expression;
import io.twinwright.model.Literal;
import io.twinwright.model.Money;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.Quantity;
import io.twinwright.model.Range;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.StringLiteral;
import io.twinwright.model.TextKind;
import io.twinwright.model.ValueOf;
import io.twinwright.model.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
		List<Point> visible = new ArrayList<>(position.points());
		visible.removeIf(point -> point.signal().isPrivate());
		return visible;
	}

	/** @return a feature for each signal by its name, null if there are no signals */
	Map<String, Feature> of(List<Point> points) {
		if (points.isEmpty()) {
			return null;
		}
		Map<String, Feature> features = LinkedHashMap.newLinkedHashMap(points.size());
		points.forEach(point -> features.put(Ids.name(point.name()), new Feature(properties(point))));
		return features;
	}

	private Properties properties(Point point) {
		Signal signal = point.signal();
		String unit = point.unit();
		Range range = point.range().orElse(null);
		return new Properties(point.kind().getLiteral(), fixed(point), type(signal.getType()), unit,
				range == null ? null : bound(range.getLow(), range.getHigh(), unit), range == null ? null : bound(range.getHigh(), range.getLow(), unit),
				states(signal.getType()), text(signal.getLabel()), text(comments.apply(signal).orElse(null)),
				text(point.text(TextKind.SEMANTIC).orElse(null)));
	}

	private static List<String> states(ValueType type) {
		return type instanceof EnumerationType states && states.getEnumeration() != null
				? states.getEnumeration().getLiterals().stream().map(Literal::getName).toList() : null;
	}

	/** @return a text, null for a blank one */
	static String text(String text) {
		return text == null || text.isBlank() ? null : text;
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

	private static BigDecimal bound(Quantity bound, Quantity other, String unit) {
		return in(unit, Quantities.of(bound, other != null && other.getUnit() != null ? other.getUnit() : unit));
	}

	private static BigDecimal in(String unit, Optional<io.twinwright.core.quantity.Quantity> quantity) {
		return Units.parse(unit == null ? "1" : unit).unit().flatMap(to -> Quantities.in(quantity, to)).map(Features::plain).orElse(null);
	}

	/** The declared value of an actuator is a safe one and no state of it; a formula is evaluated elsewhere. */
	private static Object fixed(Point point) {
		if (point.kind() != SignalKind.PROPERTY && point.kind() != SignalKind.PARAMETER) {
			return null;
		}
		return switch (point.value()) {
			case StringLiteral text -> text.getText();
			case BooleanLiteral truth -> truth.isTrue();
			case MoneyLiteral literal -> money(literal.getMoney());
			case ValueOf name -> state(name);
			case null -> null;
			case Expression number -> in(point.unit(), Quantities.of(number, point.unit()));
		};
	}

	private static String money(Money money) {
		return money == null || money.getAmount() == null ? null : money.getCurrency() + " " + money.getAmount().toPlainString();
	}

	private static String state(ValueOf name) {
		List<Segment> segments = name.getPath() == null ? List.of() : name.getPath().getSegments();
		return segments.size() == 1 && segments.getFirst().getTarget() instanceof Literal literal ? literal.getName() : null;
	}

	static BigDecimal plain(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}
}
