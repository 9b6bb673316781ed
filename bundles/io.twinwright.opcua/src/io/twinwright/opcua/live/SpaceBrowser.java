package io.twinwright.opcua.live;

import io.twinwright.core.address.ServedObject.Presence;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
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
 * Finds the objects of a server with all below them, and their types with their members (OPC 10000-4, 5.9.2 and 5.9.3). It
 * follows no more references and takes no longer than it may, whatever the server announces; what every server has is left
 * out, as is all of the namespace of OPC UA itself.
 */
final class SpaceBrowser {
	private static final long PORTION = 1000;
	private static final int AT_ONCE = 100;
	private static final String COMPANIONS = "http://opcfoundation.org/UA/";
	private static final ViewDescription EVERYTHING = new ViewDescription(NodeId.NULL_VALUE, null, Unsigned.uint(0));
	private static final Map<NodeId, Presence> RULES = Map.of(NodeIds.ModellingRule_Optional, Presence.OPTIONAL,
			NodeIds.ModellingRule_OptionalPlaceholder, Presence.PLACEHOLDER, NodeIds.ModellingRule_MandatoryPlaceholder, Presence.PLACEHOLDER);

	private final OpcUaClient client;
	private final Batches batches;
	private final int most;
	private final long end;
	private final int atOnce;
	private final Set<NodeId> seen = new HashSet<>();
	private final Map<NodeId, FoundNode> types = new LinkedHashMap<>();
	private final Set<NodeId> abstracts = new HashSet<>();
	private int references;

	SpaceBrowser(OpcUaClient client, Batches batches, int most, Duration time) {
		this.client = client;
		this.batches = batches;
		this.most = most;
		this.end = System.nanoTime() + time.toNanos();
		this.atOnce = Math.min(batches.browses(), AT_ONCE);
	}

	/** @return whether it stopped before all was found */
	boolean isCut() {
		return references >= most || isLate();
	}

	/** @return whether the time is over */
	boolean isLate() {
		return System.nanoTime() - end > 0;
	}

	/** @return the folder of all objects with all below it; folders of companion specifications show the same nodes again, and come last */
	FoundNode objects() throws UaException {
		FoundNode folder = FoundNode.top(NodeIds.ObjectsFolder, NodeClass.Object, new QualifiedName(0, "Objects"), "Objects", client.getNamespaceTable());
		browse(List.of(folder));
		fill(folder.below().stream().filter(node -> !isCompanion(node)).toList());
		fill(folder.below().stream().filter(SpaceBrowser::isCompanion).toList());
		return folder;
	}

	private static boolean isCompanion(FoundNode node) {
		return node.address().namespaceUri().startsWith(COMPANIONS);
	}

	/** @return the types of nodes, of what they have, and their bases, by their ids */
	Map<NodeId, FoundNode> types(FoundNode objects) throws UaException {
		Deque<NodeId> wanted = new ArrayDeque<>(objects.all().filter(FoundNode::isObject).map(FoundNode::type).filter(SpaceBrowser::isOwn).distinct().toList());
		while (!wanted.isEmpty() && !isCut()) {
			List<NodeId> next = wanted.stream().filter(type -> !types.containsKey(type)).distinct().limit(atOnce).toList();
			wanted.removeIf(type -> types.containsKey(type) || next.contains(type));
			List<FoundNode> found = declare(next);
			fill(found);
			found.stream().flatMap(FoundNode::all).filter(node -> node.isObject() || node.kind() == NodeClass.ObjectType).map(FoundNode::type)
					.filter(type -> isOwn(type) && !types.containsKey(type)).forEach(wanted::add);
		}
		rule(types.values().stream().flatMap(type -> type.below().stream().flatMap(FoundNode::all)).toList());
		return types;
	}

	/** @return whether a type has no objects of its own */
	boolean isAbstract(FoundNode type) {
		return abstracts.contains(type.id());
	}

	private static boolean isOwn(NodeId node) {
		return node != null && node.getNamespaceIndex().intValue() > 0;
	}

