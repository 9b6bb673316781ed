package io.twinwright.generators.opcua;

import io.twinwright.core.address.StateNumbers;
import io.twinwright.core.expression.Quantities;
import io.twinwright.model.BooleanLiteral;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Expression;
import io.twinwright.model.Literal;
import io.twinwright.model.Money;
import io.twinwright.model.MoneyLiteral;
import io.twinwright.model.StringLiteral;
import io.twinwright.model.ValueOf;
import java.math.BigDecimal;
import java.util.Optional;
import org.w3c.dom.Element;

/** Fixed values and defaults that stand in a text as they are, without anything to calculate. */
final class Constants {
	private final Values values;

	Constants(Values values) {
		this.values = values;
	}

	/** @return the value of a signal that has one, as the document has it */
	Optional<Element> of(SignalFacts facts) {
		if (facts.value() == null || facts.isComputed()) {
			return Optional.empty();
		}
		return switch (facts.shape()) {
			case REAL, MONEY -> number(facts).map(number -> values.number("Double", number));
			case COUNTER -> number(facts).map(number -> facts.unit().isPresent() ? values.number("Double", number)
					: values.scalar("UInt32", number.toBigInteger().toString()));
			case INTEGER -> number(facts).map(number -> values.scalar(facts.isLarge() ? "Int64" : "Int32",
					number.toBigInteger().toString()));
			case BOOLEAN -> facts.value() instanceof BooleanLiteral literal
					? Optional.of(values.scalar("Boolean", Boolean.toString(literal.isTrue()))) : Optional.empty();
			case STRING -> facts.value() instanceof StringLiteral literal && literal.getText() != null
					? Optional.of(values.scalar("String", literal.getText())) : Optional.empty();
			case STATE -> state(facts.value()).map(number -> values.scalar("Int32", number.toString()));
			case TIMESTAMP, GEOPOINT -> Optional.empty();
		};
	}

	private static Optional<BigDecimal> number(SignalFacts facts) {
		if (facts.value() instanceof MoneyLiteral literal) {
			return Optional.ofNullable(literal.getMoney()).map(Money::getAmount);
		}
		return facts.raw(Quantities.of(facts.value(), facts.wire().unit()));
	}

	private static Optional<Integer> state(Expression value) {
		return value instanceof ValueOf reference && reference.getPath() != null
				&& !reference.getPath().getSegments().isEmpty()
				&& reference.getPath().getSegments().getLast().getTarget() instanceof Literal literal
				&& literal.eContainer() instanceof Enumeration states
						? Optional.ofNullable(StateNumbers.of(states).get(literal)) : Optional.empty();
	}
}
