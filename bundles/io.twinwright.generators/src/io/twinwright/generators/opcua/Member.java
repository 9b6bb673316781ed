package io.twinwright.generators.opcua;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.model.Clause;
import io.twinwright.model.Connection;
import io.twinwright.model.Element;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Procedure;
import io.twinwright.model.Service;
import io.twinwright.model.Signal;
import io.twinwright.model.Structure;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What gets a node below the object of a position or type.
 *
 * @param way the browse names that lead to it from that object
 * @param element a signal, part, port, connection, service or procedure
 * @param repeated whether it stands for all of a repeated element, in a type
 * @param located the position or signal itself, null in types and for what has no place of its own
 */
record Member(List<String> way, NamedElement element, boolean repeated, Located located) {
	/** @return what stands at a position, so that what holds others comes before them */
	static List<Member> of(Position position) {
		List<Member> members = new ArrayList<>();
		Set<String> names = new HashSet<>();
		position.layers().forEach(layer -> addHolders(layer, "", true, names, members));
		for (Position part : position.parts()) {
			members.add(new Member(Addresses.browseNames(part), part.element(), false, part));
		}
		for (Point point : position.points()) {
			members.add(new Member(Addresses.browseNames(point), point.signal(), false, point));
		}
		return sorted(members);
	}

	/** @return what braces of a type, or of a part in a type, declare themselves */
	static List<Member> of(Structure braces) {
		List<Member> members = new ArrayList<>();
		addHolders(braces, "", false, new HashSet<>(), members);
		addDeclared(braces, "", members);
		return sorted(members);
	}

	private static List<Member> sorted(List<Member> members) {
		members.sort(Comparator.comparingInt(member -> member.way.size()));
		return members;
	}

	private static void addHolders(Structure braces, String prefix, boolean each, Set<String> names,
			List<Member> members) {
		for (Element inner : braces.getElements()) {
			if (!(inner instanceof NamedElement named) || named.getName() == null) {
				continue;
			}
			if (inner instanceof Port port && prefix.isEmpty() && names.add(port.getName())) {
				addPort(port, each, members);
			} else if ((inner instanceof Connection || inner instanceof Service || inner instanceof Procedure)
					&& names.add(prefix + named.getName())) {
				members.add(new Member(way(prefix + named.getName()), named, false, null));
				addHolders((Structure) inner, prefix + named.getName() + ".", each, names, members);
			}
		}
	}

	private static void addPort(Port port, boolean each, List<Member> members) {
		Multiplicity numbers = port.getMultiplicity();
		if (numbers == null || !each) {
			members.add(new Member(List.of(declared(port.getName(), numbers)), port, numbers != null, null));
			return;
		}
		for (int i = numbers.getLow(); i <= numbers.getHigh(); i++) {
			members.add(new Member(List.of(port.getName() + "#" + i), port, false, null));
		}
	}

	private static void addDeclared(Structure braces, String prefix, List<Member> members) {
		for (Element inner : braces.getElements()) {
			if (!(inner instanceof NamedElement named) || named.getName() == null) {
				continue;
			}
			switch (inner) {
				case Signal signal -> members.add(new Member(way(signal, prefix), signal, signal.getMultiplicity() != null, null));
				case Part part -> members.add(new Member(way(prefix + declared(part.getName(), part.getMultiplicity())), part,
						part.getMultiplicity() != null, null));
				case Connection connection -> addDeclared(connection, prefix + connection.getName() + ".", members);
				case Service service -> addDeclared(service, prefix + service.getName() + ".", members);
				case Procedure procedure -> addDeclared(procedure, prefix + procedure.getName() + ".", members);
				default -> {
					// The other elements have no node.
				}
			}
		}
	}

	private static List<String> way(Signal signal, String prefix) {
		for (Clause clause : signal.getClauses()) {
			if (clause instanceof Text text && text.getKind() == TextKind.NODE && text.getText() != null) {
				List<String> names = new ArrayList<>(Addresses.browseNames(text.getText()));
				if (!names.isEmpty()) {
					names.add(declared(names.removeLast(), signal.getMultiplicity()));
					return names;
				}
			}
		}
		return way(prefix + declared(signal.getName(), signal.getMultiplicity()));
	}

	/** A repeated element is a placeholder in its type (OPC 10000-3, 6.4.4.4.5). */
	private static String declared(String name, Multiplicity numbers) {
		return numbers == null ? name : "<" + name + ">";
	}

	private static List<String> way(String dotted) {
		return Arrays.asList(dotted.split("\\."));
	}

	/** @return its own browse name */
	String name() {
		return way.getLast();
	}

	/** @return the browse names of what it stands in */
	List<String> around() {
		return way.subList(0, way.size() - 1);
	}
}
