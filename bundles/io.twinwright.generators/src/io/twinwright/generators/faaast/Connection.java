package io.twinwright.generators.faaast;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import io.twinwright.model.MeasureKind;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The connection to one server. What is written is read and written there at each request; what is measured is subscribed
 * to; a fixed fact is read at each request. User names and secrets are left out.
 */
final class Connection {
	private static final long USUAL_INTERVAL = 1000;

	private final Endpoint endpoint;
	private final ObjectNode values = JsonNodeFactory.instance.objectNode();
	private final ObjectNode subscriptions = JsonNodeFactory.instance.objectNode();

	Connection(Endpoint endpoint) {
		this.endpoint = endpoint;
	}

	boolean hasLogin() {
		return entry(EndpointEntry.USER).isPresent();
	}

	/** @param element the reference of the property, as FA³ST writes it */
	void add(String element, Point point, NodeAddress node) {
		switch (point.kind()) {
			case ACTUATOR, PARAMETER -> values.putObject(element).put("nodeId", node.toString());
			case PROPERTY -> values.putObject(element).put("nodeId", node.toString()).put("readWriteMode", "READ");
			case SENSOR, STATE, INSIGHT, METER, SHARE -> subscriptions.putObject(element).put("nodeId", node.toString())
					.put("interval", interval(point));
		}
	}

	private static long interval(Point point) {
		return point.measure(MeasureKind.EVERY).flatMap(every -> Quantities.in(Quantities.of(every, "s"), Units.of("ms")))
				.map(millis -> Math.max(1, millis.setScale(0, RoundingMode.CEILING).longValue())).orElse(USUAL_INTERVAL);
	}

	ObjectNode config() {
		ObjectNode config = JsonNodeFactory.instance.objectNode()
				.put("@class", "de.fraunhofer.iosb.ilt.faaast.service.assetconnection.opcua.OpcUaAssetConnection")
				.put("host", Addresses.url(endpoint).orElse(""));
		String policy = word(EndpointEntry.SECURITY).orElse("None");
		config.put("securityPolicy", policy);
		config.put("securityMode", policy.equals("None") ? "None" : word(EndpointEntry.MODE).orElse("SignAndEncrypt"));
		config.put("userTokenType", hasLogin() ? "UserName" : "Anonymous");
		config.set("valueProviders", values);
		config.set("subscriptionProviders", subscriptions);
		return config;
	}

	private Optional<String> word(EndpointEntry key) {
		return entry(key).filter(entry -> !entry.isSecret()).map(entry -> entry.getSymbol() != null ? entry.getSymbol() : entry.getText());
	}

	private Optional<Entry> entry(EndpointEntry key) {
		return endpoint.getEntries().stream().filter(entry -> key.key().equals(entry.getKey())).findFirst();
	}
}
