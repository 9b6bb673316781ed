package io.twinwright.core.quantity;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A UCUM unit. Two are equal if their codes are; whether two codes mean the same is asked with
 * {@link Units#sameMeaning}. Immutable; made by {@link Units}.
 */
public final class Unit {
	/** The scales with an offset and their differences (UCUM §22). */
	private static final Map<String, String> DIFFERENCES = Map.of("Cel", "K", "[degF]", "[degR]");
	private static final Set<String> CALENDAR = Set.of("a", "a_t", "a_j", "a_g", "mo", "mo_s", "mo_j", "mo_g");

	private final String code;
	private final Terms terms;
	private final Dimension dimension;
	private final Ratio factor;
	private final Ratio offset;
	private final boolean logarithmic;
	private final boolean calendar;

	Unit(String code, Terms terms, Dimension dimension, Ratio factor, Ratio offset, boolean logarithmic) {
		this.code = code;
		this.terms = terms;
		this.dimension = dimension;
		this.factor = factor;
		this.offset = offset;
		this.logarithmic = logarithmic;
		this.calendar = terms.powers().keySet().stream().map(Unit::withoutAnnotation).anyMatch(CALENDAR::contains);
	}

	/** @return the UCUM code as written, without the brackets of the language: {@code kW.h}, {@code [psi]} */
	public String code() {
		return code;
	}

	/** @return what it measures */
	public Dimension dimension() {
		return dimension;
	}

	/** @return whether it is a scale with an offset, as {@code Cel}; such values are neither added nor scaled */
	public boolean isAffine() {
		return !logarithmic && !offset.isZero();
	}

	/** @return whether it is a logarithmic scale, as {@code [pH]}, {@code dB}, {@code Np} */
	public boolean isLogarithmic() {
		return logarithmic;
	}

	/** @return whether it is a pure number, ratio or angle; arbitrary and logarithmic units are not */
	public boolean isDimensionless() {
		return dimension.isNone();
	}

	/** @return whether it has a year or month, which the calendar makes differ in length; UCUM takes a mean */
	public boolean isCalendarLength() {
		return calendar;
	}

	/** @return for people: {@code °C}, {@code m³/h}, {@code kPa(gauge)} */
	public String symbol() {
		return Symbols.of(code);
	}

	/** @return the texts in braces in their order; UCUM §12 gives them no meaning */
	public Set<String> annotations() {
		Set<String> annotations = new LinkedHashSet<>();
		for (String term : terms.powers().keySet()) {
			if (term.endsWith("}")) {
				annotations.add(term.substring(term.indexOf('{') + 1, term.length() - 1));
			}
		}
		return annotations;
	}

	/** @return the symbols and numbers it is a product of */
	Terms terms() {
		return terms;
	}

	/** @return the size of one of it in SI units, in decades if it is logarithmic */
	Ratio factor() {
		return factor;
	}

	/** @return what zero of it is in SI units, in decades if it is logarithmic */
	Ratio offset() {
		return offset;
	}

	private static String withoutAnnotation(String term) {
		return term.endsWith("}") ? term.substring(0, term.indexOf('{')) : term;
	}

	/** @param code a scale with an offset, perhaps with a prefix or annotation */
	static String difference(String code) {
		String bare = withoutAnnotation(code);
		for (Map.Entry<String, String> scale : DIFFERENCES.entrySet()) {
			if (bare.endsWith(scale.getKey())) {
				return bare.substring(0, bare.length() - scale.getKey().length()) + scale.getValue();
			}
		}
		return bare;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Unit that && code.equals(that.code);
	}

	@Override
	public int hashCode() {
		return code.hashCode();
	}

	/** @return as in the language: {@code [kW.h]}, {@code [[psi]]} */
	@Override
	public String toString() {
		return '[' + code + ']';
	}
}
