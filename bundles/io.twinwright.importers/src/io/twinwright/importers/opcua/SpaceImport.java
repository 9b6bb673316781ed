package io.twinwright.importers.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedMethod;
import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedSpace;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EndpointDraft;
import io.twinwright.importers.draft.ServiceDraft;
import io.twinwright.importers.draft.TypeDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a draft of a server or of node sets. Object types become types, with what all their pieces have alike; objects become
 * assets with the rest, bound to their nodes, and fill positions where they stand in others. A type whose pieces are there
 * has no positions of its own, since its pieces say what is in them.
 */
public final class SpaceImport {
	private final ServedSpace space;
	private final Draft draft;
	private final Kinds kinds;
	private final Signals signals = new Signals();
	private final Map<NodeAddress, List<Content>> pieces = new HashMap<>();
	private final Set<NodeAddress> used = new HashSet<>();
	private int ports;
	private final Map<NodeAddress, TypeDraft> types = new LinkedHashMap<>();
	private final Map<NodeAddress, Map<List<String>, Declared>> declared = new HashMap<>();
	private final Map<NodeAddress, Set<List<String>>> services = new HashMap<>();

	private SpaceImport(ServedSpace space, Set<NodeAddress> wanted, Draft draft) {
		this.space = space;
		this.draft = draft;
		this.kinds = new Kinds(space, wanted);
	}

	/**
	 * @param wanted the types that are imported for themselves, and not only where something is of them
	 * @param server that has the objects
	 */
	public static void into(Draft draft, ServedSpace space, Set<NodeAddress> wanted, EndpointDraft server) {
		SpaceImport run = new SpaceImport(space, wanted, draft);
		Map<Boolean, List<ServedObject>> halves = space.roots().stream().collect(Collectors.partitioningBy(root -> Ua.isEquipmentHierarchy(root.address())));
		List<ServedObject> roots = halves.get(false);
		roots.stream().flatMap(ServedSpace::all).forEach(run::note);
		wanted.forEach(run::type);
		new Assets(run, draft, server).add(roots);
		new Places(draft).add(halves.get(true));
		run.enumerations();
		run.tellPorts();
		run.tellTwin();
		space.remarks().forEach(draft::remark);
	}

	private void note(ServedObject object) {
		if (object.type() != null && space.types().containsKey(object.type())) {
			Content content = Content.of(object, kinds);
			used.add(object.type());
			space.lineage(object.type()).forEach(type -> pieces.computeIfAbsent(type.address(), key -> new ArrayList<>()).add(content));
		}
	}

	ServedSpace space() {
		return space;
	}

	Kinds kinds() {
		return kinds;
	}

	Signals signals() {
		return signals;
	}

	/** @return the type of a piece: the level of the library that it is of ISA-95, else that of its node; null for none */
	TypeDraft typeOf(ServedObject piece) {
		return Levels.type(piece).map(level -> type(new NodeAddress(Ua.LIBRARY, level))).orElseGet(() -> type(piece.type()));
	}

	/** @return the type of a piece, as far as it becomes a declaration; null for none */
	TypeDraft type(NodeAddress address) {
		if (address == null || !isKept(address)) {
			return null;
		}
		TypeDraft known = types.get(address);
		if (known != null) {
			return known;
		}
		ServedObject type = space.types().get(address);
		TypeDraft made = draft.type(address.toString(), type == null ? address.identifier() : type.name());
		types.put(address, made);
		if (kinds.isLibrary(address)) {
			made.library = address.identifier();
		} else {
			fill(made, type);
		}
		return made;
	}

	/** @return whether a type becomes a declaration; a base of a companion specification only where its pieces have something of it */
	private boolean isKept(NodeAddress address) {
		if (!kinds.isDeclared(address)) {
			return false;
		}
		ServedObject type = space.types().get(address);
		if (kinds.isWanted(address) || type == null || used.contains(address)) {
			return true;
		}
		Content content = Content.of(type, kinds);
		return content.signals().entrySet().stream().anyMatch(entry -> isCommon(address, entry.getKey(), content.facts(entry.getKey())))
				|| content.services().keySet().stream().anyMatch(way -> pieces(address).stream().allMatch(piece -> piece.services().containsKey(way)))
				|| content.methods().keySet().stream().anyMatch(way -> pieces(address).stream().allMatch(piece -> piece.methods().containsKey(way)))
				|| pieces(address).isEmpty() && !content.parts().isEmpty();
	}

	private List<Content> pieces(NodeAddress type) {
		return pieces.getOrDefault(type, List.of());
	}

	/** @return whether all pieces of a type have a signal as the type declares it */
	private boolean isCommon(NodeAddress type, List<String> way, Facts facts) {
		return pieces(type).stream().allMatch(piece -> piece.signals().containsKey(way) && piece.facts(way).equals(facts));
	}

	/** @return the signals that a type and its bases declare, by their ways */
	Map<List<String>, Declared> declared(NodeAddress type) {
		Map<List<String>, Declared> all = new HashMap<>();
		space.lineage(type).forEach(base -> declared.getOrDefault(base.address(), Map.of()).forEach(all::putIfAbsent));
		return all;
	}

	/** @return the ways of the services that a type and its bases declare */
	Set<List<String>> services(NodeAddress type) {
		Set<List<String>> all = new HashSet<>();
		space.lineage(type).forEach(base -> all.addAll(services.getOrDefault(base.address(), Set.of())));
		return all;
	}

