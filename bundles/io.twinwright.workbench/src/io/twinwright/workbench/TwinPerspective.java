package io.twinwright.workbench;

import io.twinwright.workbench.browse.BrowseView;
import io.twinwright.workbench.help.HelpView;
import io.twinwright.workbench.live.LiveView;
import io.twinwright.workbench.trend.TrendView;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** The first arrangement of the views: files left, structure right, what is found and measured below. */
public final class TwinPerspective implements IPerspectiveFactory {
	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editor = layout.getEditorArea();
		layout.createFolder("left", IPageLayout.LEFT, 0.2f, editor).addView(ProjectExplorer.VIEW_ID);
		layout.createFolder("right", IPageLayout.RIGHT, 0.78f, editor).addView(IPageLayout.ID_OUTLINE);
		layout.addPlaceholder(HelpView.ID, IPageLayout.RIGHT, 0.55f, editor);
		IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.68f, editor);
		below.addView(IPageLayout.ID_PROBLEM_VIEW);
		below.addView(LiveView.ID);
		below.addView(BrowseView.ID);
		below.addView(TrendView.ID);
		below.addView(IPageLayout.ID_PROP_SHEET);
		below.addPlaceholder(IConsoleConstants.ID_CONSOLE_VIEW);
		below.addPlaceholder("org.eclipse.search.ui.views.SearchView");
		layout.addShowViewShortcut(LiveView.ID);
		layout.addShowViewShortcut(BrowseView.ID);
		layout.addShowViewShortcut(TrendView.ID);
		layout.addShowViewShortcut(HelpView.ID);
		layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
		layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
		layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
	}
}
