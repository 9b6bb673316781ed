package io.twinwright.dsl.ide.edit;

import java.util.Optional;

/** A gesture cannot be done. The message says what and why, and what to do instead, in whole sentences for the user. */
final class Refusal extends Exception {
	private static final long serialVersionUID = 1L;

	Refusal(String message) {
		super(message);
	}

	/** @throws Refusal if there is a reason */
	static void throwIf(Optional<String> reason) throws Refusal {
		if (reason.isPresent()) {
			throw new Refusal(reason.get());
		}
	}
}
