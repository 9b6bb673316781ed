package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** The running workbench, driven from the thread of a test. */
final class Workbench {
	/** The longest wait for anything, in seconds; generous for machines that do much else. */
	private static final long PATIENCE = Long.getLong("twinwright.patience", 60);
	/** The most pictures of which the last one is kept. */
	private static final int PICTURES = 20;
	private static final Path SCREENSHOTS = Path.of(System.getProperty("twinwright.screenshots"));

	private Workbench() {
	}

	/** A condition that may fail. */
	interface Condition {
		boolean holds() throws Exception;
	}

	/** @return what a call in the thread of the user interface gives */
	static <T> T ui(Callable<T> call) {
		AtomicReference<T> result = new AtomicReference<>();
		AtomicReference<Throwable> failure = new AtomicReference<>();
		Display.getDefault().syncExec(() -> {
			try {
				result.set(call.call());
			} catch (Throwable thrown) {
				failure.set(thrown);
			}
		});
		if (failure.get() != null) {
			throw new AssertionError(failure.get());
		}
		return result.get();
	}

	/** Begins something in the thread of the user interface that may open a window and wait until it is closed. */
	static void begin(Callable<?> call) {
		Display.getDefault().asyncExec(() -> {
			try {
				call.call();
			} catch (Exception thrown) {
				throw new IllegalStateException(thrown);
			}
		});
	}

	/** Begins a command, which may wait for the user. */
	static void command(String id) {
		begin(() -> window().getService(IHandlerService.class).executeCommand(id, null));
	}

	/** Waits in the thread of the test until something holds in that of the user interface. */
	static void until(String what, Condition condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
		while (!ui(condition::holds)) {
			assertTrue(System.nanoTime() < end, () -> "Waited too long until " + what);
			try {
				TimeUnit.MILLISECONDS.sleep(20);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new AssertionError(e);
			}
		}
	}

	static IWorkbenchWindow window() {
		return ui(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
	}

	static IWorkbenchPage page() {
		return window().getActivePage();
	}

	/** @return a new project; one of that name from before is deleted */
	static IProject project(String name) throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		if (project.exists()) {
			project.delete(true, true, null);
		}
		project.create(null);
		project.open(null);
		return project;
	}

