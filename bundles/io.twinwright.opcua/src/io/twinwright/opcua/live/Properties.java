package io.twinwright.opcua.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
			Optional<NodeId> property = here(found.get(i));
			if (property.isPresent()) {
				owners.add(i);
				properties.add(property.get());
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

	/** @return the first node that was found, empty for none and for one that another server has */
	private Optional<NodeId> here(BrowsePathResult found) {
		return !found.getStatusCode().isGood() || found.getTargets() == null || found.getTargets().length == 0 ? Optional.empty()
				: found.getTargets()[0].getTargetId().toNodeId(client.getNamespaceTable());
	}

	/** @return null for what is not as its type says */
	Object decoded(Object value) {
		return switch (value) {
			case ExtensionObject coded -> {
				try {
					yield coded.decode(client.getStaticEncodingContext());
				} catch (RuntimeException unreadable) {
					// what the decoder throws depends on where the bytes are wrong
					yield null;
				}
			}
			case ExtensionObject[] several -> Stream.of(several).map(this::decoded).toArray();
			case null, default -> value;
		};
	}
}
