package io.twinwright.generators.opcua.check;

import io.twinwright.nodeset.xml.NodeIdAlias;
import io.twinwright.nodeset.xml.Reference;
import io.twinwright.nodeset.xml.UANode;
import io.twinwright.nodeset.xml.UANodeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The nodes of several documents together, with namespaces by URI and references in both directions. */
final class Graph {
	static final String UA = "http://opcfoundation.org/UA/";
	static final String HAS_SUBTYPE = UA + ";i=45";
	static final String HAS_TYPE_DEFINITION = UA + ";i=40";
	static final String HAS_MODELLING_RULE = UA + ";i=37";
	static final String HAS_ENCODING = UA + ";i=38";
	private static final String HIERARCHICAL = UA + ";i=33";

	/** A document with its namespaces and aliases. */
	static final class Document {
		final String name;
		final UANodeSet nodeSet;
		private final List<String> namespaces = new ArrayList<>();
		private final Map<String, String> aliases = new HashMap<>();

		Document(String name, UANodeSet nodeSet) {
			this.name = name;
			this.nodeSet = nodeSet;
			namespaces.add(UA);
			if (nodeSet.getNamespaceUris() != null) {
				namespaces.addAll(nodeSet.getNamespaceUris().getUri());
			}
			if (nodeSet.getAliases() != null) {
				for (NodeIdAlias alias : nodeSet.getAliases().getAlias()) {
					aliases.put(alias.getAlias(), alias.getValue());
				}
			}
		}

		/** @return the URI of the namespace and the identifier, null for an unknown alias or namespace */
		String key(String text) {
			String id = aliases.getOrDefault(text.strip(), text.strip());
			int at = id.startsWith("ns=") ? id.indexOf(';') : -1;
			String namespace = at < 0 ? UA : namespace(id.substring("ns=".length(), at));
			String local = id.substring(at + 1);
			return namespace == null || !local.matches("(?s)[isgb]=.+") ? null : namespace + ";" + local;
		}

		/** @return the URI of the namespace and the name, null for an unknown namespace */
		String name(String browseName) {
			int at = browseName.matches("(?s)\\d+:.*") ? browseName.indexOf(':') : -1;
			String namespace = at < 0 ? UA : namespace(browseName.substring(0, at));
			return namespace == null ? null : namespace + ";" + browseName.substring(at + 1);
		}

		private String namespace(String number) {
			if (!number.matches("\\d{1,5}") || Integer.parseInt(number) >= namespaces.size()) {
				return null;
			}
			return namespaces.get(Integer.parseInt(number));
		}
	}

	/** A node with the document that defines it. */
	record Entry(String key, UANode node, Document document) {
	}

	/** A reference as seen from a node. */
	record Link(String type, String target, boolean forward) {
	}

	private final Map<String, Entry> nodes = new LinkedHashMap<>();
	private final Map<String, Set<Link>> links = new HashMap<>();
	private final Map<String, Set<String>> below = new HashMap<>();
	private final Map<String, List<String>> lineages = new HashMap<>();
	private final Map<String, String> names = new HashMap<>();
	private final Set<String> hierarchical = new HashSet<>();
	private final List<Entry> duplicates = new ArrayList<>();

	Graph(List<Document> documents) {
		for (Document document : documents) {
			for (UANode node : document.nodeSet.getNodes()) {
				String key = document.key(node.getNodeId());
				if (key != null) {
					add(new Entry(key, node, document));
				}
			}
		}
		addSubtypes(HIERARCHICAL);
	}

	private void add(Entry entry) {
		if (nodes.putIfAbsent(entry.key(), entry) != null) {
			duplicates.add(entry);
		}
		if (entry.node().getReferences() == null) {
			return;
		}
		for (Reference reference : entry.node().getReferences().getReference()) {
			String type = entry.document().key(reference.getReferenceType());
			String target = entry.document().key(reference.getValue());
			if (type != null && target != null) {
				link(entry.key(), new Link(type, target, reference.isIsForward()));
				link(target, new Link(type, entry.key(), !reference.isIsForward()));
			}
		}
	}

	private void link(String from, Link link) {
		links.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(link);
	}

	private void addSubtypes(String type) {
		if (hierarchical.add(type)) {
			targets(type, HAS_SUBTYPE, true).forEach(this::addSubtypes);
		}
	}

	/** @return the nodes that were defined before */
	List<Entry> duplicates() {
		return duplicates;
	}

	/** @return the node, null if there is none */
	Entry get(String key) {
		return nodes.get(key);
	}

	Set<Link> links(String key) {
		return links.getOrDefault(key, Set.of());
	}

	List<String> targets(String key, String type, boolean forward) {
		return links(key).stream().filter(link -> link.forward() == forward && link.type().equals(type)).map(Link::target)
				.toList();
	}

	/** @return the nodes below a node, each once; subtypes are not below their base types */
	Set<String> children(String key) {
		return below.computeIfAbsent(key, node -> find(node, true));
	}

	/** @return the nodes above a node, its base type among them */
	Set<String> parents(String key) {
		Set<String> parents = find(key, false);
		parents.addAll(targets(key, HAS_SUBTYPE, false));
		return parents;
	}

	private Set<String> find(String key, boolean forward) {
		Set<String> found = new LinkedHashSet<>();
		for (Link link : links(key)) {
			if (link.forward() == forward && hierarchical.contains(link.type()) && !link.type().equals(HAS_SUBTYPE)) {
				found.add(link.target());
			}
		}
		return found;
	}

	/** @return the type and its base types, the nearest first */
	List<String> lineage(String type) {
		return lineages.computeIfAbsent(type, this::findLineage);
	}

	private List<String> findLineage(String type) {
		List<String> lineage = new ArrayList<>();
		String next = type;
		while (next != null && !lineage.contains(next)) {
			lineage.add(next);
			next = targets(next, HAS_SUBTYPE, false).stream().findFirst().orElse(null);
		}
		return lineage;
	}

	/** @return the browse name with the URI of its namespace, null if the node or namespace is unknown */
	String browseName(String key) {
		Entry entry = get(key);
		return entry == null ? null
				: names.computeIfAbsent(key, node -> entry.document().name(entry.node().getBrowseName()));
	}
}
