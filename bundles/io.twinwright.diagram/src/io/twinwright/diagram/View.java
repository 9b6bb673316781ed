package io.twinwright.diagram;

import java.util.Set;

/**
 * What of a diagram somebody wants to see.
 *
 * @param expanded the ids of nodes whose inside is drawn in them, and of bundles whose connections are drawn one by one
 * @param focus the id of a node that is to be drawn where not all are, null for the first ones
 * @param place the path of the position at which the subject is looked at, null for the one where it is or the first one
 */
public record View(Set<String> expanded, String focus, String place) {
	/** All as it is at first. */
	public static final View PLAIN = new View(Set.of(), null, null);

	/** @return the same with a node or bundle expanded or collapsed */
	public View expanding(String id, boolean isExpanded) {
		Set<String> ids = new java.util.TreeSet<>(expanded);
		if (isExpanded) {
			ids.add(id);
		} else {
			ids.remove(id);
		}
		return new View(Set.copyOf(ids), focus, place);
	}

	/** @return the same with a node drawn for certain */
	public View focusedOn(String id) {
		return new View(expanded, id, place);
	}
}
