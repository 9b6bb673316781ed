package io.twinwright.core.topology;

import io.twinwright.core.structure.Members;
import io.twinwright.model.Clause;
import io.twinwright.model.Connection;
import io.twinwright.model.Cover;
import io.twinwright.model.Element;
import io.twinwright.model.End;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is connected inside one structure: its own ports, its direct parts with their ports, and the connections between
 * them, inherited ones included.
 */
public final class Wiring {
	/** How many numbers of repeated elements are listed at most. */
	private static final int LISTED = 4;

	private final Structure structure;
	private final Set<Structure> local = new HashSet<>();
	private final Map<String, Part> parts = new LinkedHashMap<>();
	private final Map<String, Port> ports = new LinkedHashMap<>();
	private final List<Connection> connections = new ArrayList<>();
	private final Map<Joint, Set<Numbers>> joints = new HashMap<>();
	private final Map<Structure, Collection<Port>> portsOf = new HashMap<>();

	/** A port of a part, or of the structure itself where the part is null. */
	private record Joint(Part part, String port) {
	}

	/** Which of a repeated part and of a repeated port; 0 for each. */
	private record Numbers(int part, int port) {
		static final Numbers ALL = new Numbers(0, 0);
	}

	/**
	 * Where a port is not connected.
	 *
	 * @param names the part, or those of a repeated part or port that are left out; not more than a few
	 * @param more how many others there are
	 */
	public record Gap(List<String> names, int more) {
		/** @return whether nothing is left out */
		public boolean isNone() {
			return names.isEmpty();
		}
	}

	public Wiring(Structure structure) {
		this.structure = structure;
		boolean open = true;
		for (Structure layer : Members.lineage(structure)) {
			open &= layer == structure || layer instanceof Type type && type.isAbstract();
			if (open) {
				local.add(layer);
			}
			layer.getElements().forEach(this::add);
		}
		for (Connection connection : connections) {
			join(connection.getSource());
			join(connection.getTarget());
		}
	}

	private void add(Element element) {
		if (element instanceof Part part && part.getName() != null) {
			parts.putIfAbsent(part.getName(), part);
		} else if (element instanceof Port port && PortFit.isKnown(port)) {
			ports.putIfAbsent(port.getName(), port);
		} else if (element instanceof Connection connection && isKnown(connection.getSource())
				&& isKnown(connection.getTarget())) {
			connections.add(connection);
		}
	}

	/** @return whether an end leads to a port of a known medium */
	public static boolean isKnown(End end) {
		return end != null && PortFit.isKnown(end.getPort()) && (end.getPart() == null || !end.getPart().eIsProxy());
	}

	private void join(End end) {
		Part part = end.getPart();
		int number = part == null || part.getMultiplicity() == null ? 0 : end.getIndex();
		joints.computeIfAbsent(new Joint(part, end.getPort().getName()), key -> new LinkedHashSet<>())
				.add(new Numbers(number, end.getPort().getMultiplicity() == null ? 0 : end.getPortIndex()));
	}

	/** @return the structure of which this is the inside */
	public Structure structure() {
		return structure;
	}

	/** @return the connections, those of the structure's own braces first */
	public List<Connection> connections() {
		return connections;
	}

	/** @return the connections with the names by which they are told apart: their own, else their ends; equal ones are marked */
	public Map<Connection, String> names() {
		Map<Connection, String> names = new LinkedHashMap<>();
		Set<String> taken = new HashSet<>();
		for (Connection connection : connections) {
			String name = connection.getName() == null ? ConnectionFit.ends(connection) : connection.getName();
			while (!taken.add(name)) {
				name += " again";
			}
			names.put(connection, name);
		}
		return names;
	}

	/** @return the direct parts, those of the structure's own braces first */
	public Collection<Part> parts() {
		return parts.values();
	}

	/** @return the ports of the structure itself */
	public Collection<Port> ports() {
		return ports.values();
	}

	/**
	 * Whether findings about an element belong to this structure: it stands in its own braces or in those of an abstract
	 * type, which is not looked at by itself.
	 */
	public boolean isLocal(Element element) {
		return local.contains(element.eContainer());
	}

