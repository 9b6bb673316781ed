package io.twinwright.generators.wot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the servers of a thing are secured (OPC 10101, 6.3): a channel with policy and mode, a login by name, both, or
 * neither. Each has the name of its endpoint. User names and secrets are left out.
 */
final class SecuritySchemes {
	private static final String NONE = "None";
	private static final String SCHEME = "scheme";

	private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();
	private final Map<Endpoint, String> names = new LinkedHashMap<>();

	/** Adds the scheme of an endpoint, once. */
	void add(Endpoint endpoint) {
		if (names.containsKey(endpoint)) {
			return;
		}
		String name = TwinModel.qualifiedName(endpoint);
		names.put(endpoint, name);
		Optional<ObjectNode> channel = channel(endpoint);
		Optional<ObjectNode> login = entry(endpoint, EndpointEntry.USER).map(user -> scheme("uav:authentication")
				.put("uav:userIdentityToken", "UserName"));
		if (channel.isPresent() && login.isPresent()) {
			ObjectNode both = scheme("combo");
			ArrayNode all = both.putArray("allOf");
			define(name + "/channel", channel.get(), all);
			define(name + "/user", login.get(), all);
			definitions.put(name, both);
		} else {
			definitions.put(name, channel.or(() -> login).orElseGet(() -> scheme("nosec")));
		}
	}

	private void define(String name, ObjectNode scheme, ArrayNode all) {
		definitions.put(name, scheme);
		all.add(name);
	}

	private static Optional<ObjectNode> channel(Endpoint endpoint) {
		return word(endpoint, EndpointEntry.SECURITY).filter(policy -> !policy.equals(NONE)).map(policy ->
				scheme("uav:channelsec").put("uav:securityMode", word(endpoint, EndpointEntry.MODE).orElse("SignAndEncrypt"))
						.put("uav:securityPolicy", policy));
	}

	private static ObjectNode scheme(String name) {
		return JsonNodeFactory.instance.objectNode().put(SCHEME, name);
	}

	/** @return the name of the scheme of an endpoint that was added */
	String name(Endpoint endpoint) {
		return names.get(endpoint);
	}

	/** @return the scheme that holds where a form names none */
	String first() {
		return names.values().iterator().next();
	}

	ObjectNode definitions() {
		ObjectNode all = JsonNodeFactory.instance.objectNode();
		definitions.forEach(all::set);
		return all;
	}

	private static Optional<String> word(Endpoint endpoint, EndpointEntry key) {
		return entry(endpoint, key).filter(entry -> !entry.isSecret())
				.map(entry -> entry.getSymbol() != null ? entry.getSymbol() : entry.getText());
	}

	private static Optional<Entry> entry(Endpoint endpoint, EndpointEntry key) {
		return endpoint.getEntries().stream().filter(entry -> key.key().equals(entry.getKey())).findFirst();
	}
}
