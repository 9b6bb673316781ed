package io.twinwright.diagram;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A line between two elements.
 *
 * @param id its qualified name; of a connection without a name, that of its structure and its ends
 * @param kind what it stands for
 * @param source the id of the port or node where it begins
 * @param target the id of the port or node where it ends
 * @param within the id of the node inside of which it runs, null for none
 * @param medium what flows; null where nothing does
 * @param isBidirectional whether it flows both ways
 * @param label what stands on it, empty for nothing
 * @param tooltip what it says of itself
 * @param badges the findings about it
 * @param bundle the connections for which it stands, empty where it is one itself
 * @param opened the id of the bundle in place of which it is drawn, empty for none
 * @param buffer how many pieces have room on it, 0 for none
 * @param signals what is measured on it
 */
public record DiagramEdge(String id, EdgeKind kind, String source, String target, String within, MediumClass medium, boolean isBidirectional,
		String label, String tooltip, List<Badge> badges, List<DiagramEdge> bundle, String opened, double buffer,
		List<DiagramSignal> signals) {
	/** @return an edge on which something flows */
	static DiagramEdge flow(String id, String source, String target, MediumClass medium, boolean both, String label, String tooltip, List<Badge> badges) {
		return new DiagramEdge(id, EdgeKind.FLOW, source, target, null, medium, both, label, tooltip, badges, List.of(), "", 0, List.of());
	}

	/** @return an edge on which nothing flows */
	static DiagramEdge tie(EdgeKind kind, String source, String target, String label) {
		return new DiagramEdge(source + " " + kind.name().toLowerCase(Locale.ROOT) + " " + target, kind, source, target, null, null, false, label, label,
				List.of(), List.of(), "", 0, List.of());
	}

	/** @return one edge in place of several between the same nodes */
	static DiagramEdge bundle(String id, String source, String target, List<DiagramEdge> several) {
		DiagramEdge first = several.getFirst();
		return new DiagramEdge(id, first.kind, source, target, first.within, first.medium, first.isBidirectional, several.size() + " connections",
				several.stream().map(DiagramEdge::tooltip).collect(Collectors.joining("\n")),
				several.stream().flatMap(edge -> edge.badges.stream()).toList(), List.copyOf(several), "", 0,
				several.stream().flatMap(edge -> edge.signals.stream()).toList());
	}

	DiagramEdge inside(String node) {
		return new DiagramEdge(id, kind, source, target, node, medium, isBidirectional, label, tooltip, badges, bundle, opened, buffer, signals);
	}

	DiagramEdge outOf(String open) {
		return new DiagramEdge(id, kind, source, target, within, medium, isBidirectional, label, tooltip, badges, bundle, open, buffer, signals);
	}

	DiagramEdge measured(double room, List<DiagramSignal> measured) {
		return new DiagramEdge(id, kind, source, target, within, medium, isBidirectional, label, tooltip, badges, bundle, opened, room, measured);
	}
}
