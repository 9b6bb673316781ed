package io.twinwright.opcua.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;

/** The properties that nodes have by the standard, such as {@code EngineeringUnits} (OPC 10000-3, 4.5.2). */
record Properties(OpcUaClient client, Batches batches) {
	/** @return the values of a property, by the index of the node, where the node has it */
	Map<Integer, Object> of(List<NodeId> nodes, String name) throws UaException {
		RelativePath path = new RelativePath(new RelativePathElement[] { new RelativePathElement(NodeIds.HasProperty, false, true,
				new QualifiedName(0, name)) });
		List<BrowsePathResult> found = batches.translate(nodes.stream().map(node -> new BrowsePath(node, path)).toList());
		List<Integer> owners = new ArrayList<>();
		List<NodeId> properties = new ArrayList<>();
		for (int i = 0; i < found.size(); i++) {
			if (found.get(i).getStatusCode().isGood() && found.get(i).getTargets() != null && found.get(i).getTargets().length > 0) {
				owners.add(i);
				properties.add(found.get(i).getTargets()[0].getTargetId().toNodeId(client.getNamespaceTable()).orElseThrow());
			}
		}
		List<DataValue> values = batches.read(properties, AttributeId.Value);
		Map<Integer, Object> byOwner = new TreeMap<>();
		for (int i = 0; i < owners.size(); i++) {
			byOwner.put(owners.get(i), decoded(values.get(i).value() == null ? null : values.get(i).value().value()));
		}
		byOwner.values().removeIf(value -> value == null);
		return byOwner;
	}

	private Object decoded(Object value) {
		return switch (value) {
			case ExtensionObject coded -> coded.decode(client.getStaticEncodingContext());
			case ExtensionObject[] several -> Stream.of(several).map(this::decoded).toArray();
			case null, default -> value;
		};
	}
}
