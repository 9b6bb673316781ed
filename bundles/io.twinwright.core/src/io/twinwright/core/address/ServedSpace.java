package io.twinwright.core.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server or node sets have, in the terms of twins: objects below the folder of all objects, the types that matter to
 * them, and enumerations.
 *
 * @param roots the objects directly below the folder of all objects, without those of every server
 * @param types of objects, by their nodes
 * @param enumerations that stand for themselves
 * @param remarks what was not read and why, whole sentences
 */
public record ServedSpace(List<ServedObject> roots, Map<NodeAddress, ServedObject> types, List<States> enumerations, List<String> remarks) {
	private static final int DEEPEST = 100;

	/**
	 * An enumeration.
	 *
	 * @param numbers the states with their numbers, in order
	 */
	public record States(NodeAddress address, String name, String description, Map<String, Integer> numbers) {
	}

	/** @return a type and its bases, the nearest first, as far as they are known */
	public List<ServedObject> lineage(NodeAddress type) {
		List<ServedObject> lineage = new ArrayList<>();
		NodeAddress next = type;
		while (next != null && types.containsKey(next) && lineage.size() < DEEPEST) {
			lineage.add(types.get(next));
			next = lineage.getLast().type();
		}
		return lineage;
	}

	/** @return whether an object or type is of a type, directly or by its bases */
	public boolean is(NodeAddress type, NodeAddress wanted) {
		return wanted.equals(type) || lineage(type).stream().map(ServedObject::type).anyMatch(wanted::equals);
	}

	/** @return the object of a node, at any depth */
	public Optional<ServedObject> object(NodeAddress address) {
		return roots.stream().flatMap(ServedSpace::all).filter(object -> object.address().equals(address)).findFirst();
	}

	/** @return an object and all below it, each before what it has */
	public static Stream<ServedObject> all(ServedObject object) {
		return Stream.concat(Stream.of(object), object.objects().stream().flatMap(ServedSpace::all));
	}
}
