package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.opcua.Draft.Made;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.model.Declaration;
import io.twinwright.model.NamedElement;
import io.twinwright.nodeset.xml.UAObject;
import io.twinwright.nodeset.xml.UAVariable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the nodes of the document of ISA-95, in a folder for each kind: their addresses are what they are and of whom. */
final class EquipmentNodes {
	private static final String FOLDER = "ISA95";
	private static final String EQUIPMENT = "Equipment";

	private final Run run;
	private final Draft draft;
	private final NodeAddress all;
	private final Map<String, NodeAddress> folders = new HashMap<>();
	private final Set<List<Object>> names = new HashSet<>();

	EquipmentNodes(Run run, Draft draft) {
		this.run = run;
		this.draft = draft;
		this.all = folder(FOLDER, Standard.OBJECTS);
	}

	private NodeAddress folder(String name, NodeAddress parent) {
		return draft.add(new UAObject(), address(name), own(name), name, null, Standard.FOLDER_TYPE, parent, Standard.ORGANIZES).address();
	}

	private NodeAddress folder(String kind) {
		return folders.computeIfAbsent(kind, missing -> folder(kind, all));
	}

	/**
	 * @param parent what is made up of it, null for none
	 * @return an object for a position, a site or a bay
	 */
	Made equipment(String path, NamedElement element, String name, Made parent) {
		NodeAddress around = parent == null ? folder(EQUIPMENT) : parent.address();
		Name free = Run.name(element, name);
		while (!names.add(List.of(around, free))) {
			free = Run.name(element, free.text() + "~");
		}
		return draft.add(new UAObject(), address(EQUIPMENT + "/" + path), free, Run.display(element, name), null, Standard.EQUIPMENT_TYPE, around,
				parent == null ? Standard.ORGANIZES : Standard.MADE_UP_OF_EQUIPMENT);
	}

	/** @return an object for a declaration */
	Made declared(String kind, Declaration declaration, NodeAddress type) {
		return draft.add(new UAObject(), address(kind + "/" + TwinModel.qualifiedName(declaration)), Run.name(declaration, declaration.getName()),
				Run.display(declaration, declaration.getName()), run.description(declaration), type, folder(kind), Standard.ORGANIZES);
	}

	void level(Made equipment, int level) {
		attribute(equipment, "EquipmentLevel", Standard.EQUIPMENT_LEVEL, Standard.PROPERTY_TYPE, "Int32", Integer.toString(level));
	}

	/** Adds what the companion has a name for. */
	void attribute(Made owner, String name, NodeAddress dataType, NodeAddress type, String kind, String value) {
		variable(owner, new Name(Standard.ISA95, name), dataType, type, Standard.HAS_ISA95_ATTRIBUTE, kind, value);
	}

	/** Adds where a physical asset is. */
	void location(Made asset, String place) {
		variable(asset, new Name(Standard.ISA95, "PhysicalLocation"), Standard.STRING, Standard.GEO_SPATIAL_LOCATION_TYPE, Standard.LOCATED_IN, "String", place);
	}

	/** Adds what the language has a word for and the companion has not: a property of equipment. */
	void property(Made equipment, String name, String text) {
		variable(equipment, own(name), Standard.STRING, Standard.EQUIPMENT_PROPERTY_TYPE, Standard.HAS_ISA95_CLASS_PROPERTY, "String", text);
	}

	void property(Made equipment, String name, Quantity quantity) {
		Made made = variable(equipment, own(name), Standard.DOUBLE, Standard.EQUIPMENT_PROPERTY_TYPE, Standard.HAS_ISA95_CLASS_PROPERTY, "Double",
				Values.plain(quantity.number()));
		UAVariable unit = new UAVariable();
		unit.setDataType(draft.dataType(Standard.EU_INFORMATION));
		Variables.value(unit, run.values().unit(quantity.unit()));
		String engineeringUnits = "EngineeringUnits";
		draft.add(unit, below(made, engineeringUnits), Name.ua(engineeringUnits), engineeringUnits, null, Standard.PROPERTY_TYPE, made.address(),
				Standard.HAS_PROPERTY);
	}

	private Made variable(Made owner, Name name, NodeAddress dataType, NodeAddress type, NodeAddress reference, String kind, String value) {
		UAVariable variable = new UAVariable();
		variable.setDataType(draft.dataType(dataType));
		Variables.value(variable, run.values().scalar(kind, value));
		return draft.add(variable, below(owner, name.text()), name, name.text(), null, type, owner.address(), reference);
	}

	private NodeAddress below(Made owner, String name) {
		return address(owner.address().identifier() + "/" + name);
	}

	private NodeAddress address(String identifier) {
		return new NodeAddress(draft.model(), identifier);
	}

	private Name own(String text) {
		return new Name(draft.model(), text);
	}
}
