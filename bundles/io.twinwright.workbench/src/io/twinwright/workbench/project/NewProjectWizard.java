package io.twinwright.workbench.project;

import io.twinwright.workbench.language.Models;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Comparator;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Makes a project from an example, or an empty one, and opens its plant. */
public final class NewProjectWizard extends Wizard implements INewWizard {
	private final ProjectPage page = new ProjectPage();
	private IWorkbench workbench;

	public NewProjectWizard() {
		setWindowTitle(Messages.newProject);
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
		String example = page.example();
		try {
			getContainer().run(true, false, new WorkspaceModifyOperation() {
				@Override
				protected void execute(org.eclipse.core.runtime.IProgressMonitor monitor) throws CoreException {
					make(project, example, SubMonitor.convert(monitor, Messages.making, 10));
				}
			});
			show(project, workbench.getActiveWorkbenchWindow());
			return true;
		} catch (InvocationTargetException e) {
			if (e.getCause() instanceof CoreException failure) {
				page.setErrorMessage(failure.getStatus().getMessage());
				return false;
			}
			throw new IllegalStateException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** What makes the files of a project. */
	interface Filling {
		void fill(IProject project, SubMonitor monitor) throws CoreException;
	}

	/** @param example what the files are copied from, null for none */
	static void make(IProject project, String example, SubMonitor monitor) throws CoreException {
		make(project, example == null ? (made, progress) -> {
			// it stays empty
		} : (made, progress) -> Examples.copy(example, made, progress), monitor);
	}

	/** There is a whole project or none. What has its name already is left as it is. */
	static void make(IProject project, Filling filling, SubMonitor monitor) throws CoreException {
		String problem = ProjectNames.problem(project.getName());
		if (problem != null) {
			throw Models.failure(problem, null);
		}
		project.create(monitor.split(1));
		try {
			project.open(monitor.split(1));
			filling.fill(project, monitor.split(8));
		} catch (CoreException | RuntimeException failure) {
			try {
				project.delete(true, true, null);
			} catch (CoreException left) {
				failure.addSuppressed(left);
			}
			throw failure;
		}
	}

	/** Opens the plant of a project in a window. */
	static void show(IProject project, IWorkbenchWindow window) {
		BasicNewResourceWizard.selectAndReveal(project, window);
		try {
			var plant = Arrays.stream(project.members()).filter(IFile.class::isInstance).map(IFile.class::cast)
					.filter(file -> "twin".equals(file.getFileExtension()))
					.min(Comparator.<IFile>comparingInt(file -> "plant.twin".equals(file.getName()) ? 0 : 1).thenComparing(IResource::getName));
			if (plant.isPresent()) {
				IDE.openEditor(window.getActivePage(), plant.get());
			}
		} catch (CoreException e) {
			ErrorDialog.openError(window.getShell(), Messages.newProject, Messages.notShown, e.getStatus());
		}
	}
}
