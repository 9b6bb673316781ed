package io.twinwright.workbench.language;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;

/** Tells the server which projects and files come, change and go. */
final class Projects implements IResourceChangeListener {
	private final TwinLanguage language;

	Projects(TwinLanguage language) {
		this.language = language;
	}

	void follow() {
		ResourcesPlugin.getWorkspace().addResourceChangeListener(this,
				IResourceChangeEvent.POST_CHANGE | IResourceChangeEvent.PRE_CLOSE | IResourceChangeEvent.PRE_DELETE);
	}

	void unfollow() {
		ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		if (event.getResource() instanceof IProject project) {
			// before it goes, since afterwards nobody knows where it was
			change(List.of(), List.of(TwinLanguage.folder(project)));
			return;
		}
		List<WorkspaceFolder> added = new ArrayList<>();
		List<FileEvent> files = new ArrayList<>();
		try {
			event.getDelta().accept(delta -> look(delta, added, files));
		} catch (CoreException e) {
			ILog.of(Projects.class).log(e.getStatus());
		}
		change(added, List.of());
		if (!files.isEmpty()) {
			language.tell(server -> server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(files)));
		}
	}

	private void change(List<WorkspaceFolder> added, List<WorkspaceFolder> removed) {
		if (!added.isEmpty() || !removed.isEmpty()) {
			language.tell(server -> server.getWorkspaceService().didChangeWorkspaceFolders(
					new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed))));
		}
	}

	/** @return whether to look inside */
	private static boolean look(IResourceDelta delta, List<WorkspaceFolder> added, List<FileEvent> files) {
		IResource resource = delta.getResource();
		if (resource instanceof IProject project) {
			boolean opened = delta.getKind() == IResourceDelta.ADDED || (delta.getFlags() & IResourceDelta.OPEN) != 0;
			if (opened && project.isOpen()) {
				added.add(TwinLanguage.folder(project));
			}
			return !opened && project.isOpen();
		}
		if (resource instanceof IFile && Texts.EXTENSION.equals(resource.getFileExtension()) && resource.getLocationURI() != null) {
			switch (delta.getKind()) {
				case IResourceDelta.ADDED -> files.add(new FileEvent(Texts.uri(resource), FileChangeType.Created));
				case IResourceDelta.REMOVED -> files.add(new FileEvent(Texts.uri(resource), FileChangeType.Deleted));
				default -> {
					if ((delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0) {
						files.add(new FileEvent(Texts.uri(resource), FileChangeType.Changed));
					}
				}
			}
		}
		return true;
	}
}
