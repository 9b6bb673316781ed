package io.twinwright.workbench.help;

import org.eclipse.jface.action.Action;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

/** The help beside the editor. */
public final class HelpView extends ViewPart {
	public static final String ID = "io.twinwright.workbench.helpView";

	private HelpPane pane;

	@Override
	public void createPartControl(Composite parent) {
		pane = new HelpPane(parent, getSite());
		Action back = step(Messages.back, -1, ISharedImages.IMG_TOOL_BACK, ActionFactory.BACKWARD_HISTORY);
		Action forward = step(Messages.forward, 1, ISharedImages.IMG_TOOL_FORWARD, ActionFactory.FORWARD_HISTORY);
		Action home = new Action(Messages.home) {
			@Override
			public void run() {
				pane.open(HelpBook.START);
			}
		};
		home.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_ETOOL_HOME_NAV));
		getViewSite().getActionBars().getToolBarManager().add(home);
		pane.onChange(() -> {
			back.setEnabled(pane.canGo(-1));
			forward.setEnabled(pane.canGo(1));
		});
	}

	/** @return an action in the tool bar, which has the key of a step through a history */
	private Action step(String name, int steps, String image, ActionFactory key) {
		Action action = new Action(name) {
			@Override
			public void run() {
				pane.go(steps);
			}
		};
		ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
		action.setImageDescriptor(images.getImageDescriptor(image));
		action.setDisabledImageDescriptor(images.getImageDescriptor(image + "_DISABLED"));
		action.setActionDefinitionId(key.getCommandId());
		action.setEnabled(false);
		IActionBars bars = getViewSite().getActionBars();
		bars.setGlobalActionHandler(key.getId(), action);
		bars.getToolBarManager().add(action);
		return action;
	}

	/** Shows a page by its name, as the code of a rule. */
	public void open(String page) {
		pane.open(page);
	}

	/** Looks for words, or lets the user enter some. */
	public void search(String words) {
		pane.search(words);
	}

	/** @return the name of the page that is shown, empty if there is none yet */
	public String shown() {
		return pane.shown();
	}

	@Override
	public void setFocus() {
		pane.setFocus();
	}
}
