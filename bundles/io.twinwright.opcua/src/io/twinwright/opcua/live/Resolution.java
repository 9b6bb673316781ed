package io.twinwright.opcua.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.SignalKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * Which signals a server has.
 *
 * @param twin the model
 * @param nodes the node of each signal that was found
 * @param missing the signals for which the server has no node; of the properties those that are bound to one, since the others may
 *        stand in the text only
 * @param roots the nodes of the bound positions that were found: below them lies what the model should know
 */
public record Resolution(TwinModel twin, Map<Point, NodeId> nodes, List<Point> missing, Set<NodeId> roots) {
	/** @return the nodes of what is a fixed fact and read once */
	Map<Point, NodeId> fixed() {
		return nodes(true);
	}

	/** @return the nodes of what varies and is watched */
	Map<Point, NodeId> varying() {
		return nodes(false);
	}

	private Map<Point, NodeId> nodes(boolean fixed) {
		Map<Point, NodeId> some = new LinkedHashMap<>(nodes);
		some.keySet().removeIf(point -> (point.kind() == SignalKind.PROPERTY) != fixed);
		return some;
	}
}