	/** @return the ports of a part, inherited ones included */
	public Collection<Port> ports(Part part) {
		boolean plain = part.getElements().isEmpty() && part.getType() != null && !part.getType().eIsProxy();
		return portsOf.computeIfAbsent(plain ? part.getType() : part, key -> {
			Map<String, Port> found = new LinkedHashMap<>();
			for (Structure layer : Members.lineage(key)) {
				for (Element element : layer.getElements()) {
					if (element instanceof Port port && PortFit.isKnown(port)) {
						found.putIfAbsent(port.getName(), port);
					}
				}
			}
			return List.copyOf(found.values());
		});
	}

	/** @return whether any connection reaches the port of the structure itself */
	public boolean isJoined(Port own) {
		return joints.containsKey(new Joint(null, own.getName()));
	}

	/** @return the part that a part stands in reserve for, null if it stands for itself */
	public static Part covered(Part part) {
		for (Clause clause : part.getClauses()) {
			if (clause instanceof Cover cover && cover.getPart() != part && cover.getPart() != null
					&& !cover.getPart().eIsProxy()) {
				return cover.getPart();
			}
		}
		return null;
	}

	/** @return where the port of a part is not connected; a reserve joins the connections of the part that it covers */
	public Gap gap(Part part, Port port) {
		Set<Numbers> joined = joints.getOrDefault(new Joint(part, port.getName()), Set.of());
		Part covered = covered(part);
		if (joined.contains(Numbers.ALL) || covered != null && joints.containsKey(new Joint(covered, port.getName()))) {
			return new Gap(List.of(), 0);
		}
		if (joined.isEmpty()) {
			return new Gap(List.of(part.getName() + "." + port.getName()), 0);
		}
		return gap(part, port, joined);
	}

	private static Gap gap(Part part, Port port, Set<Numbers> joined) {
		Multiplicity many = part.getMultiplicity();
		Set<Integer> whole = new HashSet<>();
		Set<Integer> everywhere = new HashSet<>();
		joined.stream().filter(numbers -> numbers.port() == 0).forEach(numbers -> whole.add(numbers.part()));
		joined.stream().filter(numbers -> numbers.part() == 0).forEach(numbers -> everywhere.add(numbers.port()));
		String tail = "." + port.getName();
		if (port.getMultiplicity() == null) {
			return missing(part.getName() + "#", tail, many, whole);
		}
		Gap overall = missing(part.getName() + tail + "#", "", port.getMultiplicity(), everywhere);
		if (many == null || overall.isNone()) {
			return overall;
		}
		Map<Integer, Set<Integer>> single = new HashMap<>();
		joined.stream().filter(numbers -> numbers.part() != 0).forEach(numbers -> single
				.computeIfAbsent(numbers.part(), key -> new HashSet<>(everywhere)).add(numbers.port()));
		single.forEach((number, numbers) -> {
			if (missing("", "", port.getMultiplicity(), numbers).isNone()) {
				whole.add(number);
			}
		});
		return missing(part.getName() + "#", tail, many, whole);
	}

	private static Gap missing(String before, String behind, Multiplicity many, Set<Integer> present) {
		List<String> names = new ArrayList<>();
		long count = (long) many.getHigh() - many.getLow() + 1
				- present.stream().filter(number -> many.getLow() <= number && number <= many.getHigh()).count();
		for (int number = many.getLow(); number <= many.getHigh() && names.size() < Math.min(count, LISTED); number++) {
			if (!present.contains(number)) {
				names.add(before + number + behind);
			}
		}
		return new Gap(names, (int) Math.min(Integer.MAX_VALUE, Math.max(0, count - names.size())));
	}

	/** @return whether a port of a part, or of the structure itself for null, is neither repeated nor joined */
	public boolean isFree(Part part, Port port) {
		return port.getMultiplicity() == null && (part == null || part.getMultiplicity() == null && covered(part) == null)
				&& !joints.containsKey(new Joint(part, port.getName()));
	}
}
