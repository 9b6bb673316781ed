package io.twinwright.diagram.server;

import com.google.inject.Inject;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.diagram.layout.Point;
import io.twinwright.model.Declaration;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.glsp.graph.GGraph;
import org.eclipse.glsp.server.actions.SaveModelAction;
import org.eclipse.glsp.server.features.core.model.GModelFactory;
import org.eclipse.glsp.server.features.core.model.RequestModelAction;
import org.eclipse.glsp.server.features.core.model.SourceModelStorage;
import org.eclipse.glsp.server.model.DefaultGModelState;
import org.eclipse.glsp.server.utils.ClientOptionsUtil;
import org.eclipse.xtext.resource.XtextResource;

/** The diagram that a window has open. Used by one thread, that of the session. */
class OpenDiagram extends DefaultGModelState {
	/** How many nodes a window is sent. */
	static final int MOST = 500;

	@Inject
	private ProjectTexts texts;
	private String wanted = "";
	private Shown shown;
	private long version;

	/** @return what is shown; null before a diagram was asked for */
	Shown shown() {
		return shown;
	}

	/** Opens another diagram. */
	void open(String uri) {
		wanted = uri;
		shown = null;
	}

	/** @return whether what is to be shown is not what is shown */
	boolean isOutdated() {
		return shown != null && texts.read(ProjectState::version) != version;
	}

	/** Looks at the project; @return whether there is something else to show than before */
	boolean look() {
		Shown before = shown;
		texts.read(state -> {
			shown = look(state);
			version = state.version();
			return null;
		});
		if (shown.equals(before)) {
			return false;
		}
		GGraph graph = Drawing.of(shown);
		graph.setRevision(getRoot() == null ? 0 : getRoot().getRevision());
		updateRoot(graph);
		return true;
	}

	private Shown look(ProjectState state) {
		Contents contents = new Contents(texts.root(), state);
		Optional<Address> address = contents.find(wanted);
		Optional<Declaration> subject = address.flatMap(contents::subject);
		if (subject.isEmpty()) {
			return nothing(state, address);
		}
		Path file = ProjectState.path((XtextResource) subject.get().eResource());
		Diagram whole = state.diagrams().of(address.get().kind(), subject.get());
		Diagram diagram = bounded(whole);
		String fault = state.fault();
		Map<String, Point> given = Map.of();
		try {
			given = positions(state, file).of(diagram);
		} catch (ParseException e) {
			fault = fault.isEmpty() ? unreadable(ProjectState.layout(file)) : fault;
		}
		Layout layout = Layouts.of(diagram, given);
		return new Shown(address.get(), file, diagram, layout, contents.insides(diagram, subject.get()), contents.crumbs(address.get(), subject.get()),
				whole.nodes().size() - diagram.nodes().size(), fault);
	}

	/** @return the positions of the diagrams of a twin file */
	static LayoutFile positions(ProjectState state, Path file) throws ParseException {
		String text = state.layouts().get(ProjectState.layout(file));
		return text == null ? new LayoutFile() : LayoutFile.read(text);
	}

	private static String unreadable(Path file) {
		return "'%s' is no list of positions. Correct it, or delete it to have all placed anew.".formatted(file.getFileName());
	}

	private Shown nothing(ProjectState state, Optional<Address> address) {
		Address drawn = address.orElse(new Address("", io.twinwright.diagram.DiagramKind.LINE, ""));
		String fault = !state.fault().isEmpty() ? state.fault() : drawn.subject().isEmpty() ? "There is nothing to draw here."
				: "There is no %s diagram of '%s' in this project. Choose another one.".formatted(drawn.kind().id(), drawn.subject());
		Diagram diagram = new Diagram(drawn.kind(), drawn.subject(), drawn.subject(), "", List.of(), List.of(), List.of());
		return new Shown(drawn, texts.root(), diagram, Layouts.of(diagram, Map.of()), Map.of(), List.of(), 0, fault);
	}

	/** @return the first nodes of a diagram that has too many, with what is between them */
	private static Diagram bounded(Diagram diagram) {
		if (diagram.nodes().size() <= MOST) {
			return diagram;
		}
		var nodes = diagram.nodes().subList(0, MOST);
		Set<String> ends = new HashSet<>();
		nodes.forEach(node -> {
			ends.add(node.id());
			node.ports().forEach(port -> ends.add(port.id()));
		});
		return new Diagram(diagram.kind(), diagram.subject(), diagram.title(), diagram.subtitle(), nodes,
				diagram.edges().stream().filter(edge -> ends.contains(edge.source()) && ends.contains(edge.target())).toList(), diagram.badges());
	}

	/** Lets GLSP draw it. */
	static final class Painter implements GModelFactory {
		@Inject
		private OpenDiagram open;

		@Override
		public void createGModel() {
			open.look();
		}
	}

	/** Lets GLSP open it. All that is edited is kept at once, so that there is nothing to save. */
	static final class Storage implements SourceModelStorage {
		@Inject
		private OpenDiagram open;

		@Override
		public void loadSourceModel(RequestModelAction action) {
			open.open(ClientOptionsUtil.getSourceUri(action.getOptions()).orElse(""));
		}

		@Override
		public void saveSourceModel(SaveModelAction action) {
			// nothing is left to save
		}
	}
}
