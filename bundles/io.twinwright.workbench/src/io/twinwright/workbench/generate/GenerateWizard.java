package io.twinwright.workbench.generate;

import io.twinwright.workbench.project.ProjectSettings;
import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.DialogPage;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;

/** Generates the configs of a project: asks for targets and folder, shows what would change, then writes. */
public final class GenerateWizard extends Wizard {
	private final IProject project;
	private final TargetsPage targets;
	private final PreviewPage preview = new PreviewPage();
	private Draft draft;
	private ProjectSettings drafted;

	/** Work that may fail with a sentence for the user. */
	private interface Work {
		void run(SubMonitor monitor) throws CoreException;
	}

	public GenerateWizard(IProject project) {
		this.project = project;
		this.targets = new TargetsPage(project);
		setWindowTitle(NLS.bind(Messages.title, project.getName()));
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		addPage(targets);
		addPage(preview);
	}

	@Override
	public IWizardPage getNextPage(IWizardPage page) {
		return page == targets ? preview : null;
	}

	/** Makes the files for what is chosen, unless they are made already. */
	boolean prepare() {
		ProjectSettings chosen = targets.settings();
		if (draft != null && chosen.equals(drafted)) {
			return true;
		}
		preview.show(null);
		boolean made = run(monitor -> {
			release();
			draft = Draft.of(project, chosen, monitor);
			drafted = chosen;
		});
		if (made) {
			preview.show(draft);
		}
		return made;
	}

	@Override
	public boolean performFinish() {
		if (!prepare()) {
			return false;
		}
		boolean force = preview.replacesForeign();
		if (!force && draft.items().stream().anyMatch(Draft.Item::foreign)) {
			getContainer().showPage(preview);
			return false;
		}
		boolean remembered = targets.isRemembered();
		return run(monitor -> {
			draft.commit(force, monitor);
			if (remembered) {
				drafted.store(project);
			}
			release();
		});
	}

	@Override
	public boolean performCancel() {
		return draft == null || run(monitor -> release());
	}

	private void release() throws CoreException {
		if (draft != null) {
			Draft over = draft;
			draft = null;
			over.close();
		}
	}

	/** @return whether it succeeded; where not, the page says why */
	private boolean run(Work work) {
		try {
			getContainer().run(true, false, (IProgressMonitor monitor) -> {
				try {
					work.run(SubMonitor.convert(monitor, Messages.generating, IProgressMonitor.UNKNOWN));
				} catch (CoreException e) {
					throw new InvocationTargetException(e);
				}
			});
			return true;
		} catch (InvocationTargetException e) {
			if (e.getCause() instanceof CoreException failure) {
				((DialogPage) getContainer().getCurrentPage()).setErrorMessage(failure.getStatus().getMessage());
				return false;
			}
			throw new IllegalStateException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new OperationCanceledException();
		}
	}
}
