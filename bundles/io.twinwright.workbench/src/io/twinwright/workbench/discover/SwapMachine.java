package io.twinwright.workbench.discover;

import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.SetPoints;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** The selected machine takes a position of the plant that is attached. */
public final class SwapMachine extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof Row.Found found) {
			Shell shell = HandlerUtil.getActiveShell(event);
			Optional<LiveSession> session = found.isLikely() ? LiveSessions.of(found.fit().project()) : Optional.empty();
			Optional<String> refusal = Positions.refusal(found).or(() -> session.isEmpty() ? Optional.of(NLS.bind(Messages.notConnected,
					found.fit().project().getName())) : SetPoints.refusal());
			if (refusal.isPresent()) {
				MessageDialog.openInformation(shell, Messages.swap, refusal.get());
			} else if (IDE.saveAllEditors(new IResource[] { found.fit().project() }, true)) {
				new SwapDialog(shell, found, session.get()).open();
			}
		}
		return null;
	}
}
