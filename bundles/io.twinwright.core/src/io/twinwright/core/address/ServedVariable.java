package io.twinwright.core.address;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server or a node set says of one variable, in the terms of twins: what a signal can be made of.
 *
 * @param address its node
 * @param name its browse name
 * @param space the URI of the namespace of its browse name
 * @param label its display name
 * @param way the nodes that lead to it, the outermost first; empty if they are not known
 * @param data what its values are
 * @param enumeration the name of its enumeration, empty for other values
 * @param states the states of its enumeration with their numbers, in order; empty for other values, and where nobody says
 * @param unit the UCUM code of its unit, null if it has none, or one that is not known
 * @param low the least of its range, null if it has none
 * @param high the largest of its range, null if it has none
 * @param access what may be done with it
 */
public record ServedVariable(NodeAddress address, String name, String space, String label, List<Step> way, Data data, String enumeration,
		Map<String, Integer> states, String unit, BigDecimal low, BigDecimal high, Access access) {
	/** What values are. */
	public enum Data {
		TRUTH, INTEGER, REAL, TEXT, TIME, STATE,
		/** Nothing that a signal can have: arrays, structures, bytes. */
		OTHER
	}

	/** What may be done with a variable. */
	public enum Access {
		/** A property of a node, which does not change. */
		FIXED,
		/** Read. */
		READ,
		/** Written too. */
		WRITTEN,
		/** A property that is written, such as a setting. */
		SET
	}

	/**
	 * A node on the way to another one.
	 *
	 * @param name its browse name
	 * @param space the URI of the namespace of its browse name
	 */
	public record Step(NodeAddress address, String name, String space) {
	}

	/** @return the nodes between an object and this variable; empty if the object is not on the way to it */
	public Optional<List<Step>> stepsFrom(NodeAddress object) {
		for (int i = 0; i < way.size(); i++) {
			if (way.get(i).address().equals(object)) {
				return Optional.of(way.subList(i + 1, way.size()));
			}
		}
		return Optional.empty();
	}

	/**
	 * @return whether a link finds it by its browse names below an object that is bound: by identifiers that are joined, else by
	 *         browse names of the namespace of the object
	 */
	public boolean isFoundFrom(NodeAddress object) {
		Optional<List<Step>> steps = stepsFrom(object);
		if (steps.isEmpty() || Stream.concat(steps.get().stream().map(Step::name), Stream.of(name)).anyMatch(step -> step.isBlank() || step.contains("/"))) {
			return false;
		}
		String joined = Stream.concat(steps.get().stream().map(Step::name), Stream.of(name)).collect(Collectors.joining("."));
		return object.below(joined).equals(address)
				|| space.equals(object.namespaceUri()) && steps.get().stream().allMatch(step -> step.space().equals(object.namespaceUri()));
	}
}
