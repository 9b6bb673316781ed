package io.twinwright.core.address;

import io.twinwright.model.Enumeration;
import io.twinwright.model.Literal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers by which states stand on the wire. */
public final class StateNumbers {
	private StateNumbers() {
	}

	/**
	 * @return the states in the order of the text with their numbers: counted on from the state before where none is
	 *         given, from 0 where there is none before
	 */
	public static Map<Literal, Integer> of(Enumeration states) {
		Map<Literal, Integer> numbers = new LinkedHashMap<>();
		int next = 0;
		for (Literal state : states.getLiterals()) {
			int number = state.isSetValue() ? state.getValue() : next;
			numbers.put(state, number);
			next = number + 1;
		}
		return numbers;
	}
}
