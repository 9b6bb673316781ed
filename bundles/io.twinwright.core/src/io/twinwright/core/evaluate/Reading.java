package io.twinwright.core.evaluate;

/**
 * What something is now.
 *
 * @param value null if and only if the quality is bad
 * @param reason why it is not good, as a whole sentence; empty if it is
 */
record Reading(Value value, Quality quality, String reason) {
	static final Reading TRUE = good(new Value.Bool(true));
	static final Reading FALSE = good(new Value.Bool(false));
	private static final Reading NO_NUMBER = bad("The result is no finite number.");

	static Reading good(Value value) {
		return new Reading(value, Quality.GOOD, "");
	}

	/** @return bad if the number is not finite */
	static Reading good(double number) {
		return Double.isFinite(number) ? good(new Value.Number(number)) : NO_NUMBER;
	}

	static Reading bad(String reason) {
		return new Reading(null, Quality.BAD, reason);
	}

	boolean isGood() {
		return quality == Quality.GOOD;
	}

	boolean isBad() {
		return quality == Quality.BAD;
	}

	/** @return the number; NaN where it is none or is not good */
	double good() {
		return isGood() && value instanceof Value.Number(double number) ? number : Double.NaN;
	}

	/** Only of a number that is not bad. */
	double number() {
		return ((Value.Number) value).number();
	}

	/** Only of a condition that is not bad. */
	boolean is() {
		return ((Value.Bool) value).is();
	}

	/** @return whether it is a condition that is good and true */
	boolean holds() {
		return isGood() && is();
	}

	/** @return another value of the same quality; bad if the number is not finite */
	Reading with(double number) {
		return Double.isFinite(number) ? with(new Value.Number(number)) : NO_NUMBER;
	}

	/** @return whether something is true, with the same quality, which is not bad */
	Reading with(boolean is) {
		Reading good = is ? TRUE : FALSE;
		return isGood() ? good : with(good.value);
	}

	/** @return another value of the same quality, which is not bad */
	Reading with(Value other) {
		return new Reading(other, quality, reason);
	}

	/** @return the worse of both */
	Reading worst(Reading other) {
		return quality.compareTo(other.quality) >= 0 ? this : other;
	}

	/** @return this value, uncertain at best */
	Reading uncertain(String why) {
		return isGood() ? new Reading(value, Quality.UNCERTAIN, why) : this;
	}
}
