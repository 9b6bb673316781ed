package io.twinwright.opcua.live;

/** Where user names and passwords are that a text only names. */
public interface Secrets {
	/**
	 * @param name the name in the text
	 * @param form what it consists of, such as {@code user:password}
	 * @return the secret, null if it is not known
	 */
	String secret(String name, String form);

	/** @return the password of a user at a server, both named apart from the text; null if it is not known */
	String password(String url, String user);

	/** @return what to do so that a secret becomes known: a sentence */
	String remedy(String name, String form);
}