	private void fill(TypeDraft made, ServedObject type) {
		space.lineage(type.type()).stream().filter(base -> isKept(base.address())).findFirst().ifPresent(base -> made.type = type(base.address()));
		draft.count("type");
		made.label = type.label().equals(type.name()) ? null : type.label();
		made.description = type.description();
		made.isAbstract = type.isAbstract();
		Content content = Content.of(type, kinds);
		List<Content> known = pieces(type.address());
		Map<List<String>, Declared> own = new LinkedHashMap<>();
		Map<List<String>, Declared> inherited = declared(type.address());
		declared.put(type.address(), own);
		signals(made, type.address(), content, inherited, own);
		repeated(made, type.address(), content, own);
		services(made, type, content, known);
		if (known.isEmpty()) {
			parts(made, content);
		}
		ports(content.ports());
	}

	private void signals(TypeDraft made, NodeAddress type, Content content, Map<List<String>, Declared> inherited, Map<List<String>, Declared> own) {
		List<String> moved = new ArrayList<>();
		Signals.Names names = new Signals.Names(content.signals().keySet());
		content.signals().forEach((way, value) -> {
			if (!inherited.containsKey(way) && isCommon(type, way, content.facts(way))) {
				own.put(way, new Declared(signals.add(made, names.of(way), way, value), content.facts(way)));
				draft.count("signal");
			} else if (!inherited.containsKey(way)) {
				moved.add(String.join("/", way));
			}
		});
		if (!moved.isEmpty()) {
			made.notes.add("What is not the same in all pieces is declared at them: %s.".formatted(some(moved)));
		}
	}

	/** What stands for any number is repeated where all pieces have as many. */
	private void repeated(TypeDraft made, NodeAddress type, Content content, Map<List<String>, Declared> own) {
		List<String> placeholders = new ArrayList<>(content.placeholders());
		content.repeatable().forEach((way, value) -> {
			int number = pieces(type).isEmpty() ? 0 : pieces(type).getFirst().repeated(way);
			if (number > 1 && isCommon(type, way, Facts.of(value, number))) {
				own.put(way, new Declared(signals.add(made, Signals.last(way), way, value), Facts.of(value, number)));
				own.get(way).signal().repeated = number;
				draft.count("signal");
			} else {
				placeholders.add(value.variable().name());
			}
		});
		if (!placeholders.isEmpty()) {
			made.notes.add("What stands for any number is left out: %s.".formatted(some(placeholders)));
		}
	}

	private void services(TypeDraft made, ServedObject type, Content content, List<Content> known) {
		Set<List<String>> own = new HashSet<>();
		Set<List<String>> inherited = services(type.address());
		services.put(type.address(), own);
		content.services().forEach((way, service) -> {
			if (!inherited.contains(way) && known.stream().allMatch(piece -> piece.services().containsKey(way))) {
				signals.service(made.service(Signals.last(way)), service, draft);
				own.add(way);
				draft.count("service");
			}
		});
		Signals.Names names = new Signals.Names(content.methods().keySet());
		content.methods().forEach((way, method) -> {
			if (!inherited.contains(way) && known.stream().allMatch(piece -> piece.methods().containsKey(way))) {
				method(made.service(names.of(way)), method);
				own.add(way);
			}
		});
	}

	/** Makes a service of a method, with a capability that has its arguments as parameters. */
	void method(ServiceDraft service, ServedMethod method) {
		signals.method(service, method, draft);
		draft.count("service");
	}

	private void parts(TypeDraft made, Content content) {
		content.parts().forEach((way, part) -> {
			TypeDraft of = partType(part);
			if (of != null) {
				made.part(Signals.last(way), of).description = part.description();
				draft.count("part");
			}
		});
	}

	/** @return the type of a position */
	TypeDraft partType(ServedObject part) {
		TypeDraft type = typeOf(part);
		if (type == null && Ua.POSITION_TYPE.equals(part.type())) {
			type = draft.type("twin.std.EquipmentModule", "EquipmentModule");
			type.library = "EquipmentModule";
		}
		return type;
	}

	/** Counts points of media that are left out. */
	void ports(int number) {
		ports += number;
	}

	private void tellPorts() {
		if (ports > 0) {
			draft.remark("Ports and connections are left out (%d): a node set says of a medium no more than its name.".formatted(ports));
		}
	}

	/** What a twin has, and its node sets do not say. */
	private void tellTwin() {
		boolean isTwin = Stream.concat(space.types().keySet().stream(), space.roots().stream().map(ServedObject::address))
				.anyMatch(address -> address.namespaceUri().startsWith(Ua.TWIN) && !address.namespaceUri().equals(Ua.LIBRARY));
		if (isTwin) {
			draft.remark("The node sets are those of a twin, and say nothing of its formulas, feedback, sizes, shifts and supplies, nor of recipes, orders, "
					+ "contracts and offers. What its text has of these is left out, and its insights are sensors here.");
		}
	}

	private void enumerations() {
		List<String> apart = space.enumerations().stream().map(ServedSpace.States::name).toList();
		draft.count("enumeration", apart.size());
		if (!apart.isEmpty()) {
			draft.remark("Enumerations are declared where signals have their states. Read were %s.".formatted(some(apart)));
		}
	}

	/** @return the first of some names, and how many more there are */
	static String some(List<String> names) {
		int shown = 12;
		String first = names.stream().limit(shown).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
		return names.size() <= shown ? first : "%s and %d more".formatted(first, names.size() - shown);
	}
}
