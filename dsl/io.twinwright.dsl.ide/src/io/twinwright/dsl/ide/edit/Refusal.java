package io.twinwright.dsl.ide.edit;

/** A gesture cannot be done. The message says what and why, and what to do instead, in whole sentences for the user. */
final class Refusal extends Exception {
	private static final long serialVersionUID = 1L;

	Refusal(String message) {
		super(message);
	}
}
