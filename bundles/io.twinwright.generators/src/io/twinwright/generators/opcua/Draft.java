package io.twinwright.generators.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.generators.opcua.Standard.Companion;
import io.twinwright.nodeset.xml.AliasTable;
import io.twinwright.nodeset.xml.ListOfReferences;
import io.twinwright.nodeset.xml.LocalizedText;
import io.twinwright.nodeset.xml.ModelTable;
import io.twinwright.nodeset.xml.ModelTableEntry;
import io.twinwright.nodeset.xml.NodeIdAlias;
import io.twinwright.nodeset.xml.Reference;
import io.twinwright.nodeset.xml.UAInstance;
import io.twinwright.nodeset.xml.UANode;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.nodeset.xml.UriTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/**
 * A document while it is written: numbers namespaces as they come up and requires the model of each, because loaders know
 * a namespace by its model.
 */
final class Draft {
	/** The version of all models that we make. */
	static final String VERSION = "1.0.0";

	private final String path;
	private final List<String> models;
	private final Map<String, Integer> numbers = new LinkedHashMap<>();
	private final Set<String> required = new LinkedHashSet<>();
	private final Map<String, String> aliases = new HashMap<>();
	private final List<UANode> nodes = new ArrayList<>();

	/** A browse name with the URI of its namespace. */
	record Name(String namespace, String text) {
		/** A name that OPC UA itself defines. */
		static Name ua(String text) {
			return new Name(NodeAddress.UA, text);
		}
	}

	/** A node and its address. */
	record Made(NodeAddress address, UANode node) {
	}

	/**
	 * @param path of the file
	 * @param models the URIs of the models that the document defines; at least one
	 */
	Draft(String path, List<String> models) {
		this.path = path;
		this.models = models;
		numbers.put(NodeAddress.UA, 0);
		required.add(NodeAddress.UA);
		models.forEach(this::number);
		Standard.aliases().forEach((name, node) -> aliases.put(node, name));
	}

	/** @return the URI of its first model */
	String model() {
		return models.getFirst();
	}

	/** @return the URIs of the models that it defines */
	List<String> models() {
		return models;
	}

	/** @return the URIs of the models that it needs */
	Set<String> required() {
		return required;
	}

	/** Notes that the document refers to nodes of another one. */
	void require(String model) {
		if (!models.contains(model)) {
			required.add(model);
		}
	}

	private int number(String namespace) {
		Integer known = numbers.get(namespace);
		if (known != null) {
			return known;
		}
		require(namespace);
		numbers.put(namespace, numbers.size());
		return numbers.size() - 1;
	}

	/** @return the NodeId in the numbers of this document */
	String id(NodeAddress address) {
		int number = number(address.namespaceUri());
		return number == 0 ? address.local() : "ns=" + number + ";" + address.local();
	}

	/** @return the NodeId or its alias */
	private String aliased(NodeAddress address) {
		String id = id(address);
		return aliases.getOrDefault(id, id);
	}

	String dataType(NodeAddress type) {
		return aliased(type);
	}

	/** Adds a node. */
	Made add(UANode node, NodeAddress address, Name name, String display, String description) {
		int number = number(name.namespace());
		node.setNodeId(id(address));
		node.setBrowseName(number == 0 ? name.text() : number + ":" + name.text());
		node.getDisplayName().add(text(display));
		if (description != null && !description.isBlank()) {
			node.getDescription().add(text(description));
		}
		node.setReferences(new ListOfReferences());
		nodes.add(node);
		return new Made(address, node);
	}

	/** Adds an object or variable below another node, with its type. */
	Made add(UAInstance node, NodeAddress address, Name name, String display, String description, NodeAddress type,
			NodeAddress parent, NodeAddress reference) {
		Made made = add(node, address, name, display, description);
		node.setParentNodeId(id(parent));
		refer(made, reference, parent, false);
		refer(made, Standard.HAS_TYPE_DEFINITION, type, true);
		return made;
	}

	/** Adds a reference to a node of this document; the same one only once. */
	void refer(Made from, NodeAddress type, NodeAddress to, boolean forward) {
		String referenceType = aliased(type);
		String target = id(to);
		List<Reference> references = from.node().getReferences().getReference();
		for (Reference known : references) {
			if (known.getValue().equals(target) && known.getReferenceType().equals(referenceType)
					&& known.isIsForward() == forward) {
				return;
			}
		}
		Reference reference = new Reference();
		reference.setReferenceType(referenceType);
		reference.setValue(target);
		if (!forward) {
			reference.setIsForward(false);
		}
		references.add(reference);
	}

	static LocalizedText text(String text) {
		LocalizedText localized = new LocalizedText();
		localized.setValue(text);
		return localized;
	}

	/** @return the finished document */
	NodeSetFile finish() {
		UANodeSet nodeSet = new UANodeSet();
		UriTable uris = new UriTable();
		numbers.keySet().stream().skip(1).forEach(uris.getUri()::add);
		nodeSet.setNamespaceUris(uris);
		ModelTable table = new ModelTable();
		models.forEach(model -> table.getModel().add(entry(model)));
		table.getModel().forEach(model -> required.forEach(other -> model.getRequiredModel().add(entry(other))));
		nodeSet.setModels(table);
		AliasTable names = new AliasTable();
		Standard.aliases().forEach((name, node) -> {
			NodeIdAlias alias = new NodeIdAlias();
			alias.setAlias(name);
			alias.setValue(node);
			names.getAlias().add(alias);
		});
		nodeSet.setAliases(names);
		nodeSet.getNodes().addAll(nodes);
		return new NodeSetFile(path, nodeSet);
	}

	private static ModelTableEntry entry(String model) {
		ModelTableEntry entry = new ModelTableEntry();
		entry.setModelUri(model);
		Companion companion = Standard.COMPANIONS.get(model);
		entry.setVersion(companion == null ? VERSION : companion.version());
		if (companion != null) {
			entry.setPublicationDate(date(companion.published()));
		}
		return entry;
	}

	private static XMLGregorianCalendar date(String text) {
		return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(text);
	}
}
