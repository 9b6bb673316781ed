package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.generators.opcua.Values.State;
import io.twinwright.model.Declaration;
import io.twinwright.model.Direction;
import io.twinwright.nodeset.xml.DataTypeDefinition;
import io.twinwright.nodeset.xml.DataTypeField;
import io.twinwright.nodeset.xml.UADataType;
import io.twinwright.nodeset.xml.UAObjectType;
import io.twinwright.nodeset.xml.UAReferenceType;
import java.util.ArrayList;
import java.util.List;

/** Makes the document of the library: its types and states, and what all documents of twins build upon. */
final class LibraryNodes {
	private final Run run;
	private final Draft draft;
	private final Variables variables;

	LibraryNodes(Run run, Draft draft) {
		this.run = run;
		this.draft = draft;
		this.variables = new Variables(run, draft);
	}

	/** @param declarations of the library's text */
	void add(List<Declaration> declarations) {
		references();
		direction();
		objectTypes();
		new TypeNodes(run, draft).add(declarations);
	}

	private void references() {
		reference(Std.CONNECTED_TO, null, "A joint through which a medium can flow both ways, or a connection and its ports.");
		reference(Std.SUPPLIES, "SuppliedBy", "A joint through which a medium flows from the source to the target.");
		reference(Std.HAS_STANDBY, "StandbyFor", "A piece that may take the position.");
		reference(Std.COVERS, "CoveredBy", "An installed reserve and the position whose work it takes over.");
		reference(Std.ASKS_FOR, "AskedForBy", "A position that nothing fills yet and the abstract type that it asks for.");
		reference(Std.REPRESENTS, "RepresentedBy", "An object in the terms of another model and the position that it stands for.");
	}

	/** @param inverse the name of the other direction, null if both are the same */
	private void reference(NodeAddress address, String inverse, String description) {
		UAReferenceType type = new UAReferenceType();
		if (inverse == null) {
			type.setSymmetric(true);
		} else {
			type.getInverseName().add(Draft.text(inverse));
		}
		Made made = draft.add(type, address, name(address), address.identifier(), description);
		draft.refer(made, Standard.HAS_SUBTYPE, Standard.NON_HIERARCHICAL, false);
	}

	private static Name name(NodeAddress address) {
		return Std.name(address.identifier());
	}

	private void direction() {
		UADataType type = new UADataType();
		Made made = draft.add(type, Std.PORT_DIRECTION, name(Std.PORT_DIRECTION), Std.PORT_DIRECTION.identifier(),
				"The way in which a medium flows through a port, seen from the equipment.");
		draft.refer(made, Standard.HAS_SUBTYPE, Standard.ENUMERATION, false);
		DataTypeDefinition definition = new DataTypeDefinition();
		definition.setName(Std.PORT_DIRECTION.identifier());
		List<State> states = new ArrayList<>();
		for (Direction direction : Direction.values()) {
			DataTypeField field = new DataTypeField();
			field.setName(direction.getLiteral());
			field.setValue(direction.getValue());
			definition.getField().add(field);
			states.add(new State(direction.getLiteral(), direction.getValue()));
		}
		type.setDefinition(definition);
		TypeNodes.enumeration(run, variables, made, states);
	}

	private void objectTypes() {
		Made port = objectType(Std.PORT_TYPE, Standard.BASE_OBJECT_TYPE, "A point where a medium enters or leaves.");
		variables.property(port, Std.name("Direction"), Std.PORT_DIRECTION, null, Standard.MANDATORY);
		variables.property(port, Std.name("Medium"), Standard.STRING, null, Standard.MANDATORY);
		Made capacity = variables.variable(port, Std.name("Capacity"), Standard.DOUBLE, Standard.ANALOG_UNIT_TYPE, null);
		variables.rule(capacity, Standard.OPTIONAL);
		variables.property(capacity, Name.ua("EngineeringUnits"), Standard.EU_INFORMATION, null, Standard.MANDATORY);
		objectType(Std.CONNECTION_TYPE, Standard.BASE_OBJECT_TYPE, "A joint between two ports that has signals of its own.");
		Made service = objectType(Std.SERVICE_TYPE, Standard.BASE_OBJECT_TYPE,
				"A capability that can be started (VDI/VDE/NAMUR 2658-4).");
		variables.property(service, Std.name("Capability"), Standard.STRING, null, Standard.MANDATORY);
		objectType(Std.PROCEDURE_TYPE, Standard.BASE_OBJECT_TYPE, "One way to run a service (VDI/VDE/NAMUR 2658-4).");
		objectType(Std.POSITION_TYPE, Standard.TOPOLOGY_ELEMENT_TYPE,
				"Equipment without a type, or a position that asks for an abstract type and that nothing fills yet.");
	}

	private Made objectType(NodeAddress address, NodeAddress base, String description) {
		Made made = draft.add(new UAObjectType(), address, name(address), address.identifier(), description);
		draft.refer(made, Standard.HAS_SUBTYPE, base, false);
		return made;
	}
}
