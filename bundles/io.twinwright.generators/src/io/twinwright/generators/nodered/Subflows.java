package io.twinwright.generators.nodered;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import io.twinwright.generators.nodered.Canvas.Place;

/** What all assets have in common: how values are made of what is on the wire, and how set points are checked and sent. */
final class Subflows {
	static final String VALUES = Canvas.id("subflow", "values");
	static final String SET_POINT = Canvas.id("subflow", "set point");
	private static final String COLOUR = "#3FADB5";
	private static final int PATIENCE = 10;

	private Subflows() {
	}

	/** Adds a variable that scripts read as data. */
	static void env(ArrayNode env, String name, JsonNode value) {
		env.addObject().put("name", name).put("type", "json").putPOJO("value", new Data(value));
	}

	/** A value that stands as text in a text, as Node-RED has it. */
	private static final class Data extends JsonSerializable.Base {
		private static final ObjectWriter JSON = new ObjectMapper().writer();

		private final JsonNode value;

		Data(JsonNode value) {
			this.value = value;
		}

		@Override
		public void serialize(JsonGenerator out, SerializerProvider serializers) throws IOException {
			out.writeString(JSON.writeValueAsString(value));
		}

		@Override
		public void serializeWithType(JsonGenerator out, SerializerProvider serializers, TypeSerializer type) throws IOException {
			serialize(out, serializers);
		}
	}

	static void draw(Canvas canvas) {
		values(canvas);
		setPoint(canvas);
	}

	private static void values(Canvas canvas) {
		String scale = Canvas.id(VALUES, "scale");
		String limits = Canvas.id(VALUES, "limits");
		ObjectNode subflow = subflow(canvas, VALUES, "values and limits", "Raw values become values of signals; alarms come when they pass a limit.",
				scale, "signals");
		ArrayNode out = subflow.putArray("out");
		out(out, 560, 60).addObject().put("id", scale).put("port", 0);
		out(out, 560, 120).addObject().put("id", limits).put("port", 0);
		subflow.set("outputLabels", Canvas.array("values", "alarms"));
		Place top = new Place(VALUES, null, 0, 60);
		Canvas.wire(canvas.function(scale, top.at(200, 0), "scale and label", "scale", "unknown", 1), limits);
		Canvas.wire(canvas.function(limits, top.at(400, 60), "check limits", "limits", null, 1), (String) null);
	}

	private static void setPoint(Canvas canvas) {
		String check = Canvas.id(SET_POINT, "check");
		String send = Canvas.id(SET_POINT, "send");
		String answer = Canvas.id(SET_POINT, "answer");
		ObjectNode subflow = subflow(canvas, SET_POINT, "set point", "A set point within its range is sent to its server.", check, "points");
		ArrayNode answered = out(subflow.putArray("out"), 780, 80);
		answered.addObject().put("id", answer).put("port", 0);
		answered.addObject().put("id", check).put("port", 1);
		Place top = new Place(SET_POINT, null, 0, 60);
		Canvas.wire(canvas.function(check, top.at(200, 0), "check range", "setpoint", null, 2), send, null);
		ObjectNode call = canvas.add(send, "link call", top.at(400, 0)).put("name", "send to server").put("linkType", "dynamic")
				.put("timeout", Integer.toString(PATIENCE));
		call.putArray("links");
		Canvas.wire(call, answer);
		ObjectNode failed = canvas.add(Canvas.id(SET_POINT, "failed"), "catch", top.at(400, 60)).put("name", "no answer").put("uncaught", false);
		failed.set("scope", Canvas.array(send));
		Canvas.wire(failed, answer);
		Canvas.wire(canvas.function(answer, top.at(600, 0), "answer", "answer", null, 1), (String) null);
	}

	private static ObjectNode subflow(Canvas canvas, String id, String name, String info, String first, String data) {
		ObjectNode subflow = canvas.add(id, "subflow").put("name", name).put("info", info).put("category", "twin").put("color", COLOUR);
		ObjectNode in = subflow.putArray("in").addObject().put("x", 60).put("y", 60);
		in.putArray("wires").addObject().put("id", first);
		ArrayNode env = subflow.putArray("env");
		env.addObject().put("name", "asset").put("type", "str").put("value", "");
		env.addObject().put("name", data).put("type", "json").put("value", "{}");
		return subflow.put("icon", "node-red/cog.svg");
	}

	private static ArrayNode out(ArrayNode outputs, int x, int y) {
		return outputs.addObject().put("x", x).put("y", y).putArray("wires");
	}
}
