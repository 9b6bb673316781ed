package io.twinwright.diagram.server;

import com.google.inject.Inject;
import io.twinwright.diagram.svg.SvgPicture;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.ide.edit.Place;
import io.twinwright.dsl.ide.edit.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionHandler;
import org.eclipse.glsp.server.actions.MessageAction;
import org.eclipse.glsp.server.features.clipboard.RequestClipboardDataAction;
import org.eclipse.glsp.server.features.clipboard.SetClipboardDataAction;
import org.eclipse.glsp.server.features.typehints.CheckEdgeResultAction;
import org.eclipse.glsp.server.features.typehints.RequestCheckEdgeAction;
import org.eclipse.glsp.server.types.Severity;

/** Answers what clients ask and tell without changing anything. */
class Questions implements ActionHandler {
	/** Under which name copied elements are in the clipboard. */
	static final String CLIPBOARD = "twin";

	@Inject
	private ProjectTexts texts;
	@Inject
	private Editing editing;
	@Inject
	private OpenDiagram open;
	@Inject
	private Hosted hosted;

	@Override
	public List<Class<? extends Action>> getHandledActionTypes() {
		return List.of(Actions.Properties.class, Actions.Reveal.class, Actions.Selected.class, Actions.Search.class, Actions.Diagrams.class, Actions.Check.class,
				Actions.Export.class, Actions.Save.class, RequestCheckEdgeAction.class, RequestClipboardDataAction.class);
	}

	@Override
	public List<Action> execute(Action action) {
		return switch (action) {
			case Actions.Diagrams asked -> List.of(new Actions.SetDiagrams(contents(Contents::all)));
			case Actions.Search asked -> List.of(new Actions.Found(contents(contents -> contents.search(Objects.requireNonNullElse(asked.query, "")))));
			default -> open.shown() == null ? List.of() : switch (action) {
				case Actions.Reveal wanted -> reveal(Drawing.element(Objects.requireNonNullElse(wanted.elementId, "")));
				case Actions.Selected told -> select(told.elementIds);
				case Actions.Save file -> save(file);
				default -> List.of(answer(action));
			};
		};
	}

	private Action answer(Action action) {
		return switch (action) {
			case Actions.Properties asked -> properties(Objects.requireNonNullElse(asked.elementId, ""));
			case Actions.Check asked -> new Actions.Checked("edge:covers".equals(asked.elementTypeId)
					? editing.refusal(current(), new Gesture.SetCover(Drawing.element(asked.sourceId), Drawing.element(asked.targetId)))
					: refusal(asked.sourceId, asked.targetId));
			case RequestCheckEdgeAction asked -> new CheckEdgeResultAction(asked.getTargetElementId()
					.map(target -> refusal(asked.getSourceElementId(), target).isEmpty()).orElse(true), asked);
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
		return texts.read(ProjectState::texts);
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
		return new Actions.SetProperties(id, Hosted.title(open.shown(), element), rows);
	}

	private static Actions.Row row(Property property, boolean isEditable) {
		return new Actions.Row(property.key(), property.label(), property.text(), property.unit(), property.choices(),
				isEditable && property.readOnly().isEmpty(), property.readOnly().isEmpty() ? property.documentation()
						: property.documentation() + "\n" + property.readOnly());
	}

	/** Where no editor is beside the diagram, the place is told. */
	private List<Action> reveal(String element) {
		Optional<Place> place = editing.place(current(), element);
		if (place.isPresent() && hosted.show(place.get())) {
			return List.of();
		}
		return List.of(new MessageAction(Severity.INFO, place.map(found -> "'%s' is declared in %s, line %d.".formatted(element,
				Address.file(texts.root(), Path.of(found.file().toFileString())), found.line()))
				.orElse("'%s' has no text of its own in this project.".formatted(element))));
	}

	private List<Action> select(List<String> elements) {
		hosted.select(open.shown(), Objects.requireNonNullElse(elements, List.of()));
		return List.of();
	}

	private List<Action> save(Actions.Save file) {
		try {
			hosted.save(Objects.requireNonNullElse(file.name, ""), Objects.requireNonNullElse(file.piece, ""), file.last);
			return List.of();
		} catch (IOException e) {
			return List.of(new MessageAction(Severity.ERROR, e.getMessage()));
		}
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
