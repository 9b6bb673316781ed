package io.twinwright.diagram.layout;

import java.util.Map;

/**
 * What people said of the nodes of a diagram.
 *
 * @param places the upper left corners, by the ids of nodes, as {@link Layout#places} gives them; others stay unmoved around them
 * @param sizes how large they are, by the ids of nodes; a node that is expanded is as large as what is in it, and a site is drawn to scale
 */
public record Given(Map<String, Point> places, Map<String, Size> sizes) {
	/** Nothing was said. */
	public static final Given NOTHING = new Given(Map.of(), Map.of());
}
