package io.twinwright.core.evaluate;

import io.twinwright.model.Enumeration;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Literal;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityType;
import io.twinwright.model.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What a signal or insight can be. */
public sealed interface Value {
	/** A number in the declared unit of its signal; integers and counters too. */
	record Number(double number) implements Value {
	}

	/** A text. */
	record Text(String text) implements Value {
	}

	/** True or false. */
	record Bool(boolean is) implements Value {
	}

	/**
	 * One of named states.
	 *
	 * @param name as in the text
	 * @param number as on the wire
	 */
	record State(String name, int number) implements Value {
		/** @return the state of a literal; one without a number counts on from the one before it, the first from 0 */
		public static State of(Literal literal) {
			int number = -1;
			if (literal.eContainer() instanceof Enumeration states) {
				for (Literal each : states.getLiterals()) {
					number = after(number, each);
					if (each == literal) {
						break;
					}
				}
			}
			return new State(literal.getName(), number);
		}

		private static int after(int number, Literal literal) {
			return literal.isSetValue() ? literal.getValue() : number + 1;
		}
	}

	/** A point in time. */
	record Timestamp(Instant instant) implements Value {
	}

	/**
	 * A place on earth, WGS 84.
	 *
	 * @param latitude in degrees, north is positive
	 * @param longitude in degrees, east is positive
	 */
	record Geo(double latitude, double longitude) implements Value {
	}

	/**
	 * An amount of money, not rounded.
	 *
	 * @param currency ISO 4217
	 */
	record Money(BigDecimal amount, String currency) implements Value {
	}

	/**
	 * What a plain Java value means for a signal or parameter of some type: numbers, also for states, which may be texts
	 * too; booleans, texts and instants. No unit is converted.
	 *
	 * @return nothing for null, for a number that is none, for a state that the enumeration does not have, and where the
	 *         classes do not fit
	 */
	static Optional<Value> of(ValueType type, Object raw) {
		return Optional.ofNullable(switch (type) {
			case QuantityType quantity -> number(raw);
			case EnumerationType states -> state(states.getEnumeration(), raw);
			case PrimitiveType primitive -> switch (primitive.getPrimitive()) {
				case REAL, INTEGER, COUNTER -> number(raw);
				case BOOLEAN -> raw instanceof Boolean is ? new Bool(is) : null;
				case STRING -> raw == null ? null : new Text(raw.toString());
				case TIMESTAMP -> raw instanceof Instant instant ? new Timestamp(instant) : null;
				case GEOPOINT -> raw instanceof Geo geo ? geo : null;
				case MONEY -> raw instanceof Money money ? money : null;
			};
			case null, default -> null;
		});
	}

	private static Value number(Object raw) {
		return raw instanceof java.lang.Number number && Double.isFinite(number.doubleValue())
				? new Number(number.doubleValue()) : null;
	}

	private static Value state(Enumeration states, Object raw) {
		if (states == null) {
			return null;
		}
		int number = -1;
		for (Literal literal : states.getLiterals()) {
			number = State.after(number, literal);
			if (raw instanceof java.lang.Number given ? given.doubleValue() == number : literal.getName().equals(raw)) {
				return new State(literal.getName(), number);
			}
		}
		return null;
	}
}
