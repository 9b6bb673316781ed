package io.twinwright.generators.nodered;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.binding.EndpointEntry;
import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.binding.Sampling;
import io.twinwright.core.binding.SecretName;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.nodered.Canvas.Place;
import io.twinwright.model.Endpoint;
import io.twinwright.model.Entry;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The tab of a server. One session reads the list of its namespaces, subscribes to all signals, and writes; namespaces are
 * kept by their URIs until then, because servers number them as they like.
 */
final class ServerTab {
	private static final String NONE = "None";
	private static final int USUAL_INTERVAL = 1000;
	private static final int TOP = 60;
	private static final int OUT = 1000;
	private static final int STEP = 40;
	private static final int IN_COLUMN = 180;
	private static final int COLUMN = 400;

	private final TwinModel twin;
	private final Endpoint endpoint;
	private final long fastest;
	private final ArrayNode items = JsonNodeFactory.instance.arrayNode();
	private final Set<String> assets = new LinkedHashSet<>();

	ServerTab(TwinModel twin, Endpoint endpoint) {
		this.twin = twin;
		this.endpoint = endpoint;
		this.fastest = Sampling.fastest(endpoint).map(ServerTab::millis).orElse(1L);
	}

	/** @return the name by which set points are sent to a server */
	static String writer(Endpoint endpoint) {
		return "write to " + TwinModel.qualifiedName(endpoint);
	}

	/** @return the node that sends the values of an asset to its group */
	static String sender(Endpoint endpoint, String asset) {
		return Canvas.id("values out", TwinModel.qualifiedName(endpoint) + '\n' + asset);
	}

	void add(Attachment attachment) {
		NodeAddress node = Addresses.of(twin, attachment.point());
		String asset = attachment.point().position().qualifiedName();
		assets.add(asset);
		ObjectNode item = items.addObject().put("asset", asset).put("signal", attachment.point().name());
		if (NodeAddress.UA.equals(node.namespaceUri())) {
			item.put("namespace", 0);
		} else if (node.portable()) {
			item.put("namespace", node.namespaceUri());
		} else {
			item.put("namespace", node.namespaceIndex());
		}
		item.put("node", node.local()).put("every", interval(attachment));
	}

	/** What the server cannot give that often is asked for as often as it can. */
	private long interval(Attachment attachment) {
		long every = Sampling.every(twin, attachment.point()).flatMap(Sampling::time).map(ServerTab::millis).orElse((long) USUAL_INTERVAL);
		return Math.max(every, fastest);
	}

	private static long millis(io.twinwright.core.quantity.Quantity time) {
		return Math.max(1, time.in(Units.of("ms")).number().setScale(0, RoundingMode.CEILING).longValue());
	}

	void draw(Canvas canvas) {
		String name = TwinModel.qualifiedName(endpoint);
		String tab = Canvas.id("server", name);
		ObjectNode sheet = canvas.add(tab, "tab").put("label", name).put("disabled", false).put("info", "");
		ArrayNode known = sheet.putArray("env");
		Subflows.env(known, "assets", assets.stream().collect(JsonNodeFactory.instance::arrayNode, ArrayNode::add, ArrayNode::addAll));
		Subflows.env(known, "items", items);
		String client = Canvas.id("client", name);
		String connection = Canvas.id("connection", name);
		String sort = Canvas.id("sort", name);
		String written = Canvas.id("written", name);
		String address = Canvas.id("address", name);
		Place top = new Place(tab, null, 0, TOP);
		ObjectNode again = canvas.add(Canvas.id("again", name), "inject", top.at(120, 0)).put("name", "connect again").put("repeat", "")
				.put("crontab", "").put("once", false).put("onceDelay", 0.1);
		again.putArray("props").addObject().put("p", "action").put("v", "reconnect").put("vt", "str");
		Canvas.wire(again, client);
		Canvas.wire(client(canvas, client, name, top.at(360, 0)), sort, connection, null);
		Canvas.wire(canvas.function(connection, top.at(600, 60), "connection", "connection", null, 1), client);
		ObjectNode in = canvas.add(Canvas.id("write", name), "link in", top.at(120, 120)).put("name", writer(endpoint));
		in.putArray("links");
		Canvas.wire(in, address);
		Canvas.wire(canvas.function(address, top.at(360, 120), "find address", "address", null, 2), client, written);
		ObjectNode sorted = canvas.function(sort, top.at(600, 0), "by asset", "answers", null, 2 + assets.size());
		canvas.add(written, "link out", top.at(OUT, 0)).put("name", "written").put("mode", "return").put("l", true).putArray("links");
		senders(canvas, sorted, client, written, top.at(OUT, STEP));
		config(canvas, name);
	}

