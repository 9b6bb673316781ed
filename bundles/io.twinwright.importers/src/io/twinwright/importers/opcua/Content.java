package io.twinwright.importers.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedMethod;
import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedObject.Presence;
import io.twinwright.core.address.ServedValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What an object or a type has, in the terms of a twin, by the browse names that lead to it: groups are no parts of a plant,
 * and what is in them is found by the way through them.
 */
final class Content {
	private static final Pattern NUMBERED = Pattern.compile("[^#]+#[1-9]\\d*");
	private static final Pattern PLACEHOLDER = Pattern.compile("<.+>");

	private final Map<List<String>, ServedValue> signals = new LinkedHashMap<>();
	private final Map<List<String>, Integer> repeated = new HashMap<>();
	private final Map<List<String>, ServedValue> repeatable = new LinkedHashMap<>();
	private final Map<List<String>, ServedObject> parts = new LinkedHashMap<>();
	private final Map<List<String>, ServedObject> services = new LinkedHashMap<>();
	private final Map<List<String>, ServedMethod> methods = new LinkedHashMap<>();
	private final List<String> placeholders = new ArrayList<>();
	private int ports;

	/** @return the signals by their ways, which end with their browse names */
	Map<List<String>, ServedValue> signals() {
		return signals;
	}

	/** @return what a signal says of itself, with how many of it there are */
	Facts facts(List<String> way) {
		return Facts.of(signals.get(way), repeated(way));
	}

	/** @return how many of a signal there are, 0 for a single one */
	int repeated(List<String> way) {
		return repeated.getOrDefault(way, 0);
	}

	/** @return of a type the signals of which each piece has a number of its own, by the ways without numbers */
	Map<List<String>, ServedValue> repeatable() {
		return repeatable;
	}

	/** @return the objects that are equipment of their own */
	Map<List<String>, ServedObject> parts() {
		return parts;
	}

	/** @return the objects that are services, with their procedures */
	Map<List<String>, ServedObject> services() {
		return services;
	}

	Map<List<String>, ServedMethod> methods() {
		return methods;
	}

	/** @return the browse names of what stands for any number */
	List<String> placeholders() {
		return placeholders;
	}

	/** @return how many points of media there are, which a draft does not have */
	int ports() {
		return ports;
	}

	boolean isEmpty() {
		return signals.isEmpty() && parts.isEmpty() && services.isEmpty() && methods.isEmpty();
	}

	/** Adds what is directly in an object, and in its groups. */
	static Content of(ServedObject object, Kinds kinds) {
		Content content = new Content();
		content.add(object, List.of(), kinds);
		content.gather(object.address());
		return content;
	}

	/** Signals that are numbered from 1, alike but for their numbers, are one that is repeated. */
	private void gather(NodeAddress object) {
		Map<List<String>, List<List<String>>> numbered = new LinkedHashMap<>();
		signals.forEach((way, value) -> {
			if (NUMBERED.matcher(way.getLast()).matches() && object.below(String.join(".", way)).equals(value.variable().address())) {
				List<String> plain = longer(way.subList(0, way.size() - 1), way.getLast().substring(0, way.getLast().indexOf('#')));
				numbered.computeIfAbsent(plain, key -> new ArrayList<>()).add(way);
			}
		});
		numbered.forEach((plain, ways) -> {
			boolean isCounted = ways.size() > 1 && IntStream.range(0, ways.size()).allMatch(i -> ways.get(i).getLast().endsWith("#" + (i + 1)));
			if (isCounted && !signals.containsKey(plain) && ways.stream().map(this::facts).distinct().count() == 1) {
				signals.put(plain, signals.get(ways.getFirst()));
				repeated.put(plain, ways.size());
				ways.forEach(signals::remove);
			}
		});
	}

	private void add(ServedObject holder, List<String> way, Kinds kinds) {
		kinds.current(holder).ifPresent(state -> signals.put(longer(way, state.variable().name()), state));
		boolean isMachine = kinds.isStateMachine(holder);
		for (ServedValue value : holder.values()) {
			if (value.presence() == Presence.PLACEHOLDER && PLACEHOLDER.matcher(value.variable().name()).matches()) {
				repeatable.put(longer(way, value.variable().name().substring(1, value.variable().name().length() - 1)), value);
			} else if (value.presence() == Presence.PLACEHOLDER) {
				placeholders.add(value.variable().name());
			} else if (!kinds.isAside(holder, value, isMachine)) {
				signals.putIfAbsent(longer(way, value.variable().name()), value);
			}
		}
		for (ServedMethod method : holder.methods()) {
			methods.putIfAbsent(longer(way, method.name()), method);
		}
		for (ServedObject inner : holder.objects()) {
			List<String> inside = longer(way, inner.name());
			switch (kinds.of(inner, holder)) {
				case ASIDE -> {
					// what it says is said otherwise
				}
				case PORT -> ports++;
				case PLACEHOLDER -> placeholders.add(inner.name());
				case SERVICE -> services.putIfAbsent(inside, inner);
				case PART -> parts.putIfAbsent(inside, inner);
				case GROUP -> add(inner, inside, kinds);
			}
		}
	}

	private static List<String> longer(List<String> way, String name) {
		List<String> longer = new ArrayList<>(way);
		longer.add(name);
		return List.copyOf(longer);
	}
}
