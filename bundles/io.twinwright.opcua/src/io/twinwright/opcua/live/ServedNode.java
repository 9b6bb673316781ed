package io.twinwright.opcua.live;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedVariable.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a server as it is found below another one.
 *
 * @param address where it is
 * @param name its browse name
 * @param space the URI of the namespace of its browse name
 * @param label its display name
 * @param kind what it is
 * @param way the nodes that lead to it, the outermost first
 * @param signal the path of the signal that is read from it, null if there is none
 */
public record ServedNode(NodeAddress address, String name, String space, String label, Kind kind, List<Step> way, String signal) {
	/** What nodes are. */
	public enum Kind {
		OBJECT, VARIABLE, PROPERTY, METHOD
	}

	/** @return whether it has a value */
	public boolean isVariable() {
		return kind == Kind.VARIABLE || kind == Kind.PROPERTY;
	}

	/** @return the way to what is below it */
	List<Step> wayBelow() {
		List<Step> longer = new ArrayList<>(way);
		longer.add(new Step(address, name, space));
		return List.copyOf(longer);
	}
}
