package io.twinwright.generators.flink;

/**
 * The straight line that fits the samples of a window best (least squares), in SQL over their count and sums. Time counts in
 * seconds from the beginning of the window, so that no square grows beyond its digits.
 */
final class Trend {
	private static final String TIME = "((ps - ws) / 1000e0)";
	private static final String END = "((we - ws) / 1000e0)";

	private final String mean;
	private final String meanTime;
	private final String first;
	private final String slope;

	/**
	 * @param slot gets what is gathered
	 * @param operand what is sampled
	 * @param sampled SQL of whether there is a sample at the beginning of a span
	 */
	Trend(Slots.Call slot, Term operand, String sampled) {
		String count = slot.sampled("1e0", sampled);
		String times = slot.sampled(TIME, sampled);
		String values = slot.sampled(operand.sql(), sampled);
		String squares = slot.sampled(TIME + " * " + TIME, sampled);
		String products = slot.sampled(TIME + " * " + operand.sql(), sampled);
		first = slot.sampled("MIN", TIME, sampled);
		mean = "(%s / %s)".formatted(values, count);
		meanTime = "(%s / %s)".formatted(times, count);
		slope = "(CASE WHEN %s < %s THEN (%s - %s * %s) / (%s - %s * %s) END)".formatted(first, slot.sampled("MAX", TIME, sampled), products, times, mean,
				squares, times, meanTime);
	}

	/** @return the slope per second; null without two samples at different times */
	String slope() {
		return slope;
	}

	private String at(String seconds) {
		return "(%s + %s * (%s - %s))".formatted(mean, slope, seconds, meanTime);
	}

	/** @return the value of the line some seconds after the end of the window */
	String ahead(String seconds) {
		return at("(" + END + " + " + seconds + ")");
	}

	/** @return in how many seconds from the end on the line reaches a limit; 0 if it did so within the samples, null if it leads away */
	String timeTo(String limit) {
		String left = "((%s - %s) / NULLIF(%s, 0e0))".formatted(limit, at(END), slope);
		return "(CASE WHEN %1$s >= 0e0 THEN %1$s WHEN %1$s < 0e0 AND (%2$s - %3$s) * %4$s <= 0e0 THEN 0e0 END)".formatted(left, at(first), limit, slope);
	}
}
