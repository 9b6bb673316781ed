package io.twinwright.diagram.server;

import com.google.inject.Inject;
import io.twinwright.core.diagnostic.Fix.Edit;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.dsl.ide.edit.Edited;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.dsl.ide.edit.FileChange;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionDispatcher;
import org.eclipse.glsp.server.actions.ActionHandler;
import org.eclipse.glsp.server.actions.MessageAction;
import org.eclipse.glsp.server.actions.SelectAction;
import org.eclipse.glsp.server.features.core.model.ModelSubmissionHandler;
import org.eclipse.glsp.server.features.undoredo.RedoAction;
import org.eclipse.glsp.server.features.undoredo.UndoAction;
import org.eclipse.glsp.server.operations.Operation;
import org.eclipse.glsp.server.types.Severity;

/**
 * Does what users do: each operation is one step of the text and of the positions. What is refused is said with its reason, and the
 * client gets the drawing again, because it may have moved something already.
 */
class Edits implements ActionHandler {
	private static final int TRIES = 3;

	@Inject
	private ProjectTexts texts;
	@Inject
	private Editing editing;
	@Inject
	private OpenDiagram open;
	@Inject
	private ModelSubmissionHandler submission;
	@Inject
	private ActionDispatcher dispatcher;
	@Inject
	private Session.Modes modes;

	/** What is edited. */
	private record Base(long version, Map<URI, String> texts, String layout, String fault) {
	}

	/** Why nothing was done. */
	private static final class Refusal extends Exception {
		private static final long serialVersionUID = 1;

		Refusal(String sentence) {
			super(sentence);
		}
	}

	@Override
	public List<Class<? extends Action>> getHandledActionTypes() {
		List<Class<? extends Action>> types = new ArrayList<>(Operations.TYPES);
		types.add(UndoAction.class);
		types.add(RedoAction.class);
		return types;
	}

	@Override
	public List<Action> execute(Action action) {
		if (open.shown() == null) {
			return List.of();
		}
		try {
			switch (action) {
				case UndoAction undo -> undo(false);
				case RedoAction redo -> undo(true);
				case Operation operation -> edit(new Operations(open.shown()).plan(operation));
				default -> throw new IllegalArgumentException(action.getKind());
			}
			return drawn();
		} catch (Refusal refusal) {
			return refused(refusal.getMessage());
		} catch (IOException e) {
			return refused(e.getMessage());
		}
	}

	private List<Action> drawn() {
		List<Action> answers = new ArrayList<>(submission.submitModel("operation"));
		answers.addAll(modes.changed());
		return answers;
	}

	private List<Action> refused(String sentence) {
		List<Action> answers = new ArrayList<>(List.of(new Actions.Refused(sentence), new MessageAction(Severity.WARNING, sentence)));
		answers.addAll(drawn());
		return answers;
	}

	private void undo(boolean again) throws IOException, Refusal {
		String reason = texts.undo(open.shown().file(), again);
		if (!reason.isEmpty()) {
			throw new Refusal(reason);
		}
	}

	private void edit(Plan plan) throws IOException, Refusal {
		if (plan.isNothing()) {
			return;
		}
		for (int tries = 0; tries < TRIES; tries++) {
			Base base = texts.read(state -> base(state, !plan.gestures().isEmpty()));
			if (!base.fault().isEmpty()) {
				throw new Refusal(base.fault());
			}
			List<FileChange> changes = new ArrayList<>();
			List<String> added = List.of();
			if (!plan.gestures().isEmpty()) {
				switch (editing.edit(base.texts(), plan.gestures())) {
					case Edited.Refused refused -> throw new Refusal(refused.sentence());
					case Edited.Changed changed -> {
						changes.addAll(changed.files());
						added = changed.added();
					}
				}
			}
			moved(plan, base, added).ifPresent(changes::add);
			if (texts.change(open.shown().file(), base.version(), changes)) {
				if (!added.isEmpty()) {
					dispatcher.dispatchAfterNextUpdate(SelectAction.setSelection(added));
				}
				return;
			}
		}
		throw new Refusal("The text is being changed elsewhere. Try it again.");
	}

	private Base base(ProjectState state, boolean isOfText) {
		return new Base(state.version(), isOfText ? state.texts() : Map.of(),
				state.layouts().getOrDefault(ProjectState.layout(open.shown().file()), ""), open.shown().fault().isEmpty() ? state.fault() : open.shown().fault());
	}

	/** @return the change of the file with positions, if there is one */
	private Optional<FileChange> moved(Plan plan, Base base, List<String> added) throws Refusal {
		Path file = ProjectState.layout(open.shown().file());
		try {
			LayoutFile layout = base.layout().isEmpty() ? new LayoutFile() : LayoutFile.read(base.layout());
			plan.place(layout, open.shown(), added);
			if (plan.gestures().isEmpty()) {
				layout.retain(texts.read(state -> new Contents(texts.root(), state).ids()));
				layout.tidy(open.shown().diagram());
			}
			return Optional.of(change(URI.createFileURI(file.toString()), base.layout(), layout.diagrams().isEmpty() ? "" : layout.text()));
		} catch (ParseException e) {
			throw new Refusal(LayoutFile.unreadable(file.getFileName().toString()));
		}
	}

	/** @return the change from one text to another, of what is different in between */
	private static FileChange change(URI file, String from, String to) {
		int begin = 0;
		while (begin < Math.min(from.length(), to.length()) && from.charAt(begin) == to.charAt(begin)) {
			begin++;
		}
		int end = 0;
		while (end < Math.min(from.length(), to.length()) - begin && from.charAt(from.length() - 1 - end) == to.charAt(to.length() - 1 - end)) {
			end++;
		}
		return new FileChange(file, from.equals(to) ? List.of() : List.of(new Edit(begin, from.length() - end - begin,
				to.substring(begin, to.length() - end))));
	}
}
