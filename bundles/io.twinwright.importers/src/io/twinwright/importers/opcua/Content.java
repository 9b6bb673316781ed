package io.twinwright.importers.opcua;

import io.twinwright.core.address.ServedMethod;
import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedObject.Presence;
import io.twinwright.core.address.ServedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an object or a type has, in the terms of a twin, by the browse names that lead to it: groups are no parts of a plant,
 * and what is in them is found by the way through them.
 */
final class Content {
	private final Map<List<String>, ServedValue> signals = new LinkedHashMap<>();
	private final Map<List<String>, ServedObject> parts = new LinkedHashMap<>();
	private final Map<List<String>, ServedObject> services = new LinkedHashMap<>();
	private final Map<List<String>, ServedMethod> methods = new LinkedHashMap<>();
	private final List<String> placeholders = new ArrayList<>();
	private int ports;

	/** @return the signals by their ways, which end with their browse names */
	Map<List<String>, ServedValue> signals() {
		return signals;
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
		return content;
	}

	private void add(ServedObject holder, List<String> way, Kinds kinds) {
		kinds.current(holder).ifPresent(state -> signals.put(longer(way, state.variable().name()), state));
		boolean isMachine = kinds.isStateMachine(holder);
		for (ServedValue value : holder.values()) {
			if (value.presence() == Presence.PLACEHOLDER) {
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
