package io.twinwright.diagram;

import java.util.List;
import java.util.Locale;

/**
 * A line between two elements.
 *
 * @param id its qualified name; of a connection without a name, that of its structure and its ends
 * @param kind what it stands for
 * @param source the id of the port or node where it begins
 * @param target the id of the port or node where it ends
 * @param medium what flows; null where nothing does
 * @param isBidirectional whether it flows both ways
 * @param label what stands on it, empty for nothing
 * @param tooltip what it says of itself
 * @param badges the findings about it
 */
public record DiagramEdge(String id, EdgeKind kind, String source, String target, MediumClass medium, boolean isBidirectional,
		String label, String tooltip, List<Badge> badges) {
	/** @return an edge on which nothing flows */
	static DiagramEdge tie(EdgeKind kind, String source, String target) {
		return new DiagramEdge(source + " " + kind.name().toLowerCase(Locale.ROOT) + " " + target, kind, source, target, null, false, "", "", List.of());
	}
}
