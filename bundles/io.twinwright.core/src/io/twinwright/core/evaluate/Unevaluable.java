package io.twinwright.core.evaluate;

/** Something of the model that is not evaluated here; the message is for people. */
final class Unevaluable extends Exception {
	private static final long serialVersionUID = 1L;

	Unevaluable(String sentence, Object... names) {
		super(names.length == 0 ? sentence : sentence.formatted(names), null, false, false);
	}
}
