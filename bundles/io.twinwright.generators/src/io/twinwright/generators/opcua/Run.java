package io.twinwright.generators.opcua;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.opcua.Draft.Name;
import io.twinwright.model.Declaration;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Refinement;
import io.twinwright.model.Text;
import io.twinwright.model.TextKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What all documents of one run share: the model, the addresses given out so far, and what was found on the way. */
final class Run {
	private final TwinModel twin;
	private final Function<NamedElement, Optional<String>> documentation;
	private final Values values = new Values();
	private final Constants constants = new Constants(values);
	private final Set<NamedElement> moved = new HashSet<>();
	private final Set<String> given = new HashSet<>();
	private final Set<String> ownNamespaces = new HashSet<>();
	private final Map<Located, NodeAddress> addresses = new HashMap<>();
	private final List<Diagnostic> findings = new ArrayList<>();
	private final Map<Position, String> models = new HashMap<>();
	private final Map<Position, List<Standing>> standing = new HashMap<>();

	/** A position for which a piece stands by, and the model of its document. */
	record Standing(NodeAddress node, String model) {
	}

	Run(TwinModel twin, Function<NamedElement, Optional<String>> documentation) {
		this.twin = twin;
		this.documentation = documentation;
		ownNamespaces.add(Std.NAMESPACE);
		twin.files().forEach(file -> ownNamespaces.add(namespace(file)));
		findMoved();
	}

	private void findMoved() {
		for (TreeIterator<EObject> all = EcoreUtil.getAllContents(twin.files()); all.hasNext();) {
			if (all.next() instanceof Text text && text.getKind() == TextKind.NODE
					&& text.eContainer() instanceof Refinement refinement && refinement.getTarget() != null
					&& !refinement.getTarget().getSegments().isEmpty()) {
				moved.add(refinement.getTarget().getSegments().getLast().getTarget());
			}
		}
	}

	/** @return whether a refinement gives a signal another node, so that a type cannot demand the declared one */
	boolean isMoved(NamedElement signal) {
		return moved.contains(signal);
	}

	TwinModel twin() {
		return twin;
	}

	Values values() {
		return values;
	}

	Constants constants() {
		return constants;
	}

	List<Diagnostic> findings() {
		return findings;
	}

	/** @return the namespace of the text in which an element stands */
	static String namespace(EObject element) {
		return EcoreUtil.getRootContainer(element) instanceof Model model && model.getNamespace() != null
				? Addresses.urn(model.getNamespace()) : Addresses.urn("");
	}

	/** @return the browse name of an element: it belongs to the namespace in which the element is declared */
	static Name name(NamedElement element, String text) {
		return new Name(namespace(element), text);
	}

	/** @return the node of a type or enumeration */
	static NodeAddress of(Declaration declaration) {
		return new NodeAddress(namespace(declaration), declaration.getName());
	}

	static String display(NamedElement element, String otherwise) {
		return element.getLabel() == null || element.getLabel().isBlank() ? otherwise : element.getLabel();
	}

	/** @return the comment before an element, null if it has none */
	String description(NamedElement element) {
		return documentation.apply(element).orElse(null);
	}

	/**
	 * The address of a position or signal. Where another one has it, which two servers with the same namespace can bring
	 * about, the later gets the address that it would have without its binding.
	 */
	NodeAddress of(Located located) {
		NodeAddress known = addresses.get(located);
		if (known != null) {
			return known;
		}
		NodeAddress wanted = Addresses.of(twin, located);
		NodeAddress taken = give(wanted) ? wanted : unique(Addresses.unbound(located));
		if (!taken.equals(wanted)) {
			findings.add(new Diagnostic(Severity.WARNING, Rule.NODE_TWICE.code(),
					"'%s' has the node '%s', which another element has already. In the node sets it is '%s'."
							.formatted(located.path(), wanted, taken),
					located.qualifiedName(), null, List.of()));
		}
		addresses.put(located, taken);
		return taken;
	}

	/** @return the address of a node that has no place of its own in the model, below another node */
	NodeAddress below(NodeAddress parent, String name) {
		if (!ownNamespaces.contains(parent.namespaceUri())) {
			return unique(parent.below(name));
		}
		return unique(new NodeAddress(parent.namespaceUri(), parent.identifier() + "/" + name));
	}

	/** Notes that the document of a root asset is done. */
	void written(Position root, String model) {
		models.put(root, model);
	}

	/** @return the model of a root asset's document, null if that is not done yet */
	String modelOf(Position root) {
		return models.get(root);
	}

	/** Notes a reference for the document of a piece, which comes later. */
	void later(Position piece, NodeAddress position, String model) {
		standing.computeIfAbsent(piece, key -> new ArrayList<>()).add(new Standing(position, model));
	}

	/** @return the positions in earlier documents for which a piece stands by */
	List<Standing> standing(Position piece) {
		return standing.getOrDefault(piece, List.of());
	}

	private NodeAddress unique(NodeAddress wanted) {
		NodeAddress free = wanted;
		while (!give(free)) {
			free = new NodeAddress(free.namespaceUri(), free.namespaceIndex(), free.kind(), free.identifier() + "~");
		}
		return free;
	}

	private boolean give(NodeAddress address) {
		return given.add(address.namespaceUri() + ";" + address.local());
	}
}
