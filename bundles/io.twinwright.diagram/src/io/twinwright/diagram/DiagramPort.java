package io.twinwright.diagram;

import io.twinwright.model.Direction;
import java.util.List;

/**
 * A port on the border of a node.
 *
 * @param id its qualified name
 * @param label its name, with its numbers if it is repeated
 * @param direction which way it is open
 * @param medium what flows through it
 * @param isSupply whether it draws from the site and needs no connection
 * @param tooltip its declaration
 * @param badges the findings about it
 */
public record DiagramPort(String id, String label, Direction direction, MediumClass medium, boolean isSupply, String tooltip,
		List<Badge> badges) {
}
