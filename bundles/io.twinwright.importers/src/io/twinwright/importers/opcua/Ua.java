package io.twinwright.importers.opcua;

import io.twinwright.core.address.NodeAddress;
import java.util.Set;

/** The nodes of OPC UA itself, and of the library, by which documents and servers say what things are. */
final class Ua {
	static final NodeAddress OBJECTS = node(85);
	static final NodeAddress HIERARCHICAL = node(33);
	static final NodeAddress HAS_MODELLING_RULE = node(37);
	static final NodeAddress HAS_TYPE_DEFINITION = node(40);
	static final NodeAddress HAS_SUBTYPE = node(45);
	static final NodeAddress HAS_PROPERTY = node(46);
	static final NodeAddress OPTIONAL = node(80);
	/** References that are read, and those to encodings, which say how values are on the wire. */
	static final Set<NodeAddress> READ_REFERENCES = Set.of(HAS_MODELLING_RULE, HAS_TYPE_DEFINITION, HAS_SUBTYPE, node(38), node(39));
	static final Set<NodeAddress> PLACEHOLDERS = Set.of(node(11508), node(11510));

	static final NodeAddress BOOLEAN = node(1);
	static final NodeAddress STRING = node(12);
	static final NodeAddress DATE_TIME = node(13);
	static final NodeAddress LOCALIZED_TEXT = node(21);
	static final NodeAddress BASE_DATA_TYPE = node(24);
	static final NodeAddress NUMBER = node(26);
	static final NodeAddress INTEGER = node(27);
	static final NodeAddress UNSIGNED = node(28);
	static final NodeAddress ENUMERATION = node(29);
	static final NodeAddress DURATION = node(290);

	static final NodeAddress FOLDER_TYPE = node(61);
	static final NodeAddress STATE_TYPE = node(2307);
	static final NodeAddress INITIAL_STATE_TYPE = node(2309);
	static final NodeAddress FINITE_STATE_MACHINE_TYPE = node(2771);
	static final NodeAddress TRANSITION_TYPE = node(2310);

	/** The namespaces of the standard and its companions. */
	static final String STANDARD = "http://opcfoundation.org/UA/";
	/** What the namespaces of the node sets of twins start with. */
	static final String TWIN = "urn:twin:";
	/** The namespace of the library in the node sets of twins. */
	static final String LIBRARY = "urn:twin:twin.std";
	static final NodeAddress PORT_TYPE = new NodeAddress(LIBRARY, "PortType");
	static final NodeAddress CONNECTION_TYPE = new NodeAddress(LIBRARY, "ConnectionType");
	static final NodeAddress SERVICE_TYPE = new NodeAddress(LIBRARY, "ServiceType");
	static final NodeAddress PROCEDURE_TYPE = new NodeAddress(LIBRARY, "ProcedureType");
	static final NodeAddress POSITION_TYPE = new NodeAddress(LIBRARY, "PositionType");

	/** The namespace of OPC 10030. */
	static final String ISA95 = "http://www.OPCFoundation.org/UA/2013/01/ISA95";
	static final NodeAddress EQUIPMENT_TYPE = new NodeAddress(ISA95, -1, NodeAddress.Kind.NUMERIC, "5040");
	static final NodeAddress PHYSICAL_ASSET_TYPE = new NodeAddress(ISA95, -1, NodeAddress.Kind.NUMERIC, "5085");

	/** @return whether a node is one of those that twins have for ISA-95 beside their positions */
	static boolean isEquipmentHierarchy(NodeAddress address) {
		return address.namespaceUri().startsWith(TWIN) && address.namespaceUri().endsWith(":isa95");
	}

	private Ua() {
	}

	/** @return a node of OPC UA itself */
	static NodeAddress node(int number) {
		return new NodeAddress(NodeAddress.UA, -1, NodeAddress.Kind.NUMERIC, Integer.toString(number));
	}
}
