package io.twinwright.tests.opcua.live;

import io.twinwright.core.quantity.Unece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaDataTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;

/** The nodes of a server, made one by one by a test. */
final class Nodes extends ManagedNamespaceWithLifecycle {
	private final SubscriptionModel subscriptions;
	private final Set<NodeId> timeless = ConcurrentHashMap.newKeySet();

	Nodes(OpcUaServer server, String uri) {
		super(server, uri);
		subscriptions = new SubscriptionModel(server, this);
		getLifecycleManager().addLifecycle(subscriptions);
	}

	/** An object below the folder of all objects, with its identifier as name. */
	UaObjectNode object(String id) {
		UaObjectNode object = UaObjectNode.build(getNodeContext(), builder -> builder.setNodeId(newNodeId(id))
				.setBrowseName(newQualifiedName(id)).setDisplayName(LocalizedText.english(id)).buildAndAdd());
		object.addReference(new Reference(object.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), false));
		return object;
	}

	/** An object below another, with an identifier that says nothing. */
	UaObjectNode below(UaNode parent, String name) {
		UaObjectNode object = UaObjectNode.build(getNodeContext(), builder -> builder.setNodeId(newNodeId(name.hashCode()))
				.setBrowseName(newQualifiedName(name)).setDisplayName(LocalizedText.english(name)).buildAndAdd());
		parent.addReference(new Reference(parent.getNodeId(), NodeIds.HasComponent, object.getNodeId().expanded(), true));
		return object;
	}

	/** A variable with the identifier that the model derives: the parent's and the name, joined by a dot. */
	UaVariableNode variable(UaNode parent, String name, NodeId type, Object value) {
		return variable(parent, newNodeId(parent.getNodeId().getIdentifier() + "." + name), name, type, value);
	}

	UaVariableNode variable(UaNode parent, NodeId id, String name, NodeId type, Object value) {
		UaVariableNode node = make(id, newQualifiedName(name), type, NodeIds.BaseDataVariableType, value);
		parent.addReference(new Reference(parent.getNodeId(), NodeIds.HasComponent, id.expanded(), true));
		return node;
	}

	private UaVariableNode make(NodeId id, QualifiedName name, NodeId type, NodeId definition, Object value) {
		UaVariableNode node = UaVariableNode.build(getNodeContext(), builder -> builder.setNodeId(id).setBrowseName(name)
				.setDisplayName(LocalizedText.english(name.name())).setDataType(type).setTypeDefinition(definition)
				.setAccessLevel(AccessLevel.READ_WRITE).setUserAccessLevel(AccessLevel.READ_WRITE).buildAndAdd());
		set(node, value);
		return node;
	}

	/** @return a variable by its identifier */
	UaVariableNode find(String id) {
		return (UaVariableNode) getNodeManager().getNode(newNodeId(id)).orElseThrow();
	}

	static void set(UaVariableNode node, Object value) {
		node.setValue(new DataValue(new Variant(value)));
	}

	/** Lets the source of a variable give no time, so that the server knows only when a value arrived. */
	void withoutTime(UaVariableNode node) {
		timeless.add(node.getNodeId());
	}

	@Override
	public List<DataValue> read(ReadContext context, Double age, TimestampsToReturn timestamps, List<ReadValueId> ids) {
		List<DataValue> values = new ArrayList<>(super.read(context, age, timestamps, ids));
		for (int i = 0; i < ids.size(); i++) {
			if (timeless.contains(ids.get(i).getNodeId())) {
				values.set(i, values.get(i).withSourceTime(null));
			}
		}
		return values;
	}

	static void fail(UaVariableNode node, long status) {
		node.setValue(new DataValue(Variant.NULL_VALUE, new StatusCode(status)));
	}

	void range(UaVariableNode node, double low, double high) {
		property(node, "EURange", NodeIds.Range, new Range(low, high));
	}

	/** @param code the UNECE code, such as {@code KWT} */
	void unit(UaVariableNode node, String code) {
		property(node, "EngineeringUnits", NodeIds.EUInformation, new EUInformation(Unece.NAMESPACE, Unece.unitId(code),
				LocalizedText.english(code), LocalizedText.english(code)));
	}

	/** Names the states of a variable, from 0 on. */
	void states(UaVariableNode node, String... names) {
		property(node, "EnumStrings", NodeIds.LocalizedText, Stream.of(names).map(LocalizedText::english).toArray(LocalizedText[]::new));
	}

	/** @return a new data type of states that have no names */
	NodeId namelessStates(String id) {
		UaDataTypeNode type = new UaDataTypeNode(getNodeContext(), newNodeId(id), newQualifiedName(id), LocalizedText.english(id), null,
				Unsigned.uint(0), Unsigned.uint(0), false);
		getNodeManager().addNode(type);
		type.addReference(new Reference(type.getNodeId(), NodeIds.HasSubtype, NodeIds.Enumeration.expanded(), false));
		return type.getNodeId();
	}

	void property(UaVariableNode node, String name, NodeId type, Object value) {
		NodeId id = newNodeId(node.getNodeId().getIdentifier() + "/" + name);
		make(id, new QualifiedName(0, name), type, NodeIds.PropertyType, value);
		node.addReference(new Reference(node.getNodeId(), NodeIds.HasProperty, id.expanded(), true));
	}

	@Override
	public void onDataItemsCreated(List<DataItem> items) {
		subscriptions.onDataItemsCreated(items);
	}

	@Override
	public void onDataItemsModified(List<DataItem> items) {
		subscriptions.onDataItemsModified(items);
	}

	@Override
	public void onDataItemsDeleted(List<DataItem> items) {
		subscriptions.onDataItemsDeleted(items);
	}

	@Override
	public void onMonitoringModeChanged(List<MonitoredItem> items) {
		subscriptions.onMonitoringModeChanged(items);
	}
}
