package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Port;
import io.twinwright.model.Type;
import io.twinwright.nodeset.xml.UAObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the objects and variables of a root asset and all positions below it. */
final class PositionNodes {
	private final Run run;
	private final Draft draft;
	private final Variables variables;
	private final Holders holders;
	private final Tree tree;
	private final Identification identification;
	private final Map<Position, Made> positions = new LinkedHashMap<>();
	private final Map<Position, Map<NamedElement, List<Made>>> holdersOf = new HashMap<>();

	PositionNodes(Run run, Draft draft) {
		this.run = run;
		this.draft = draft;
		this.variables = new Variables(run, draft);
		this.holders = new Holders(run, draft, variables);
		this.tree = new Tree(run, draft);
		this.identification = new Identification(run, draft, variables, tree);
	}

	/** Adds a root asset with all below it, and the references between its positions. */
	void add(Position root) {
		NamedElement asset = root.element();
		Made made = object(root, Run.name(asset, asset.getName()), Run.display(asset, asset.getName()), Standard.OBJECTS,
				Standard.ORGANIZES);
		fill(root, made);
		Partners partners = new Partners(run, draft, this);
		root.all().forEach(partners::refer);
		positions.forEach((position, node) -> run.standing(position).forEach(standing -> {
			draft.refer(node, Std.HAS_STANDBY, standing.node(), false);
			draft.require(standing.model());
		}));
		run.written(root, draft.model());
	}

	/** @return the object of a position of this document, null if it is in another one */
	Made of(Position position) {
		return positions.get(position);
	}

	/** @return the objects of a port, one for each of its numbers, or of a connection at a position */
	List<Made> of(Position position, NamedElement holder) {
		return holdersOf.getOrDefault(position, Map.of()).getOrDefault(holder, List.of());
	}

	private Made object(Position position, Name name, String display, NodeAddress parent, NodeAddress reference) {
		NamedElement described = position.element();
		String description = run.description(described);
		if (description == null && position.piece() != null) {
			description = run.description(position.piece());
		}
		Type type = position.type();
		boolean real = type != null && type.getName() != null && !type.isAbstract();
		Made made = draft.add(new UAObject(), run.of(position), name, display, description,
				real ? Run.of(type) : Std.POSITION_TYPE, parent, reference);
		if (!real && type != null && type.getName() != null) {
			draft.refer(made, Std.ASKS_FOR, Run.of(type), true);
		}
		positions.put(position, made);
		return made;
	}

	private void fill(Position position, Made owner) {
		identification.add(position, owner);
		if (position.parent() != null && position.piece() != null) {
			Made piece = variables.property(owner, Std.name("Piece"), Standard.STRING,
					run.values().scalar("String", TwinModel.qualifiedName(position.piece())), null);
			tree.put(owner, "Piece", piece);
		}
		for (Member member : Member.of(position)) {
			add(position, owner, member);
		}
		if (position.points().stream().map(Point::signal).anyMatch(StateMachines::isPackMl)
				&& tree.child(owner, StateMachines.BASE) == null) {
			StateMachines.add(run, draft, variables, owner);
		}
	}

	private void add(Position position, Made owner, Member member) {
		NamedElement element = member.element();
		Made parent = tree.walk(owner, member.around(), element, null);
		String text = tree.free(parent, member.name(), element,
				member.located() == null ? position.path() + "." + member.name() : member.located().path());
		Name name = Run.name(element, text);
		switch (member.located()) {
			case Point point -> tree.put(parent, text, variables.add(SignalFacts.of(run.twin(), point), run.of(point), name,
					display(element, text, point.index()), parent, null));
			case Position part -> {
				Made made = object(part, name, display(element, text, part.index()), parent.address(), Standard.HAS_COMPONENT);
				tree.put(parent, text, made);
				fill(part, made);
			}
			case null -> {
				Made made = tree.put(parent, text,
						holders.add(element, run.below(parent.address(), text), name, parent, null));
				holdersOf.computeIfAbsent(position, key -> new HashMap<>())
						.merge(element, List.of(made), PositionNodes::join);
			}
		}
	}

	private static List<Made> join(List<Made> some, List<Made> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

	/** A label of a repeated element takes its number. */
	private static String display(NamedElement element, String name, int index) {
		String display = Run.display(element, name);
		return index > 0 && !display.equals(name) ? display + " " + index : display;
	}

	/** @return of the numbers of a port the one meant, all if 0 */
	List<Made> ports(Position position, Port port, int index) {
		List<Made> all = of(position, port);
		if (index == 0 || port.getMultiplicity() == null) {
			return all;
		}
		int at = index - port.getMultiplicity().getLow();
		return at >= 0 && at < all.size() ? List.of(all.get(at)) : List.of();
	}
}
