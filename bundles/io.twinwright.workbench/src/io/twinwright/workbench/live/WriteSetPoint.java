package io.twinwright.workbench.live;

import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.Shown;
import io.twinwright.workbench.language.Work;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Writes a new value to the selected actuator or parameter, after the user has seen the old and the new one. */
public final class WriteSetPoint extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
				&& selection.getFirstElement() instanceof LiveTree.Signal signal) {
			if (signal.session() instanceof LiveSession session) {
				ask(HandlerUtil.getActiveShell(event), session, signal.point());
			} else {
				MessageDialog.openInformation(HandlerUtil.getActiveShell(event), Messages.write, Messages.noPlant);
			}
		}
		return null;
	}

	private static void ask(Shell shell, LiveSession session, Point point) {
		Optional<String> refusal = SetPoints.refusal(point);
		if (refusal.isPresent()) {
			MessageDialog.openInformation(shell, Messages.write, refusal.get());
			return;
		}
		InputDialog dialog = new InputDialog(shell, Messages.write,
				NLS.bind(Messages.writeHelp, new Object[] { point.path(), Shown.unit(point), RangeBar.text(point) }), session.cell(point).value(),
				text -> SetPoints.problem(point, text));
		if (dialog.open() != Window.OK) {
			return;
		}
		String after = dialog.getValue();
		if (MessageDialog.openQuestion(shell, Messages.write, NLS.bind(Messages.confirmWrite, new Object[] { point.path(),
				session.cell(point).value(), after, Shown.unit(point), session.url(point) }))) {
			Work.start(NLS.bind(Messages.writing, point.path()), null, monitor -> SetPoints.write(session, point, after));
		}
	}
}
