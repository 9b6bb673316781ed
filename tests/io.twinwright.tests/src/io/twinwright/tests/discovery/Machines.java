package io.twinwright.tests.discovery;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedObject.Presence;
import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.address.ServedVariable.Step;
import io.twinwright.core.discovery.Machine;
import io.twinwright.core.structure.TwinModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A machine of a server, made by a test. */
final class Machines {
	private static final String SPACE = "urn:maker";
	private static final String DI = "http://opcfoundation.org/UA/DI/";
	private static final NodeAddress NODE = new NodeAddress(SPACE, "M1");

	private final List<ServedValue> values = new ArrayList<>();
	private final List<ServedValue> identity = new ArrayList<>();
	private NodeAddress type;
	private String typeName;

	Machines type(NodeAddress node, String name) {
		type = node;
		typeName = name;
		return this;
	}

	Machines says(String key, String text) {
		identity.add(value(DI, key, Data.TEXT, null, Access.FIXED, text));
		return this;
	}

	Machines has(String name, Data data, String unit, Access access) {
		values.add(value(SPACE, name, data, unit, access, null));
		return this;
	}

	private static ServedValue value(String space, String name, Data data, String unit, Access access, String text) {
		return new ServedValue(new ServedVariable(NODE.below(name), name, space, name, List.of(new Step(NODE, "M1", SPACE)), data, "", Map.of(), unit, null, null,
				access), access == Access.FIXED, "", text, null, Presence.ALWAYS, Map.of());
	}

	private static ServedObject object(NodeAddress node, String space, String name, NodeAddress type, List<ServedValue> values, List<ServedObject> objects) {
		return new ServedObject(node, name, space, name, "", type, false, Presence.ALWAYS, values, objects, List.of());
	}

	ServedSpace space() {
		List<ServedObject> inner = identity.isEmpty() ? List.of() : List.of(object(NODE.below("Identification"), DI, "Identification", null, identity, List.of()));
		Map<NodeAddress, ServedObject> types = type == null ? Map.of() : Map.of(type, object(type, type.namespaceUri(), typeName, null, List.of(), List.of()));
		return new ServedSpace(List.of(object(NODE, SPACE, "M1", type, values, inner)), types, List.of(), List.of());
	}

	Machine in(TwinModel twin) {
		return Machine.of(space(), twin).getFirst();
	}
}
