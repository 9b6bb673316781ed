package io.twinwright.opcua.record;

/** A recording that cannot be made or read; the message is a whole sentence for people. */
public final class RecordFailure extends Exception {
	private static final long serialVersionUID = 1;

	RecordFailure(String sentence, Throwable cause) {
		super(sentence, cause);
	}
}
