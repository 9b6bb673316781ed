package io.twinwright.workbench.bench;

import io.twinwright.dsl.ide.TwinService;
import io.twinwright.workbench.language.Findings;
import io.twinwright.workbench.language.TwinLanguage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.MarkerAnnotation;

/** Opens files, types into them, and waits for what the checker says. The projects have no findings but those that it types. */
final class EditorMeasure {
	private static final String PLACE = "energy(";
	private static final int TYPED = 40;
	private static final long BETWEEN_MS = 60;
	private static final long AFTER_MS = 2000;

	private final Path plant;
	private final Path lines;
	private final int runs;

	/** @param plant a project of many files; {@code lines} one with one long file */
	EditorMeasure(Path plant, Path lines, int runs) {
		this.plant = plant;
		this.lines = lines;
		this.runs = runs;
	}

	void run() throws Exception {
		Watchdog.calm();
		IProject many = Ui.project(plant);
		IProject one = Ui.project(lines);
		Figures.tell("checking", Watchdog.during(() -> {
			long start = System.nanoTime();
			checked();
			Figures.tell("checked", since(start));
		}));
		// what the first editor of all loads is no matter of the length of a file
		Ui.edit(one.getFile("machines.twin"));
		Watchdog.calm();
		ITextEditor editor = open(first(one));
		typing("line", editor);
		markers("line", editor);
		markers("plant", Ui.edit(first(many)));
	}

	private static IFile first(IProject project) throws CoreException {
		for (IResource member : project.members()) {
			if (member instanceof IFile file && file.getName().startsWith("hall")) {
				return file;
			}
		}
		throw new IllegalStateException("No file in " + project);
	}

	private static void checked() throws Exception {
		TwinLanguage language = Ui.run(TwinLanguage::get);
		language.ask(TwinService::checked).get(Ui.PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	/** @return milliseconds */
	private static double since(long start) {
		return (System.nanoTime() - start) / 1e6;
	}

	private static ITextEditor open(IFile file) throws Exception {
		Figures.tell("opening", Watchdog.during(() -> {
			long start = System.nanoTime();
			StyledText text = Ui.text(Ui.edit(file));
			Ui.until("the text is there", () -> text.isVisible() && text.getLineCount() > 1);
			Figures.tell("open", since(start));
			Ui.rest(AFTER_MS);
		}));
		return Ui.edit(file);
	}

	/** Types letters as fast as people do, and takes them back. */
	private static void typing(String name, ITextEditor editor) throws Exception {
		int place = place(editor);
		List<Double> keys = new ArrayList<>();
		Figures.tell(name + ".typing", Watchdog.during(() -> {
			for (int i = 0; i < 2 * TYPED; i++) {
				long start = System.nanoTime();
				boolean typed = i < TYPED;
				int at = typed ? place + i : place + 2 * TYPED - i;
				Ui.run(() -> press(Ui.text(editor), at, typed ? 'x' : SWT.BS));
				keys.add(since(start));
				Ui.rest(BETWEEN_MS);
			}
			Ui.rest(AFTER_MS);
		}));
		Figures.tell(name + ".key", keys);
	}

	private void markers(String name, ITextEditor editor) throws Exception {
		int place = place(editor);
		List<Double> calm = new ArrayList<>();
		List<Double> busy = new ArrayList<>();
		for (int i = 0; i < runs; i++) {
			checked();
			calm.add(until(editor, true, place, 'x'));
			busy.add(until(editor, false, place + 1, SWT.BS));
			busy.add(until(editor, true, place, 'x'));
			busy.add(until(editor, false, place + 1, SWT.BS));
		}
		Figures.tell(name + ".marker", calm);
		Figures.tell(name + ".next", busy);
	}

	/** @return the milliseconds from a key to the finding in the editor, or until there is none */
	private static double until(ITextEditor editor, boolean found, int place, char key) throws Exception {
		IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
		CompletableFuture<Long> seen = new CompletableFuture<>();
		IAnnotationModelListener listener = changed -> {
			if (hasFindings(changed) == found) {
				seen.complete(System.nanoTime());
			}
		};
		model.addAnnotationModelListener(listener);
		try {
			long start = System.nanoTime();
			Display.getDefault().asyncExec(() -> press((StyledText) editor.getAdapter(Control.class), place, key));
			return (seen.get(Ui.PATIENCE_SECONDS, TimeUnit.SECONDS) - start) / 1e6;
		} finally {
			model.removeAnnotationModelListener(listener);
		}
	}

	private static boolean hasFindings(IAnnotationModel model) {
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			if (all.next() instanceof MarkerAnnotation annotation && !annotation.isMarkedDeleted() && annotation.getMarker().exists()
					&& Findings.MARKER.equals(type(annotation))) {
				return true;
			}
		}
		return false;
	}

	private static String type(MarkerAnnotation annotation) {
		try {
			return annotation.getMarker().getType();
		} catch (CoreException e) {
			return "";
		}
	}

	/** @return a place in the middle of the text where a letter is a mistake */
	private static int place(ITextEditor editor) {
		return Ui.run(() -> {
			StyledText text = (StyledText) editor.getAdapter(Control.class);
			String all = text.getText();
			int place = all.indexOf(PLACE, all.length() / 2);
			return (place < 0 ? all.indexOf(PLACE) : place) + PLACE.length();
		});
	}

	/** The same as a key of the keyboard does. */
	private static Object press(StyledText text, int place, char key) {
		text.setSelection(place);
		text.showSelection();
		Event event = new Event();
		event.character = key;
		event.keyCode = key;
		text.notifyListeners(SWT.KeyDown, event);
		return null;
	}
}
