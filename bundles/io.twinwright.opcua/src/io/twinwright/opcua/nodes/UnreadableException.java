package io.twinwright.opcua.nodes;

/** A value in a document that cannot be read; the message says why and becomes a part of the report. */
final class UnreadableException extends Exception {
	private static final long serialVersionUID = 1;

	UnreadableException(String message) {
		super(message);
	}
}
