package io.twinwright.cli;

import io.twinwright.cli.live.EnvironmentSecrets;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.NewCertificate;
import io.twinwright.opcua.live.ServerSettings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How OPC UA servers are reached that are named by a URL. */
final class ServerOptions {
	@Option(names = "--user", description = "User name; the password comes from TWINWRIGHT_PASSWORD.")
	private String user;

	@Option(names = "--security", defaultValue = "None", description = "Security policy with a URL: None (default), Basic256Sha256, …")
	private String security;

	@Option(names = "--trust", description = "Trust server certificates that are seen for the first time.")
	private boolean trust;

	@Option(names = "--pki", paramLabel = "DIR", description = "The folder with certificates; ~/.twinwright/pki is the default.")
	private Path pki = Path.of(System.getProperty("user.home"), ".twinwright", "pki");

	ServerSettings settings() {
		return new ServerSettings(pki, trust ? NewCertificate.TRUSTED : NewCertificate.REFUSED, new EnvironmentSecrets(System.getenv()));
	}

	/** @throws IllegalArgumentException with a sentence if it is no URL of an OPC UA server, or the policy is not known */
	LinkSettings of(String url) {
		return settings().of(url, security, user);
	}
}
