package io.twinwright.opcua.live;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;

/**
 * Finds the nodes of signals: by the node id that the model gives or derives, namespaces by their URI; where the server has
 * none of that id, by the browse path below the bound node (OPC 10000-4, 5.9.4).
 */
final class NodeResolver {
	private final OpcUaClient client;
	private final TwinModel twin;
	private final Batches batches;

	NodeResolver(OpcUaClient client, TwinModel twin) throws UaException {
		this.client = client;
		this.twin = twin;
		client.readNamespaceTable();
		this.batches = new Batches(client);
	}

	Resolution resolve(List<Point> points) throws UaException {
		Map<Point, NodeId> found = new LinkedHashMap<>();
		List<Point> open = new ArrayList<>();
		Map<Point, NodeId> direct = new LinkedHashMap<>();
		for (Point point : points) {
			NodeId node = id(Addresses.of(twin, point));
			if (node == null) {
				open.add(point);
			} else {
				direct.put(point, node);
			}
		}
		List<NodeId> ids = List.copyOf(direct.values());
		List<DataValue> classes = batches.read(ids, AttributeId.NodeClass);
		int i = 0;
		for (Map.Entry<Point, NodeId> entry : direct.entrySet()) {
			if (exists(classes.get(i++))) {
				found.put(entry.getKey(), entry.getValue());
			} else {
				open.add(entry.getKey());
			}
		}
		List<Point> missing = browse(open, found);
		missing.removeIf(point -> point.kind() == SignalKind.PROPERTY && twin.binding(point) == null);
		Map<Point, NodeId> ordered = new LinkedHashMap<>();
		points.stream().filter(found::containsKey).forEach(point -> ordered.put(point, found.get(point)));
		return new Resolution(twin, ordered, missing, roots(points));
	}

	private static boolean exists(DataValue value) {
		return value.statusCode() == null || value.statusCode().isGood();
	}

	private List<Point> browse(List<Point> open, Map<Point, NodeId> found) throws UaException {
		List<Point> missing = new ArrayList<>();
		List<Point> asked = new ArrayList<>();
		List<BrowsePath> paths = new ArrayList<>();
		for (Point point : open) {
			BrowsePath path = path(point);
			if (path == null) {
				missing.add(point);
			} else {
				asked.add(point);
				paths.add(path);
			}
		}
		List<BrowsePathResult> results = batches.translate(paths);
		for (int i = 0; i < asked.size(); i++) {
			NodeId node = target(results.get(i));
			if (node == null) {
				missing.add(asked.get(i));
			} else {
				found.put(asked.get(i), node);
			}
		}
		return missing;
	}

	private NodeId target(BrowsePathResult result) {
		return result.getStatusCode().isGood() && result.getTargets() != null && result.getTargets().length > 0
				? result.getTargets()[0].getTargetId().toNodeId(client.getNamespaceTable()).orElse(null) : null;
	}

	/** @return the way from the nearest bound position to a signal, null if nothing around it is bound to a node */
	private BrowsePath path(Point point) {
		List<String> names = new ArrayList<>(Addresses.browseNames(point));
		for (Position position = point.position(); position != null; position = position.parent()) {
			NodeId root = root(position);
			if (root != null) {
				UShort namespace = root.getNamespaceIndex();
				return new BrowsePath(root, new RelativePath(names.stream().map(name -> new RelativePathElement(
						NodeIds.HierarchicalReferences, false, true, new QualifiedName(namespace, name)))
						.toArray(RelativePathElement[]::new)));
			}
			names.addAll(0, Addresses.browseNames(position));
		}
		return null;
	}

	private Set<NodeId> roots(List<Point> points) {
		Set<NodeId> roots = new LinkedHashSet<>();
		for (Point point : points) {
			Position top = point.position();
			for (Position position = top; position != null; position = position.parent()) {
				NodeId root = id(Addresses.of(twin, position));
				if (twin.binding(position) != null && root != null) {
					roots.add(root);
				}
			}
		}
		return roots;
	}

	private NodeId root(Position position) {
		return twin.binding(position) == null ? null : id(Addresses.of(twin, (Located) position));
	}

	/** @return the node id on this server, null if the server does not know the namespace */
	private NodeId id(NodeAddress address) {
		if (address.namespaceIndex() > 0) {
			return NodeId.parseOrNull("ns=" + address.namespaceIndex() + ";" + address.local());
		}
		UShort index = client.getNamespaceTable().getIndex(address.namespaceUri());
		return index == null ? null : NodeId.parseOrNull("ns=" + index + ";" + address.local());
	}
}
