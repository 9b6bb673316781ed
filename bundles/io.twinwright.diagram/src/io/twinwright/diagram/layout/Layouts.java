package io.twinwright.diagram.layout;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import java.util.Map;

/** Where the elements of diagrams are. */
public final class Layouts {
	private Layouts() {
	}

	/**
	 * @param given the upper left corners of nodes that people placed, by their ids; others stay unmoved around them
	 * @return the places of all elements
	 */
	public static Layout of(Diagram diagram, Map<String, Point> given) {
		if (diagram.kind() == DiagramKind.SITE) {
			return SitePlan.of(diagram, given);
		}
		return diagram.ids().stream().noneMatch(given::containsKey) ? AutoLayout.of(diagram) : GivenLayout.of(diagram, given);
	}
}
