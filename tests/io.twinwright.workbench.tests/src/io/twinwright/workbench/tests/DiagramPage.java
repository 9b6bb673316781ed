package io.twinwright.workbench.tests;

import io.twinwright.workbench.diagram.DiagramEditor;
import java.util.Objects;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.browser.Browser;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.FileEditorInput;

/** The page of a diagram in an editor, driven as a user does: by the mouse and the keys on what is drawn. */
final class DiagramPage {
	private final DiagramEditor editor;

	DiagramPage(DiagramEditor editor) {
		this.editor = editor;
	}

	/** Opens the diagram of a file as by Open With > Diagram, and waits until something is drawn. */
	static DiagramPage open(IFile file) {
		DiagramPage page = new DiagramPage(Workbench.ui(() -> (DiagramEditor) Workbench.page().openEditor(new FileEditorInput(file), DiagramEditor.ID, true,
				IWorkbenchPage.MATCH_ID | IWorkbenchPage.MATCH_INPUT)));
		page.untilDrawn();
		return page;
	}

	/** @return the diagram editor that is opened by a command, once something is drawn in it */
	static DiagramPage opened() {
		Workbench.until("a diagram is open", () -> Workbench.page().getActiveEditor() instanceof DiagramEditor);
		DiagramPage page = new DiagramPage(Workbench.ui(() -> (DiagramEditor) Workbench.page().getActiveEditor()));
		page.untilDrawn();
		return page;
	}

	DiagramEditor editor() {
		return editor;
	}

	private void untilDrawn() {
		Workbench.until("the diagram is drawn", this::isDrawn);
	}

	/** @return whether something is drawn; for the thread of the user interface */
	boolean isDrawn() {
		return is("document.querySelectorAll('#diagram .twin-node').length > 0");
	}

	/** @return what the drawing is called, and how many things are in it; nothing where there is none; for the thread of the user interface */
	String drawn() {
		return String.valueOf(Objects.requireNonNullElse(value("document.querySelector('#crumbs .here').textContent + ' '"
				+ " + document.querySelectorAll('#diagram .twin-node').length"), "nothing"));
	}

	/** @return whether something is true on the page; false while there is none; for the thread of the user interface */
	boolean is(String expression) {
		return Boolean.TRUE.equals(value(expression));
	}

	/** @return what something is on the page, null while there is none; for the thread of the user interface */
	Object value(String expression) {
		Browser browser = editor.browser();
		try {
			return browser == null || browser.isDisposed() ? null : browser.evaluate("try { return " + expression + "; } catch (e) { return null; }");
		} catch (SWTException e) {
			// the page is not there yet
			return null;
		}
	}

	/** @return whether an element is drawn; for the thread of the user interface */
	boolean has(String id) {
		return is("document.getElementById('diagram_" + id + "') !== null");
	}

	/** @return where an element is drawn, as it is written in its transformation; for the thread of the user interface */
	String place(String id) {
		return String.valueOf(value("document.getElementById('diagram_" + id + "').getAttribute('transform')"));
	}

	/** Clicks at an element and waits until it is selected. */
	void select(String id) {
		Workbench.until(id + " is drawn", () -> has(id));
		run("""
				const target = document.getElementById('diagram_%s').querySelector('.box, .ground') ?? document.getElementById('diagram_%s');
				const box = target.getBoundingClientRect();
				for (const kind of ['mousedown', 'mouseup', 'click']) {
					target.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, view: window, button: 0, buttons: kind === 'mousedown' ? 1 : 0,
						clientX: box.left + box.width / 2, clientY: box.top + 6 }));
				}
				""".formatted(id, id));
		Workbench.until(id + " is selected", () -> isSelected(id));
	}

	/** @return whether an element is drawn as selected; for the thread of the user interface */
	boolean isSelected(String id) {
		return is("document.getElementById('diagram_" + id + "').classList.contains('selected')");
	}

	/** Clicks at a part of the page around the drawing. */
	void click(String selector) {
		Workbench.until(selector + " can be clicked", () -> is("document.querySelector('" + selector + "').matches(':enabled') && document.querySelector('" + selector + "').checkVisibility()"));
		run("document.querySelector('" + selector + "').click();");
	}

	/** Gives the keys of the keyboard to the page. */
	void focus() {
		Workbench.ui(() -> {
			Workbench.window().getShell().forceActive();
			Workbench.page().activate(editor);
			return editor.browser().forceFocus();
		});
		Workbench.until("the page has the keys", () -> editor.browser().isFocusControl());
	}

	/** Presses a key in the drawing, of which the workbench does not know. */
	void press(String key, boolean control) {
		run("""
				const drawing = document.querySelector('#diagram svg.sprotty-graph');
				drawing.focus();
				for (const kind of ['keydown', 'keyup']) {
					drawing.dispatchEvent(new KeyboardEvent(kind, { key: '%s', code: '%s', ctrlKey: %s, bubbles: true, cancelable: true }));
				}
				""".formatted(key, key.length() == 1 ? "Key" + key.toUpperCase(java.util.Locale.ROOT) : key, control));
	}

	/** Gives an element another name in place. */
	void rename(String id, String name) {
		select(id);
		press("F2", false);
		Workbench.until("a name can be typed", () -> is("document.querySelector('.label-edit:not(.hidden) input').checkVisibility()"));
		run("""
				const input = document.querySelector('.label-edit:not(.hidden) input');
				input.value = '%s';
				input.dispatchEvent(new InputEvent('input', { bubbles: true }));
				for (const kind of ['keydown', 'keyup']) {
					input.dispatchEvent(new KeyboardEvent(kind, { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
				}
				""".formatted(name));
	}

	private void run(String script) {
		Workbench.ui(() -> {
			if (!editor.browser().execute("(() => {" + script + "})();")) {
				throw new AssertionError("Not understood by the page: " + script);
			}
			return null;
		});
	}

	/** @return whether a sentence is over the drawing; for the thread of the user interface */
	boolean hasBanner() {
		return is("!document.getElementById('banner').hidden");
	}

	/** @return the sentence over the drawing, empty for none; for the thread of the user interface */
	String banner() {
		return String.valueOf(value("document.getElementById('banner').hidden ? '' : document.getElementById('banner').textContent"));
	}
}
