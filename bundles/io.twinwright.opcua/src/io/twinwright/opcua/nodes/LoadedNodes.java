package io.twinwright.opcua.nodes;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.AddressSpaceFilter;
import org.eclipse.milo.opcua.sdk.server.ManagedAddressSpaceFragmentWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.SimpleAddressSpaceFilter;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/** The nodes that were loaded from documents: a part of a server's address space. */
public final class LoadedNodes extends ManagedAddressSpaceFragmentWithLifecycle {
	private final AddressSpaceFilter filter;
	private final SubscriptionModel subscriptions;
	private List<Unread> report = List.of();

	LoadedNodes(OpcUaServer server) {
		super(server);
		filter = SimpleAddressSpaceFilter.create(getNodeManager()::containsNode);
		subscriptions = new SubscriptionModel(server, this);
		getLifecycleManager().addLifecycle(subscriptions);
	}

	@Override
	public AddressSpaceFilter getFilter() {
		return filter;
	}

	void report(List<Unread> found) {
		report = List.copyOf(found);
	}

	/** @return what of the documents is not in the address space, in their order; empty if all of it is */
	public List<Unread> unread() {
		return report;
	}

	/** @return how many nodes there are */
	public int size() {
		return getNodeManager().getNodeIds().size();
	}

	/** @return the node of these documents, empty if none of them has it */
	public Optional<UaNode> node(NodeId id) {
		return getNodeManager().getNode(id);
	}

	/** @return the variable of these documents, empty if none of them has it */
	public Optional<UaVariableNode> variable(NodeId id) {
		return node(id).filter(UaVariableNode.class::isInstance).map(UaVariableNode.class::cast);
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
