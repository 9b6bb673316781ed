package io.twinwright.dsl.insert;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Model;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The endpoint of a server in a text: the one with its URL, else a new one. */
final class Endpoints {
	private final Model file;
	private final TwinModel twin;
	private final Server server;
	private final SignalText signals;
	private final Set<String> taken;
	private final Optional<Endpoint> same;
	private final List<String> declarations = new ArrayList<>();
	private String added;

	/** @param taken the names of declarations that a new one cannot have */
	Endpoints(Model file, TwinModel twin, Server server, SignalText signals, Set<String> taken) {
		this.file = file;
		this.twin = twin;
		this.server = server;
		this.signals = signals;
		this.taken = taken;
		this.same = twin.all(Endpoint.class).stream().filter(Addresses::isOpcUa)
				.filter(endpoint -> Addresses.url(endpoint).map(Endpoints::plain).equals(Optional.of(plain(server.url())))).findFirst();
	}

	private static String plain(String url) {
		return url.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
	}

	/** @return whether what is bound to an endpoint is on the server */
	boolean isServer(Endpoint endpoint) {
		return server.simulated() || same.isPresent() && same.get() == endpoint;
	}

	/** @return the endpoint that has a node, empty if the text has none for it */
	Optional<Endpoint> of(NodeAddress node) {
		return same.or(() -> server.simulated() ? twin.all(Binding.class).stream()
				.filter(binding -> Addresses.node(binding).filter(bound -> bound.namespaceUri().equals(node.namespaceUri())).isPresent())
				.map(Binding::getEndpoint).findFirst() : Optional.empty());
	}

	/** @return the name of the endpoint that has a node as the file can write it; declared if need be */
	String name(NodeAddress node) {
		return of(node).map(this::written).orElseGet(this::add);
	}

	private String written(Endpoint endpoint) {
		boolean near = endpoint.eContainer() instanceof Model other && Objects.equals(other.getNamespace(), file.getNamespace());
		return near ? signals.name(endpoint.getName()) : List.of(TwinModel.qualifiedName(endpoint).split("\\.")).stream().map(signals::name)
				.reduce((one, more) -> one + "." + more).orElseThrow();
	}

	private String add() {
		if (added == null) {
			String host = Optional.ofNullable(URI.create(server.url()).getHost()).orElse("");
			boolean isNumber = host.matches("[0-9.:\\[\\]]*");
			added = NewNames.free(isNumber || host.equals("localhost") ? "server" : NewNames.of(host.split("\\.")[0], "server"), taken);
			boolean open = "None".equals(server.security());
			declarations.add("endpoint " + signals.name(added) + " { url " + SignalText.quoted(server.url()) + " security " + server.security()
					+ (open ? "" : " mode " + server.mode()) + (server.user() ? " user secret " + SignalText.quoted(added) : "") + " }");
		}
		return signals.name(added);
	}

	/** @return the declaration of the new endpoint, if there is one */
	List<String> declarations() {
		return declarations;
	}
}
