package io.twinwright.diagram.server;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Wiring;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Declaration;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.model.Site;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;

/** The diagrams of one state of a project by their addresses, and how one leads to another. */
final class Contents {
	private static final int FOUND = 50;

	private final Path root;
	private final ProjectState state;

	/** A diagram as it is offered. */
	record Entry(String uri, String title, String kind) {
	}

	/** Something that was searched for: what it is called, in which diagram it is, and there as what; nothing for all of it. */
	record Hit(String id, String label, String uri) {
	}

	/** A diagram around another one. */
	record Crumb(String title, String uri) {
	}

	Contents(Path root, ProjectState state) {
		this.root = root;
		this.state = state;
	}

	/** @return all diagrams, in the order of kinds, files and text */
	List<Entry> all() {
		return Stream.of(DiagramKind.values()).flatMap(kind -> subjects(kind).stream().map(subject -> new Entry(uri(kind, subject), title(subject), kind.id())))
				.toList();
	}

	private List<Declaration> subjects(DiagramKind kind) {
		return state.diagrams() == null ? List.of() : state.diagrams().subjects(kind);
	}

	private String uri(DiagramKind kind, Declaration subject) {
		return Address.of(root, kind, subject).toString();
	}

	private static String title(NamedElement element) {
		return element.getLabel() == null ? element.getName() : element.getLabel();
	}

	/**
	 * @param text an address, perhaps without its file; the name of a file for its first diagram; nothing for the first of all
	 * @return the address; empty if there is no such diagram or file
	 */
	Optional<Address> find(String text) {
		Optional<Address> given = Address.of(text);
		if (given.isEmpty() || given.get().file().isEmpty()) {
			return all().stream().map(Entry::uri).filter(uri -> given.isPresent() ? uri.endsWith(text) : text.isEmpty() || uri.startsWith(text + "#"))
					.findFirst().flatMap(Address::of);
		}
		return given.filter(address -> isFile(address.file()));
	}

	private boolean isFile(String name) {
		return state.files().stream().anyMatch(file -> Address.file(root, ProjectState.path(file)).equals(name));
	}

	/** @return what a diagram shows, empty if there is no such thing any more */
	Optional<Declaration> subject(Address address) {
		return subjects(address.kind()).stream().filter(subject -> TwinModel.qualifiedName(subject).equals(address.subject())).findFirst();
	}

	/** @return the addresses of the diagrams of the insides of nodes, by the ids of these */
	Map<String, String> insides(Diagram diagram, Declaration subject) {
		Map<String, String> insides = new HashMap<>();
		if (!(subject instanceof Structure structure) || diagram.kind() != DiagramKind.LINE) {
			return insides;
		}
		Set<Declaration> drawn = new HashSet<>(subjects(DiagramKind.LINE));
		List<Position> places = subject instanceof Asset asset ? state.twin().positionOf(asset).parts() : List.of();
		Map<String, Declaration> inner = new HashMap<>();
		for (Part part : new Wiring(structure).parts()) {
			Declaration piece = places.stream().filter(place -> place.element() == part && place.piece() != null).map(Position::piece).findFirst().orElse(null);
			inner.put(diagram.subject() + "." + part.getName(), piece == null ? part.getType() : piece);
		}
		diagram.nodes().stream().filter(DiagramNode::opens).map(DiagramNode::id).filter(id -> drawn.contains(inner.get(id)))
				.forEach(id -> insides.put(id, uri(DiagramKind.LINE, inner.get(id))));
		return insides;
	}

	/** @return the diagrams around one, the outermost first, and it itself last */
	List<Crumb> crumbs(Address address, Declaration subject) {
		List<Crumb> crumbs = new ArrayList<>();
		if (subject instanceof Asset asset && address.kind() == DiagramKind.LINE) {
			Position position = state.twin().positionOf(asset);
			if (position.site() != null) {
				crumbs.add(new Crumb(title(position.site()), uri(DiagramKind.SITE, position.site())));
			}
			List<Crumb> around = new ArrayList<>();
			for (Position up = position.parent(); up != null; up = up.parent()) {
				if (up.piece() != null && subjects(DiagramKind.LINE).contains(up.piece())) {
					around.addFirst(new Crumb(title(up.piece()), uri(DiagramKind.LINE, up.piece())));
				}
			}
			crumbs.addAll(around);
		}
		crumbs.add(new Crumb(title(subject), address.toString()));
		return crumbs;
	}

	/** @return what has a text in its name, those whose names begin with it first */
	List<Hit> search(String query) {
		String wanted = query.strip().toLowerCase(Locale.ROOT);
		List<Hit> hits = new ArrayList<>();
		if (wanted.isEmpty()) {
			return hits;
		}
		for (XtextResource file : state.files()) {
			for (Iterator<EObject> all = file.getAllContents(); all.hasNext();) {
				if (all.next() instanceof NamedElement named && named.getName() != null && title(named).toLowerCase(Locale.ROOT).contains(wanted)) {
					hits.addAll(hits(named));
				}
			}
		}
		return hits.stream().sorted(Comparator.comparing(hit -> !hit.label().toLowerCase(Locale.ROOT).startsWith(wanted))).limit(FOUND).toList();
	}

	private List<Hit> hits(NamedElement named) {
		return switch (named) {
			case Declaration declaration -> Stream.of(DiagramKind.values()).filter(kind -> subjects(kind).contains(declaration))
					.map(kind -> new Hit("", title(named), uri(kind, declaration))).toList();
			case Part part -> inside(part, DiagramKind.LINE);
			case Step step -> inside(step, DiagramKind.RECIPE);
			case Bay bay -> inside(bay, DiagramKind.SITE);
			case Port port -> inside(port, port.eContainer() instanceof Site ? DiagramKind.SITE : DiagramKind.LINE);
			default -> List.of();
		};
	}

	private List<Hit> inside(NamedElement named, DiagramKind kind) {
		return named.eContainer() instanceof Declaration around && subjects(kind).contains(around)
				? List.of(new Hit(TwinModel.qualifiedName(named), title(named) + " in " + title(around), uri(kind, around))) : List.of();
	}
}
