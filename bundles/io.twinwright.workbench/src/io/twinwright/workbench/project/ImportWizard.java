package io.twinwright.workbench.project;

import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.language.Texts;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.actions.WorkspaceModifyOperation;

/** Makes a project from a folder, an archive or what another tool has written, and opens its plant. */
public final class ImportWizard extends Wizard implements IImportWizard {
	private final ImportPage page = new ImportPage();
	private IWorkbench workbench;

	public ImportWizard() {
		setWindowTitle(Messages.importProject);
		setNeedsProgressMonitor(true);
	}

	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		this.workbench = workbench;
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IProject project = page.project();
		Path source = page.source();
		try {
			getContainer().run(true, true, new WorkspaceModifyOperation() {
				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException {
					NewProjectWizard.make(project, (made, progress) -> fill(source, made, progress),
							SubMonitor.convert(monitor, NLS.bind(Messages.importing, source), 10));
				}
			});
			NewProjectWizard.show(project, workbench.getActiveWorkbenchWindow());
			return true;
		} catch (InvocationTargetException e) {
			if (e.getCause() instanceof CoreException failure) {
				page.setErrorMessage(failure.getStatus().getMessage());
				return false;
			}
			throw new IllegalStateException(e.getCause());
		} catch (InterruptedException cancelled) {
			// the user did it; nothing was imported
			return false;
		}
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
