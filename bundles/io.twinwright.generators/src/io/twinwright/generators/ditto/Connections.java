package io.twinwright.generators.ditto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.Topics;
import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.binding.Protocol;
import io.twinwright.core.binding.SecretName;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A connection for each broker: its topics are sources, what is written has targets. Between a message and a feature stands the script
 * {@link Mapping}. A login stands in the address by the name of the variable that holds it, as in
 * {@code ssl://TWINWRIGHT_SECRET_FARM@farm.example:8883}; whoever creates the connection puts the value there.
 */
final class Connections {
	private static final String MAPPING = "twin";
	private static final int AT_LEAST_ONCE = 1;

	private final TwinModel twin;
	private final Ids ids;
	private final Findings findings;
	private final Map<Endpoint, List<Attachment>> attached = new LinkedHashMap<>();
	private final Map<Position, Set<String>> subjects = new LinkedHashMap<>();
	private final Map<Endpoint, Optional<String>> types = new HashMap<>();
	private final Set<Endpoint> unreached = new HashSet<>();

	Connections(TwinModel twin, Ids ids, Findings findings) {
		this.twin = twin;
		this.ids = ids;
		this.findings = findings;
	}

	/** Adds a position, after those around it, with the signals that others may see. */
	void add(Position position, List<Point> points) {
		for (Point point : points) {
			twin.attachment(point).filter(Attachment::isRead).filter(this::isReached).ifPresent(attachment -> {
				attached.computeIfAbsent(attachment.endpoint(), key -> new ArrayList<>()).add(attachment);
				subjects.computeIfAbsent(position, key -> new LinkedHashSet<>()).add(subject(attachment.endpoint()));
			});
		}
	}

	private boolean isReached(Attachment attachment) {
		boolean reached = types.computeIfAbsent(attachment.endpoint(), Connections::type).isPresent() && !Topics.topic(attachment).isEmpty();
		if (!reached && unreached.add(attachment.endpoint())) {
			String name = TwinModel.qualifiedName(attachment.endpoint());
			findings.add(Rule.NOT_IN_DITTO, name,
					"The signals of endpoint '%s' have no connection. Ditto gets values from topics of MQTT and Kafka only.".formatted(name));
		}
		return reached;
	}

	private static Optional<String> type(Endpoint endpoint) {
		EndpointUrl url = url(endpoint);
		return url.protocol().flatMap(protocol -> switch (protocol) {
			case MQTT, MQTTS -> Optional.of("mqtt-5");
			case KAFKA -> Optional.of("kafka");
			case OPC_UA, HTTP, HTTPS, FILE -> Optional.empty();
		}).filter(type -> !url.hosts().isEmpty());
	}

	private static EndpointUrl url(Endpoint endpoint) {
		return EndpointUrl.of(Addresses.url(endpoint).orElse(""));
	}

	private static String subject(Endpoint endpoint) {
		return "integration:" + Ids.connection(endpoint);
	}

	/** @return the subjects of the connections that bring values of a position or take them from there */
	Set<String> subjects(Position position) {
		return subjects.getOrDefault(position, Set.of());
	}

	/** @return the connections by the qualified names of their endpoints */
	Map<String, ObjectNode> all() {
		Map<String, ObjectNode> all = new LinkedHashMap<>();
		attached.forEach((endpoint, attachments) -> all.put(TwinModel.qualifiedName(endpoint), connection(endpoint, attachments)));
		return all;
	}

	private ObjectNode connection(Endpoint endpoint, List<Attachment> attachments) {
		EndpointUrl url = url(endpoint);
		ObjectNode connection = JsonNodeFactory.instance.objectNode().put("id", Ids.connection(endpoint)).put("name", TwinModel.qualifiedName(endpoint));
		connection.put("connectionType", type(endpoint).orElseThrow()).put("connectionStatus", "open").put("uri", uri(endpoint, url));
		List<Attachment> written = attachments.stream().filter(each -> isWritten(each.point())).toList();
		sources(endpoint, attachments, connection.putArray("sources"));
		ArrayNode targets = connection.putArray("targets");
		written.forEach(each -> target(each, targets.addObject()));
		connection.put("clientCount", 1).put("failoverEnabled", true).put("validateCertificates", url.protocol().orElseThrow() == Protocol.MQTTS)
				.put("processorPoolSize", 1);
		if (url.protocol().orElseThrow() == Protocol.KAFKA) {
			connection.putObject("specificConfig").put("bootstrapServers", url.hosts().stream()
					.map(host -> host + ":" + port(url)).collect(Collectors.joining(",")));
		} else {
			entry(endpoint, EndpointEntry.CLIENT_ID).ifPresent(id -> connection.putObject("specificConfig").put("clientId", id.getText()));
		}
		ObjectNode mapping = connection.putObject("mappingDefinitions").putObject(MAPPING).put("mappingEngine", "JavaScript").putObject("options");
		mapping.put("incomingScript", new Mapping(twin, ids).incoming(attachments));
		if (!written.isEmpty()) {
			mapping.put("outgoingScript", new Mapping(twin, ids).outgoing(written));
		}
		connection.putArray("tags");
		return connection;
	}

	private static boolean isWritten(Point point) {
		return point.kind() == SignalKind.ACTUATOR || point.kind() == SignalKind.PARAMETER;
	}

	private static void sources(Endpoint endpoint, List<Attachment> attachments, ArrayNode sources) {
		ObjectNode source = sources.addObject();
		ArrayNode addresses = source.putArray("addresses");
		attachments.stream().map(Topics::topic).distinct().forEach(addresses::add);
		source.put("consumerCount", 1).put("qos", entry(endpoint, EndpointEntry.QOS).filter(qos -> qos.getQuantity() != null)
				.map(qos -> qos.getQuantity().getNumber().intValue()).orElse(AT_LEAST_ONCE));
		source.putArray("authorizationContext").add(subject(endpoint));
		source.putObject("headerMapping");
		source.putArray("payloadMapping").add(MAPPING);
		source.putObject("replyTarget").put("enabled", false);
	}

	/** A wish for one signal goes to its topic. */
	private void target(Attachment attachment, ObjectNode target) {
		target.put("address", Topics.topic(attachment));
		target.putArray("topics").add("_/_/things/twin/events?filter=and(eq(thingId,\"%s\"),eq(resource:path,\"/features/%s/desiredProperties/value\"))"
				.formatted(ids.of(attachment.point().position()), Ids.name(attachment.point().name())));
		target.put("qos", AT_LEAST_ONCE);
		target.putArray("authorizationContext").add(subject(attachment.endpoint()));
		target.putObject("headerMapping");
		target.putArray("payloadMapping").add(MAPPING);
	}

	private String uri(Endpoint endpoint, EndpointUrl url) {
		boolean secured = url.protocol().orElseThrow() == Protocol.MQTTS;
		String login = login(endpoint);
		if (!login.isEmpty() || entry(endpoint, EndpointEntry.TOKEN).isPresent() || entry(endpoint, EndpointEntry.CERTIFICATE).isPresent()) {
			String name = TwinModel.qualifiedName(endpoint);
			findings.add(Rule.NOT_IN_DITTO, name, ("Secrets and certificates of endpoint '%s' are not written. Put them into its connection when you create it, "
					+ "a login in place of the name of its variable.").formatted(name));
		}
		String host = url.hosts().getFirst();
		return (secured ? "ssl" : "tcp") + "://" + login + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port(url);
	}

	private static String port(EndpointUrl url) {
		return url.ports().isEmpty() ? switch (url.protocol().orElseThrow()) {
			case MQTTS -> "8883";
			case KAFKA -> "9092";
			default -> "1883";
		} : url.ports().getFirst();
	}

	/** A secret of a user holds name and password; a name alone goes with the secret of a password. */
	private static String login(Endpoint endpoint) {
		Optional<String> user = entry(endpoint, EndpointEntry.USER).filter(entry -> entry.getText() != null).map(Connections::word);
		Optional<String> password = entry(endpoint, EndpointEntry.PASSWORD).filter(entry -> entry.getText() != null).map(Connections::word);
		return user.map(name -> name + password.map(secret -> ":" + secret).orElse("") + "@").orElse("");
	}

	private static String word(Entry entry) {
		return entry.isSecret() ? SecretName.variable(entry.getText()) : Addresses.urn(entry.getText()).substring("urn:twin:".length());
	}

	private static Optional<Entry> entry(Endpoint endpoint, EndpointEntry key) {
		return endpoint.getEntries().stream().filter(entry -> key.key().equals(entry.getKey())).findFirst();
	}
}
