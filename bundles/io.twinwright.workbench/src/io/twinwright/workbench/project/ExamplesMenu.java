package io.twinwright.workbench.project;

import java.util.Map;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/** An item for each example, which opens it. */
public final class ExamplesMenu extends CompoundContributionItem {
	@Override
	protected IContributionItem[] getContributionItems() {
		return Examples.names().stream().map(ExamplesMenu::item).toArray(IContributionItem[]::new);
	}

	private static IContributionItem item(String example) {
		CommandContributionItemParameter item = new CommandContributionItemParameter(PlatformUI.getWorkbench(), null, OpenExample.COMMAND,
				CommandContributionItem.STYLE_PUSH);
		item.label = example;
		item.mnemonic = example.substring(0, 1);
		item.parameters = Map.of(OpenExample.EXAMPLE, example);
		return new CommandContributionItem(item);
	}
}
