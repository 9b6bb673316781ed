package io.twinwright.workbench.diagram;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Undo and redo of the workbench in a diagram: the history is that of the text. */
final class Undo extends AbstractHandler {
	private final DiagramEditor editor;
	private final boolean again;

	Undo(DiagramEditor editor, boolean again) {
		this.editor = editor;
		this.again = again;
	}

	@Override
	public Object execute(ExecutionEvent event) {
		editor.undo(again);
		return null;
	}
}
