package io.twinwright.workbench.live;

import io.twinwright.workbench.language.Work;
import io.twinwright.workbench.project.Chosen;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Plays the selected recording, or one that the user chooses, in its project and shows the Live view. */
public final class ReplayRecording extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		Optional<IProject> project = Chosen.project(event);
		Optional<Path> file = project.isPresent() ? file(event, project.get()) : Optional.empty();
		if (file.isPresent()) {
			try {
				HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(LiveView.ID);
			} catch (PartInitException e) {
				throw new ExecutionException(e.getMessage(), e);
			}
			Work.start(NLS.bind(Messages.replaying, file.get().getFileName()), null,
					monitor -> LiveSessions.replay(project.get(), file.get()).replay().play());
		}
		return null;
	}

	private static Optional<Path> file(ExecutionEvent event, IProject project) throws ExecutionException {
		if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
			IFile file = Adapters.adapt(selection.getFirstElement(), IFile.class);
			if (file != null && "csv".equals(file.getFileExtension()) && file.getLocation() != null) {
				return Optional.of(file.getLocation().toPath());
			}
		}
		FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN);
		dialog.setText(Messages.replay);
		dialog.setFilterExtensions(new String[] { "*.csv" });
		dialog.setFilterPath(RecordLive.folder(project).toString());
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}
}
