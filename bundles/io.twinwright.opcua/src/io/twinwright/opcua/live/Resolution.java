package io.twinwright.opcua.live;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * Which signals a server has.
 *
 * @param twin the model
 * @param nodes the node of each signal that was found
 * @param missing the signals for which the server has no node
 * @param roots the nodes of the bound positions that were found: below them lies what the model should know
 */
public record Resolution(TwinModel twin, Map<Point, NodeId> nodes, List<Point> missing, Set<NodeId> roots) {
}
