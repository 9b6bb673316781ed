package io.twinwright.workbench.diagram;

import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Work;
import io.twinwright.workbench.view.SavedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** A picture of a diagram that becomes a file. */
final class SavedPicture {
	private SavedPicture() {
	}

	/** Writes it in the background; a file of the workspace is to be seen there. */
	static void save(Path file, byte[] content) {
		Work.start(Messages.picture, null, monitor -> {
			try {
				SavedFile.write(file, aside -> Files.write(aside, content));
			} catch (IOException e) {
				throw Models.failure(FileFailure.unwritable(e), e);
			}
			show(file);
		});
	}

	private static void show(Path file) throws CoreException {
		for (IFile shown : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())) {
			shown.refreshLocal(IResource.DEPTH_ZERO, null);
		}
	}
}
