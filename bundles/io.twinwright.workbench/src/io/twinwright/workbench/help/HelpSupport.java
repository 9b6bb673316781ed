package io.twinwright.workbench.help;

import io.twinwright.core.rules.Rule;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.help.IContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;
import org.eclipse.ui.internal.help.WorkbenchHelpSystem;

/**
 * What the platform's help commands, the help buttons of dialogs and F1 open: our pages, in the Help view, or in a window
 * where a dialog is open. The platform's own help is in the product, for its guides need it, and needs a web server.
 */
public final class HelpSupport extends AbstractHelpUI implements IStartup {
	private static final String ID = "io.twinwright.workbench.help";

	@Override
	public void earlyStartup() {
		WorkbenchHelpSystem.getInstance().setDesiredHelpSystemId(ID);
	}

	/** Shows the page of a name, as the code of a rule. */
	public static void show(String page) {
		Display display = PlatformUI.getWorkbench().getDisplay();
		Shell active = display.getActiveShell();
		boolean inWindow = active == null || Arrays.stream(PlatformUI.getWorkbench().getWorkbenchWindows()).anyMatch(window -> window.getShell() == active);
		if (inWindow) {
			inView(view -> view.open(page));
		} else {
			new HelpWindow(active, page).open();
		}
	}

	private static void inView(Consumer<HelpView> use) {
		try {
			use.accept((HelpView) window().getActivePage().showView(HelpView.ID));
		} catch (PartInitException e) {
			ILog.of(HelpSupport.class).log(e.getStatus());
		}
	}

	private static IWorkbenchWindow window() {
		IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		return active == null ? PlatformUI.getWorkbench().getWorkbenchWindows()[0] : active;
	}

	@Override
	public void displayHelp() {
		show(HelpBook.START);
	}

	@Override
	public void displaySearch() {
		search("");
	}

	@Override
	public void search(String words) {
		inView(view -> view.search(words));
	}

	@Override
	public void displayDynamicHelp() {
		show(Attention.rule(window()).map(Rule::code).orElse(HelpBook.START));
	}

	@Override
	public void displayContext(IContext context, int x, int y) {
		displayDynamicHelp();
	}

	@Override
	public void displayHelpResource(String page) {
		show(page);
	}

	@Override
	public boolean isContextHelpDisplayed() {
		return false;
	}
}
