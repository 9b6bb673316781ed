package io.twinwright.workbench.discover;

import io.twinwright.core.discovery.StandIn;
import io.twinwright.core.structure.Position;
import java.util.Optional;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** The positions of the project that ask for a machine. */
final class Positions {
	private Positions() {
	}

	/** @return why the machine has no place in a line, a sentence; empty if it may have one */
	static Optional<String> refusal(Row.Found found) {
		return !found.isLikely() ? Optional.of(NLS.bind(Messages.noType, found.machine().title()))
				: found.fit().places().isEmpty() ? Optional.of(NLS.bind(Messages.noPlace, found.fit().match().type().getName(), found.fit().project().getName()))
				: Optional.empty();
	}

	/** Lets the user choose one of those that the machine can take. */
	static Optional<String> choose(Shell shell, Row.Found found) {
		ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, new LabelProvider() {
			@Override
			public String getText(Object element) {
				Position position = (Position) element;
				return position.piece() == null ? NLS.bind(Messages.free, position.path()) : NLS.bind(Messages.filled, position.path(), position.piece().getName());
			}
		});
		dialog.setTitle(Messages.insert);
		dialog.setMessage(NLS.bind(Messages.insertHelp, found.machine().title(), found.fit().project().getName()));
		dialog.setElements(found.fit().places().stream().filter(place -> place.obstacle().isEmpty()).map(StandIn::position).toArray());
		dialog.setHelpAvailable(false);
		return dialog.open() == Window.OK ? Optional.ofNullable((Position) dialog.getFirstResult()).map(Position::path) : Optional.empty();
	}
}
