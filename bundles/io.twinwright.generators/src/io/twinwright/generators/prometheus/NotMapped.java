package io.twinwright.generators.prometheus;

/** A formula has something for which PromQL has nothing; the message is that, as the text has it. */
final class NotMapped extends Exception {
	private static final long serialVersionUID = 1;

	NotMapped(String what) {
		super(what);
	}
}
