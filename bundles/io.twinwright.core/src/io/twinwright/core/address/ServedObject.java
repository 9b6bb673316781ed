package io.twinwright.core.address;

import java.util.List;
import java.util.Optional;

/**
 * An object of a server or of node sets, or a type of objects, with what stands below it.
 *
 * @param address its node
 * @param name its browse name
 * @param space the URI of the namespace of its browse name
 * @param label its display name
 * @param description what its author says of it, empty for nothing
 * @param type the type definition of an object, the base of a type; null if none is known
 * @param isAbstract whether a type has no objects
 * @param presence whether each object of the type around it has it
 * @param values the variables and properties directly below it
 * @param objects the objects directly below it
 * @param methods what can be called
 */
public record ServedObject(NodeAddress address, String name, String space, String label, String description, NodeAddress type,
		boolean isAbstract, Presence presence, List<ServedValue> values, List<ServedObject> objects, List<ServedMethod> methods) {
	/** How a member of a type stands in the objects of that type (OPC 10000-3, 6.4.4.4). */
	public enum Presence {
		/** In each of them; in an object: it is there. */
		ALWAYS,
		/** In some. */
		OPTIONAL,
		/** Any number, under names of their own. */
		PLACEHOLDER
	}

	/** @return the value of that browse name directly below, whatever its namespace */
	public Optional<ServedValue> value(String name) {
		return values.stream().filter(value -> value.variable().name().equals(name)).findFirst();
	}

	/** @return the object of that browse name directly below, whatever its namespace */
	public Optional<ServedObject> object(String name) {
		return objects.stream().filter(object -> object.name().equals(name)).findFirst();
	}
}
