package io.twinwright.opcua.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
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

	/** @return one value for each node, in their order */
	List<DataValue> read(List<NodeId> nodes, AttributeId attribute) throws UaException {
		List<DataValue> values = new ArrayList<>();
		for (int from = 0; from < nodes.size(); from += reads) {
			List<ReadValueId> part = nodes.subList(from, Math.min(from + reads, nodes.size())).stream()
					.map(node -> new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE)).toList();
			values.addAll(Arrays.asList(client.read(0, TimestampsToReturn.Neither, part).getResults()));
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

	/** @return one result for each node, in their order */
	List<BrowseResult> browse(List<BrowseDescription> all) throws UaException {
		List<BrowseResult> results = new ArrayList<>();
		for (int from = 0; from < all.size(); from += browses) {
			results.addAll(client.browse(all.subList(from, Math.min(from + browses, all.size()))));
		}
		return results;
	}
}
