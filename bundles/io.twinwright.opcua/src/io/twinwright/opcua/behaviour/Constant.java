package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.BooleanLiteral;
import io.twinwright.model.Expression;
import io.twinwright.model.Literal;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.StringLiteral;
import io.twinwright.model.ValueOf;
import java.util.Optional;

/** The fixed value or default of a signal where the text gives it without anything to calculate. */
public final class Constant {
	private Constant() {
	}

	/** @return the value, empty where the text gives none, or one that must be calculated */
	public static Optional<Value> of(Point point) {
		Expression value = point.value();
		return switch (value) {
			case StringLiteral text when text.getText() != null -> Optional.of(new Value.Text(text.getText()));
			case BooleanLiteral bool -> Optional.of(new Value.Bool(bool.isTrue()));
			case MoneyLiteral money when money.getMoney() != null && money.getMoney().getAmount() != null ->
				Optional.of(new Value.Money(money.getMoney().getAmount(), money.getMoney().getCurrency()));
			case ValueOf reference -> state(reference);
			case null -> Optional.empty();
			default -> number(point, value);
		};
	}

	private static Optional<Value> number(Point point, Expression value) {
		Optional<Unit> unit = Units.parse(point.unit() == null ? "1" : point.unit()).unit();
		return unit.flatMap(known -> Quantities.in(Quantities.of(value, point.unit()), known))
				.map(number -> Numbers.of(point, number.doubleValue()));
	}

	private static Optional<Value> state(ValueOf reference) {
		return reference.getPath() != null && !reference.getPath().getSegments().isEmpty()
				&& reference.getPath().getSegments().getLast().getTarget() instanceof Literal literal && literal.getName() != null
						? Optional.of(Value.State.of(literal)) : Optional.empty();
	}
}
