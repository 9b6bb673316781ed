package io.twinwright.core.expression;

import io.twinwright.model.Function;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The functions that are built in: a function of the library without a formula and without a model. */
public enum BuiltIn {
	MEAN(1, 1, Use.TIME, Use.PARTS), MIN(1, 99, Use.TIME, Use.PARTS, Use.PLAIN), MAX(1, 99, Use.TIME, Use.PARTS, Use.PLAIN),
	LAST(1, 1, Use.TIME), COUNT(1, 1, Use.TIME, Use.PARTS), TOTAL(1, 1, Use.TIME), SUM(1, 1, Use.PARTS),
	INCREASE(1, 1, Use.TIME), RATE(1, 1, Use.TIME), INTEGRAL(1, 1, Use.TIME), ENERGY(1, 1, Use.TIME),
	DURATION(1, 1, Use.TIME), LIFETIME(1, 1, Use.PLAIN), SLOPE(1, 1, Use.TIME), ANOMALY(1, 99, Use.TIME),
	FORECAST(2, 99, Use.TIME), TIME_TO("timeTo", 2, 2, Use.TIME), ABS(1, 1, Use.PLAIN), SQRT(1, 1, Use.PLAIN),
	POW(2, 2, Use.PLAIN), EXP(1, 1, Use.PLAIN), LOG(1, 1, Use.PLAIN), ROUND(2, 2, Use.PLAIN), ALARMED(1, 1, Use.PLAIN),
	AVAILABILITY(1, 1, Use.TIME), OEE(3, 3, Use.TIME), ARRIVAL(2, 2, Use.TIME), THROUGHPUT(1, 1, Use.SIMULATION),
	PASSED(1, 1, Use.SIMULATION), BOTTLENECK(1, 1, Use.SIMULATION), DETECTED(2, 2, Use.SIMULATION),
	EXPONENTIAL(1, 1, Use.SIMULATION), NORMAL(2, 2, Use.SIMULATION), LOGNORMAL(2, 2, Use.SIMULATION),
	WEIBULL(2, 2, Use.SIMULATION), UNIFORM(2, 2, Use.SIMULATION), TRIANGULAR(3, 3, Use.SIMULATION),
	CONSTANT(1, 1, Use.SIMULATION);

	/** What a function computes over. */
	public enum Use {
		/** The samples of a window, which it needs. */
		TIME,
		/** The present values of the parts that {@code each} visits. */
		PARTS,
		/** The present values of its operands. */
		PLAIN,
		/** The run of a scenario. */
		SIMULATION
	}

	private static final Map<String, BuiltIn> BY_WORD = Arrays.stream(values())
			.collect(Collectors.toUnmodifiableMap(BuiltIn::word, UnaryOperator.identity()));

	private final String word;
	private final int least;
	private final int most;
	private final Set<Use> uses;

	BuiltIn(int least, int most, Use... uses) {
		this(null, least, most, uses);
	}

	BuiltIn(String word, int least, int most, Use... uses) {
		this.word = word == null ? name().toLowerCase(Locale.ROOT) : word;
		this.least = least;
		this.most = most;
		this.uses = EnumSet.copyOf(Arrays.asList(uses));
	}

	/** @return its name in the text */
	public String word() {
		return word;
	}

	/** @return the smallest number of operands */
	public int least() {
		return least;
	}

	/** @return the largest number of operands */
	public int most() {
		return most;
	}

	public Set<Use> uses() {
		return uses;
	}

	/** @return whether a call needs a window: it computes over samples, neither across parts nor of several operands */
	public boolean needsWindow(int operands, boolean each) {
		return uses.contains(Use.TIME) && !(each && uses.contains(Use.PARTS)) && !(operands > 1 && uses.contains(Use.PLAIN));
	}

	/** @return the built-in that a function stands for, if it does */
	public static Optional<BuiltIn> of(Function function) {
		if (function == null || function.eIsProxy() || function.getValue() != null || function.getSource() != null) {
			return Optional.empty();
		}
		return Optional.ofNullable(BY_WORD.get(function.getName()));
	}
}
