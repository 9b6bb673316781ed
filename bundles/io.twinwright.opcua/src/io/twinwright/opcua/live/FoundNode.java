package io.twinwright.opcua.live;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedObject.Presence;
import io.twinwright.core.address.ServedVariable.Step;
import io.twinwright.opcua.nodes.Addressed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;

/** A node of a server with those that were found below it. */
final class FoundNode {
	private final NodeId id;
	private final NodeAddress address;
	private final NodeClass kind;
	private final boolean property;
	private final String name;
	private final String space;
	private final String label;
	private final List<Step> way;
	private final List<FoundNode> below = new ArrayList<>();
	private NodeId type;
	private Presence presence = Presence.ALWAYS;

	private FoundNode(NodeId id, NodeClass kind, boolean property, QualifiedName name, String label, List<Step> way, NamespaceTable namespaces) {
		this.id = id;
		this.address = Addressed.of(id, namespaces);
		this.kind = kind;
		this.property = property;
		this.name = name == null || name.name() == null ? "" : name.name();
		String uri = name == null ? null : namespaces.get(name.namespaceIndex());
		this.space = uri == null ? "" : uri;
		this.label = label == null || label.isBlank() ? this.name : label;
		this.way = way;
	}

	/** A node that is not looked for below another one: the folder of all objects, or a type. */
	static FoundNode top(NodeId id, NodeClass kind, QualifiedName name, String label, NamespaceTable namespaces) {
		return new FoundNode(id, kind, false, name, label, List.of(), namespaces);
	}

	/** Adds a node below this one. */
	FoundNode add(NodeId found, ReferenceDescription reference, NamespaceTable namespaces) {
		List<Step> longer = new ArrayList<>(way);
		longer.add(new Step(address, name, space));
		FoundNode node = new FoundNode(found, reference.getNodeClass(), NodeIds.HasProperty.equals(reference.getReferenceTypeId()),
				reference.getBrowseName(), reference.getDisplayName() == null ? null : reference.getDisplayName().text(), List.copyOf(longer),
				namespaces);
		node.type = reference.getTypeDefinition() == null ? null : reference.getTypeDefinition().toNodeId(namespaces).orElse(null);
		below.add(node);
		return node;
	}

	NodeId id() {
		return id;
	}

	NodeAddress address() {
		return address;
	}

	NodeClass kind() {
		return kind;
	}

	String name() {
		return name;
	}

	String space() {
		return space;
	}

	String label() {
		return label;
	}

	boolean isProperty() {
		return property;
	}

	boolean isObject() {
		return kind == NodeClass.Object;
	}

	boolean isVariable() {
		return kind == NodeClass.Variable;
	}

	/** @return the type of an object, the base of a type, null if none is known */
	NodeId type() {
		return type;
	}

	void type(NodeId base) {
		type = base;
	}

	Presence presence() {
		return presence;
	}

	void presence(Presence rule) {
		presence = rule;
	}

	List<FoundNode> below() {
		return below;
	}

	/** @return this node and all below it */
	Stream<FoundNode> all() {
		return Stream.concat(Stream.of(this), below.stream().flatMap(FoundNode::all));
	}

	/** @return the variables that have a place of their own: those that do not describe another one */
	Stream<FoundNode> variables() {
		return below.stream().flatMap(node -> node.isVariable() ? Stream.of(node) : node.variables());
	}

	ServedNode served() {
		return new ServedNode(address, name, space, label, property ? ServedNode.Kind.PROPERTY : ServedNode.Kind.VARIABLE, way, null);
	}
}
