package io.twinwright.workbench.project;

import io.twinwright.core.diagnostic.FileFailure;
import io.twinwright.workbench.language.Models;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/** Copies the files of a folder, such as a project of another workspace. */
final class FolderImporter implements Importer {
	@Override
	public String name() {
		return Messages.folderName;
	}

	@Override
	public boolean reads(String fileName, byte[] start) {
		return true;
	}

	@Override
	public void fill(Path source, IProject project, SubMonitor monitor) throws CoreException {
		if (!Files.isDirectory(source)) {
			throw Models.failure(NLS.bind(Files.exists(source) ? Messages.notReadable : Messages.noFolder, source), null);
		}
		try (Stream<Path> all = Files.walk(source)) {
			List<Path> files = all.filter(Files::isRegularFile).toList();
			monitor.setWorkRemaining(files.size());
			for (Path file : files) {
				try (InputStream content = Files.newInputStream(file)) {
					ProjectFiles.make(project, IPath.fromPath(source.relativize(file)), content, monitor.split(1));
				}
			}
		} catch (UncheckedIOException e) {
			throw Models.failure(FileFailure.unreadable(e.getCause()), e);
		} catch (IOException e) {
			throw Models.failure(FileFailure.unreadable(e), e);
		}
	}
}