	private void senders(Canvas canvas, ObjectNode sorted, String client, String written, Place first) {
		String[] outputs = new String[2 + assets.size()];
		outputs[0] = client;
		outputs[1] = written;
		int at = 0;
		for (String asset : assets) {
			outputs[2 + at] = sender(endpoint, asset);
			canvas.add(outputs[2 + at], "link out", first.at(at / IN_COLUMN * COLUMN, at % IN_COLUMN * STEP)).put("name", asset)
					.put("mode", "link").put("l", true).set("links", Canvas.array(AssetGroup.receiver(asset)));
			at++;
		}
		Canvas.wire(sorted, outputs);
	}

	private ObjectNode client(Canvas canvas, String id, String name, Place place) {
		return canvas.add(id, "OpcUa-Client", place).put("endpoint", config()).put("action", "read").put("deadbandtype", "a").put("deadbandvalue", 1)
				.put("time", USUAL_INTERVAL).put("timeUnit", "ms").put("certificate", "n").put("localfile", "").put("localkeyfile", "")
				.put("useTransport", false).put("maxChunkCount", 1).put("maxMessageSize", 8192).put("receiveBufferSize", 8192)
				.put("sendBufferSize", 8192).put("setstatusandtime", false).put("keepsessionalive", true).put("name", name)
				.put("applicationName", "").put("applicationUri", "");
	}

	/** @return the node with the address and security of the server */
	private String config() {
		return Canvas.id("endpoint", TwinModel.qualifiedName(endpoint));
	}

	private void config(Canvas canvas, String name) {
		String text = Addresses.url(endpoint).orElse("");
		EndpointUrl url = EndpointUrl.of(text);
		String policy = word(EndpointEntry.SECURITY).orElse(NONE);
		canvas.add(config(), "OpcUa-Endpoint").put("name", name)
				.put("endpoint", url.userInfo() == null ? text : text.replace(url.userInfo() + "@", "")).put("secpol", policy)
				.put("secmode", NONE.equals(policy) ? NONE : word(EndpointEntry.MODE).orElse("SignAndEncrypt")).put("none", !hasLogin())
				.put("login", hasLogin()).put("usercert", false).put("usercertificate", "").put("userprivatekey", "");
	}

	/** Adds the variables that hold the login of the server, and from which secrets they are made. */
	void login(ObjectNode credentials, ObjectNode logins) {
		if (!hasLogin()) {
			return;
		}
		String variable = "${TWINWRIGHT_LOGIN_%s_".formatted(config());
		credentials.putObject(config()).put("user", variable + "USER}").put("password", variable + "PASSWORD}");
		ObjectNode login = logins.putObject(config()).put("endpoint", TwinModel.qualifiedName(endpoint));
		word(EndpointEntry.USER).ifPresent(user -> login.put("user", user));
		secret(EndpointEntry.USER).ifPresent(secret -> login.put("login", secret));
		secret(EndpointEntry.PASSWORD).ifPresent(secret -> login.put("password", secret));
	}

	boolean isSecured() {
		return word(EndpointEntry.SECURITY).filter(policy -> !NONE.equals(policy)).isPresent();
	}

	private boolean hasLogin() {
		return entry(EndpointEntry.USER).isPresent();
	}

	private Optional<String> secret(EndpointEntry key) {
		return entry(key).filter(Entry::isSecret).map(Entry::getText).map(SecretName::variable);
	}

	private Optional<String> word(EndpointEntry key) {
		return entry(key).filter(entry -> !entry.isSecret()).map(entry -> entry.getSymbol() != null ? entry.getSymbol() : entry.getText());
	}

	private Optional<Entry> entry(EndpointEntry key) {
		return endpoint.getEntries().stream().filter(entry -> key.key().equals(entry.getKey())).findFirst();
	}
}
