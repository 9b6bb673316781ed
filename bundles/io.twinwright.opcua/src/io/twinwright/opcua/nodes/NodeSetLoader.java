package io.twinwright.opcua.nodes;

import io.twinwright.nodeset.xml.UANode;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.nodeset.xml.UAVariable;
import io.twinwright.nodeset.xml.UAVariableType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaReferenceTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableTypeNode;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.w3c.dom.Element;

/**
 * Loads node set documents into a server. What cannot be loaded is left out and reported; the rest is there. References
 * stand in both directions, whichever one a document gives.
 */
public final class NodeSetLoader {
	private final OpcUaServer server;
	private final LoadedNodes nodes;
	private final Definitions definitions;
	private final List<Unread> unread = new ArrayList<>();
	private final Set<Reference> references = new LinkedHashSet<>();

	/** A document with its numbers. */
	private record Source(UANodeSet document, DocumentIds ids, String model) {
	}

	private NodeSetLoader(OpcUaServer server) {
		this.server = server;
		this.nodes = new LoadedNodes(server);
		this.definitions = new Definitions(server);
	}

	/**
	 * Loads documents, whatever their order, and adds their namespaces to those of the server. The nodes are served from
	 * now on, until {@link LoadedNodes#shutdown}.
	 *
	 * @param server not started yet, or running; it has the base types
	 * @param documents the documents, and all that they require but the base types, which are skipped if they are there
	 * @return the new part of the address space with the report of what is missing
	 */
	public static LoadedNodes load(OpcUaServer server, List<UANodeSet> documents) {
		NodeSetLoader loader = new NodeSetLoader(server);
		loader.nodes.startup();
		List<UANodeSet> ordered = LoadOrder.of(documents, loader.unread);
		List<Source> sources = new ArrayList<>();
		for (UANodeSet document : ordered) {
			Source source = new Source(document, new DocumentIds(document, server.getNamespaceTable()),
					LoadOrder.model(document));
			sources.add(source);
			loader.definitions.note(document.getNodes(), source.ids());
		}
		sources.forEach(loader::addNodes);
		sources.forEach(loader::noteReferences);
		loader.references.forEach(loader.nodes.getNodeManager()::addReference);
		server.updateReferenceTypeTree();
		server.updateObjectTypeTree();
		server.updateVariableTypeTree();
		Structures structures = new Structures(server);
		sources.forEach(source -> loader.setValues(source, structures));
		loader.nodes.report(loader.unread);
		return loader.nodes;
	}

	private void report(Source source, UANode node, String what) {
		unread.add(new Unread(source.model(), node.getNodeId(), what));
	}

	private void addNodes(Source source) {
		NodeMaker maker = new NodeMaker(nodes.getNodeContext(), source.ids(), definitions);
		int restricted = 0;
		for (UANode node : source.document().getNodes()) {
			restricted += node.getRolePermissions() == null ? 0 : 1;
			Optional<NodeId> id = source.ids().node(node.getNodeId());
			if (id.isEmpty()) {
				report(source, node, "'%s' is no NodeId in a namespace of the document.".formatted(node.getNodeId()));
			} else if (server.getAddressSpaceManager().getManagedNode(id.get()).isPresent()) {
				report(source, node, "Another document or the server has the node already.");
			} else {
				add(source, maker, node, id.get());
			}
		}
		if (restricted > 0) {
			unread.add(new Unread(source.model(), "", "The role permissions of %d nodes are not applied.".formatted(restricted)));
		}
	}

	private void add(Source source, NodeMaker maker, UANode node, NodeId id) {
		try {
			nodes.getNodeManager().addNode(maker.make(node, id));
		} catch (UnreadableException e) {
			report(source, node, "The node is left out: %s.".formatted(e.getMessage()));
		}
	}

	private void noteReferences(Source source) {
		for (UANode node : source.document().getNodes()) {
			NodeId id = source.ids().node(node.getNodeId()).orElse(null);
			if (id == null || node.getReferences() == null) {
				continue;
			}
			for (var reference : node.getReferences().getReference()) {
				NodeId type = source.ids().node(reference.getReferenceType()).filter(this::isReferenceType).orElse(null);
				NodeId target = source.ids().node(reference.getValue()).filter(this::exists).orElse(null);
				if (type == null || target == null || !exists(id)) {
					report(source, node, "A reference '%s' to '%s' is left out, because %s is not there.".formatted(
							reference.getReferenceType(), reference.getValue(), type == null ? "its type" : "one of both"));
				} else {
					references.add(new Reference(id, type, target.expanded(), reference.isIsForward()));
					references.add(new Reference(target, type, id.expanded(), !reference.isIsForward()));
				}
			}
		}
	}

	private boolean exists(NodeId id) {
		return server.getAddressSpaceManager().getManagedNode(id).isPresent();
	}

	private boolean isReferenceType(NodeId id) {
		return server.getAddressSpaceManager().getManagedNode(id).filter(UaReferenceTypeNode.class::isInstance).isPresent();
	}

	private void setValues(Source source, Structures structures) {
		XmlValues values = new XmlValues(source.ids(), structures);
		DateTime now = DateTime.now();
		for (UANode node : source.document().getNodes()) {
			Object content = switch (node) {
				case UAVariable variable when variable.getValue() != null -> variable.getValue().getAny();
				case UAVariableType type when type.getValue() != null -> type.getValue().getAny();
				default -> null;
			};
			if (content == null) {
				continue;
			}
			try {
				if (!(content instanceof Element element)) {
					throw new UnreadableException("it is no XML element");
				}
				DataValue value = new DataValue(new Variant(values.read(element)), StatusCode.GOOD, now, now);
				source.ids().node(node.getNodeId()).flatMap(nodes::node).ifPresent(target -> set(target, value));
			} catch (UnreadableException e) {
				report(source, node, "The value is left out: %s.".formatted(e.getMessage()));
			}
		}
	}

	private static void set(UaNode node, DataValue value) {
		switch (node) {
			case UaVariableNode variable -> variable.setValue(value);
			case UaVariableTypeNode type -> type.setValue(value);
			default -> throw new IllegalStateException("A node with a value is no variable.");
		}
	}
}
