package io.twinwright.diagram.server;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.Found;
import io.twinwright.diagram.View;
import io.twinwright.model.Asset;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The diagrams of one state of a project by their addresses, and how one leads to another. */
final class Contents {
	private static final int FOUND = 50;

	private final Path root;
	private final ProjectState state;

	/** A diagram as it is offered. */
	record Entry(String uri, String title, String kind) {
	}

	/**
	 * Something that was searched for.
	 *
	 * @param id as what it is in its diagram
	 * @param within what that diagram is called; empty for the subject of the diagram
	 * @param uri of the diagram
	 */
	record Hit(String id, String label, String within, String uri) {
	}

	/** A diagram around another one. */
	record Step(String title, String uri) {
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

	/** @return how the files with positions name all diagrams */
	Set<String> ids() {
		return Stream.of(DiagramKind.values()).flatMap(kind -> subjects(kind).stream().map(subject -> kind.id() + " " + TwinModel.qualifiedName(subject)))
				.collect(Collectors.toSet());
	}

	/** @return the diagram that an element is the subject of, in the order of kinds; empty for none */
	Optional<String> of(NamedElement element) {
		return Stream.of(DiagramKind.values()).filter(kind -> subjects(kind).contains(element)).findFirst().map(kind -> uri(kind, element));
	}

	private List<NamedElement> subjects(DiagramKind kind) {
		return state.diagrams() == null ? List.of() : state.diagrams().subjects(kind);
	}

	private String uri(DiagramKind kind, NamedElement subject) {
		return Address.of(root, kind, subject).toString();
	}

	/** What is looked at where it is anyway needs no place in its address. */
	private String uri(DiagramKind kind, NamedElement subject, String place) {
		boolean isElsewhere = kind == DiagramKind.LINE && place != null && !(subject instanceof Asset)
				&& !place.equals(state.diagrams().crumbs(subject, View.PLAIN).getLast().place());
		return Address.of(root, kind, subject).at(isElsewhere ? place : null).toString();
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
			String wanted = given.map(address -> address.at(null).toString()).orElse("");
			return all().stream().map(Entry::uri).filter(uri -> given.isPresent() ? uri.endsWith(wanted) : text.isEmpty() || uri.startsWith(text + "#"))
					.findFirst().flatMap(Address::of).map(address -> address.at(given.map(Address::place).orElse(null)));
		}
		// the file may have another name by now
		return given.filter(address -> isFile(address.file())).or(() -> find(given.get().anywhere().toString()));
	}

	private boolean isFile(String name) {
		return state.files().stream().anyMatch(file -> Address.file(root, ProjectState.path(file)).equals(name));
	}

	/** @return what a diagram shows, empty if there is no such thing any more */
	Optional<NamedElement> subject(Address address) {
		return subjects(address.kind()).stream().filter(subject -> TwinModel.qualifiedName(subject).equals(address.subject())).findFirst();
	}

	/** @return the addresses of the diagrams of the insides of nodes, by the ids of these */
	Map<String, String> insides(Diagram diagram, NamedElement subject, View view) {
		Map<String, String> insides = new HashMap<>();
		if (diagram.kind() == DiagramKind.LINE) {
			for (DiagramNode node : diagram.nodes()) {
				if (node.opens()) {
					state.diagrams().inner(subject, view, node.id()).filter(inner -> isOfProject(inner.subject()))
							.ifPresent(inner -> insides.put(node.id(), uri(DiagramKind.LINE, inner.subject(), inner.place())));
				}
			}
		}
		return insides;
	}

	/** The library has no text that could be edited. */
	private boolean isOfProject(NamedElement element) {
		return state.files().contains(element.eResource());
	}

	/** @return the diagrams around one, the site first, and it itself last */
	List<Step> steps(Address address, NamedElement subject, View view) {
		if (address.kind() != DiagramKind.LINE) {
			return List.of(new Step(title(subject), address.toString()));
		}
		List<Step> steps = new ArrayList<>();
		if (subject instanceof Asset asset && state.twin().positionOf(asset).site() != null) {
			Site site = state.twin().positionOf(asset).site();
			steps.add(new Step(title(site), uri(DiagramKind.SITE, site)));
		}
		state.diagrams().crumbs(subject, view).stream().filter(crumb -> isOfProject(crumb.subject()))
				.forEach(crumb -> steps.add(new Step(crumb.title(), uri(kind(crumb.subject()), crumb.subject(), crumb.place()))));
		return steps;
	}

	private DiagramKind kind(NamedElement subject) {
		return Stream.of(DiagramKind.values()).filter(kind -> subjects(kind).contains(subject)).findFirst().orElse(DiagramKind.LINE);
	}

	/** @return what is drawn somewhere and has these words, equal names first */
	List<Hit> search(String words) {
		return state.diagrams() == null ? List.of() : state.diagrams().search(words, FOUND).stream().map(this::hit).toList();
	}

	/** @return where something is drawn */
	Hit hit(Found found) {
		boolean isSubject = found.id().equals(TwinModel.qualifiedName(found.subject()));
		return new Hit(found.id(), found.label(), isSubject ? "" : title(found.subject()), uri(found.kind(), found.subject()));
	}
}
