package io.twinwright.generators.nodered;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the target makes.
 *
 * @param flows the nodes of the flow; none where no signal is at an OPC UA server
 * @param credentials the variables that hold the logins of servers, by the nodes that ask for them
 * @param logins from which secrets these variables are made, by the same nodes
 */
public record FlowFolder(ArrayNode flows, ObjectNode credentials, ObjectNode logins) {
}
