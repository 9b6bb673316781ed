package io.twinwright.opcua.swap;

/** A step of a hot swap cannot be done. The message says which element, why, and what to do, in whole sentences. */
public final class SwapFailure extends Exception {
	private static final long serialVersionUID = 1;

	public SwapFailure(String sentences, Throwable cause) {
		super(sentences, cause);
	}

	SwapFailure(String sentences) {
		super(sentences);
	}
}
