package io.twinwright.core.quantity;

/** A code is not UCUM; the message says why, as one or two whole sentences. */
final class CodeException extends Exception {
	private static final long serialVersionUID = 1L;

	CodeException(String reason) {
		super(reason, null, false, false);
	}
}
