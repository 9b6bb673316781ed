package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.model.Element;
import io.twinwright.model.Enumeration;
import io.twinwright.model.EnumerationType;
import io.twinwright.model.Signal;
import io.twinwright.nodeset.xml.UAObject;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The state machines of OPC 30050 (PackML) beside a signal of the enumeration PackML: three machines in each other, whose
 * current states say in the companion's terms what the number says. What they are in has no value in the document; the
 * server keeps it, and the states and transitions that there can be are fixed.
 */
final class StateMachines {
	static final String BASE = "BaseStateMachine";

	/**
	 * One of the three machines.
	 *
	 * @param name its browse name
	 * @param type its type
	 * @param states the numbers of the states of its type
	 * @param transitions the numbers of the transitions of its type
	 */
	private record Machine(String name, NodeAddress type, List<Integer> states, List<Integer> transitions) {
	}

	private static final List<Machine> MACHINES = List.of(
			new Machine(BASE, Standard.PACKML_BASE_TYPE, List.of(61, 62, 71), numbers(65, 67)),
			new Machine("MachineState", Standard.PACKML_MACHINE_TYPE, List.of(53, 54, 55, 75), numbers(57, 60)),
			new Machine("ExecuteState", Standard.PACKML_EXECUTE_TYPE, numbers(27, 38),
					IntStream.concat(IntStream.rangeClosed(39, 52), IntStream.rangeClosed(99, 103)).boxed().toList()));

	private StateMachines() {
	}

	private static List<Integer> numbers(int first, int last) {
		return IntStream.rangeClosed(first, last).boxed().toList();
	}

	/** @return whether an element is a signal with the states of a packaging machine */
	static boolean isPackMl(Element element) {
		return element instanceof Signal signal && signal.getType() instanceof EnumerationType type
				&& isPackMl(type.getEnumeration());
	}

	private static boolean isPackMl(Enumeration states) {
		return states != null && states.getName() != null && TwinModel.qualifiedName(states).equals(Std.PACKML);
	}

	/** Declares the outermost machine in a type; its type has the rest. */
	static void declare(Run run, Draft draft, Made type) {
		Made made = object(run, draft, type, MACHINES.getFirst());
		draft.refer(made, Standard.HAS_MODELLING_RULE, Standard.MANDATORY, true);
	}

	/** Adds the machines to the object of a position. */
	static void add(Run run, Draft draft, Variables variables, Made position) {
		Made parent = position;
		for (Machine machine : MACHINES) {
			parent = object(run, draft, parent, machine);
			Made current = variables.variable(parent, Name.ua("CurrentState"), Standard.LOCALIZED_TEXT,
					Standard.FINITE_STATE_VARIABLE_TYPE, null);
			variables.property(current, Name.ua("Id"), Standard.NODE_ID, null, null);
			list(run, draft, variables, parent, "AvailableStates", machine.states());
			list(run, draft, variables, parent, "AvailableTransitions", machine.transitions());
		}
	}

	private static void list(Run run, Draft draft, Variables variables, Made machine, String name,
			List<Integer> numbers) {
		List<String> ids = numbers.stream().map(number -> draft.id(Standard.in(Standard.PACKML, number))).toList();
		variables.variable(machine, Name.ua(name), Standard.NODE_ID, Standard.BASE_DATA_VARIABLE_TYPE,
				run.values().nodes(ids));
	}

	private static Made object(Run run, Draft draft, Made parent, Machine machine) {
		return draft.add(new UAObject(), run.below(parent.address(), machine.name()),
				new Name(Standard.PACKML, machine.name()), machine.name(), null, machine.type(), parent.address(),
				Standard.HAS_COMPONENT);
	}
}
