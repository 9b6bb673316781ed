package io.twinwright.workbench.tests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test during which the workbench logged an error. */
final class NoErrors implements BeforeEachCallback, AfterEachCallback {
	private final List<IStatus> errors = Collections.synchronizedList(new ArrayList<>());
	private final ILogListener listener = (status, plugin) -> {
		if (status.getSeverity() == IStatus.ERROR) {
			errors.add(status);
		}
	};

	@Override
	public void beforeEach(ExtensionContext context) {
		errors.clear();
		Workbench.ui(() -> {
			Workbench.window().getShell().setBounds(Display.getDefault().getBounds());
			IIntroManager welcome = PlatformUI.getWorkbench().getIntroManager();
			welcome.closeIntro(welcome.getIntro());
			return null;
		});
		Platform.addLogListener(listener);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		// what was on its way is let through first
		Workbench.ui(() -> null);
		Workbench.closeDialogs();
		Platform.removeLogListener(listener);
		if (!errors.isEmpty()) {
			AssertionError failure = new AssertionError("The workbench logged errors: " + errors);
			errors.stream().map(IStatus::getException).filter(Objects::nonNull).forEach(failure::addSuppressed);
			throw failure;
		}
	}
}
