package io.twinwright.cli;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.Servers;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which OPC UA servers a command attaches to, and how. */
final class PlantOptions {
	@Option(names = "--endpoint", paramLabel = "URL", description = "Use this server for all signals, such as the simulated plant.")
	private String endpoint;

	@Mixin
	private ServerOptions server;

	/** @return whether one server is named for all signals */
	boolean isNamed() {
		return endpoint != null;
	}

	/**
	 * @return what each server carries: all of the model with an endpoint given, else what is bound to OPC UA servers
	 * @throws CommandFailure if that is nothing, or an endpoint lacks something
	 */
	Map<LinkSettings, List<Point>> links(TwinModel twin) {
		try {
			Map<LinkSettings, List<Point>> links = endpoint == null ? Servers.bound(twin, server.settings())
					: Map.of(server.of(endpoint), Servers.carried(twin));
			if (links.isEmpty()) {
				throw new CommandFailure(Main.USAGE, "Nothing in the model is bound to an OPC UA server. Add 'bind', or give --endpoint.", null);
			}
			return links;
		} catch (IllegalArgumentException e) {
			throw new CommandFailure(Main.USAGE, e.getMessage(), e);
		}
	}
}
