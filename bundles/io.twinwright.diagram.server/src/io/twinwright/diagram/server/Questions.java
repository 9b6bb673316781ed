package io.twinwright.diagram.server;

import com.google.inject.Inject;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.svg.SvgPicture;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.ide.edit.Property;
import io.twinwright.model.NamedElement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionHandler;
import org.eclipse.glsp.server.actions.MessageAction;
import org.eclipse.glsp.server.features.clipboard.RequestClipboardDataAction;
import org.eclipse.glsp.server.features.clipboard.SetClipboardDataAction;
import org.eclipse.glsp.server.features.typehints.CheckEdgeResultAction;
import org.eclipse.glsp.server.features.typehints.RequestCheckEdgeAction;
import org.eclipse.glsp.server.types.Severity;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Answers what clients ask without changing anything. */
class Questions implements ActionHandler {
	/** Under which name copied elements are in the clipboard. */
	static final String CLIPBOARD = "twin";

	@Inject
	private ProjectTexts texts;
	@Inject
	private Editing editing;
	@Inject
	private OpenDiagram open;

	/** Where the name of an element stands in a text. */
	private record Place(Path file, int line, int offset, int length) {
	}

	@Override
	public List<Class<? extends Action>> getHandledActionTypes() {
		return List.of(Actions.Properties.class, Actions.Reveal.class, Actions.Search.class, Actions.Diagrams.class, Actions.Check.class,
				Actions.Export.class, RequestCheckEdgeAction.class, RequestClipboardDataAction.class);
	}

	@Override
	public List<Action> execute(Action action) {
		return switch (action) {
			case Actions.Diagrams asked -> List.of(new Actions.SetDiagrams(contents(Contents::all)));
			case Actions.Search asked -> List.of(new Actions.Found(contents(contents -> contents.search(Objects.requireNonNullElse(asked.query, "")))));
			default -> open.shown() == null ? List.of() : List.of(answer(action));
		};
	}

	private Action answer(Action action) {
		return switch (action) {
			case Actions.Properties asked -> properties(Objects.requireNonNullElse(asked.elementId, ""));
			case Actions.Check asked -> new Actions.Checked(refusal(asked.sourceId, asked.targetId));
			case RequestCheckEdgeAction asked -> new CheckEdgeResultAction(asked.getTargetElementId()
					.map(target -> refusal(asked.getSourceElementId(), target).isEmpty()).orElse(true), asked);
			case Actions.Reveal asked -> reveal(Drawing.element(Objects.requireNonNullElse(asked.elementId, "")));
			case Actions.Export asked -> export();
			case RequestClipboardDataAction asked -> new SetClipboardDataAction(Map.of(CLIPBOARD, editing.copy(current(),
					asked.getEditorContext().getSelectedElementIds().stream().map(Drawing::element).distinct().toList())));
			default -> throw new IllegalArgumentException(action.getKind());
		};
	}

	private <T> T contents(Function<Contents, T> reader) {
		return texts.read(state -> reader.apply(new Contents(texts.root(), state)));
	}

	private Map<URI, String> current() {
		return texts.read(state -> state.files().isEmpty() ? Map.of() : Editing.texts(state.files().getFirst()));
	}

	/** @return why two ports cannot be connected, a sentence; empty if they can */
	private String refusal(String from, String to) {
		return editing.refusal(current(), new Gesture.Connect(open.shown().diagram().subject(), Drawing.element(from), Drawing.element(to), null));
	}

	private Action properties(String id) {
		String subject = open.shown().diagram().subject();
		String element = id.isEmpty() || id.equals(open.shown().diagram().id()) ? subject : Drawing.element(id);
		boolean isReadable = open.shown().fault().isEmpty();
		List<Actions.Row> rows = editing.properties(current(), element).stream().map(property -> row(property, isReadable)).toList();
		String title = open.shown().diagram().nodes().stream().filter(node -> node.id().equals(element)).map(DiagramNode::label).findFirst()
				.orElse(element.substring(element.lastIndexOf('.') + 1));
		return new Actions.SetProperties(id, title, rows);
	}

	private static Actions.Row row(Property property, boolean isEditable) {
		return new Actions.Row(property.key(), property.label(), property.text(), property.unit(), property.choices(),
				isEditable && property.readOnly().isEmpty(), property.readOnly().isEmpty() ? property.documentation()
						: property.documentation() + "\n" + property.readOnly());
	}

	/** Where no editor is beside the diagram, the place is told. */
	private Action reveal(String element) {
		Optional<Place> place = texts.read(state -> place(state, element));
		if (place.isEmpty()) {
			return new MessageAction(Severity.INFO, "'%s' has no text of its own in this project.".formatted(element));
		}
		texts.show(place.get().file(), place.get().offset(), place.get().length());
		return new MessageAction(Severity.INFO, "'%s' is declared in %s, line %d.".formatted(element,
				Address.file(texts.root(), place.get().file()), place.get().line()));
	}

	private static Optional<Place> place(ProjectState state, String element) {
		for (XtextResource file : state.files()) {
			for (Iterator<EObject> all = file.getAllContents(); all.hasNext();) {
				if (all.next() instanceof NamedElement named && named.getName() != null && TwinModel.qualifiedName(named).equals(element)) {
					INode node = NodeModelUtils.findActualNodeFor(named);
					return Optional.of(new Place(ProjectState.path(file), node.getStartLine(), node.getOffset(), node.getLength()));
				}
			}
		}
		return Optional.empty();
	}

	private Action export() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			SvgPicture.write(open.shown().diagram(), open.shown().layout(), out);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return new Actions.Exported(open.shown().diagram().subject() + "." + open.shown().diagram().kind().id() + ".svg",
				out.toString(StandardCharsets.UTF_8));
	}
}
