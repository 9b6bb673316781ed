package io.twinwright.workbench.project;

import io.twinwright.workbench.language.Models;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Comparator;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Makes a project as its only page says, and opens its plant. */
abstract class ProjectWizard<P extends WizardPage> extends Wizard implements IWorkbenchWizard {
	private final P page;
	private IWorkbench workbench;

	ProjectWizard(String title, P page) {
		this.page = page;
		setWindowTitle(title);
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

	/** What makes the files of a project. */
	interface Filling {
		void fill(IProject project, SubMonitor monitor) throws CoreException;
	}

	/** What is made: which project, of what, and what is said meanwhile. */
	record Wanted(IProject project, Filling filling, String task) {
	}

	/** @return what a page asks for */
	abstract Wanted wanted(P page);

	@Override
	public boolean performFinish() {
		Wanted wanted = wanted(page);
		try {
			getContainer().run(true, true, new WorkspaceModifyOperation() {
				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException {
					make(wanted.project(), wanted.filling(), SubMonitor.convert(monitor, wanted.task(), 10));
				}
			});
			show(wanted.project(), workbench.getActiveWorkbenchWindow());
			return true;
		} catch (InvocationTargetException e) {
			if (e.getCause() instanceof CoreException failure) {
				page.setErrorMessage(failure.getStatus().getMessage());
				return false;
			}
			throw new IllegalStateException(e.getCause());
		} catch (InterruptedException cancelled) {
			// the user did it; nothing was made
			return false;
		}
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
