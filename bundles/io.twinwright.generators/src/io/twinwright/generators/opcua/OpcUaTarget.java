package io.twinwright.generators.opcua;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.Target;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Site;
import io.twinwright.nodeset.NodeSets;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Node sets of OPC UA: {@code opcua/twin.std} for the library, {@code opcua/<namespace>} for the types of a namespace,
 * {@code opcua/<namespace>-<asset>} for each root asset, each {@code .NodeSet2.xml}. The model of types is the URI of
 * their namespace; the model of a root asset is that URI, a colon and the name of the asset. Several root assets can have
 * nodes in the namespace of one server; {@code opcua/namespaces.NodeSet2.xml} defines such namespaces as models without
 * nodes, so that no root asset needs the document of another one for them. Where the project has sites or other levels of
 * ISA-95, {@code opcua/isa95.NodeSet2.xml} has that hierarchy.
 */
public final class OpcUaTarget implements Target<List<NodeSetFile>> {
	private static final String EQUIPMENT = "isa95";
	private static final String NAMESPACES = "namespaces";
	private static final String FOLDER = "opcua/";
	private static final String ENDING = ".NodeSet2.xml";

	private final Function<NamedElement, Optional<String>> documentation;

	/** @param documentation the comment before an element, as text without its stars */
	public OpcUaTarget(Function<NamedElement, Optional<String>> documentation) {
		this.documentation = documentation;
	}

	/** A target that writes no descriptions. */
	public OpcUaTarget() {
		this(element -> Optional.empty());
	}

	@Override
	public String id() {
		return "opcua";
	}

	@Override
	public String description() {
		return "OPC UA node sets: the types and every position with its signals";
	}

	/** @return the documents, each after those that it requires */
	@Override
	public Outcome<List<NodeSetFile>> map(TwinModel twin) {
		Run run = new Run(twin, documentation);
		Layout layout = new Layout(twin);
		Set<String> paths = new HashSet<>();
		List<Draft> drafts = new ArrayList<>();
		Draft library = new Draft(path(Std.LIBRARY, paths), List.of(Std.NAMESPACE));
		new LibraryNodes(run, library).add(layout.library());
		drafts.add(library);
		for (List<String> group : layout.groups()) {
			Draft types = new Draft(path(group.getFirst(), paths), group.stream().map(Addresses::urn).toList());
			TypeNodes nodes = new TypeNodes(run, types);
			group.forEach(namespace -> nodes.add(layout.of(namespace)));
			drafts.add(types);
		}
		int roots = drafts.size();
		for (Position root : twin.roots()) {
			Draft asset = new Draft(path(namespace(root) + "-" + root.name(), paths),
					List.of(Addresses.urn(namespace(root) + ":" + root.name())));
			new PositionNodes(run, asset).add(root);
			drafts.add(asset);
		}
		if (EquipmentHierarchy.isUsed(twin)) {
			Draft equipment = new Draft(path(EQUIPMENT, paths), List.of(EquipmentHierarchy.model(first(twin))));
			new EquipmentHierarchy(run, equipment).add();
			drafts.add(equipment);
		}
		List<String> bare = bare(drafts);
		if (!bare.isEmpty()) {
			drafts.add(roots, new Draft(path(NAMESPACES, paths), bare));
		}
		return new Outcome.Done<>(drafts.stream().map(Draft::finish).toList(), List.copyOf(run.findings()));
	}

	/** @return the namespaces that root assets need and that no document defines yet, sorted */
	private static List<String> bare(List<Draft> drafts) {
		Set<String> needed = new TreeSet<>();
		drafts.forEach(draft -> needed.addAll(draft.required()));
		needed.removeAll(Standard.COMPANIONS.keySet());
		drafts.forEach(draft -> needed.removeAll(draft.models()));
		return List.copyOf(needed);
	}

	/** @return the namespace of root assets and sites that is the first in the alphabet */
	private static String first(TwinModel twin) {
		return Stream.concat(twin.roots().stream().map(Position::element), twin.all(Site.class).stream()).map(OpcUaTarget::namespace).sorted().findFirst()
				.orElseThrow();
	}

	private static String namespace(Position root) {
		return namespace(root.element());
	}

	private static String namespace(NamedElement element) {
		return EcoreUtil.getRootContainer(element) instanceof Model file && file.getNamespace() != null ? file.getNamespace() : "";
	}

	/** Names that differ only in the case of letters are one file on some systems. */
	private static String path(String name, Set<String> paths) {
		String free = name;
		while (!paths.add(free.toLowerCase(Locale.ROOT))) {
			free += "~";
		}
		return FOLDER + free + ENDING;
	}

	@Override
	public void write(List<NodeSetFile> mapped, ArtifactSink sink) throws IOException {
		for (NodeSetFile file : mapped) {
			try (OutputStream stream = sink.open(file.path())) {
				NodeSets.write(file.nodeSet(), stream);
			}
		}
	}
}
