package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.StateNumbers;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.generators.opcua.Values.State;
import io.twinwright.model.Declaration;
import io.twinwright.model.Enumeration;
import io.twinwright.model.Literal;
import io.twinwright.model.Part;
import io.twinwright.model.Signal;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import io.twinwright.nodeset.xml.DataTypeDefinition;
import io.twinwright.nodeset.xml.DataTypeField;
import io.twinwright.nodeset.xml.UADataType;
import io.twinwright.nodeset.xml.UAObject;
import io.twinwright.nodeset.xml.UAObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes object types of types and data types of enumerations. A type has what it declares itself as mandatory members;
 * what it inherits is in its base type (OPC 10000-3, 6.3.3.3). Types of the library describe how plants are organized and
 * derive from TopologyElementType (OPC 10000-100, 4.3); a type without a base is a component (OPC 10000-100, 4.6),
 * not a device, because a device has eight mandatory properties that a text need not know.
 */
final class TypeNodes {
	private final Run run;
	private final Draft draft;
	private final Variables variables;
	private final Holders holders;
	private final Tree tree;

	TypeNodes(Run run, Draft draft) {
		this.run = run;
		this.draft = draft;
		this.variables = new Variables(run, draft);
		this.tree = new Tree(run, draft);
		this.holders = new Holders(run, draft, variables);
	}

	/** Adds types and enumerations, base types first where they stand in the same document. */
	void add(List<Declaration> declarations) {
		for (Declaration declaration : declarations) {
			if (declaration instanceof Enumeration states) {
				add(states);
			}
		}
		for (Declaration declaration : declarations) {
			if (declaration instanceof Type type) {
				add(type);
			}
		}
	}

	private void add(Enumeration states) {
		UADataType dataType = new UADataType();
		Made made = draft.add(dataType, Run.of(states), Run.name(states, states.getName()),
				Run.display(states, states.getName()), run.description(states));
		draft.refer(made, Standard.HAS_SUBTYPE, Standard.ENUMERATION, false);
		DataTypeDefinition definition = new DataTypeDefinition();
		definition.setName(states.getName());
		List<State> labels = new ArrayList<>();
		StateNumbers.of(states).forEach((state, number) -> {
			definition.getField().add(field(state, number));
			labels.add(new State(Run.display(state, state.getName()), number));
		});
		dataType.setDefinition(definition);
		enumeration(run, variables, made, labels);
	}

	private DataTypeField field(Literal state, int number) {
		DataTypeField field = new DataTypeField();
		field.setName(state.getName());
		field.setValue(number);
		if (state.getLabel() != null && !state.getLabel().isBlank()) {
			field.getDisplayName().add(Draft.text(state.getLabel()));
		}
		return field;
	}

	/** Adds EnumStrings where the numbers count from 0, else EnumValues (OPC 10000-3, 5.8.3). */
	static void enumeration(Run run, Variables variables, Made dataType, List<State> states) {
		boolean counted = IntStream.range(0, states.size()).allMatch(i -> states.get(i).number() == i);
		if (counted) {
			variables.property(dataType, Name.ua("EnumStrings"), Standard.LOCALIZED_TEXT,
					run.values().texts(states.stream().map(State::text).toList()), Standard.MANDATORY);
		} else {
			variables.property(dataType, Name.ua("EnumValues"), Standard.ENUM_VALUE_TYPE, run.values().enumValues(states),
					Standard.MANDATORY);
		}
	}

	private void add(Type type) {
		UAObjectType objectType = new UAObjectType();
		if (type.isAbstract()) {
			objectType.setIsAbstract(true);
		}
		Made made = draft.add(objectType, Run.of(type), Run.name(type, type.getName()),
				Run.display(type, type.getName()), run.description(type));
		draft.refer(made, Standard.HAS_SUBTYPE, base(type), false);
		addMembers(type, made, type.getName());
		if (type.getElements().stream().anyMatch(StateMachines::isPackMl)) {
			StateMachines.declare(run, draft, made);
		}
	}

	private static NodeAddress base(Type type) {
		if (type.getBase() != null && type.getBase().getName() != null) {
			return Run.of(type.getBase());
		}
		return Run.namespace(type).equals(Std.NAMESPACE) ? Standard.TOPOLOGY_ELEMENT_TYPE : Standard.COMPONENT_TYPE;
	}

	private void addMembers(Structure braces, Made owner, String path) {
		for (Member member : Member.of(braces)) {
			NodeAddress demand = run.isMoved(member.element()) ? Standard.OPTIONAL : Standard.MANDATORY;
			NodeAddress rule = member.repeated() ? Standard.MANDATORY_PLACEHOLDER : demand;
			Made parent = tree.walk(owner, member.around(), member.element(), demand);
			String inner = path + "." + member.element().getName();
			String text = tree.free(parent, member.name(), member.element(), inner);
			Name name = Run.name(member.element(), text);
			NodeAddress address = run.below(parent.address(), text);
			tree.put(parent, text, switch (member.element()) {
				case Signal signal -> variables.add(SignalFacts.of(signal), address, name, Run.display(signal, text), parent, rule);
				case Part part -> add(part, address, name, parent, rule, inner);
				default -> holders.add(member.element(), address, name, parent, rule);
			});
		}
	}

	private Made add(Part part, NodeAddress address, Name name, Made parent, NodeAddress rule, String path) {
		NodeAddress type = part.getType() == null || part.getType().getName() == null ? Std.POSITION_TYPE
				: Run.of(part.getType());
		Made made = draft.add(new UAObject(), address, name, Run.display(part, name.text()), run.description(part), type,
				parent.address(), Standard.HAS_COMPONENT);
		variables.rule(made, rule);
		addMembers(part, made, path);
		return made;
	}
}
