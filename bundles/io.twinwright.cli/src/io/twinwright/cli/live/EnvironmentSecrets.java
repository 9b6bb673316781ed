package io.twinwright.cli.live;

import io.twinwright.core.binding.SecretName;
import io.twinwright.opcua.live.Secrets;
import java.util.Map;

/**
 * Secrets in variables of the environment: {@code TWINWRIGHT_SECRET_<NAME>}, with {@code _} for all but letters and digits.
 *
 * @param environment the variables
 */
public record EnvironmentSecrets(Map<String, String> environment) implements Secrets {
	private static final String PASSWORD = "TWINWRIGHT_PASSWORD";

	@Override
	public String secret(String name, String form) {
		return environment.get(SecretName.variable(name));
	}

	@Override
	public String password(String url, String user) {
		return environment.get(PASSWORD);
	}

	@Override
	public String remedy(String name, String form) {
		return "Set %s=%s in the environment.".formatted(SecretName.variable(name), form);
	}
}
