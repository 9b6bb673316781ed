package io.twinwright.importers.opcua;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedMethod;
import io.twinwright.core.address.ServedObject;
import io.twinwright.core.address.ServedSpace;
import io.twinwright.core.address.ServedValue;
import io.twinwright.core.address.ServedVariable.Step;
import io.twinwright.importers.draft.Leavings;
import io.twinwright.importers.opcua.NodeIndex.Entry;
import io.twinwright.nodeset.xml.UADataType;
import io.twinwright.nodeset.xml.UAMethod;
import io.twinwright.nodeset.xml.UANode;
import io.twinwright.nodeset.xml.UAObject;
import io.twinwright.nodeset.xml.UAObjectType;
import io.twinwright.nodeset.xml.UAReferenceType;
import io.twinwright.nodeset.xml.UAVariable;
import io.twinwright.nodeset.xml.UAVariableType;
import io.twinwright.nodeset.xml.UAView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Says of documents what a server would serve that loaded them. */
final class NodeSetReader {
	private static final int DEEPEST = 60;

	private final NodeIndex index;
	private final DocumentVariables variables;
	private final Set<NodeAddress> read = new HashSet<>();

	NodeSetReader(NodeIndex index) {
		this.index = index;
		this.variables = new DocumentVariables(index);
	}

	ServedSpace read() {
		List<ServedObject> roots = roots();
		Map<NodeAddress, ServedObject> types = types(roots);
		List<ServedSpace.States> enumerations = index.entries().stream().filter(entry -> entry.own() && entry.node() instanceof UADataType
				&& index.is(entry.address(), Ua.ENUMERATION) && !entry.address().equals(Ua.ENUMERATION)).map(this::enumeration).toList();
		return new ServedSpace(roots, types, enumerations, remarks());
	}

	/** Folders of companion specifications show objects that others have too, and come last. */
	private List<ServedObject> roots() {
		List<Entry> found = index.below(Ua.OBJECTS).stream().filter(entry -> entry.node() instanceof UAObject && !isStandard(entry)).toList();
		List<Entry> ordered = Stream.concat(found.stream().filter(entry -> !isCompanion(entry)), found.stream().filter(NodeSetReader::isCompanion)).toList();
		Set<NodeAddress> seen = new HashSet<>(ordered.stream().map(Entry::address).toList());
		List<ServedObject> roots = new ArrayList<>();
		for (Entry root : ordered) {
			ServedObject object = object(root, List.of(), seen, false);
			if (root.own() || !object.objects().isEmpty()) {
				roots.add(object);
			}
		}
		return roots;
	}

	private static boolean isStandard(Entry entry) {
		return entry.address().namespaceUri().equals(NodeAddress.UA);
	}

	private static boolean isCompanion(Entry entry) {
		return entry.address().namespaceUri().startsWith(Ua.STANDARD);
	}

	/** Those that are to be imported, and those of objects, members and bases. */
	private Map<NodeAddress, ServedObject> types(List<ServedObject> roots) {
		Deque<NodeAddress> open = new ArrayDeque<>(index.entries().stream().filter(entry -> entry.own() && entry.node() instanceof UAObjectType)
				.map(Entry::address).toList());
		roots.stream().flatMap(ServedSpace::all).map(ServedObject::type).filter(type -> type != null).forEach(open::add);
		Map<NodeAddress, ServedObject> types = new LinkedHashMap<>();
		while (!open.isEmpty()) {
			NodeAddress next = open.remove();
			Entry entry = index.entry(next).orElse(null);
			if (types.containsKey(next) || entry == null || isStandard(entry) && !entry.own() || !(entry.node() instanceof UAObjectType type)) {
				continue;
			}
			ServedObject members = object(entry, List.of(), new HashSet<>(Set.of(next)), true);
			ServedObject declared = new ServedObject(members.address(), members.name(), members.space(), members.label(), members.description(),
					index.base(next), type.isIsAbstract(), members.presence(), members.values(), members.objects(), members.methods());
			types.put(next, declared);
			ServedSpace.all(declared).map(ServedObject::type).filter(used -> used != null).forEach(open::add);
		}
		return types;
	}

	/** @param all whether what is only required is read too */
	private ServedObject object(Entry entry, List<Step> way, Set<NodeAddress> seen, boolean all) {
		read.add(entry.address());
		List<Step> longer = new ArrayList<>(way);
		longer.add(new Step(entry.address(), entry.name(), entry.space()));
		List<ServedValue> values = new ArrayList<>();
		List<ServedObject> objects = new ArrayList<>();
		List<ServedMethod> methods = new ArrayList<>();
		List<Entry> below = index.below(entry.address()).stream().filter(child -> seen.add(child.address())).toList();
		for (Entry child : below) {
			boolean isWanted = all || child.own();
			switch (child.node()) {
				case UAVariable variable when isWanted -> values.add(value(entry, child, variable, longer));
				case UAMethod method when isWanted -> methods.add(method(child));
				case UAObject object when longer.size() < DEEPEST -> {
					ServedObject inner = object(child, longer, seen, all);
					if (isWanted || !inner.objects().isEmpty()) {
						objects.add(inner);
					}
				}
				default -> {
					// types stand for themselves, and what is not wanted is counted by its absence
				}
			}
		}
		return new ServedObject(entry.address(), entry.name(), entry.space(), entry.label(), entry.description(), index.type(entry.address()), false,
				index.presence(entry.address()), List.copyOf(values), List.copyOf(objects), List.copyOf(methods));
	}

