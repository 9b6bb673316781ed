package io.twinwright.workbench.language;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Starts the language with the workbench, so that closed files have their findings too. */
public final class Start implements IStartup {
	@Override
	public void earlyStartup() {
		PlatformUI.getWorkbench().getDisplay().asyncExec(TwinLanguage::get);
	}
}
