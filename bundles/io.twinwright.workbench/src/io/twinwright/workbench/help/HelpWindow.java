package io.twinwright.workbench.help;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** The help in a window of its own, for dialogs: nothing behind them can be used. */
final class HelpWindow extends Window {
	private final String page;

	HelpWindow(Shell parent, String page) {
		super(parent);
		this.page = page;
		setShellStyle(SWT.SHELL_TRIM | getDefaultOrientation());
		setBlockOnOpen(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.help);
	}

	@Override
	protected Control createContents(Composite parent) {
		HelpPane pane = new HelpPane(parent, PlatformUI.getWorkbench());
		GridDataFactory.fillDefaults().grab(true, true).hint(860, 560).applyTo(pane);
		pane.open(page);
		return pane;
	}

	@Override
	public int open() {
		int result = super.open();
		getContents().setFocus();
		return result;
	}
}
