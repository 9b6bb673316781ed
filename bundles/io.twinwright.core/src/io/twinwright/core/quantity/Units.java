package io.twinwright.core.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads UCUM codes and calculates with units. Thread-safe; what was read once is remembered. The first code with a
 * symbol loads the unit library, which takes about a fifth of a second: {@link #warmUp} does it aside.
 * <p>
 * Codes follow UCUM 2.2, case sensitive, with these particulars:
 * <ul>
 * <li>Products and quotients are read from left to right (§7): {@code kg/kW.h} is {@code (kg/kW).h}.</li>
 * <li>Angles are numbers: {@code deg} converts to {@code rad} and to {@code 1}, and {@code rad/s} to {@code /s}.</li>
 * <li>Annotations have no meaning (§12): {@code bar{gauge}} converts to {@code bar} as it is.</li>
 * <li>A scale with an offset stands alone, never in a product (§22); a logarithmic scale in a product counts as a
 * difference ({@code dB/m}, {@code [pH]/h}).</li>
 * <li>Arbitrary units such as {@code [iU]} have a dimension of their own, with which products and quotients are
 * formed, {@code [CFU]/ml}. So have {@code [NTU]} and {@code [FNU]}, for which UCUM says the number 1 and turbidity.
 * {@code [AU]} is an allergen unit in UCUM, arbitrary; plants use the code for absorbance.</li>
 * <li>{@code mol} is the base unit of the SI, not a number as in UCUM.</li>
 * <li>{@code Np} and {@code B} are the natural and the common logarithm of the same ratio, as UCUM has it; for field
 * quantities ISO 80000-3 has twice that.</li>
 * </ul>
 */
public final class Units {
	private static final class Library {
		static final Atoms ATOMS = new Atoms();
	}

	private static final Map<String, Unit> KNOWN = new ConcurrentHashMap<>();
	private static final Map<Pair, Unit> COMPOSED = new ConcurrentHashMap<>();
	/** In how many digits two sizes of the same meaning agree. */
	private static final MathContext MEANING = new MathContext(14);

	private Units() {
	}

	static Atoms atoms() {
		return Library.ATOMS;
	}

	/** Loads the unit library on a thread of its own, while the caller does something else. */
	public static void warmUp() {
		Thread.ofPlatform().daemon().name("unit library").start(() -> parse("kW.h/m3"));
	}

	/**
	 * @param code a UCUM code without the outer brackets of the language
	 * @return the unit, or why there is none
	 */
	public static Parsed parse(String code) {
		Unit known = KNOWN.get(code);
		if (known != null) {
			return new Parsed.Known(known);
		}
		try {
			Unit unit = CodeReader.read(code, atoms());
			KNOWN.put(code, unit);
			return new Parsed.Known(unit);
		} catch (CodeException e) {
			return new Parsed.Unknown(code, e.getMessage());
		}
	}

	/**
	 * For codes that are known to be legal.
	 *
	 * @throws IllegalArgumentException if the code is not UCUM
	 */
	public static Unit of(String code) {
		if (parse(code) instanceof Parsed.Unknown unknown) {
			throw new IllegalArgumentException(unknown.reason());
		}
		return KNOWN.get(code);
	}

	/**
	 * The usual plant spellings ({@code kWh}, {@code rpm}, {@code Nm3/h}, {@code °C}) and slips of case or of one letter.
	 *
	 * @param code any text; a legal code yields what else may have been meant, as {@code [ft_i]} for {@code ft}, which is
	 *        a femtotonne, or {@code kg/kW/h} for {@code kg/kW.h}
	 * @return legal codes, the likeliest first; perhaps none
	 */
	public static List<String> suggestions(String code) {
		return Spellings.suggest(code, true);
	}

	/** @return legal codes for a usual plant spelling, without slips; the likeliest first, perhaps none */
	public static List<String> spelled(String code) {
		return Spellings.suggest(code, false);
	}

	/** @return whether values of one convert to the other */
	public static boolean compatible(Unit one, Unit other) {
		return one.dimension().equals(other.dimension());
	}

	/** @return whether both give the same number to every quantity, as {@code l/min} and {@code dm3/min} */
	public static boolean sameMeaning(Unit one, Unit other) {
		return one.equals(other) || meaning(one).equals(meaning(other));
	}

	/** A product or, with a negative sign, a quotient. */
	private record Pair(Unit one, Unit other, int sign) {
	}

	/** A unit without its spelling. */
	record Meaning(Dimension dimension, BigDecimal factor, BigDecimal offset, boolean logarithmic) {
	}

	static Meaning meaning(Unit unit) {
		return new Meaning(unit.dimension(), unit.factor().rounded(MEANING).stripTrailingZeros(),
				unit.offset().rounded(MEANING).stripTrailingZeros(), unit.isLogarithmic());
	}

	/**
	 * Converts a value, with the offsets of the scales.
	 *
	 * @return exact where that takes at most 34 digits, else rounded half-even to 16 digits; without trailing zeros
	 * @throws IllegalArgumentException if the units are not compatible
	 */
	public static BigDecimal convert(BigDecimal value, Unit from, Unit to) {
		if (from.equals(to)) {
			return value.stripTrailingZeros();
		}
		requireCompatible(from, to);
		Ratio si = Ratio.of(value).times(from.factor()).plus(from.offset());
		return si.minus(to.offset()).over(to.factor()).decimal();
	}

	/**
	 * Converts a difference of two values, where offsets cancel: 9 {@code [degF]} are 5 {@code K}.
	 *
	 * @return rounded as in {@link #convert}
	 * @throws IllegalArgumentException if the units are not compatible
	 */
	public static BigDecimal convertDifference(BigDecimal difference, Unit from, Unit to) {
		if (from.equals(to)) {
			return difference.stripTrailingZeros();
		}
		requireCompatible(from, to);
		return Ratio.of(difference).times(from.factor()).over(to.factor()).decimal();
	}

	/**
	 * @return the conversion of values for run time
	 * @throws IllegalArgumentException if the units are not compatible
	 */
	public static Conversion conversion(Unit from, Unit to) {
		requireCompatible(from, to);
		return new Conversion(from.factor().over(to.factor()).doubleValue(),
				from.offset().minus(to.offset()).over(to.factor()).doubleValue());
	}

	static void requireCompatible(Unit one, Unit other) {
		if (!compatible(one, other)) {
			throw new IllegalArgumentException("%s is %s and %s is %s. They do not convert.".formatted(one,
					one.dimension().name(), other, other.dimension().name()));
		}
	}

	/** @return the unit of a product; scales with an offset count as their differences */
	public static Unit product(Unit one, Unit other) {
		return composed(one, other, 1);
	}

	/** @return the unit of a quotient; scales with an offset count as their differences */
	public static Unit quotient(Unit above, Unit below) {
		return composed(above, below, -1);
	}

	private static Unit composed(Unit one, Unit other, int sign) {
		return COMPOSED.computeIfAbsent(new Pair(one, other, sign), pair -> compose(pair.one, pair.other, pair.sign));
	}

	private static Unit compose(Unit one, Unit other, int sign) {
		Unit left = differenceOf(one);
		Unit right = differenceOf(other);
		return linear(left.terms().times(right.terms().pow(sign, 1)),
				left.dimension().times(right.dimension().pow(sign)), left.factor().times(right.factor().pow(sign)));
	}

	/** @return the unit of the n-th power; n may be negative or zero */
	public static Unit power(Unit unit, int n) {
		Unit base = differenceOf(unit);
		return linear(base.terms().pow(n, 1), base.dimension().pow(n), base.factor().pow(n));
	}

	/**
	 * @param n 2 for the square root
	 * @return the unit of the n-th root; its factor is exact where it is rational, else to 50 digits, and its code is no
	 *         UCUM code if an exponent is a fraction
	 * @throws IllegalArgumentException if n is not positive
	 */
	public static Unit root(Unit unit, int n) {
		Unit base = differenceOf(unit);
		Dimension dimension = base.dimension().root(n);
		return linear(base.terms().pow(1, n), dimension, base.factor().root(n));
	}

	/** @return the unit of a difference of two values: {@code K} for {@code Cel}, {@code [degR]} for {@code [degF]} */
	public static Unit differenceOf(Unit unit) {
		return unit.isAffine() ? of(Unit.difference(unit.code())) : unit;
	}

	private static Unit linear(Terms terms, Dimension dimension, Ratio factor) {
		return new Unit(terms.code(), terms, dimension, factor, Ratio.ZERO, false);
	}
}
