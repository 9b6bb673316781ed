package io.twinwright.workbench.project;

import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.handlers.HandlerUtil;

/** What the user has chosen to work on. */
public final class Chosen {
	private Chosen() {
	}

	/** @return the project of what is selected, else of the active editor; where there is none, the user is told so */
	public static Optional<IProject> project(ExecutionEvent event) {
		IResource resource = HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
				? Adapters.adapt(selection.getFirstElement(), IResource.class) : null;
		if (resource == null) {
			IEditorInput input = HandlerUtil.getActiveEditorInput(event);
			resource = input == null ? null : Adapters.adapt(input, IFile.class);
		}
		if (resource == null || !resource.getProject().isAccessible()) {
			MessageDialog.openInformation(HandlerUtil.getActiveShell(event), Messages.noProject, Messages.noProjectHelp);
			return Optional.empty();
		}
		return Optional.of(resource.getProject());
	}
}
