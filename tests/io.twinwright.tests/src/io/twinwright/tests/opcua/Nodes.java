package io.twinwright.tests.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.nodeset.xml.NodeIdAlias;
import io.twinwright.nodeset.xml.Reference;
import io.twinwright.nodeset.xml.UANode;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.nodeset.xml.UAVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds nodes of documents by {@code <namespace URI>;<identifier>}; written apart from the code that it tests. */
final class Nodes {
	private final Map<String, UANode> nodes = new LinkedHashMap<>();
	private final Map<String, List<Link>> links = new HashMap<>();
	private final Map<UANode, List<String>> namespaces = new HashMap<>();

	/** A forward reference. */
	record Link(String type, String target) {
	}

	Nodes(List<NodeSetFile> files) {
		files.forEach(file -> add(file.nodeSet()));
	}

	private void add(UANodeSet document) {
		List<String> uris = new ArrayList<>(List.of(NodeAddress.UA));
		uris.addAll(document.getNamespaceUris().getUri());
		Map<String, String> aliases = new HashMap<>();
		for (NodeIdAlias alias : document.getAliases().getAlias()) {
			aliases.put(alias.getAlias(), alias.getValue());
		}
		for (UANode node : document.getNodes()) {
			String id = key(uris, aliases, node.getNodeId());
			nodes.put(id, node);
			namespaces.put(node, uris);
			for (Reference reference : node.getReferences().getReference()) {
				String type = reference.getReferenceType().replaceFirst("ns=\\d+;s=", "");
				String target = key(uris, aliases, reference.getValue());
				boolean forward = reference.isIsForward();
				links.computeIfAbsent(forward ? id : target, key -> new ArrayList<>()).add(new Link(type, forward ? target : id));
			}
		}
	}

	private static String key(List<String> uris, Map<String, String> aliases, String text) {
		String id = aliases.getOrDefault(text, text);
		if (!id.startsWith("ns=")) {
			return NodeAddress.UA + ";" + id;
		}
		return uris.get(Integer.parseInt(id.substring(3, id.indexOf(';')))) + id.substring(id.indexOf(';'));
	}

	static String key(NodeAddress address) {
		return address.namespaceUri() + ";" + address.local();
	}

	Optional<UANode> find(String key) {
		return Optional.ofNullable(nodes.get(key));
	}

	UANode get(String key) {
		return find(key).orElseThrow(() -> new AssertionError("There is no node '" + key + "'."));
	}

	UAVariable variable(String key) {
		return (UAVariable) get(key);
	}

	/** @return the browse name without its namespace */
	static String name(UANode node) {
		return node.getBrowseName().replaceFirst("^\\d+:", "");
	}

	/** @return the URI of the namespace of the browse name */
	String nameSpace(UANode node) {
		String number = node.getBrowseName().matches("\\d+:.*") ? node.getBrowseName().replaceFirst(":.*", "") : "0";
		return namespaces.get(node).get(Integer.parseInt(number));
	}

	/** @return the targets of the forward references of a type, by its browse name */
	List<String> targets(String key, String type) {
		return links.getOrDefault(key, List.of()).stream().filter(link -> link.type().equals(type)).map(Link::target).toList();
	}

	/** @return the child of a browse name, by any hierarchical reference that the documents use */
	Optional<String> child(String key, String name) {
		return links.getOrDefault(key, List.of()).stream()
				.filter(link -> List.of("HasComponent", "HasProperty", "HasAddIn", "Organizes").contains(link.type()))
				.map(Link::target).filter(nodes::containsKey).filter(target -> name(nodes.get(target)).equals(name)).findFirst();
	}

	/** @return the texts in a property's value, with a blank between them */
	Optional<String> property(String key, String name) {
		return child(key, name).map(this::variable).map(Nodes::text);
	}

	static String text(UAVariable variable) {
		return variable.getValue() == null ? null : text((Element) variable.getValue().getAny());
	}

	private static String text(Element element) {
		List<String> texts = new ArrayList<>();
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			String text = child instanceof Element inner ? text(inner) : child.getTextContent().strip();
			if (!text.isEmpty()) {
				texts.add(text);
			}
		}
		return String.join(" ", texts);
	}

	/** @return the inner text of an element in the value */
	static String part(UAVariable variable, String name) {
		return ((Element) variable.getValue().getAny()).getElementsByTagNameNS("*", name).item(0).getTextContent().strip();
	}
}
