package io.twinwright.importers.mtp;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.BindingDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EndpointDraft;
import io.twinwright.importers.draft.NamedDraft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of the servers that a package names, each for one signal. */
final class Variables {
	private final Map<String, BindingDraft> byId = new LinkedHashMap<>();
	private final Map<String, EndpointDraft> servers = new LinkedHashMap<>();
	private final Map<EndpointDraft, Integer> total = new HashMap<>();
	private final Map<EndpointDraft, Integer> bound = new HashMap<>();
	private final Set<BindingDraft> taken = new HashSet<>();

	Variables(Manifest manifest, Draft draft) {
		manifest.elements().filter(element -> element.isA("ServerAssembly")).forEach(server -> {
			if (server.className().equals("OPCUAServer")) {
				addServer(server, draft);
			} else {
				draft.remark("Server '%s' is no OPC UA server but a '%s', and is not imported.".formatted(server.name(), server.className()));
			}
		});
	}

	private void addServer(CaexElement server, Draft draft) {
		Optional<String> url = server.value("Endpoint");
		if (url.isEmpty()) {
			draft.remark("Server '%s' has no endpoint, so nothing is bound to it. Add its URL.".formatted(server.name()));
			return;
		}
		EndpointDraft endpoint = draft.endpoint(url.get(), server.name());
		servers.put(url.get(), endpoint);
		draft.count("endpoint");
		for (CaexElement item : server.children()) {
			if (item.kind() == CaexElement.Kind.INTERFACE && item.isA("OPCUAItem")) {
				draft.count("variable");
				total.merge(endpoint, 1, Integer::sum);
				address(item).ifPresentOrElse(address -> byId.put(item.id(), new BindingDraft(endpoint, address)), () -> draft.remark(
						"Variable '%s' of server '%s' has no usable identifier.".formatted(item.name(), server.name())));
			}
		}
	}

	/** @return the node of an item, whose namespace may be a URI or a number, and whose identifier may be a whole node id */
	private static Optional<String> address(CaexElement item) {
		String identifier = item.value("Identifier").orElse("");
		String namespace = item.value("Namespace").orElse("");
		boolean numbered = namespace.matches("\\d+");
		String prefix = namespace.isEmpty() ? "" : numbered ? "ns=" + namespace + ";"
				: "nsu=" + namespace.replace("%", "%25").replace(";", "%3B") + ";";
		String local = identifier.matches("(?s)(ns=\\d+;|nsu=[^;]+;)[isgb]=.*") ? identifier.substring(identifier.indexOf(';') + 1)
				: kind(item.attribute("Identifier").dataType()) + "=" + identifier;
		String before = prefix.isEmpty() && !local.equals(identifier) && identifier.startsWith("ns")
				? identifier.substring(0, identifier.indexOf(';') + 1) : prefix;
		return identifier.isEmpty() ? Optional.empty() : NodeAddress.parse(before + local, item.id()).map(node -> before + local);
	}

	/** The kind of an identifier is that of its data type (VDI/VDE/NAMUR 2658-1, OPCUAItem). */
	private static char kind(String dataType) {
		return switch (dataType.replaceFirst("^xs:", "").toLowerCase(java.util.Locale.ROOT)) {
			case "id" -> 'g';
			case "base64binary" -> 'b';
			case "int", "integer", "unsignedint", "long" -> 'i';
			default -> 's';
		};
	}

	/** @return whether an id is that of a variable */
	boolean has(String id) {
		return byId.containsKey(id);
	}

	/** Binds what is in an asset to a variable; one that another signal has already is a note. */
	void bind(AssetDraft asset, List<NamedDraft> way, String id) {
		BindingDraft binding = byId.get(id);
		if (binding == null) {
			return;
		}
		if (!taken.add(binding)) {
			way.getLast().notes.add("It is not bound: another signal has the node '%s'.".formatted(binding.address()));
			return;
		}
		bound.merge(binding.endpoint(), 1, Integer::sum);
		asset.bindings.put(way, binding);
	}

	/** Says how many variables no signal needs. */
	void report(Draft draft) {
		servers.values().forEach(server -> {
			int left = total.getOrDefault(server, 0) - bound.getOrDefault(server, 0);
			if (left > 0) {
				draft.remark(("%d of %d variables of server '%s' are modes, commands, limits and status of data objects, "
						+ "which the language has no signals for; they are left out.").formatted(left, total.get(server), server.name));
			}
		});
	}
}
