package io.twinwright.workbench.project;

import io.twinwright.core.translation.Translation;
import io.twinwright.importers.Imported;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Texts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.SubMonitor;

/** Makes a twin file of a file of another program: a tag list, a Thing Description and others. What was not understood stands in it as comments. */
final class PlantFileImporter implements Importer {
	private final io.twinwright.importers.Importer format;

	PlantFileImporter(io.twinwright.importers.Importer format) {
		this.format = format;
	}

	@Override
	public String name() {
		return Translation.here().phrase(format.name());
	}

	@Override
	public boolean reads(String fileName, byte[] start) {
		return format.reads(fileName, start);
	}

	@Override
	public void fill(Path source, IProject project, SubMonitor monitor) throws CoreException {
		Imported imported = Models.imported(source, project.getName());
		ByteArrayInputStream text = new ByteArrayInputStream(imported.written().text().getBytes(StandardCharsets.UTF_8));
		ProjectFiles.make(project, IPath.fromPortableString(project.getName() + "." + Texts.EXTENSION), text, monitor);
	}
}
