package io.twinwright.opcua.live;

/** A link could not be opened; the message says in whole sentences why, and what to do. */
public final class LinkFailure extends Exception {
	private static final long serialVersionUID = 1;

	public LinkFailure(String sentences, Throwable cause) {
		super(sentences, cause);
	}
}
