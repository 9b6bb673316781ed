package io.twinwright.generators.nodered;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The nodes of a flow in their order, each with an identifier that follows from what it is. */
final class Canvas {
	private static final int ID_BYTES = 8;

	private final ArrayNode nodes = JsonNodeFactory.instance.arrayNode();

	/** @return 16 digits, as Node-RED has them, which are the same in each run */
	static String id(String role, String name) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest((role + '\n' + name).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Adds what has no place: a tab, a subflow, a group, or what configures others. */
	ObjectNode add(String id, String type) {
		return nodes.addObject().put("id", id).put("type", type);
	}

	/** Adds a node in the middle of a place. */
	ObjectNode add(String id, String type, Place place) {
		ObjectNode node = add(id, type).put("z", place.tab());
		if (place.group() != null) {
			node.put("g", place.group());
		}
		return node.put("x", place.x()).put("y", place.y());
	}

	/** Adds a function whose script is a resource; {@code start} runs when the flow starts, and may be null. */
	ObjectNode function(String id, Place place, String name, String script, String start, int outputs) {
		return add(id, "function", place).put("name", name).put("func", script(script)).put("outputs", outputs).put("timeout", 0)
				.put("noerr", 0).put("initialize", start == null ? "" : script(start)).put("finalize", "").set("libs", array());
	}

	/** Connects the outputs of a node, each with one node or none. */
	static void wire(ObjectNode node, String... targets) {
		ArrayNode wires = node.putArray("wires");
		for (String target : targets) {
			ArrayNode output = wires.addArray();
			if (target != null) {
				output.add(target);
			}
		}
	}

	static ArrayNode array(String... texts) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		Arrays.stream(texts).forEach(array::add);
		return array;
	}

	private static String script(String name) {
		try (InputStream stream = Canvas.class.getResourceAsStream("flow/" + name + ".js")) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	ArrayNode nodes() {
		return nodes;
	}

	/**
	 * Where a node stands.
	 *
	 * @param tab the tab or subflow
	 * @param group null if it is in none
	 */
	record Place(String tab, String group, int x, int y) {
		Place at(int right, int down) {
			return new Place(tab, group, x + right, y + down);
		}
	}
}
