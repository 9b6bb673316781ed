package io.twinwright.core.binding;

import java.util.Locale;

/** Where the secrets are that a text names. */
public final class SecretName {
	private static final String PREFIX = "TWINWRIGHT_SECRET_";

	private SecretName() {
	}

	/** @return the variable of the environment that holds a secret, with {@code _} for all but letters and digits */
	public static String variable(String name) {
		return PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
	}
}
