package io.twinwright.workbench.tests;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/** The keyboard. */
final class Keys {
	private static final int[] MODIFIERS = { SWT.CTRL, SWT.ALT, SWT.SHIFT };

	private Keys() {
	}

	/** Presses and releases a key with others held down, such as {@code CTRL+SHIFT+F}. */
	static void press(String stroke) {
		KeyStroke keys = parse(stroke);
		List<Event> down = new ArrayList<>();
		for (int modifier : MODIFIERS) {
			if ((keys.getModifierKeys() & modifier) != 0) {
				down.add(key(modifier, (char) 0));
			}
		}
		int natural = keys.getNaturalKey();
		down.add((natural & SWT.KEYCODE_BIT) != 0 ? key(natural, (char) 0) : key(Character.toLowerCase(natural), (char) Character.toLowerCase(natural)));
		// what a key does may wait for the user
		down.forEach(event -> Workbench.begin(() -> post(event, SWT.KeyDown)));
		down.reversed().forEach(event -> Workbench.begin(() -> post(event, SWT.KeyUp)));
	}

	private static KeyStroke parse(String stroke) {
		try {
			return KeyStroke.getInstance(stroke);
		} catch (ParseException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private static Event key(int code, char letter) {
		Event event = new Event();
		event.keyCode = code;
		event.character = letter;
		return event;
	}

	private static boolean post(Event event, int type) {
		event.type = type;
		boolean pressed = Display.getDefault().post(event);
		if (!pressed) {
			throw new IllegalStateException("The key could not be pressed.");
		}
		return true;
	}
}
