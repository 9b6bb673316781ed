package io.twinwright.importers.tags;

import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.BindingDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EndpointDraft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.PartDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.TypeDraft;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The equipment that paths of tags make: the first name is an asset, those below it are positions. Equipment that has the
 * same tags and positions is of one type.
 */
final class TagTree {
	/** Equipment of a list. */
	private static final class Node {
		final String name;
		final Map<String, Node> inner = new LinkedHashMap<>();
		final List<Tag> tags = new ArrayList<>();
		String sameness;

		Node(String name) {
			this.name = name;
		}
	}

	/** What became of a piece of equipment: where its tags and positions are. */
	private record Made(TypeDraft type, Map<String, SignalDraft> signals, Map<String, PartDraft> parts) {
	}

	private final Draft draft;
	private final String file;
	private final Map<String, Node> assets = new LinkedHashMap<>();
	private final Map<String, Made> types = new HashMap<>();
	private final Map<String, Integer> alike = new HashMap<>();

	/** @param file the name of the asset for tags that stand alone */
	TagTree(Draft draft, String file) {
		this.draft = draft;
		this.file = file;
	}

	void add(Tag tag) {
		List<String> around = tag.around().isEmpty() ? List.of(file) : tag.around();
		Node node = assets.computeIfAbsent(around.getFirst(), Node::new);
		for (String step : around.subList(1, around.size())) {
			node = node.inner.computeIfAbsent(step, Node::new);
		}
		node.tags.add(tag);
	}

	/** Adds assets, types and bindings to the draft. */
	void fill() {
		assets.values().forEach(this::compare);
		assets.values().forEach(node -> alike.merge(node.sameness, 1, Integer::sum));
		for (Node node : assets.values()) {
			AssetDraft asset = draft.asset("tags:" + file + ":" + node.name, node.name);
			Made made;
			if (alike.get(node.sameness) > 1) {
				made = type(node);
				asset.type = made.type;
			} else {
				made = fill(asset, node);
			}
			draft.count("asset");
			bind(node, made, List.of(), asset);
		}
	}

	private void compare(Node node) {
		StringBuilder text = new StringBuilder();
		node.inner.values().forEach(inner -> {
			compare(inner);
			text.append(inner.name).append('\u0002').append(inner.sameness).append('\u0003');
		});
		node.tags.stream().map(Tag::sameness).sorted().forEach(tag -> text.append(tag).append('\u0004'));
		node.sameness = digest(text.toString());
	}

	/** @return something short that stands for a text of any depth */
	private static String digest(String text) {
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)) + ":" + text.length();
	}

	/** @return the type of equipment; pieces that are alike share it */
	private Made type(Node node) {
		Made known = types.get(node.sameness);
		if (known != null) {
			known.type.signals.forEach(signal -> forgetNumbers(signal, node));
			return known;
		}
		String name = node.name.replaceAll("[\\s_\\-#\\[\\]()]*\\d+[\\s\\])]*$", "");
		String title = name.isEmpty() ? node.name : name;
		Made made = fill(draft.type("tags:" + file + ":" + node.sameness, Character.toUpperCase(title.charAt(0)) + title.substring(1)), node);
		types.put(node.sameness, made);
		draft.count("type");
		return made;
	}

	/** What is said of several pieces is said without the number of one. */
	private static void forgetNumbers(SignalDraft signal, Node node) {
		Tag tag = node.tags.stream().filter(other -> other.name().equals(signal.name)).findFirst().orElseThrow();
		if (signal.description != null && !signal.description.equals(tag.description())) {
			signal.description = Tag.plain(signal.description);
		}
		if (signal.label != null && !signal.label.equals(tag.label())) {
			signal.label = Tag.plain(signal.label);
		}
	}

	private Made fill(EquipmentDraft equipment, Node node) {
		Made made = new Made(equipment instanceof TypeDraft type ? type : null, new HashMap<>(), new HashMap<>());
		for (Tag tag : node.tags) {
			SignalDraft signal = equipment.signal(tag.name());
			tag.fill(signal);
			signal.description = tag.description().isEmpty() ? null : tag.description();
			made.signals.put(tag.name(), signal);
		}
		for (Node inner : node.inner.values()) {
			made.parts.put(inner.name, equipment.part(inner.name, type(inner).type));
		}
		return made;
	}

	private void bind(Node node, Made made, List<NamedDraft> before, AssetDraft asset) {
		for (Tag tag : node.tags) {
			if (!tag.node().isEmpty()) {
				List<NamedDraft> way = new ArrayList<>(before);
				way.add(made.signals.get(tag.name()));
				asset.bindings.put(way, new BindingDraft(endpoint(tag), tag.node()));
			}
		}
		for (Node inner : node.inner.values()) {
			List<NamedDraft> way = new ArrayList<>(before);
			way.add(made.parts.get(inner.name));
			bind(inner, types.get(inner.sameness), way, asset);
		}
	}

	private EndpointDraft endpoint(Tag tag) {
		return draft.endpoint(tag.server(), EndpointDraft.nameOf(tag.server()));
	}
}
