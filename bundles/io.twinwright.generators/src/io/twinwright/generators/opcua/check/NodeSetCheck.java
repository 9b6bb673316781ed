package io.twinwright.generators.opcua.check;

import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.generators.opcua.check.Damage.Kind;
import io.twinwright.generators.opcua.check.Graph.Document;
import io.twinwright.generators.opcua.check.Graph.Entry;
import io.twinwright.nodeset.xml.Reference;
import io.twinwright.nodeset.xml.UADataType;
import io.twinwright.nodeset.xml.UAInstance;
import io.twinwright.nodeset.xml.UAMethod;
import io.twinwright.nodeset.xml.UANode;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.nodeset.xml.UAObject;
import io.twinwright.nodeset.xml.UAObjectType;
import io.twinwright.nodeset.xml.UAReferenceType;
import io.twinwright.nodeset.xml.UAType;
import io.twinwright.nodeset.xml.UAVariable;
import io.twinwright.nodeset.xml.UAVariableType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that documents hold together, with each other and with those that they build upon: OPC 10000-3, clauses 5 to 7,
 * and OPC 10000-6, annex F.
 */
public final class NodeSetCheck {
	private static final String MANDATORY = Graph.UA + ";i=78";
	/** The roots of their hierarchies, which have no parent. */
	private static final List<String> ROOTS = List.of(Graph.UA + ";i=84", Graph.UA + ";i=58", Graph.UA + ";i=62",
			Graph.UA + ";i=24", Graph.UA + ";i=31");

	private final Graph graph;
	private final ValueCheck values;
	private final List<Damage> damages = new ArrayList<>();

	private NodeSetCheck(Graph graph) {
		this.graph = graph;
		this.values = new ValueCheck(graph, this::report);
	}

	/**
	 * @param files what is checked
	 * @param context the base and companion node sets that they build upon, which are taken as they are
	 * @return what is wrong, in the order of the documents; empty if nothing is
	 */
	public static List<Damage> check(List<NodeSetFile> files, List<UANodeSet> context) {
		List<Document> subject = files.stream().map(file -> new Document(file.path(), file.nodeSet())).toList();
		List<Document> all = new ArrayList<>();
		context.forEach(nodeSet -> all.add(new Document("", nodeSet)));
		all.addAll(subject);
		NodeSetCheck check = new NodeSetCheck(new Graph(all));
		check.graph.duplicates().stream().filter(entry -> subject.contains(entry.document())).forEach(entry ->
				check.report(Kind.DUPLICATE_NODE, entry, "is defined twice. Each node stands in one document."));
		new ModelCheck(check.damages).check(subject, all);
		for (Document document : subject) {
			document.nodeSet.getNodes().forEach(node -> check.check(document, node));
		}
		return List.copyOf(check.damages);
	}

	private void report(Kind kind, Entry entry, String what) {
		damages.add(new Damage(kind, entry.document().name, entry.node().getNodeId(),
				"Node '%s' %s".formatted(entry.node().getNodeId(), what)));
	}

	private void check(Document document, UANode node) {
		String key = document.key(node.getNodeId());
		Entry entry = new Entry(key, node, document);
		if (key == null || document.name(node.getBrowseName()) == null) {
			report(Kind.UNKNOWN_NAMESPACE, entry, "or its browse name '%s' is in a namespace that the document does not list."
					.formatted(node.getBrowseName()));
			return;
		}
		references(entry);
		if (!ROOTS.contains(key) && graph.parents(key).isEmpty()) {
			report(Kind.NO_PARENT, entry, "is below no other node. It needs a hierarchical reference from its parent.");
		}
		siblings(entry);
		if (node instanceof UAObject || node instanceof UAVariable) {
			typeDefinition(entry);
		}
		if (node instanceof UAVariable variable) {
			values.check(entry, variable);
		}
	}

	private void references(Entry entry) {
		if (entry.node().getReferences() == null) {
			return;
		}
		for (Reference reference : entry.node().getReferences().getReference()) {
			String type = entry.document().key(reference.getReferenceType());
			if (type == null || graph.get(type) == null || !(graph.get(type).node() instanceof UAReferenceType)) {
				report(Kind.UNKNOWN_REFERENCE_TYPE, entry, "has a reference of the type '%s', which is no reference type."
						.formatted(reference.getReferenceType()));
			}
			String target = entry.document().key(reference.getValue());
			if (target == null || graph.get(target) == null) {
				report(Kind.DANGLING_REFERENCE, entry, "refers to '%s', which does not exist.".formatted(reference.getValue()));
			}
		}
	}

	private void siblings(Entry parent) {
		Map<String, String> names = new HashMap<>();
		for (String child : graph.children(parent.key())) {
			String name = graph.browseName(child);
			String other = name == null ? null : names.putIfAbsent(name, child);
			if (other != null) {
				report(Kind.NAME_CLASH, parent, "has two nodes with the browse name '%s': '%s' and '%s'.".formatted(
						graph.get(child).node().getBrowseName(), graph.get(other).node().getNodeId(),
						graph.get(child).node().getNodeId()));
			}
		}
	}

	private void typeDefinition(Entry entry) {
		List<String> definitions = graph.targets(entry.key(), Graph.HAS_TYPE_DEFINITION, true);
		if (definitions.size() != 1) {
			report(Kind.NO_TYPE_DEFINITION, entry, "has %d type definitions. It needs exactly one.".formatted(definitions.size()));
			return;
		}
		Entry type = graph.get(definitions.getFirst());
		if (type == null) {
			return;
		}
		boolean fits = entry.node() instanceof UAObject ? type.node() instanceof UAObjectType
				: type.node() instanceof UAVariableType;
		if (!fits) {
			report(Kind.WRONG_TYPE_DEFINITION, entry, "has the type definition '%s', which is of another node class."
					.formatted(type.node().getBrowseName()));
			return;
		}
		if (isDeclaration(entry.key())) {
			return;
		}
		if (((UAType) type.node()).isIsAbstract()) {
			report(Kind.ABSTRACT_TYPE, entry, "has the type '%s', which is abstract.".formatted(type.node().getBrowseName()));
		}
		graph.lineage(type.key()).forEach(ancestor -> members(entry, entry.key(), ancestor));
	}

	/** @return whether a node or one above it has a modelling rule: it stands in a type */
	private boolean isDeclaration(String key) {
		String at = key;
		for (int depth = 0; at != null && depth < 100; depth++) {
			if (!graph.targets(at, Graph.HAS_MODELLING_RULE, true).isEmpty()
					|| graph.get(at) != null && graph.get(at).node() instanceof UAType) {
				return true;
			}
			at = graph.parents(at).stream().findFirst().orElse(null);
		}
		return false;
	}

	private void members(Entry instance, String at, String declaration) {
		for (String member : graph.children(declaration)) {
			if (graph.get(member) == null || !(graph.get(member).node() instanceof UAInstance)
					|| graph.get(member).node() instanceof UAMethod
					|| !graph.targets(member, Graph.HAS_MODELLING_RULE, true).contains(MANDATORY)) {
				continue;
			}
			String name = graph.browseName(member);
			String found = graph.children(at).stream().filter(child -> name.equals(graph.browseName(child))).findFirst()
					.orElse(null);
			if (found == null) {
				report(Kind.MISSING_MEMBER, instance, "lacks '%s', which its type demands."
						.formatted(graph.get(member).node().getBrowseName()));
			} else {
				members(instance, found, member);
			}
		}
	}

	/** @return whether a node is a data type */
	static boolean isDataType(Entry entry) {
		return entry != null && entry.node() instanceof UADataType;
	}
}
