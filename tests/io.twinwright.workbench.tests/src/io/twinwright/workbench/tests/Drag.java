package io.twinwright.workbench.tests;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;

/** Dragging with the mouse, with the events that the platform sends. */
final class Drag {
	private Drag() {
	}

	/** Drags what is selected in a tree to the caret of a text. */
	static void toCaret(Tree tree, StyledText text) {
		Workbench.ui(() -> {
			DragSource source = (DragSource) tree.getData(DND.DRAG_SOURCE_KEY);
			send(source, DND.DragStart, 0, 0);
			Point caret = text.toDisplay(text.getLocationAtOffset(text.getCaretOffset()));
			for (int kind : new int[] { DND.DragEnter, DND.DragOver, DND.Drop }) {
				send((DropTarget) text.getData(DND.DROP_TARGET_KEY), kind, caret.x + 1, caret.y + 2);
			}
			send(source, DND.DragEnd, 0, 0);
			return null;
		});
	}

	private static void send(Widget to, int kind, int x, int y) throws ReflectiveOperationException {
		Constructor<?> constructor = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DropTarget.class.getClassLoader()).getDeclaredConstructor();
		constructor.setAccessible(true);
		Event event = (Event) constructor.newInstance();
		event.widget = to;
		event.x = x;
		event.y = y;
		event.doit = true;
		event.detail = DND.DROP_COPY;
		set(event, "operations", DND.DROP_COPY | DND.DROP_MOVE);
		set(event, "dataTypes", LocalSelectionTransfer.getTransfer().getSupportedTypes());
		set(event, "dataType", LocalSelectionTransfer.getTransfer().getSupportedTypes()[0]);
		to.notifyListeners(kind, event);
	}

	private static void set(Event event, String name, Object value) throws ReflectiveOperationException {
		Field field = event.getClass().getDeclaredField(name);
		field.setAccessible(true);
		field.set(event, value);
	}
}
