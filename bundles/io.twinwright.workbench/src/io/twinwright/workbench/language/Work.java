package io.twinwright.workbench.language;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** What the user has asked for and takes its time: done in the background, and told in a window where it fails. */
public final class Work {
	private static final long PATIENCE_S = 60;

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

	/**
	 * Waits for an answer, for a bounded time. One that comes later is not cancelled: who asked for something to close closes it
	 * then. Not for the thread of the user interface.
	 *
	 * @param late what is told if it does not come in time, with a place for the seconds
	 * @throws ExecutionException with what it failed with
	 * @throws CoreException with a sentence if it does not come in time
	 */
	public static <T> T await(CompletableFuture<T> answer, String late) throws ExecutionException, CoreException {
		try {
			return answer.get(PATIENCE_S, TimeUnit.SECONDS);
		} catch (TimeoutException e) {
			throw Models.failure(NLS.bind(late, PATIENCE_S), e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw Models.failure(NLS.bind(late, PATIENCE_S), e);
		}
	}

	private static void tell(String name, String sentence) {
		Display display = PlatformUI.getWorkbench().getDisplay();
		display.asyncExec(() -> MessageDialog.openError(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), name, sentence));
	}
}
