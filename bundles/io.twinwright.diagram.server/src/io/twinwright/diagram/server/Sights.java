package io.twinwright.diagram.server;

import io.twinwright.diagram.server.DiagramServer.Drawn;
import io.twinwright.model.NamedElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** What of a text is seen in which diagram, in one state of a project. */
final class Sights {
	private final Path root;
	private final ProjectState state;
	private final Contents contents;

	Sights(Path root, ProjectState state) {
		this.root = root;
		this.state = state;
		this.contents = new Contents(root, state);
	}

	/** @return as of {@link DiagramServer#own} */
	Optional<Drawn> own(Path file, int line, int column) {
		List<NamedElement> around = around(file, line, column);
		Optional<String> uri = around.stream().flatMap(element -> contents.of(element).stream()).findFirst();
		return uri.map(found -> around.stream().flatMap(element -> hit(element).stream()).filter(hit -> hit.uri().equals(found)).findFirst()
				.map(this::drawn).orElseGet(() -> drawn(found, ""))).or(() -> first(file));
	}

	/** @return as of {@link DiagramServer#shown} */
	Optional<Drawn> shown(Path file, int line, int column) {
		return around(file, line, column).stream().flatMap(element -> hit(element).stream()).findFirst().map(this::drawn).or(() -> first(file));
	}

	/** @return the named elements around a place, the innermost first */
	private List<NamedElement> around(Path file, int line, int column) {
		List<NamedElement> around = new ArrayList<>();
		ILeafNode leaf = state.files().stream().filter(one -> ProjectState.path(one).equals(file)).findFirst().map(XtextResource::getParseResult)
				.map(parsed -> NodeModelUtils.findLeafNodeAtOffset(parsed.getRootNode(), offset(parsed.getRootNode().getText(), line, column))).orElse(null);
		for (EObject element = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf); element != null; element = element.eContainer()) {
			if (element instanceof NamedElement named && named.getName() != null) {
				around.add(named);
			}
		}
		return around;
	}

	private static int offset(String text, int line, int column) {
		int begin = 0;
		for (int before = 1; before < line; before++) {
			begin = text.indexOf('\n', begin) + 1;
			if (begin == 0) {
				return text.length();
			}
		}
		return begin + column - 1;
	}

	private Optional<Contents.Hit> hit(NamedElement element) {
		return state.diagrams().drawn(element).map(contents::hit);
	}

	private Optional<Drawn> first(Path file) {
		return contents.find(file == null ? "" : Address.file(root, file)).map(address -> drawn(address.toString(), ""));
	}

	private Drawn drawn(Contents.Hit hit) {
		return drawn(hit.uri(), hit.id());
	}

	private Drawn drawn(String uri, String element) {
		return new Drawn(uri, root.resolve(Address.of(uri).orElseThrow().file()).normalize(), element);
	}
}
