package io.twinwright.opcua.live;

import org.eclipse.milo.opcua.stack.core.UaException;

/** A link could not be opened; the message says in whole sentences why, and what to do. */
public final class LinkFailure extends Exception {
	private static final long serialVersionUID = 1;

	public LinkFailure(String sentences, Throwable cause) {
		super(sentences, cause);
	}

	/** @return whether the server knows the user or the password not, or lets the user not in */
	public boolean refusesUser() {
		return getCause() instanceof UaException failure && Failures.refusesUser(failure);
	}
}
