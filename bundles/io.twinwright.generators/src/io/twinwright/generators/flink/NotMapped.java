package io.twinwright.generators.flink;

/** A formula has something for which this target has no SQL; the message is that, as the text has it. */
final class NotMapped extends Exception {
	private static final long serialVersionUID = 1;

	NotMapped(String what) {
		super(what);
	}
}
