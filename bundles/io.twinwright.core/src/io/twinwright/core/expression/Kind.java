package io.twinwright.core.expression;

import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.model.Enumeration;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Primitive;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityType;
import io.twinwright.model.ValueType;
import java.util.Optional;

/** The kind of a value. */
public sealed interface Kind {
	/** A number with its unit; the unit of a plain number is {@code 1}. */
	record Numeric(Unit unit) implements Kind {
		@Override
		public String described() {
			return unit.code().equals("1") ? "a plain number" : unit.dimension().name() + " in [" + unit.code() + "]";
		}
	}

	/** True or false. */
	record Truth() implements Kind {
		@Override
		public String described() {
			return "a condition";
		}
	}

	/** A text. */
	record Words() implements Kind {
		@Override
		public String described() {
			return "a text";
		}
	}

	/** One of named states. */
	record State(Enumeration states) implements Kind {
		@Override
		public String described() {
			return "a state of '" + states.getName() + "'";
		}
	}

	/** A point in time. */
	record Instant() implements Kind {
		@Override
		public String described() {
			return "a point in time";
		}
	}

	/** A place on earth. */
	record Place() implements Kind {
		@Override
		public String described() {
			return "a place";
		}
	}

	/** An amount of money per unit; the currency is null where it is not known, the unit is {@code 1} for money itself. */
	record Amount(String currency, Unit unit) implements Kind {
		/** An amount of money. */
		public Amount(String currency) {
			this(currency, Units.of("1"));
		}

		@Override
		public String described() {
			return (currency == null ? "money" : "money in " + currency) + (unit.isDimensionless() ? "" : " " + counted());
		}

		/** The simpler of both ways to say it: per time, not times frequency. */
		private String counted() {
			String times = unit.dimension().name();
			String per = unit.dimension().pow(-1).name();
			return per.length() < times.length() ? "per " + per : "times " + times;
		}
	}

	/** A part or port, which functions of simulation take. */
	record Equipment() implements Kind {
		@Override
		public String described() {
			return "a piece of equipment";
		}
	}

	/** Not known, because what it is made of is broken; it fits everywhere, so that one fault has one finding. */
	record Unknown() implements Kind {
		@Override
		public String described() {
			return "unknown";
		}
	}

	/** The kind of what is not known. */
	Kind UNKNOWN = new Unknown();
	/** The kind of conditions. */
	Kind TRUTH = new Truth();

	/** @return the kind for people, as in "gives power in [kW]" */
	String described();

	/** @return a number with the unit of a UCUM code; unknown if the code is not UCUM */
	static Kind number(String code) {
		Optional<Unit> unit = Units.parse(code == null ? "1" : code).unit();
		return unit.isPresent() ? new Numeric(unit.get()) : UNKNOWN;
	}

	/** @return the kind of the values of a declared type */
	static Kind of(ValueType type) {
		return switch (type) {
			case QuantityType quantity -> number(quantity.getUnit());
			case PrimitiveType primitive -> of(primitive.getPrimitive(), primitive.getUnit());
			case EnumerationType states -> states.getEnumeration() == null || states.getEnumeration().eIsProxy() ? UNKNOWN
					: new State(states.getEnumeration());
			case null, default -> UNKNOWN;
		};
	}

	private static Kind of(Primitive primitive, String unit) {
		return switch (primitive) {
			case REAL, INTEGER, COUNTER -> number(unit);
			case BOOLEAN -> TRUTH;
			case STRING -> new Words();
			case TIMESTAMP -> new Instant();
			case GEOPOINT -> new Place();
			case MONEY -> number(unit) instanceof Numeric per ? new Amount(null, per.unit()) : UNKNOWN;
		};
	}

	/** @return whether a value of one kind can be used where the other is expected, converted if need be */
	static boolean fits(Kind value, Kind expected) {
		if (value instanceof Unknown || expected instanceof Unknown) {
			return true;
		}
		return switch (expected) {
			case Numeric number -> value instanceof Numeric other && Units.compatible(number.unit(), other.unit());
			case State state -> value instanceof State other && other.states() == state.states();
			case Amount amount -> value instanceof Amount other && Units.compatible(amount.unit(), other.unit())
					&& (amount.currency() == null || other.currency() == null || amount.currency().equals(other.currency()));
			default -> value.getClass() == expected.getClass();
		};
	}
}
