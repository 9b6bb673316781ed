package io.twinwright.workbench.diagram;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;

/** Follows the file of an editor to its new place, and closes the editor with it. */
final class FollowedFile implements IResourceChangeListener {
	private final DiagramEditor editor;

	FollowedFile(DiagramEditor editor) {
		this.editor = editor;
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		IFile file = editor.file();
		if (event.getDelta().findMember(file.getProject().getFullPath()) == null || file.exists()) {
			return;
		}
		IPath to = movedTo(event.getDelta(), file.getFullPath());
		editor.getSite().getShell().getDisplay().asyncExec(() -> {
			IFile moved = to == null ? null : ResourcesPlugin.getWorkspace().getRoot().getFile(to);
			if (!file.equals(editor.file())) {
				return;
			}
			if (moved != null && moved.exists() && Documents.isTwin(moved)) {
				editor.moved(moved);
			} else {
				editor.gone();
			}
		});
	}

	/** @return where a file has gone with the outermost folder that was moved, null for nowhere */
	private static IPath movedTo(IResourceDelta all, IPath file) {
		for (int segments = 1; segments <= file.segmentCount(); segments++) {
			IResourceDelta delta = all.findMember(file.uptoSegment(segments));
			if (delta != null && (delta.getFlags() & IResourceDelta.MOVED_TO) != 0) {
				return delta.getMovedToPath().append(file.removeFirstSegments(segments));
			}
		}
		return null;
	}
}
