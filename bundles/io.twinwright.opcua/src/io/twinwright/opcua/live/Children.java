package io.twinwright.opcua.live;

import io.twinwright.core.address.ServedVariable.Step;
import io.twinwright.opcua.nodes.Addressed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.ViewDescription;

/**
 * Browses one level in portions (OPC 10000-4, 5.9.2 and 5.9.3), until it is whole, has the most nodes that are shown, or
 * takes as long as three requests may.
 *
 * @param signals the paths of signals, by their nodes
 */
record Children(OpcUaClient client, LinkSettings settings, Map<NodeId, String> signals) {
	private static final long PORTION = 1000;
	private static final ViewDescription EVERYTHING = new ViewDescription(NodeId.NULL_VALUE, null, Unsigned.uint(0));

	/** @param parent null for the folder of all objects */
	AddressSpace.Level of(NodeId node, ServedNode parent) throws UaException {
		long end = System.nanoTime() + settings.timeout().multipliedBy(3).toNanos();
		List<Step> way = parent == null ? List.of() : parent.wayBelow();
		List<ServedNode> nodes = new ArrayList<>();
		Set<NodeId> seen = new HashSet<>();
		BrowseResult portion = client.browse(EVERYTHING, Unsigned.uint(PORTION), List.of(below(node))).getResults()[0];
		while (true) {
			if (portion.getStatusCode().isBad()) {
				throw new UaException(portion.getStatusCode());
			}
			ReferenceDescription[] references = portion.getReferences() == null ? new ReferenceDescription[0] : portion.getReferences();
			for (ReferenceDescription reference : references) {
				reference.getNodeId().toNodeId(client.getNamespaceTable()).filter(seen::add)
						.ifPresent(found -> nodes.add(node(found, reference, way)));
			}
			ByteString rest = portion.getContinuationPoint();
			if (rest == null || rest.isNullOrEmpty()) {
				return new AddressSpace.Level(List.copyOf(nodes), true);
			}
			boolean late = System.nanoTime() > end;
			if (late || nodes.size() >= AddressSpace.MOST || references.length == 0) {
				client.browseNext(true, List.of(rest));
				if (nodes.isEmpty() || late) {
					throw new UaException(StatusCodes.Bad_Timeout);
				}
				return new AddressSpace.Level(List.copyOf(nodes), false);
			}
			portion = client.browseNext(false, List.of(rest)).getResults()[0];
		}
	}

	private ServedNode node(NodeId id, ReferenceDescription reference, List<Step> way) {
		QualifiedName given = reference.getBrowseName() == null ? QualifiedName.NULL_VALUE : reference.getBrowseName();
		String name = given.name() == null ? "" : given.name();
		String space = client.getNamespaceTable().get(given.namespaceIndex());
		String label = reference.getDisplayName() == null || reference.getDisplayName().text() == null ? "" : reference.getDisplayName().text();
		ServedNode.Kind kind = switch (reference.getNodeClass()) {
			case Variable -> NodeIds.HasProperty.equals(reference.getReferenceTypeId()) ? ServedNode.Kind.PROPERTY : ServedNode.Kind.VARIABLE;
			case Method -> ServedNode.Kind.METHOD;
			default -> ServedNode.Kind.OBJECT;
		};
		return new ServedNode(Addressed.of(id, client.getNamespaceTable()), name, space == null ? "" : space, label.isBlank() ? name : label, kind, way, signals.get(id));
	}

	private static BrowseDescription below(NodeId node) {
		return new BrowseDescription(node, BrowseDirection.Forward, NodeIds.HierarchicalReferences, true,
				Unsigned.uint(NodeClass.Object.getValue() | NodeClass.Variable.getValue() | NodeClass.Method.getValue()),
				Unsigned.uint(BrowseResultMask.All.getValue()));
	}
}
