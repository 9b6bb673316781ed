package io.twinwright.workbench.live;

import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** Records what is attached to a file that the user chooses, or ends the recording. */
public final class RecordLive extends AbstractHandler implements IElementUpdater {
	static final String ID = "io.twinwright.workbench.record";
	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		List<LiveSession> recording = LiveSessions.recording();
		if (!recording.isEmpty()) {
			recording.forEach(RecordLive::stop);
			return null;
		}
		Shell shell = HandlerUtil.getActiveShell(event);
		var session = LiveSessions.chosen(HandlerUtil.getCurrentSelection(event));
		if (session.isEmpty()) {
			MessageDialog.openInformation(shell, Messages.record, Messages.nothingToRecord);
			return null;
		}
		FileDialog dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText(Messages.record);
		dialog.setFilterExtensions(new String[] { "*.csv" });
		dialog.setFilterPath(folder(session.get().project()).toString());
		dialog.setFileName(session.get().project().getName() + "-" + STAMP.format(LocalDateTime.now()) + ".csv");
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen != null) {
			start(session.get(), Path.of(chosen));
		}
		return null;
	}

	/** @throws ExecutionException with a sentence if the project went meanwhile */
	static Path folder(IProject project) throws ExecutionException {
		try {
			return Models.location(project);
		} catch (CoreException e) {
			throw new ExecutionException(e.getStatus().getMessage(), e);
		}
	}

	private static void start(LiveSession session, Path file) {
		Work.start(NLS.bind(Messages.recordingTo, file.getFileName()), null, monitor -> {
			try {
				// the user has agreed in the dialog
				Files.deleteIfExists(file);
			} catch (IOException e) {
				throw Models.failure(NLS.bind(Messages.notReplaced, file, e.getMessage()), e);
			}
			session.record(file);
			show(session);
		});
	}

	private static void stop(LiveSession session) {
		Work.start(Messages.stopRecording, null, monitor -> {
			session.stopRecording();
			show(session);
		});
	}

	/** The file is to be seen in its project. */
	private static void show(LiveSession session) throws CoreException {
		if (session.project().isAccessible()) {
			session.project().refreshLocal(IResource.DEPTH_INFINITE, null);
		}
	}

	@Override
	public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		element.setChecked(!LiveSessions.recording().isEmpty());
	}
}
