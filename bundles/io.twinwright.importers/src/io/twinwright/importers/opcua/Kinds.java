package io.twinwright.importers.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedObject.Presence;
import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.discovery.Nameplate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What objects and their variables are to a twin, by their types. */
final class Kinds {
	/** What an object is. */
	enum Kind {
		/** Equipment of its own. */
		PART,
		/** An order among signals. */
		GROUP, SERVICE, PORT, PLACEHOLDER,
		/** Said otherwise, as the states of a machine are. */
		ASIDE
	}

	private static final NodeAddress FUNCTIONAL_GROUP = new NodeAddress("http://opcfoundation.org/UA/DI/", -1, NodeAddress.Kind.NUMERIC, "1005");
	private static final Set<String> PACKML = Set.of("execute", "idle", "aborted", "stopped", "suspended");
	private static final String CURRENT = "CurrentState";

	private final ServedSpace space;
	private final Set<NodeAddress> wanted;
	private final Map<NodeAddress, Boolean> equipment = new HashMap<>();
	private final Set<NodeAddress> open = new HashSet<>();

	/** @param wanted the types that are imported for themselves */
	Kinds(ServedSpace space, Set<NodeAddress> wanted) {
		this.space = space;
		this.wanted = wanted;
	}

	/** @param holder what stands around it */
	Kind of(ServedObject object, ServedObject holder) {
		NodeAddress type = object.type();
		if (Ua.STATE_TYPE.equals(type) || Ua.INITIAL_STATE_TYPE.equals(type) || Ua.TRANSITION_TYPE.equals(type)) {
			return Kind.ASIDE;
		}
		if (object.presence() == Presence.PLACEHOLDER) {
			return Kind.PLACEHOLDER;
		}
		if (Ua.PORT_TYPE.equals(type)) {
			return Kind.PORT;
		}
		if (Ua.SERVICE_TYPE.equals(type)) {
			return Kind.SERVICE;
		}
		if (isStateMachine(object)) {
			return tellsPackMl(holder) ? Kind.ASIDE : Kind.GROUP;
		}
		return isEquipment(type) ? Kind.PART : Kind.GROUP;
	}

	/** The states of a packaging machine are a signal already where an enumeration names them. */
	private static boolean tellsPackMl(ServedObject holder) {
		return ServedSpace.all(holder).limit(50).flatMap(object -> object.values().stream()).map(ServedValue::variable).filter(variable -> variable.data() == Data.STATE)
				.anyMatch(variable -> variable.states().keySet().stream().map(state -> state.toLowerCase(Locale.ROOT)).toList().containsAll(PACKML));
	}

	/** @return whether a type is one of equipment: it is imported for itself, or has something that a group of signals has not */
	boolean isEquipment(NodeAddress type) {
		if (type == null || !space.types().containsKey(type) || type.equals(Ua.CONNECTION_TYPE) || type.equals(Ua.PROCEDURE_TYPE)
				|| type.equals(FUNCTIONAL_GROUP) || space.is(type, FUNCTIONAL_GROUP) || space.is(type, Ua.FINITE_STATE_MACHINE_TYPE)) {
			return false;
		}
		return isDeclared(type) || type.equals(Ua.POSITION_TYPE);
	}

	/** @return whether a type becomes a declaration: it is wanted, of the library, or has content of its own or of its bases */
	boolean isDeclared(NodeAddress type) {
		if (wanted.contains(type) || isLibrary(type)) {
			return true;
		}
		if (!space.types().containsKey(type) || type.namespaceUri().equals(Ua.LIBRARY)) {
			return false;
		}
		Boolean known = equipment.get(type);
		if (known == null && open.add(type)) {
			ServedObject declared = space.types().get(type);
			known = !isFoundation(type) || !Content.of(declared, this).isEmpty();
			open.remove(type);
			equipment.put(type, known);
		}
		return known == null || known;
	}

	/** @return whether a type is a declaration in any case */
	boolean isWanted(NodeAddress type) {
		return wanted.contains(type) || isLibrary(type) || !isFoundation(type);
	}

	private static boolean isFoundation(NodeAddress type) {
		return type.namespaceUri().startsWith(Ua.STANDARD);
	}

	/** @return whether a type is one of the standard library */
	boolean isLibrary(NodeAddress type) {
		return type.namespaceUri().equals(Ua.LIBRARY) && !type.identifier().endsWith("Type");
	}

	boolean isStateMachine(ServedObject object) {
		return object.type() != null && (space.is(object.type(), Ua.FINITE_STATE_MACHINE_TYPE) || space.is(object.address(), Ua.FINITE_STATE_MACHINE_TYPE));
	}

	/** @return the state that a machine is in, with the states that its type has; empty for anything else */
	Optional<ServedValue> current(ServedObject machine) {
		if (!isStateMachine(machine)) {
			return Optional.empty();
		}
		Map<String, Integer> states = states(machine);
		boolean isType = space.types().containsKey(machine.address()) || machine.presence() != Presence.ALWAYS;
		Optional<ServedValue> served = machine.values().stream().filter(value -> value.variable().name().equals(CURRENT)).findFirst();
		if (served.isEmpty() && !isType || states.isEmpty() && served.isEmpty()) {
			return Optional.empty();
		}
		String enumeration = name(machine) + "States";
		NodeAddress address = served.map(value -> value.variable().address()).orElseGet(() -> machine.address().below(CURRENT));
		ServedVariable variable = new ServedVariable(address, CURRENT, NodeAddress.UA, machine.label(), served.map(value -> value.variable().way()).orElse(List.of()),
				states.isEmpty() ? Data.TEXT : Data.STATE, states.isEmpty() ? "" : enumeration, states, null, null, null, Access.READ);
		return Optional.of(new ServedValue(variable, false, machine.description(), null, null, Presence.ALWAYS, Map.of()));
	}

	private String name(ServedObject machine) {
		return space.types().containsKey(machine.address()) ? machine.name() : space.lineage(machine.type()).stream().map(ServedObject::name).findFirst().orElse(machine.name());
	}

	/** @return the states of a machine by the numbers that it gives them, or in the order in which they stand */
	private Map<String, Integer> states(ServedObject machine) {
		Map<String, Integer> states = new LinkedHashMap<>();
		NodeAddress type = space.types().containsKey(machine.address()) ? machine.address() : machine.type();
		for (ServedObject declared : space.lineage(type)) {
			declared.objects().stream().filter(object -> Ua.STATE_TYPE.equals(object.type()) || Ua.INITIAL_STATE_TYPE.equals(object.type()))
					.forEach(state -> states.putIfAbsent(state.name(), number(state).orElse(states.size())));
		}
		boolean unique = new HashSet<>(states.values()).size() == states.size();
		if (!unique) {
			int[] next = new int[1];
			states.replaceAll((state, number) -> next[0]++);
		}
		return states;
	}

	private static Optional<Integer> number(ServedObject state) {
		try {
			return state.value("StateNumber").map(ServedValue::text).map(Integer::valueOf);
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** @return whether a value is none of a plant: what OPC UA itself has, entries of nameplates, and what a library node says of itself */
	boolean isAside(ServedObject holder, ServedValue value, boolean inMachine) {
		ServedVariable variable = value.variable();
		boolean isStandard = variable.space().equals(NodeAddress.UA) && (value.isProperty() || inMachine);
		boolean isLibrary = variable.space().equals(Ua.LIBRARY) && value.isProperty();
		return isStandard || isLibrary || Levels.isLevel(holder, value) || Nameplate.isEntry(value) && (Nameplate.isIdentification(holder) || Nameplate.isOfDevice(value));
	}
}
