package io.twinwright.importers.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedObject.Presence;
import io.twinwright.nodeset.xml.Reference;
import io.twinwright.nodeset.xml.UANode;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.nodeset.xml.UAReferenceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nodes of several documents with their references, whichever side a document gives them on. */
final class NodeIndex {
	private static final int DEEPEST = 100;

	private final Map<NodeAddress, Entry> entries = new LinkedHashMap<>();
	private final Map<NodeAddress, Map<NodeAddress, NodeAddress>> below = new HashMap<>();
	private final Map<NodeAddress, NodeAddress> bases = new HashMap<>();
	private final Map<NodeAddress, NodeAddress> types = new HashMap<>();
	private final Map<NodeAddress, NodeAddress> rules = new HashMap<>();
	private final Set<NodeAddress> hierarchical = new HashSet<>(Set.of(Ua.HIERARCHICAL));
	private final Map<NodeAddress, Set<Set<NodeAddress>>> others = new LinkedHashMap<>();

	/**
	 * A node of a document.
	 *
	 * @param own whether its document is to be imported, and not only required
	 */
	record Entry(NodeAddress address, UANode node, DocumentNames names, boolean own) {
		String name() {
			return names.name(node.getBrowseName()).text();
		}

		String space() {
			return names.name(node.getBrowseName()).space();
		}

		String label() {
			return node.getDisplayName().isEmpty() || node.getDisplayName().getFirst().getValue() == null ? name()
					: node.getDisplayName().getFirst().getValue().strip();
		}

		String description() {
			return node.getDescription().isEmpty() || node.getDescription().getFirst().getValue() == null ? ""
					: node.getDescription().getFirst().getValue().strip();
		}
	}

	/** @param documents with whether each is to be imported, each after those that it requires */
	NodeIndex(Map<UANodeSet, Boolean> documents) {
		Map<UANodeSet, DocumentNames> names = new LinkedHashMap<>();
		documents.forEach((document, own) -> {
			DocumentNames ids = new DocumentNames(document);
			names.put(document, ids);
			document.getNodes().forEach(node -> ids.node(node.getNodeId())
					.ifPresent(address -> entries.putIfAbsent(address, new Entry(address, node, ids, own))));
		});
		entries.values().forEach(this::subtype);
		entries.values().stream().filter(entry -> entry.node() instanceof UAReferenceType).map(Entry::address).filter(this::isHierarchical)
				.forEach(hierarchical::add);
		hierarchical.remove(Ua.HAS_SUBTYPE);
		entries.values().forEach(this::refer);
	}

	private void subtype(Entry entry) {
		for (Reference reference : references(entry)) {
			NodeAddress kind = entry.names().node(reference.getReferenceType()).orElse(null);
			NodeAddress other = entry.names().node(reference.getValue()).orElse(null);
			if (Ua.HAS_SUBTYPE.equals(kind) && other != null) {
				bases.putIfAbsent(reference.isIsForward() ? other : entry.address(), reference.isIsForward() ? entry.address() : other);
			}
		}
	}

	private boolean isHierarchical(NodeAddress type) {
		return is(type, Ua.HIERARCHICAL);
	}

	private void refer(Entry entry) {
		for (Reference reference : references(entry)) {
			NodeAddress kind = entry.names().node(reference.getReferenceType()).orElse(null);
			NodeAddress other = entry.names().node(reference.getValue()).orElse(null);
			if (kind == null || other == null) {
				continue;
			}
			if (hierarchical.contains(kind)) {
				NodeAddress parent = reference.isIsForward() ? entry.address() : other;
				below.computeIfAbsent(parent, key -> new LinkedHashMap<>()).putIfAbsent(reference.isIsForward() ? other : entry.address(), kind);
			} else if (reference.isIsForward() && kind.equals(Ua.HAS_TYPE_DEFINITION)) {
				types.putIfAbsent(entry.address(), other);
			} else if (reference.isIsForward() && kind.equals(Ua.HAS_MODELLING_RULE)) {
				rules.putIfAbsent(entry.address(), other);
			} else if (entry.own() && !Ua.READ_REFERENCES.contains(kind) && !Ua.isEquipmentHierarchy(entry.address())) {
				others.computeIfAbsent(kind, missing -> new HashSet<>()).add(Set.of(entry.address(), other.equals(entry.address()) ? kind : other));
			}
		}
	}

	private static List<Reference> references(Entry entry) {
		return entry.node().getReferences() == null ? List.of() : entry.node().getReferences().getReference();
	}

	/** @return how many references there are of those kinds that say nothing of what is where, and of what type */
	Map<NodeAddress, Integer> others() {
		Map<NodeAddress, Integer> counts = new LinkedHashMap<>();
		others.forEach((kind, pairs) -> counts.put(kind, pairs.size()));
		return counts;
	}

	Collection<Entry> entries() {
		return entries.values();
	}

	Optional<Entry> entry(NodeAddress address) {
		return Optional.ofNullable(entries.get(address));
	}

	/** @return the nodes below a node, in order */
	List<Entry> below(NodeAddress parent) {
		List<Entry> found = new ArrayList<>();
		below.getOrDefault(parent, Map.of()).keySet().forEach(child -> entry(child).ifPresent(found::add));
		return found;
	}

	/** @return whether a node describes another one */
	boolean isProperty(NodeAddress parent, NodeAddress child) {
		return Ua.HAS_PROPERTY.equals(below.getOrDefault(parent, Map.of()).get(child));
	}

	/** @return the property of OPC UA itself that a node has, empty if it has none */
	Optional<Entry> property(NodeAddress owner, String name) {
		return below(owner).stream().filter(child -> isProperty(owner, child.address()) && child.name().equals(name)).findFirst();
	}

	/** @return the type definition of an object or variable, null if none is known */
	NodeAddress type(NodeAddress instance) {
		return types.get(instance);
	}

	/** @return the base of a type, null if none is known */
	NodeAddress base(NodeAddress type) {
		return bases.get(type);
	}

	/** @return whether a type is another one, directly or by its bases */
	boolean is(NodeAddress type, NodeAddress wanted) {
		NodeAddress next = type;
		for (int depth = 0; next != null && depth < DEEPEST; depth++) {
			if (next.equals(wanted)) {
				return true;
			}
			next = bases.get(next);
		}
		return false;
	}

	Presence presence(NodeAddress member) {
		NodeAddress rule = rules.get(member);
		return Ua.OPTIONAL.equals(rule) ? Presence.OPTIONAL : rule != null && Ua.PLACEHOLDERS.contains(rule) ? Presence.PLACEHOLDER : Presence.ALWAYS;
	}
}
