package io.twinwright.generators.camel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
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
import java.util.Optional;
import java.util.Set;

/**
 * Makes a route from each signal to the route that makes samples of values, and from there to each sink that is asked for. Sinks are
 * told by properties, since the text says where values come from and not where they go.
 */
final class RouteList {
	private static final String NONE = "None";
	private static final long USUAL_INTERVAL = 1000;

	private final TwinModel twin;
	private final Set<String> leftOut;
	private final Set<String> withSecrets;
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
			String signal = signals.add(attachment.point());
			ArrayNode steps = from(signal, server(attachment.endpoint()), attachment);
			steps.addObject().putObject("setProperty").put("name", "signal").put("constant", signal);
			steps.addObject().put("to", "direct:sample");
		} else {
			leftOut.add(TwinModel.qualifiedName(attachment.endpoint()));
		}
	}

	/** @return the steps of a new route */
	private ArrayNode from(String id, String uri, Attachment attachment) {
		ObjectNode route = routes.addObject().putObject("route").put("id", id);
		ObjectNode from = route.putObject("from").put("uri", uri);
		if (attachment != null) {
			NodeAddress node = Addresses.of(twin, attachment.point());
			ObjectNode parameters = from.putObject("parameters").put("node", raw(node.toString())).put("samplingInterval", interval(attachment.point()))
					.put("omitNullValues", false);
			secure(attachment.endpoint(), parameters);
		}
		return from.putArray("steps");
	}

	/** Camel takes what is in RAW as it stands; braces are for what has a bracket in it. */
	private static String raw(String text) {
		return text.indexOf(')') < 0 ? "RAW(" + text + ")" : "RAW{" + text + "}";
	}

	private static long interval(Point point) {
		return point.measure(MeasureKind.EVERY).flatMap(every -> Quantities.in(Quantities.of(every, "s"), Units.of("ms")))
				.map(millis -> Math.max(1, millis.setScale(0, RoundingMode.CEILING).longValue())).orElse(USUAL_INTERVAL);
	}

	/** A login is taken from the variable of its secret when Camel starts: it stands before the host. */
	private String server(Endpoint endpoint) {
		String text = Addresses.url(endpoint).orElse("");
		EndpointUrl url = EndpointUrl.of(text);
		String open = EndpointUrl.of(url.userInfo() == null ? text : text.replace(url.userInfo() + "@", "")).withoutSecrets();
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
