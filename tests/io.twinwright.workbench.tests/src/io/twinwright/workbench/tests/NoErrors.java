package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test during which the workbench logged an error. */
final class NoErrors implements BeforeEachCallback, AfterEachCallback {
	private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
	private final ILogListener listener = (status, plugin) -> {
		if (status.getSeverity() == IStatus.ERROR) {
			errors.add(status.getMessage() + ": " + status.getException());
		}
	};

	@Override
	public void beforeEach(ExtensionContext context) {
		errors.clear();
		Platform.addLogListener(listener);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		// what was on its way is let through first
		Workbench.ui(() -> null);
		Platform.removeLogListener(listener);
		assertEquals(List.of(), List.copyOf(errors));
	}
}
