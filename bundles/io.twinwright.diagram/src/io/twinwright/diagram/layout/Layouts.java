package io.twinwright.diagram.layout;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the elements of diagrams are. */
public final class Layouts {
	private static final double APART = 24;

	private Layouts() {
	}

	/**
	 * @param given the upper left corners of nodes that people placed, by their ids, as {@link Layout#places} gives them; others
	 *        stay unmoved around them
	 * @return the places of all elements
	 */
	public static Layout of(Diagram diagram, Map<String, Point> given) {
		return of(diagram, given, Map.of());
	}

	/**
	 * @param sizes how large people made nodes, by their ids; a node that is expanded is as large as what is in it, and a site is drawn
	 *        to scale
	 */
	public static Layout of(Diagram diagram, Map<String, Point> given, Map<String, Size> sizes) {
		return diagram.kind() == DiagramKind.SITE ? SitePlan.of(diagram, given) : Levels.of(diagram, given, sizes);
	}

	/**
	 * Lays out some nodes anew and keeps all others where they are. The group begins where it began, or at the nearest place where
	 * it is on no other node.
	 *
	 * @param layout how the diagram is laid out now
	 * @param selection the ids of nodes; of those in another node only those that stand in the same one as the first
	 * @return the positions that hold now, of all nodes
	 */
	public static Map<String, Point> arranged(Diagram diagram, Layout layout, Set<String> selection) {
		Map<String, Point> places = new LinkedHashMap<>(layout.places(diagram));
		List<DiagramNode> chosen = diagram.nodes().stream().filter(node -> selection.contains(node.id()) && places.containsKey(node.id())).toList();
		if (chosen.isEmpty() || diagram.kind() == DiagramKind.SITE) {
			return places;
		}
		String parent = chosen.getFirst().parent();
		Level level = Levels.level(diagram, parent, layout);
		Layout apart = AutoLayout.of(level.only(chosen::contains));
		Map<String, Box> before = new HashMap<>();
		apart.boxes().keySet().forEach(id -> before.put(id, layout.boxes().get(id)));
		Box begin = Layout.of(before, Map.of(), Map.of(), Map.of()).bounds();
		List<Box> others = level.nodes().stream().filter(node -> !apart.boxes().containsKey(node.id())).map(node -> layout.boxes().get(node.id())).toList();
		Box group = GivenLayout.free(apart.bounds().at(begin.x(), begin.y()), others, APART);
		Layout moved = apart.moved(group.x() - apart.bounds().x(), group.y() - apart.bounds().y());
		Box around = parent == null ? new Box(0, 0, 0, 0) : layout.boxes().get(parent);
		moved.boxes().forEach((id, box) -> places.put(id, new Point(box.x() - around.x(), box.y() - around.y())));
		return places;
	}
}
