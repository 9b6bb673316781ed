package io.twinwright.opcua.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;

/** Requests for many nodes, cut to what the server takes at once (OPC 10000-5, 6.3.11 OperationLimits). */
final class Batches {
	private static final int MOST = 1000;

	private final OpcUaClient client;
	private final int reads;
	private final int paths;
	private final int browses;

	Batches(OpcUaClient client) throws UaException {
		this.client = client;
		var limits = client.getOperationLimits();
		this.reads = size(limits.maxNodesPerRead());
		this.paths = size(limits.maxNodesPerTranslateBrowsePathsToNodeIds());
		this.browses = size(limits.maxNodesPerBrowse());
	}

	/** A limit of 0 or none at all is no limit. */
	private static int size(Optional<UInteger> limit) {
		return limit.map(UInteger::longValue).filter(value -> value > 0).map(value -> (int) Math.min(value, MOST)).orElse(MOST);
	}

	/** @return how many nodes are browsed at once */
	int browses() {
		return browses;
	}

	/** @return one value for each node, in their order */
	List<DataValue> read(List<NodeId> nodes, AttributeId attribute) throws UaException {
		List<DataValue> values = new ArrayList<>();
		for (int from = 0; from < nodes.size(); from += reads) {
			List<ReadValueId> part = nodes.subList(from, Math.min(from + reads, nodes.size())).stream()
					.map(node -> new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE)).toList();
			values.addAll(Arrays.asList(client.read(0, TimestampsToReturn.Source, part).getResults()));
		}
		return values;
	}

	/** @return one result for each path, in their order */
	List<BrowsePathResult> translate(List<BrowsePath> all) throws UaException {
		List<BrowsePathResult> results = new ArrayList<>();
		for (int from = 0; from < all.size(); from += paths) {
			results.addAll(Arrays.asList(client.translateBrowsePaths(all.subList(from, Math.min(from + paths, all.size())))
					.getResults()));
		}
		return results;
	}

	/** @return the references of each node, in their order, also where the server gives them in portions */
	List<List<ReferenceDescription>> browse(List<BrowseDescription> all) throws UaException {
		List<List<ReferenceDescription>> found = new ArrayList<>();
		for (int from = 0; from < all.size(); from += browses) {
			found.addAll(browseAtOnce(all.subList(from, Math.min(from + browses, all.size()))));
		}
		return found;
	}

	private List<List<ReferenceDescription>> browseAtOnce(List<BrowseDescription> nodes) throws UaException {
		List<List<ReferenceDescription>> found = nodes.stream().<List<ReferenceDescription>>map(node -> new ArrayList<>()).toList();
		List<BrowseResult> results = client.browse(nodes);
		List<List<ReferenceDescription>> asked = found;
		while (!asked.isEmpty()) {
			List<List<ReferenceDescription>> more = new ArrayList<>();
			List<ByteString> points = new ArrayList<>();
			for (int i = 0; i < asked.size(); i++) {
				ReferenceDescription[] references = results.get(i).getReferences();
				ByteString point = results.get(i).getContinuationPoint();
				asked.get(i).addAll(references == null ? List.of() : List.of(references));
				// a portion without a reference would go on for ever
				if (point != null && point.isNotNull() && references != null && references.length > 0) {
					more.add(asked.get(i));
					points.add(point);
				}
			}
			asked = more;
			results = points.isEmpty() ? List.of() : Arrays.asList(client.browseNext(false, points).getResults());
		}
		return found;
	}
}
