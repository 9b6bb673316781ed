package io.twinwright.generators.camel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.binding.SecretName;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import io.twinwright.model.MeasureKind;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a route from each signal to the route that makes samples of values, and from there to each sink that is asked for. Sinks are
 * told by properties, since the text says where values come from and not where they go.
 */
final class RouteList {
	private static final String NONE = "None";
	private static final long USUAL_INTERVAL = 1000;
	/** The current time of every server. */
	private static final String TIME = "i=2258";

	private final TwinModel twin;
	private final Set<String> leftOut;
	private final Set<String> withSecrets;
	/** The name of each server by its address. */
	private final Map<String, String> servers = new HashMap<>();
	private final SignalTable signals;
	private final ArrayNode routes = JsonNodeFactory.instance.arrayNode();

	/**
	 * @param leftOut gets the names of endpoints without a route
	 * @param withSecrets gets the names of endpoints that ask for a login or a certificate
	 */
	RouteList(TwinModel twin, Set<String> leftOut, Set<String> withSecrets) {
		this.twin = twin;
		this.leftOut = leftOut;
		this.withSecrets = withSecrets;
		this.signals = new SignalTable(twin);
	}

	Routes build() {
		twin.roots().forEach(root -> root.all().forEach(this::add));
		if (!routes.isEmpty()) {
			addSinks();
		}
		return new Routes(routes, signals.all());
	}

	private void add(Position position) {
		for (Point point : position.points()) {
			if (!point.signal().isPrivate()) {
				twin.attachment(point).filter(Attachment::isRead).ifPresent(this::add);
			}
		}
	}

	private void add(Attachment attachment) {
		if (Addresses.isOpcUa(attachment.endpoint()) && Addresses.node(attachment.binding()).isPresent() && SignalTable.isScalar(attachment.point())) {
			Endpoint endpoint = attachment.endpoint();
			String server = server(endpoint);
			String signal = signals.add(attachment.point(), servers.computeIfAbsent(address(endpoint), key -> hear(endpoint, server)));
			String node = Addresses.of(twin, attachment.point()).toString();
			ArrayNode steps = from(signal, server, reading(endpoint, node).put("samplingInterval", interval(attachment.point())));
			steps.addObject().putObject("setProperty").put("name", "signal").put("constant", signal);
			steps.addObject().put("to", "direct:sample");
			if (SignalTable.isWritable(attachment.point())) {
				from("write " + signal, "direct:write-" + signals.alias(signal), null).addObject().putObject("to").put("uri", server)
						.set("parameters", node(endpoint, node).put("defaultAwaitWrites", true));
			}
		} else {
			leftOut.add(TwinModel.qualifiedName(attachment.endpoint()));
		}
	}

	/**
	 * A server tells its time again and again as long as it is there. Several endpoints may be one server, and Camel listens to a node once.
	 *
	 * @return the name of the server
	 */
	private String hear(Endpoint endpoint, String uri) {
		String name = TwinModel.qualifiedName(endpoint);
		ArrayNode steps = from("hear " + name, uri, reading(endpoint, TIME));
		steps.addObject().putObject("setProperty").put("name", "server").put("constant", name);
		steps.addObject().putObject("bean").put("ref", "sparkplug").put("method", "hear");
		return name;
	}

	/** @return the steps of a new route */
	private ArrayNode from(String id, String uri, ObjectNode parameters) {
		ObjectNode route = routes.addObject().putObject("route").put("id", id);
		ObjectNode from = route.putObject("from").put("uri", uri);
		if (parameters != null) {
			from.set("parameters", parameters);
		}
		return from.putArray("steps");
	}

	private ObjectNode reading(Endpoint server, String node) {
		return node(server, node).put("omitNullValues", false);
	}

	private ObjectNode node(Endpoint server, String node) {
		ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("node", raw(node));
		secure(server, parameters);
		return parameters;
	}

	/** Camel takes what is in RAW as it stands; braces are for what has a bracket in it. */
	private static String raw(String text) {
		return text.indexOf(')') < 0 ? "RAW(" + text + ")" : "RAW{" + text + "}";
	}

