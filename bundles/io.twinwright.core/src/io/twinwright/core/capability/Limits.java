package io.twinwright.core.capability;

import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.quantity.Units;

/** The values that an argument stands for: a span of quantities, or one word. */
public sealed interface Limits {
	/** @return as people write it: {@code 40..95 [mm]}, {@code at most 0.05 [Pa.s]}, {@code 'lng'} */
	String text();

	/**
	 * A span of quantities; both bounds belong to it.
	 *
	 * @param low null for none
	 * @param high null for none, the same as {@code low} for a single value; its unit converts to that of {@code low}
	 */
	record Span(Quantity low, Quantity high) implements Limits {
		/** @return a span with its bounds in order */
		static Span between(Quantity one, Quantity other) {
			return Limits.before(other, one) ? new Span(other, one) : new Span(one, other);
		}

		/** @return the smallest span around both; the first where their units do not convert */
		Span around(Span other) {
			return new Span(low == null || other.low == null ? null : before(other.low, low) ? other.low : low,
					high == null || other.high == null ? null : before(high, other.high) ? other.high : high);
		}

		@Override
		public String text() {
			if (low == null) {
				return high == null ? "any value" : "at most " + plain(high);
			}
			if (high == null) {
				return "at least " + plain(low);
			}
			if (low.equals(high)) {
				return plain(low);
			}
			return (low.unit().equals(high.unit()) ? low.number().toPlainString() : plain(low)) + ".." + plain(high);
		}
	}

	/**
	 * A state, text or truth value.
	 *
	 * @param word as written
	 */
	record Word(String word) implements Limits {
		@Override
		public String text() {
			return "'" + word + "'";
		}
	}

	/**
	 * Whether a request is met: each bound that it states lies in these limits. What does not compare is no matter of
	 * this question and counts as met.
	 */
	default boolean meet(Limits asked) {
		return switch (this) {
			case Span span -> !(asked instanceof Span other)
					|| (other.low == null || within(other.low, span)) && (other.high == null || within(other.high, span));
			case Word word -> !(asked instanceof Word other) || word.equals(other);
		};
	}

	/**
	 * Whether two joined ports can agree on a value. Spans must have a value in common; where both state one and the same
	 * kind of bound only, what is given must keep to what is taken. What does not compare agrees.
	 *
	 * @param given of the port from which it flows
	 * @param taken of the port to which it flows
	 */
	static boolean agree(Limits given, Limits taken) {
		if (given instanceof Span from && taken instanceof Span to) {
			if (from.low == null && to.low == null) {
				return from.high == null || to.high == null || !before(to.high, from.high);
			}
			if (from.high == null && to.high == null) {
				return from.low == null || to.low == null || !before(from.low, to.low);
			}
			return !before(from.high, to.low) && !before(to.high, from.low);
		}
		return !(given instanceof Word) || !(taken instanceof Word) || given.equals(taken);
	}

	private static boolean within(Quantity value, Span span) {
		return !before(value, span.low) && !before(span.high, value);
	}

	/** @return whether both are stated, comparable, and the first is less */
	private static boolean before(Quantity one, Quantity other) {
		if (one == null || other == null) {
			return false;
		}
		if (one.unit().equals(other.unit())) {
			return one.number().compareTo(other.number()) < 0;
		}
		return Units.compatible(one.unit(), other.unit()) && one.compareTo(other) < 0;
	}

	private static String plain(Quantity quantity) {
		return quantity.unit().code().equals("1") ? quantity.number().toPlainString() : quantity.toString();
	}
}