	private ServedValue value(Entry owner, Entry entry, UAVariable variable, List<Step> way) {
		read.add(entry.address());
		Map<String, String> said = new LinkedHashMap<>();
		for (Entry property : index.below(entry.address())) {
			read.add(property.address());
			if (property.node() instanceof UAVariable inner && DocumentVariables.text(inner) != null) {
				said.put(property.name(), DocumentVariables.text(inner));
			}
		}
		boolean isProperty = index.isProperty(owner.address(), entry.address());
		return new ServedValue(variables.of(entry, variable, isProperty, way), isProperty, entry.description(), DocumentVariables.text(variable),
				DocumentVariables.every(variable), index.presence(entry.address()), said);
	}

	private ServedMethod method(Entry entry) {
		read.add(entry.address());
		index.below(entry.address()).forEach(argument -> read.add(argument.address()));
		return new ServedMethod(entry.address(), entry.name(), entry.label(), entry.description(), variables.inputs(entry));
	}

	private ServedSpace.States enumeration(Entry entry) {
		return new ServedSpace.States(entry.address(), entry.name(), entry.description(), variables.states(entry));
	}

	/** @return what a text has no word for, and what stands apart, with numbers and an example of each */
	private List<String> remarks() {
		List<String> remarks = new ArrayList<>();
		count(remarks, UAVariableType.class, "%d variable types are left out, such as '%s': a signal has a value type and no type of its own.");
		count(remarks, UAReferenceType.class, "%d reference types are left out, such as '%s': a text has the relations of the language.");
		count(remarks, UAView.class, "%d views are left out, such as '%s': a text has none.");
		List<Entry> structures = index.entries().stream().filter(entry -> entry.own() && entry.node() instanceof UADataType && !index.is(entry.address(), Ua.ENUMERATION)).toList();
		tell(remarks, structures, "%d data types are left out, such as '%s': they are structures or other forms of numbers and texts.");
		Set<NodeAddress> described = new HashSet<>();
		index.entries().stream().filter(entry -> entry.own() && (entry.node() instanceof UADataType || entry.node() instanceof UAVariableType))
				.forEach(entry -> addBelow(entry.address(), described));
		List<Entry> apart = index.entries().stream().filter(entry -> entry.own() && isInstance(entry.node()) && !read.contains(entry.address())
				&& !described.contains(entry.address())).toList();
		tell(remarks, apart, "%d objects, variables and methods are left out, such as '%s': they stand neither below the objects of a server nor in a type of objects.");
		details(remarks);
		return remarks;
	}

	/** What is at nodes that are read, and has no word in a text. */
	private void details(List<String> remarks) {
		Leavings references = new Leavings();
		index.others().forEach((kind, number) -> references.add(index.entry(kind).map(Entry::name).orElse(kind.toString()), number));
		references.list().ifPresent(list -> remarks.add("References of these kinds are left out: %s.".formatted(list)));
		List<Entry> own = index.entries().stream().filter(Entry::own).toList();
		tell(remarks, own.stream().filter(entry -> entry.node() instanceof UAMethod && index.property(entry.address(), "OutputArguments").isPresent()).toList(),
				"The results of %d methods are left out, such as those of '%s': a service of a text says what it is given.");
		tell(remarks, own.stream().filter(entry -> entry.node().getDisplayName().size() > 1 || entry.node().getDescription().size() > 1).toList(),
				"The texts of %d nodes in other languages are left out, such as those of '%s': the first language is taken.");
		tell(remarks, own.stream().filter(entry -> entry.node().getRolePermissions() != null && !entry.node().getRolePermissions().getRolePermission().isEmpty()).toList(),
				"The permissions of %d nodes are left out, such as those of '%s': who may do what is left to the server.");
	}

	private void addBelow(NodeAddress parent, Set<NodeAddress> found) {
		index.below(parent).stream().filter(child -> found.add(child.address())).forEach(child -> addBelow(child.address(), found));
	}

	private static boolean isInstance(UANode node) {
		return node instanceof UAObject || node instanceof UAVariable || node instanceof UAMethod;
	}

	private void count(List<String> remarks, Class<? extends UANode> kind, String sentence) {
		tell(remarks, index.entries().stream().filter(entry -> entry.own() && kind.isInstance(entry.node())).toList(), sentence);
	}

	private static void tell(List<String> remarks, List<Entry> entries, String sentence) {
		if (!entries.isEmpty()) {
			remarks.add(sentence.formatted(entries.size(), entries.getFirst().name()));
		}
	}
}
