package io.twinwright.core.address;

import java.util.List;

/**
 * A method of an object.
 *
 * @param name its browse name
 * @param label its display name
 * @param description what its author says of it, empty for nothing
 * @param inputs what it is called with
 */
public record ServedMethod(NodeAddress address, String name, String label, String description, List<Input> inputs) {
	/**
	 * One argument of a call.
	 *
	 * @param data what its values are
	 */
	public record Input(String name, ServedVariable.Data data) {
	}
}
