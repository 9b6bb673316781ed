package io.twinwright.workbench.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.intro.IIntroManager;
import org.eclipse.ui.texteditor.ITextEditor;

/** The workbench, driven from the thread of a measurement. */
final class Ui {
	/** The longest wait for anything. */
	static final long PATIENCE_SECONDS = 600;

	private Ui() {
	}

	/** @return what a call in the thread of the user interface gives */
	static <T> T run(Callable<T> call) {
		AtomicReference<T> result = new AtomicReference<>();
		AtomicReference<Throwable> failure = new AtomicReference<>();
		Display.getDefault().syncExec(() -> {
			try {
				result.set(call.call());
			} catch (Exception | LinkageError | AssertionError e) {
				failure.set(e);
			}
		});
		if (failure.get() != null) {
			throw new IllegalStateException(failure.get());
		}
		return result.get();
	}

	/** Waits until something holds in the thread of the user interface. */
	static void until(String what, Callable<Boolean> condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (!run(condition)) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("Waited too long until " + what);
			}
			rest(20);
		}
	}

	/** Lets some time go by, as a person at the keyboard does. */
	static void rest(long milliseconds) {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
		for (long left = milliseconds; left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(left));
		}
	}

	static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
	}

	/** The page that a first start shows covers what is measured. */
	static void closeWelcome() {
		IIntroManager welcome = PlatformUI.getWorkbench().getIntroManager();
		until("the Welcome page is closed", () -> welcome.getIntro() == null || welcome.closeIntro(welcome.getIntro()));
	}

	/** @return a folder as a project of the workspace */
	static IProject project(Path folder) throws CoreException {
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		IProject project = workspace.getRoot().getProject(folder.getFileName().toString());
		if (!project.exists()) {
			IProjectDescription description = workspace.newProjectDescription(project.getName());
			description.setLocation(IPath.fromPath(folder));
			project.create(description, null);
		}
		project.open(null);
		return project;
	}

	static ITextEditor edit(IFile file) {
		return run(() -> (ITextEditor) IDE.openEditor(page(), file));
	}

	static StyledText text(ITextEditor editor) {
		return run(() -> (StyledText) editor.getAdapter(Control.class));
	}
}
