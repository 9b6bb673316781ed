package io.twinwright.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** What the other end of the standard streams is. */
final class Terminal {
	private Terminal() {
	}

	/** @return whether a person looks at standard input and output */
	static boolean isInteractive() {
		Console console = System.console();
		if (console == null) {
			return false;
		}
		try {
			// since Java 22 there is a console without a terminal too
			return (boolean) Console.class.getMethod("isTerminal").invoke(console);
		} catch (NoSuchMethodException before22) {
			return true;
		} catch (IllegalAccessException | InvocationTargetException e) {
			return false;
		}
	}

	/** @return whether colour is welcome; see no-color.org */
	static boolean isColourful() {
		return System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM")) && isInteractive();
	}
}