	private static long interval(Point point) {
		return point.measure(MeasureKind.EVERY).flatMap(every -> Quantities.in(Quantities.of(every, "s"), Units.of("ms")))
				.map(millis -> Math.max(1, millis.setScale(0, RoundingMode.CEILING).longValue())).orElse(USUAL_INTERVAL);
	}

	private static String address(Endpoint endpoint) {
		String text = Addresses.url(endpoint).orElse("");
		EndpointUrl url = EndpointUrl.of(text);
		return EndpointUrl.of(url.userInfo() == null ? text : text.replace(url.userInfo() + "@", "")).withoutSecrets();
	}

	/** A login is taken from the variable of its secret when Camel starts: it stands before the host. */
	private String server(Endpoint endpoint) {
		String open = address(endpoint);
		Optional<String> login = entry(endpoint, EndpointEntry.USER).filter(user -> user.getText() != null)
				.map(user -> word(user) + entry(endpoint, EndpointEntry.PASSWORD).filter(password -> password.getText() != null)
						.map(password -> ":" + word(password)).orElse(""));
		if (login.isPresent()) {
			withSecrets.add(TwinModel.qualifiedName(endpoint));
		}
		return "milo-client:" + login.map(user -> open.replaceFirst("//", "//" + user.replace("\\", "\\\\").replace("$", "\\$") + "@")).orElse(open);
	}

	private static String word(Entry entry) {
		return entry.isSecret() ? "{{env:" + SecretName.variable(entry.getText()) + "}}" : entry.getText();
	}

	/** Without a certificate of its own Camel has no secure channel. */
	private void secure(Endpoint endpoint, ObjectNode parameters) {
		String policy = entry(endpoint, EndpointEntry.SECURITY).map(Entry::getSymbol).orElse(NONE);
		parameters.put("allowedSecurityPolicies", policy);
		if (!policy.equals(NONE)) {
			parameters.put("applicationUri", "{{twin.application.uri:urn:twinwright:camel}}");
			withSecrets.add(TwinModel.qualifiedName(endpoint));
			parameters.put("keyStoreUrl", "{{twin.keystore.url:file:keystore.p12}}").put("keyStorePassword", "{{twin.keystore.password}}")
					.put("keyAlias", "{{twin.keystore.alias:client}}").put("keyPassword", "{{twin.keystore.password}}");
		}
	}

	private static Optional<Entry> entry(Endpoint endpoint, EndpointEntry key) {
		return endpoint.getEntries().stream().filter(entry -> key.key().equals(entry.getKey())).findFirst();
	}

	/** A sink that is slow or away holds up neither the plant nor another sink; what it cannot take is dropped. */
	private void addSinks() {
		ArrayNode sample = from("sample", "direct:sample", null);
		sample.addObject().putObject("bean").put("ref", "samples").put("method", "sample");
		sample.addObject().putObject("recipientList").put("simple", "{{twin.sinks:seda:mqtt?discardWhenFull=true}}");
		ArrayNode mqtt = from("mqtt", "seda:mqtt", null);
		mqtt.addObject().putObject("bean").put("ref", "sparkplug").put("method", "publish");
		ArrayNode http = from("http", "seda:http", null);
		http.addObject().putObject("marshal").putObject("json").put("library", "Jackson");
		http.addObject().putObject("setHeader").put("name", "Content-Type").put("constant", "application/json");
		http.addObject().putObject("setHeader").put("name", "CamelHttpMethod").put("constant", "POST");
		http.addObject().put("to", "{{twin.http.url:http://localhost:8080/samples}}");
		ArrayNode file = from("file", "seda:file", null);
		file.addObject().putObject("marshal").putObject("json").put("library", "Jackson");
		file.addObject().putObject("to").put("uri", "file:{{twin.file.folder:samples}}").putObject("parameters")
				.put("fileName", "${date:now:yyyy-MM-dd}.jsonl").put("fileExist", "Append").put("appendChars", "\\n");
	}
}