	static IFile file(IProject project, String name, String text) throws CoreException {
		IFile file = project.getFile(name);
		file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, null);
		return file;
	}

	/** @return the twin files of an example as files of a project */
	static void copyExample(String example, IProject project) throws CoreException, IOException {
		try (var files = Files.list(Path.of(System.getProperty("twinwright.root"), "examples", example))) {
			for (Path file : files.filter(path -> path.toString().endsWith(".twin")).toList()) {
				file(project, file.getFileName().toString(), Files.readString(file));
			}
		}
	}

	static ITextEditor edit(IFile file) {
		return ui(() -> (ITextEditor) IDE.openEditor(page(), file));
	}

	static StyledText text(ITextEditor editor) {
		return ui(() -> (StyledText) editor.getAdapter(Control.class));
	}

	static IViewPart show(String view) {
		return ui(() -> page().showView(view));
	}

	/** @return the messages of the findings of a file, by line */
	static List<String> findings(IFile file) throws CoreException {
		List<String> messages = new ArrayList<>();
		for (IMarker marker : file.findMarkers("io.twinwright.workbench.problem", true, IResource.DEPTH_ZERO)) {
			messages.add(marker.getAttribute(IMarker.LINE_NUMBER, 0) + ": " + marker.getAttribute(IMarker.MESSAGE, ""));
		}
		return messages.stream().sorted().toList();
	}

	/** @return the controls of one kind inside of another, at any depth */
	static <T extends Control> List<T> find(Composite in, Class<T> kind) {
		List<T> found = new ArrayList<>();
		for (Control child : in.getChildren()) {
			if (kind.isInstance(child)) {
				found.add(kind.cast(child));
			}
			if (child instanceof Composite composite) {
				found.addAll(find(composite, kind));
			}
		}
		return found;
	}

	/** @return the open dialog of a wizard; it does not block */
	static WizardDialog open(IWizard wizard) {
		return ui(() -> {
			WizardDialog dialog = new WizardDialog(window().getShell(), wizard);
			dialog.setBlockOnOpen(false);
			dialog.open();
			return dialog;
		});
	}

	/** Presses a button that is in a window and can be pressed. */
	static void press(Shell in, String text) {
		until("'" + text + "' can be pressed", () -> !in.isDisposed() && find(in, Button.class).stream().anyMatch(button -> is(button, text) && button.isEnabled()));
		ui(() -> {
			Button button = button(in, text);
			if ((button.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
				button.setSelection(!button.getSelection());
			}
			button.notifyListeners(SWT.Selection, new Event());
			return null;
		});
	}

	/** @return the button that is to be seen in a window; for the thread of the user interface */
	static Button button(Shell in, String text) {
		return find(in, Button.class).stream().filter(one -> is(one, text)).findFirst().orElseThrow();
	}

	private static boolean is(Button button, String text) {
		return button.isVisible() && button.getText().replace("&", "").startsWith(text);
	}

	/** @return the open window with a title */
	static Shell shell(String title) {
		until("'" + title + "' is open", () -> open(title).isPresent());
		return ui(() -> open(title).orElseThrow());
	}

	private static Optional<Shell> open(String title) {
		return Arrays.stream(Display.getDefault().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst();
	}

	/** Closes what a test that failed left open, since it would hold up the next one. */
	static void closeDialogs() {
		ui(() -> {
			Arrays.stream(Display.getDefault().getShells()).filter(shell -> !shell.isDisposed() && shell.isVisible() && shell.getParent() != null)
					.forEach(Shell::close);
			return null;
		});
	}

	/** @return the text of a label or message that is in a window and contains something */
	static boolean says(Shell in, String text) {
		return find(in, Control.class).stream().filter(Control::isVisible).anyMatch(control -> control instanceof Label label
				&& label.getText().contains(text) || control instanceof Text field && field.getText().contains(text)
				|| control instanceof CLabel line && line.getText() != null && line.getText().contains(text));
	}

	/** Waits until a window says something. */
	static void untilSays(Shell in, String text) {
		try {
			until("it says: " + text, () -> says(in, text));
		} catch (AssertionError tooLong) {
			throw new AssertionError(tooLong.getMessage() + "; it says " + ui(() -> in.isDisposed() ? "nothing" : find(in, Control.class).stream()
					.map(control -> control instanceof Label label ? label.getText() : control instanceof Text field ? field.getText() : "")
					.filter(line -> !line.isBlank()).toList().toString()), tooLong);
		}
	}

	/** @return the text of all consoles */
	static String consoles() {
		return Arrays.stream(ConsolePlugin.getDefault().getConsoleManager().getConsoles()).filter(TextConsole.class::isInstance)
				.map(console -> ((TextConsole) console).getDocument().get()).reduce("", String::concat);
	}

	/** Keeps a picture of the whole screen, when all browsers have drawn their pages and nothing is on its way any more. */
	static void screenshot(String name) {
		until("pages are drawn", () -> find(window().getShell().getDisplay().getActiveShell() == null ? window().getShell()
				: window().getShell().getDisplay().getActiveShell(), Browser.class).stream().filter(Control::isVisible).allMatch(Pictures::isDrawn));
		AtomicReference<ImageData> last = new AtomicReference<>();
		AtomicInteger left = new AtomicInteger(PICTURES);
		// values and carets go on changing, so that there is a last picture
		until("nothing moves", () -> {
			ImageData before = last.getAndSet(Pictures.ofScreen());
			return before != null && Arrays.equals(before.data, last.get().data) || left.decrementAndGet() == 0;
		});
		ui(() -> {
			Files.createDirectories(SCREENSHOTS);
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { last.get() };
			loader.save(SCREENSHOTS.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
			return null;
		});
	}
}
