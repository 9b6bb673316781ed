package io.twinwright.diagram.server;

import com.google.inject.Inject;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.View;
import io.twinwright.diagram.layout.Given;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.model.NamedElement;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
	@Inject
	private ProjectTexts texts;
	@Inject
	private Hosted hosted;
	@Inject
	private Language language;
	private String wanted = "";
	private Shown shown;
	private View view = View.PLAIN;
	private long version;
	/** Whether something else is wanted than what is shown. */
	private boolean isAnother;

	/** What is to be shown, without where it goes. */
	private record Found(Address address, Path file, Diagram diagram, Given given, Map<String, String> insides, List<Contents.Step> crumbs,
			String fault) {
	}

	/** @return what is shown; null before a diagram was asked for */
	Shown shown() {
		return shown;
	}

	/** Opens another diagram. */
	void open(String uri) {
		wanted = uri;
		view = View.PLAIN;
		shown = null;
		isAnother = true;
	}

	/** Shows the inside of a node in it, or not any more. */
	void expand(String id, boolean isExpanded) {
		view = view.expanding(id, isExpanded);
		isAnother = true;
	}

	/** Shows a node for certain, where not all are. */
	void focus(String id) {
		view = view.focusedOn(id);
		isAnother = true;
	}

	/** @return whether what is to be shown is not what is shown */
	boolean isOutdated() {
		return shown != null && texts.read(ProjectState::version) != version;
	}

	/** Looks at the project; @return whether there is something else to show than before */
	boolean look() {
		Shown before = shown;
		Found found = texts.read(state -> {
			boolean isSame = !isAnother && state.version() == version;
			version = state.version();
			return isSame ? null : find(state);
		});
		if (found == null) {
			return false;
		}
		isAnother = false;
		// this takes its time, and others may read the texts meanwhile
		shown = placed(found, before);
		if (shown.equals(before)) {
			return false;
		}
		GGraph graph = Drawing.of(shown, language);
		hosted.shows(shown);
		graph.setRevision(getRoot() == null ? 0 : getRoot().getRevision());
		updateRoot(graph);
		return true;
	}

	private Found find(ProjectState state) {
		Contents contents = new Contents(texts.root(), state);
		Optional<Address> address = contents.find(wanted);
		Optional<NamedElement> subject = address.flatMap(contents::subject);
		if (subject.isEmpty()) {
			return nothing(state, address);
		}
		Path file = ProjectState.path((XtextResource) subject.get().eResource());
		view = new View(view.expanded(), view.focus(), address.get().place());
		Diagram diagram = state.diagrams().of(address.get().kind(), subject.get(), view);
		String fault = state.fault();
		Given given = Given.NOTHING;
		try {
			given = positions(state, file).given(diagram);
		} catch (ParseException e) {
			fault = fault.isEmpty() ? LayoutFile.unreadable(ProjectState.layout(file).getFileName().toString()) : fault;
		}
		return new Found(address.get(), file, diagram, given, contents.insides(diagram, subject.get(), view),
				contents.steps(address.get(), subject.get(), view), fault);
	}

	/** @return the same, placed; where it was before if nothing has changed that matters for it */
	private static Shown placed(Found found, Shown before) {
		boolean isPlaced = before != null && before.diagram().equals(found.diagram()) && before.given().equals(found.given());
		Layout layout = isPlaced ? before.layout() : Layouts.of(found.diagram(), found.given());
		return new Shown(found.address(), found.file(), found.diagram(), found.given(), layout, found.insides(), found.crumbs(), found.fault());
	}

	/** @return the positions of the diagrams of a twin file */
	static LayoutFile positions(ProjectState state, Path file) throws ParseException {
		String text = state.layouts().get(ProjectState.layout(file));
		return text == null ? new LayoutFile() : LayoutFile.read(text);
	}

	private Found nothing(ProjectState state, Optional<Address> address) {
		Address drawn = address.orElse(new Address("", DiagramKind.LINE, "", null));
		String fault = !state.fault().isEmpty() ? state.fault() : drawn.subject().isEmpty() ? "There is nothing to draw here."
				: "There is no %s diagram of '%s' in this project. Choose another one.".formatted(drawn.kind().id(), drawn.subject());
		Diagram diagram = new Diagram(drawn.kind(), drawn.subject(), drawn.subject(), "", List.of(), List.of(), List.of(), List.of());
		return new Found(drawn, texts.root(), diagram, Given.NOTHING, Map.of(), List.of(), fault);
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
