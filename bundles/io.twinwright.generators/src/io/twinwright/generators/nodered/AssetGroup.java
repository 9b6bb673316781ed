package io.twinwright.generators.nodered;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Position;
import io.twinwright.generators.nodered.Canvas.Place;
import io.twinwright.model.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The group of a position: its values come in, go to the debug panel and are given at {@code GET /twin/<name>}; set points
 * come by {@code PUT /twin/<name>/<signal>}, which no page of another site can send.
 */
final class AssetGroup {
	static final int WIDTH = 620;
	static final int HEIGHT = 220;
	private static final String PATH = "/twin/";
	private static final String PLAIN = "-._~";

	private final Position position;
	private final String name;
	private final List<Attachment> attached;
	private final String path;

	/** @param path its name in the paths of requests, which differ in more than the case of letters */
	AssetGroup(Position position, List<Attachment> attached, String path) {
		this.position = position;
		this.name = position.qualifiedName();
		this.attached = attached;
		this.path = PATH + escaped(path);
	}

	/** @return the node where the values of a position come in */
	static String receiver(String name) {
		return Canvas.id("values in", name);
	}

	/** @param corner the upper left of the group, with its tab */
	void draw(Canvas canvas, Place corner, SignalFacts facts) {
		String group = Canvas.id("group", name);
		ObjectNode signals = JsonNodeFactory.instance.objectNode();
		ObjectNode points = JsonNodeFactory.instance.objectNode();
		Set<Endpoint> servers = new LinkedHashSet<>();
		for (Attachment each : attached) {
			signals.set(each.point().name(), facts.read(each.point()));
			facts.written(each).ifPresent(written -> points.set(each.point().name(), written));
			servers.add(each.endpoint());
		}
		int first = canvas.nodes().size();
		Place place = new Place(corner.tab(), group, corner.x(), corner.y());
		values(canvas, place, signals, servers);
		requests(canvas, place, points);
		ArrayNode members = JsonNodeFactory.instance.arrayNode();
		for (int at = first; at < canvas.nodes().size(); at++) {
			members.add(canvas.nodes().get(at).get("id"));
		}
		ObjectNode frame = canvas.add(group, "group").put("z", corner.tab()).put("name", title());
		frame.putObject("style").put("label", true).put("stroke", "#999999").put("color", "#333333");
		frame.set("nodes", members);
		frame.put("x", corner.x()).put("y", corner.y()).put("w", WIDTH - 40).put("h", HEIGHT - 40);
	}

	private String title() {
		String label = position.element().getLabel();
		return label == null || label.isBlank() ? position.path() : "%s (%s)".formatted(position.path(), label);
	}

	private void values(Canvas canvas, Place place, ObjectNode signals, Set<Endpoint> servers) {
		String values = Canvas.id("values", name);
		String shown = Canvas.id("debug values", name);
		String alarms = Canvas.id("debug alarms", name);
		ObjectNode in = canvas.add(receiver(name), "link in", place.at(50, 60)).put("name", name);
		in.set("links", Canvas.array(servers.stream().map(server -> ServerTab.sender(server, name)).toArray(String[]::new)));
		Canvas.wire(in, values);
		Canvas.wire(instance(canvas, values, Subflows.VALUES, place.at(200, 60), "signals", signals), shown, alarms);
		debug(canvas, shown, "values", false, place.at(440, 40));
		debug(canvas, alarms, "alarms", true, place.at(440, 80));
	}

	private void requests(Canvas canvas, Place place, ObjectNode points) {
		String latest = Canvas.id("latest", name);
		String response = Canvas.id("response", name);
		request(canvas, "get", path, "GET values", place.at(110, 120), latest);
		ObjectNode change = canvas.add(latest, "change", place.at(290, 120)).put("name", "latest values");
		change.putArray("rules").addObject().put("t", "set").put("p", "payload").put("pt", "msg")
				.put("to", "values[\"%s\"]".formatted(name)).put("tot", "flow");
		Canvas.wire(change, response);
		if (!points.isEmpty()) {
			String point = Canvas.id("set point", name);
			request(canvas, "put", path + "/:signal", "PUT set point", place.at(110, 160), point);
			Canvas.wire(instance(canvas, point, Subflows.SET_POINT, place.at(290, 160), "points", points), response);
		}
		ObjectNode answer = canvas.add(response, "http response", place.at(450, 140)).put("name", "answer").put("statusCode", "");
		answer.putObject("headers");
		Canvas.wire(answer);
	}

	private ObjectNode instance(Canvas canvas, String id, String subflow, Place place, String data, ObjectNode value) {
		ObjectNode instance = canvas.add(id, "subflow:" + subflow, place).put("name", "");
		ArrayNode env = instance.putArray("env");
		env.addObject().put("name", "asset").put("type", "str").put("value", name);
		Subflows.env(env, data, value);
		return instance;
	}

	private void request(Canvas canvas, String method, String url, String label, Place place, String target) {
		Canvas.wire(canvas.add(Canvas.id(method, name), "http in", place).put("name", label).put("url", url).put("method", method)
				.put("upload", false).put("skipBodyParsing", false).put("swaggerDoc", ""), target);
	}

	private static void debug(Canvas canvas, String id, String label, boolean active, Place place) {
		Canvas.wire(canvas.add(id, "debug", place).put("name", label).put("active", active).put("tosidebar", true).put("console", active)
				.put("tostatus", false).put("complete", "payload").put("targetType", "msg").put("statusVal", "").put("statusType", "auto"));
	}

	/** In the pattern of a path a letter may mean something; percent escapes do not. */
	private static String escaped(String path) {
		StringBuilder escaped = new StringBuilder();
		for (byte part : path.getBytes(StandardCharsets.UTF_8)) {
			char letter = (char) (part & 0xFF);
			if (letter < 0x80 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0)) {
				escaped.append(letter);
			} else {
				escaped.append("%%%02X".formatted(part & 0xFF));
			}
		}
		return escaped.toString();
	}
}
