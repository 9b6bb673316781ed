package io.twinwright.workbench.live;

import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.LinkState;
import io.twinwright.workbench.editor.AssetCardPage;
import io.twinwright.workbench.view.ColumnTree;
import io.twinwright.workbench.view.FilterLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/**
 * The plants that are attached, as a table in a tree: project, asset, part, signal, with value, unit, place in the range, status
 * and time. Rows that are to be seen are brought up to date four times a second, others when they come into view.
 */
public final class LiveView extends ViewPart {
	/** Its id. */
	public static final String ID = "io.twinwright.workbench.live";
	private static final int STEP_MS = 250;

	private final Runnable sessions = () -> display().asyncExec(this::showSessions);
	private final Set<Point> stale = new HashSet<>();
	private TreeViewer viewer;
	private Portions rows;
	private final List<ReplayBar> bars = new ArrayList<>();
	private Composite replays;
	private RecordingBar recordings;
	private FilterLine filter;
	private SashForm halves;
	private FocusedSelection selection;
	private Viewer lower;

	@Override
	public void createPartControl(Composite parent) {
		halves = new SashForm(parent, SWT.VERTICAL);
		Composite values = new Composite(halves, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(values);
		filter = new FilterLine(values, Messages.filter);
		recordings = new RecordingBar(values);
		replays = new Composite(values, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(replays);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(replays);
		createTree(values);
		filter.onChange(() -> rows.filter(filter.letters()));
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		Action allow = new Action(Messages.allowWriting, Action.AS_CHECK_BOX) {
			@Override
			public void run() {
				SetPoints.allow(isChecked());
			}
		};
		allow.setChecked(SetPoints.isAllowed());
		allow.setImageDescriptor(ResourceLocator.imageDescriptorFromBundle("io.twinwright.workbench", "icons/write.svg").orElse(null));
		bar.add(allow);
		bar.add(new Separator("additions"));
		selection = new FocusedSelection(viewer);
		getSite().setSelectionProvider(selection);
		MenuManager menu = new MenuManager();
		menu.add(new Separator("additions"));
		viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
		getSite().registerContextMenu(ID, menu, viewer);
		LiveSessions.add(sessions);
		showSessions();
		display().timerExec(STEP_MS, this::step);
	}

	private void createTree(Composite parent) {
		LiveTree content = new LiveTree();
		ColumnTree tree = new ColumnTree(parent, content);
		viewer = tree.viewer();
		rows = new Portions(viewer, content);
		tree.add(Messages.name, 30, SWT.LEFT, new LiveLabels.Name());
		tree.add(Messages.value, 12, SWT.RIGHT, new LiveLabels.Value());
		tree.add(Messages.unit, 8, SWT.LEFT, new LiveLabels.Unit());
		tree.add(Messages.range, 14, SWT.LEFT, new RangeBar());
		tree.add(Messages.status, 22, SWT.LEFT, new LiveLabels.Status());
		tree.add(Messages.time, 12, SWT.LEFT, new LiveLabels.Time());
	}

	/** Something that is shown below the values. */
	public interface Below {
		/** @return what has the selection of the view while it has the focus */
		Viewer create(Composite parent);
	}

	/**
	 * Shows something below the values that is made once, for as long as the view is open.
	 *
	 * @return what has its selection
	 */
	public Viewer show(Below below) {
		if (lower == null) {
			lower = below.create(new Composite(halves, SWT.NONE));
			selection.add(lower);
			halves.setWeights(2, 3);
		}
		halves.setMaximizedControl(null);
		halves.layout(true, true);
		return lower;
	}

	/** Leaves all room to the values. */
	public void hideBelow() {
		halves.setMaximizedControl(halves.getChildren()[0]);
	}

	private void showSessions() {
		if (viewer.getTree().isDisposed()) {
			return;
		}
		if (!LiveSessions.all().equals(viewer.getInput())) {
			stale.clear();
			rows.show(LiveSessions.all(), filter.letters());
			showReplays();
		}
		PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(RecordLive.ID, null);
		showSummary();
	}

	private void showReplays() {
		bars.forEach(ReplayBar::dispose);
		bars.clear();
		LiveSessions.all().stream().filter(ReplaySession.class::isInstance).map(ReplaySession.class::cast)
				.forEach(session -> bars.add(new ReplayBar(replays, session)));
		((GridData) replays.getLayoutData()).exclude = bars.isEmpty();
		replays.setVisible(!bars.isEmpty());
		replays.getParent().layout(true, true);
	}

	/** @return whether anything is attached */
	private boolean showSummary() {
		StringBuilder text = new StringBuilder();
		recordings.refresh();
		bars.forEach(ReplayBar::refresh);
		for (PlantSession session : LiveSessions.all()) {
			if (session instanceof ReplaySession) {
				text.append(text.isEmpty() ? "" : "   ").append(NLS.bind(Messages.replayed, session.project().getName()));
				continue;
			}
			session.states().forEach((url, state) -> text.append(text.isEmpty() ? "" : "   ").append(word(state)).append(' ').append(url));
			text.append(session.drifts().isEmpty() ? "" : "   " + NLS.bind(Messages.drifts, session.drifts().size()));
		}
		filter.say(text.isEmpty() ? Messages.nothingConnected : text.toString());
		return !text.isEmpty();
	}

	/** @return how a link stands, in a word */
	static String word(LinkState state) {
		return switch (state) {
			case LinkState.Connecting connecting -> Messages.connecting;
			case LinkState.Online online -> Messages.online;
			case LinkState.Lost lost -> Messages.lost;
			case LinkState.Closed closed -> Messages.closed;
		};
	}

	private void step() {
		if (viewer.getTree().isDisposed()) {
			return;
		}
		if (showSummary()) {
			LiveSessions.all().forEach(session -> stale.addAll(session.takeChanged()));
			if (!stale.isEmpty() && viewer.getTree().isVisible()) {
				updateVisible(viewer.getTree());
			}
		}
		display().timerExec(STEP_MS, this::step);
	}

	/** The cost depends on the height of the view, not on how many signals the plant has. */
	private void updateVisible(Tree tree) {
		int rows = tree.getClientArea().height / tree.getItemHeight() + 1;
		for (TreeItem item = tree.getTopItem(); item != null && rows >= 0; item = next(item), rows--) {
			if (item.getData() instanceof LiveTree.Signal signal && stale.remove(signal.point())) {
				viewer.update(signal, null);
			}
		}
	}

	private static TreeItem next(TreeItem item) {
		if (item.getExpanded() && item.getItemCount() > 0) {
			return item.getItem(0);
		}
		TreeItem at = item;
		while (at != null) {
			TreeItem parent = at.getParentItem();
			int index = parent == null ? at.getParent().indexOf(at) : parent.indexOf(at);
			int count = parent == null ? at.getParent().getItemCount() : parent.getItemCount();
			if (index + 1 < count) {
				return parent == null ? at.getParent().getItem(index + 1) : parent.getItem(index + 1);
			}
			at = parent;
		}
		return null;
	}

	@Override
	public <T> T getAdapter(Class<T> kind) {
		if (kind == TreeViewer.class) {
			return kind.cast(viewer);
		}
		return kind == IPropertySheetPage.class ? kind.cast(new AssetCardPage()) : super.getAdapter(kind);
	}

	@Override
	public void setFocus() {
		viewer.getTree().setFocus();
	}

	@Override
	public void dispose() {
		LiveSessions.remove(sessions);
		super.dispose();
	}

	private static Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}
}