	private List<FoundNode> declare(List<NodeId> ids) throws UaException {
		List<DataValue> names = batches.read(ids, AttributeId.BrowseName);
		List<DataValue> labels = batches.read(ids, AttributeId.DisplayName);
		List<DataValue> bare = batches.read(ids, AttributeId.IsAbstract);
		List<List<ReferenceDescription>> bases = batches.browse(ids.stream().map(id -> new BrowseDescription(id, BrowseDirection.Inverse, NodeIds.HasSubtype,
				false, Unsigned.uint(NodeClass.ObjectType.getValue()), Unsigned.uint(BrowseResultMask.None.getValue()))).toList());
		List<FoundNode> declared = new ArrayList<>();
		for (int i = 0; i < ids.size(); i++) {
			QualifiedName name = raw(names.get(i)) instanceof QualifiedName given ? given : new QualifiedName(ids.get(i).getNamespaceIndex(), ids.get(i).getIdentifier().toString());
			FoundNode type = FoundNode.top(ids.get(i), NodeClass.ObjectType, name, raw(labels.get(i)) instanceof LocalizedText text ? text.text() : null,
					client.getNamespaceTable());
			type.type(bases.get(i).isEmpty() ? null : bases.get(i).getFirst().getNodeId().toNodeId(client.getNamespaceTable()).orElse(null));
			if (Boolean.TRUE.equals(raw(bare.get(i)))) {
				abstracts.add(ids.get(i));
			}
			types.put(ids.get(i), type);
			declared.add(type);
		}
		return declared;
	}

	private static Object raw(DataValue value) {
		return value.value() == null || value.statusCode() != null && value.statusCode().isBad() ? null : value.value().value();
	}

	private void rule(List<FoundNode> members) throws UaException {
		List<List<ReferenceDescription>> rules = batches.browse(members.stream().map(member -> new BrowseDescription(member.id(), BrowseDirection.Forward,
				NodeIds.HasModellingRule, false, Unsigned.uint(0), Unsigned.uint(BrowseResultMask.None.getValue()))).toList());
		for (int i = 0; i < members.size(); i++) {
			Optional<Presence> presence = rules.get(i).stream().flatMap(rule -> rule.getNodeId().toNodeId(client.getNamespaceTable()).stream())
					.map(RULES::get).filter(known -> known != null).findFirst();
			presence.ifPresent(members.get(i)::presence);
		}
	}

	private void fill(List<FoundNode> nodes) throws UaException {
		List<FoundNode> level = nodes;
		while (!level.isEmpty() && !isCut()) {
			for (int from = 0; from < level.size() && !isCut(); from += atOnce) {
				browse(level.subList(from, Math.min(from + atOnce, level.size())));
			}
			level = level.stream().flatMap(node -> node.below().stream()).filter(node -> !node.isProperty()).toList();
		}
	}

	private void browse(List<FoundNode> nodes) throws UaException {
		List<FoundNode> asked = nodes;
		List<BrowseResult> results = Arrays.asList(client.browse(EVERYTHING, Unsigned.uint(PORTION), nodes.stream().map(SpaceBrowser::below).toList()).getResults());
		while (!asked.isEmpty()) {
			List<FoundNode> more = new ArrayList<>();
			List<ByteString> points = new ArrayList<>();
			for (int i = 0; i < asked.size(); i++) {
				ReferenceDescription[] found = results.get(i).getReferences() == null ? new ReferenceDescription[0] : results.get(i).getReferences();
				for (ReferenceDescription reference : found) {
					add(asked.get(i), reference);
				}
				ByteString point = results.get(i).getContinuationPoint();
				// a portion without a reference would go on for ever
				if (point != null && !point.isNullOrEmpty() && found.length > 0) {
					more.add(asked.get(i));
					points.add(point);
				}
			}
			asked = isCut() ? List.of() : more;
			if (!points.isEmpty()) {
				results = Arrays.asList(client.browseNext(isCut(), points).getResults());
			}
		}
	}

	private void add(FoundNode parent, ReferenceDescription reference) {
		if (references < most) {
			references++;
			reference.getNodeId().toNodeId(client.getNamespaceTable()).filter(SpaceBrowser::isOwn).filter(seen::add)
					.ifPresent(node -> parent.add(node, reference, client.getNamespaceTable()));
		}
	}

	private static BrowseDescription below(FoundNode node) {
		return new BrowseDescription(node.id(), BrowseDirection.Forward, NodeIds.HierarchicalReferences, true,
				Unsigned.uint(NodeClass.Object.getValue() | NodeClass.Variable.getValue() | NodeClass.Method.getValue()),
				Unsigned.uint(BrowseResultMask.All.getValue()));
	}
}
