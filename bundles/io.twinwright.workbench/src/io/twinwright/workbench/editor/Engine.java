package io.twinwright.workbench.editor;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The browser engine of the machine. */
public final class Engine {
	/** Set to {@code none} where the engine of a machine does not work. */
	private static final String SETTING = "twinwright.browser";

	private Engine() {
	}

	/** @return a browser in a window; empty where the machine has no engine, or shall not use it */
	public static Optional<Browser> browser(Composite parent, int style) {
		if ("none".equals(System.getProperty(SETTING))) {
			return Optional.empty();
		}
		try {
			return Optional.of(new Browser(parent, style));
		} catch (SWTError e) {
			// SWT says so by an error, and leaves the control half made
			Stream.of(parent.getChildren()).filter(Browser.class::isInstance).forEach(Control::dispose);
			return Optional.empty();
		}
	}
}
