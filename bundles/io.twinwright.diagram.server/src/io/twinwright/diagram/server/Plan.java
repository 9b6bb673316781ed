package io.twinwright.diagram.server;

import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.diagram.layout.Point;
import io.twinwright.diagram.layout.Size;
import io.twinwright.dsl.ide.edit.Gesture;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an operation comes to.
 *
 * @param gestures what changes in the text
 * @param places where nodes are moved to
 * @param sizes how large nodes are made, null for as large as their texts need
 * @param first where the first node goes that is added, null if that is not said
 * @param arranged the nodes that are placed by the layout, null for none
 */
record Plan(List<? extends Gesture> gestures, Map<String, Point> places, Map<String, Size> sizes, Point first, Set<String> arranged) {
	/** @return changes of the text that place nothing */
	static Plan of(Gesture... gestures) {
		return new Plan(List.of(gestures), Map.of(), Map.of(), null, null);
	}

	/** @return the change of the text that adds a node at a place */
	static Plan at(Point first, Gesture gesture) {
		return new Plan(List.of(gesture), Map.of(), Map.of(), first, null);
	}

	boolean isNothing() {
		return gestures.isEmpty() && places.isEmpty() && sizes.isEmpty() && arranged == null;
	}

	/**
	 * Puts the positions as they are afterwards. What is drawn now stays where it is, also where the layout had placed it: nobody
	 * wants the drawing arranged anew because of one connection.
	 *
	 * @param added the ids of what the gestures added
	 */
	void place(LayoutFile layout, Shown shown, List<String> added) {
		String diagram = shown.diagram().id();
		if (arranged != null && arranged.isEmpty()) {
			layout.clear(diagram);
			return;
		}
		Map<String, Point> given = layout.of(shown.diagram());
		if (shown.isFree()) {
			shown.layout().places(shown.diagram()).forEach((id, place) -> {
				if (!given.containsKey(id)) {
					layout.put(diagram, id, place);
				}
			});
		}
		places.forEach((id, place) -> layout.put(diagram, id, place));
		sizes.forEach((id, size) -> layout.resize(diagram, id, size));
		if (arranged != null) {
			Layouts.arranged(shown.diagram(), shown.layout(), arranged).forEach((id, place) -> layout.put(diagram, id, place));
		}
		if (first != null && !added.isEmpty()) {
			layout.put(diagram, added.getFirst(), first);
		}
		follow(layout);
	}

	/** What has another name keeps its place; what is gone leaves none. */
	private void follow(LayoutFile layout) {
		for (Gesture gesture : gestures) {
			switch (gesture) {
				case Gesture.Rename rename -> layout.rename(rename.element(), rename.element().substring(0, rename.element().lastIndexOf('.') + 1)
						+ rename.name());
				case Gesture.Delete delete -> delete.elements().forEach(layout::remove);
				default -> {
					// nothing else leaves an id
				}
			}
		}
	}
}
