package io.twinwright.workbench.project;

import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IImportWizard;

/** Makes a project from a folder, an archive or what another tool has written, and opens its plant. */
public final class ImportWizard extends ProjectWizard<ImportPage> implements IImportWizard {
	public ImportWizard() {
		super(Messages.importProject, new ImportPage());
	}

	@Override
	Wanted wanted(ImportPage page) {
		Path source = page.source();
		return new Wanted(page.project(), (project, monitor) -> fill(source, project, monitor), NLS.bind(Messages.importing, source));
	}

	private static void fill(Path source, IProject project, SubMonitor monitor) throws CoreException {
		Importer.of(source).fill(source, project, monitor);
		List<IResource> twins = new ArrayList<>();
		project.accept(resource -> {
			if (Texts.EXTENSION.equals(resource.getFileExtension())) {
				twins.add(resource);
			}
			return twins.isEmpty();
		});
		if (twins.isEmpty()) {
			throw Models.failure(NLS.bind(Messages.noTwins, source), null);
		}
	}
}
