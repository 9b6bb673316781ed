package io.twinwright.cli;

import java.io.PrintWriter;

/** One line on a terminal that says what is being done; nothing where no person looks. */
final class Progress implements AutoCloseable {
	private static final String CLEAR = "\r\u001b[K";

	private final PrintWriter err;
	private final boolean shown = Terminal.isInteractive() && !"dumb".equals(System.getenv("TERM"));

	Progress(PrintWriter err) {
		this.err = err;
	}

	void say(String what) {
		if (shown) {
			err.print(CLEAR + Shown.said(what) + " …");
			err.flush();
		}
	}

	@Override
	public void close() {
		if (shown) {
			err.print(CLEAR);
			err.flush();
		}
	}
}
