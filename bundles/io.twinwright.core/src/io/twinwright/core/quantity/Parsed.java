package io.twinwright.core.quantity;

import java.util.List;
import java.util.Optional;

/** What came of reading a UCUM code. */
public sealed interface Parsed {
	/** @return the unit, none if the code is not UCUM */
	default Optional<Unit> unit() {
		return switch (this) {
			case Known known -> Optional.of(known.value);
			case Unknown unknown -> Optional.empty();
		};
	}

	/**
	 * A legal code.
	 *
	 * @param value the unit
	 */
	record Known(Unit value) implements Parsed {
	}

	/**
	 * Not a UCUM code.
	 *
	 * @param code as written
	 * @param reason what is wrong, as one or two whole sentences
	 */
	record Unknown(String code, String reason) implements Parsed {
		/** @return the UCUM codes that were probably meant, the likeliest first; perhaps none */
		public List<String> suggestions() {
			return Units.suggestions(code);
		}
	}
}
