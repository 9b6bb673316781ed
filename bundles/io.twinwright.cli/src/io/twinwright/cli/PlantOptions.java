package io.twinwright.cli;

import io.twinwright.cli.live.EnvironmentSecrets;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.NewCertificate;
import io.twinwright.opcua.live.ServerSettings;
import io.twinwright.opcua.live.Servers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which OPC UA servers a command attaches to, and how. */
final class PlantOptions {
	@Option(names = "--endpoint", paramLabel = "URL", description = "Use this server for all signals, such as the simulated plant.")
	private String endpoint;

	@Option(names = "--user", description = "User name; the password comes from TWINWRIGHT_PASSWORD.")
	private String user;

	@Option(names = "--security", defaultValue = "None", description = "Security policy with --endpoint: None (default), Basic256Sha256, …")
	private String security;

	@Option(names = "--trust", description = "Trust server certificates that are seen for the first time.")
	private boolean trust;

	@Option(names = "--pki", paramLabel = "DIR", description = "The folder with certificates; ~/.twinwright/pki is the default.")
	private Path pki = Path.of(System.getProperty("user.home"), ".twinwright", "pki");

	/** @return whether one server is named for all signals */
	boolean isNamed() {
		return endpoint != null;
	}

	/**
	 * @return what each server carries: all of the model with an endpoint given, else what is bound to OPC UA servers
	 * @throws CommandFailure if that is nothing, or an endpoint lacks something
	 */
	Map<LinkSettings, List<Point>> links(TwinModel twin) {
		ServerSettings settings = new ServerSettings(pki, trust ? NewCertificate.TRUSTED : NewCertificate.REFUSED,
				new EnvironmentSecrets(System.getenv()));
		try {
			Map<LinkSettings, List<Point>> links = endpoint == null ? Servers.bound(twin, settings)
					: Map.of(settings.of(endpoint, security, user), Servers.carried(twin));
			if (links.isEmpty()) {
				throw new CommandFailure(Main.USAGE, "Nothing in the model is bound to an OPC UA server. Add 'bind', or give --endpoint.", null);
			}
			return links;
		} catch (IllegalArgumentException e) {
			throw new CommandFailure(Main.USAGE, e.getMessage(), e);
		}
	}
}
