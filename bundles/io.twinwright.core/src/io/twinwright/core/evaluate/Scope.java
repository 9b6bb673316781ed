package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Parameter;
import java.util.Map;

/**
 * Where an expression stands.
 *
 * @param owner what it belongs to
 * @param at where its names are looked up
 * @param visited the signal or part that a call with {@code each} visits, in its filter and other operands; else null
 * @param arguments the values of the parameters, in the formula of a function; else empty
 * @param draft the window that is being compiled, null where there is none
 * @param inside whether it is an operand of a function over that window
 * @param depth how many functions it is in
 */
record Scope(Owner owner, Position at, Located visited, Map<Parameter, Formula> arguments, Draft draft, boolean inside,
		int depth) {
	/**
	 * What an expression belongs to.
	 *
	 * @param name of the insight, as part of a key; null for conditions
	 * @param clock of the site
	 * @param every when an insight is reported, null where nothing is said
	 * @param coverage which share of a window must be good
	 */
	record Owner(String name, SiteClock clock, ClockFrames every, double coverage) {
	}

	static Scope of(Owner owner, Position at) {
		return new Scope(owner, at, null, Map.of(), null, false, 0);
	}

	/** Over a window. */
	Scope over(Draft window) {
		return new Scope(owner, at, visited, arguments, window, false, depth);
	}

	/** As an operand of a function over the window. */
	Scope operand() {
		return new Scope(owner, at, visited, arguments, draft, true, depth);
	}

	/** In the filter or another operand of a call that visits a signal or part. */
	Scope visiting(Located place) {
		return new Scope(owner, at, place, arguments, draft, inside, depth);
	}

	/** In the formula of a function. */
	Scope function(Map<Parameter, Formula> values) {
		return new Scope(owner, at, null, values, draft, inside, depth + 1);
	}
}
