package io.twinwright.generators.opcua;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.generators.opcua.Draft.Name;

/** The nodes of the library's own node set that are not made from its text. */
final class Std {
	/** The namespace of the library's text. */
	static final String LIBRARY = "twin.std";
	static final String NAMESPACE = Addresses.urn(LIBRARY);
	/** The states for which OPC 30050 has a state machine. */
	static final String PACKML = LIBRARY + ".PackML";

	static final NodeAddress PORT_TYPE = node("PortType");
	static final NodeAddress CONNECTION_TYPE = node("ConnectionType");
	static final NodeAddress SERVICE_TYPE = node("ServiceType");
	static final NodeAddress PROCEDURE_TYPE = node("ProcedureType");
	static final NodeAddress POSITION_TYPE = node("PositionType");
	static final NodeAddress PORT_DIRECTION = node("PortDirection");

	static final NodeAddress CONNECTED_TO = node("ConnectedTo");
	static final NodeAddress SUPPLIES = node("Supplies");
	static final NodeAddress HAS_STANDBY = node("HasStandby");
	static final NodeAddress COVERS = node("Covers");
	static final NodeAddress ASKS_FOR = node("AsksFor");
	static final NodeAddress REPRESENTS = node("Represents");

	private Std() {
	}

	private static NodeAddress node(String name) {
		return new NodeAddress(NAMESPACE, name);
	}

	static Name name(String text) {
		return new Name(NAMESPACE, text);
	}
}
