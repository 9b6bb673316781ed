package io.twinwright.workbench.language;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** What the user has asked for and takes its time: done in the background, and told in a window where it fails. */
public final class Work {
	private Work() {
	}

	/**
	 * Starts work; its failures are sentences for the user.
	 *
	 * @param rule what nobody else changes meanwhile, null for nothing
	 */
	public static void start(String name, ISchedulingRule rule, ICoreRunnable work) {
		Job job = Job.create(name, monitor -> {
			try {
				work.run(monitor);
			} catch (CoreException e) {
				tell(name, e.getStatus().getMessage());
			}
			return Status.OK_STATUS;
		});
		job.setRule(rule);
		job.setUser(true);
		job.schedule();
	}

	private static void tell(String name, String sentence) {
		Display display = PlatformUI.getWorkbench().getDisplay();
		display.asyncExec(() -> MessageDialog.openError(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), name, sentence));
	}
}
