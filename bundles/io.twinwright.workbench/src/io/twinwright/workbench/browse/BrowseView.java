package io.twinwright.workbench.browse;

import io.twinwright.opcua.live.NodeDetails;
import io.twinwright.opcua.live.ServedNode;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.view.ColumnTree;
import io.twinwright.workbench.view.FilterLine;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ILazyTreeContentProvider;
import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

/**
 * The nodes of OPC UA servers as a tree whose levels are fetched when they are opened, and whose variables are read when they
 * come into view. Nodes are dragged into the text of a twin file, where they become signals.
 */
public final class BrowseView extends ViewPart implements BrowseRows.Screen {
	/** Its id. */
	public static final String ID = "io.twinwright.workbench.browse";

	private final Runnable sessions = () -> later(this::followSessions);
	private final BrowseRows rows = new BrowseRows(this::later, this);
	/** The rows that are open, also while a filter hides them. */
	private final Set<Object> open = Collections.newSetFromMap(new WeakHashMap<>());
	private TreeViewer viewer;
	private FilterLine filter;
	private Action close;

	/** Runs something in the thread of the user interface, unless the view is gone by then. */
	private void later(Runnable task) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			if (viewer != null && !viewer.getTree().isDisposed()) {
				task.run();
			}
		});
	}

	@Override
	public void createPartControl(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		filter = new FilterLine(parent, Messages.filter);
		filter.onChange(() -> viewer.refresh());
		createTree(parent);
		createActions();
		getSite().setSelectionProvider(viewer);
		MenuManager menu = new MenuManager();
		menu.add(new Separator("additions"));
		menu.add(close);
		viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
		getSite().registerContextMenu(ID, menu, viewer);
		LiveSessions.add(sessions);
		servers();
		followSessions();
	}

	private void createTree(Composite parent) {
		ColumnTree tree = new ColumnTree(parent, new Levels());
		viewer = tree.viewer();
		tree.add(Messages.name, 26, SWT.LEFT, new BrowseLabels.Name());
		tree.add(Messages.value, 12, SWT.RIGHT, new BrowseLabels.Detail(NodeDetails::value));
		tree.add(Messages.dataType, 10, SWT.LEFT, new BrowseLabels.Detail(NodeDetails::dataType));
		tree.add(Messages.unit, 7, SWT.LEFT, new BrowseLabels.Detail(NodeDetails::unit));
		tree.add(Messages.range, 9, SWT.LEFT, new BrowseLabels.Detail(BrowseLabels::range));
		tree.add(Messages.access, 6, SWT.LEFT, new BrowseLabels.Detail(NodeDetails::access));
		tree.add(Messages.signal, 14, SWT.LEFT, new BrowseLabels.Signal());
		tree.add(Messages.nodeId, 20, SWT.LEFT, new BrowseLabels.Address());
		ColumnViewerToolTipSupport.enableFor(viewer);
		viewer.addTreeListener(new ITreeViewerListener() {
			@Override
			public void treeExpanded(TreeExpansionEvent event) {
				if (event.getElement() instanceof Row.Branch branch) {
					open.add(branch);
					later(() -> rows.fetch(branch));
				}
			}

			@Override
			public void treeCollapsed(TreeExpansionEvent event) {
				open.remove(event.getElement());
			}
		});
		viewer.addDragSupport(DND.DROP_COPY, new Transfer[] { LocalSelectionTransfer.getTransfer() }, new NodeDrag(viewer, getSite().getPage()));
	}

	private void createActions() {
		Action refresh = new Action(Messages.refresh) {
			@Override
			public void run() {
				Selected.branches(viewer.getStructuredSelection(), rows.servers()).forEach(rows::refresh);
			}
		};
		ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
		refresh.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_ELCL_SYNCED));
		close = new Action(Messages.close) {
			@Override
			public void run() {
				Selected.servers(viewer.getStructuredSelection()).forEach(rows::close);
			}
		};
		close.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_ELCL_REMOVE));
		close.setEnabled(false);
		viewer.addSelectionChangedListener(event -> close.setEnabled(!Selected.servers(viewer.getStructuredSelection()).isEmpty()));
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		bar.add(new Separator("additions"));
		bar.add(refresh);
		bar.add(close);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.DELETE.getId(), close);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), new CopyNodes(viewer, rows));
	}

	/** Opens a server that the user names. */
	void browse(Row.Server.Served served) {
		rows.add(served);
	}

	private void followSessions() {
		rows.followSessions();
	}

	@Override
	public void servers() {
		filter.say(rows.servers().isEmpty() ? Messages.empty : "");
		viewer.setInput(rows);
		viewer.setChildCount(rows, rows.servers().size());
		viewer.refresh();
	}

	@Override
	public void below(Row.Branch branch) {
		viewer.refresh(branch);
		// the column is narrow for a sentence
		message(branch.failure());
		if (branch instanceof Row.Server) {
			open.add(branch);
			viewer.setExpandedState(branch, true);
		}
	}

	@Override
	public void details(List<Row.Node> known) {
		viewer.update(known.toArray(), null);
	}

	@Override
	public void message(String sentence) {
		filter.say(sentence);
	}

	@Override
	public void setFocus() {
		viewer.getTree().setFocus();
	}

	@Override
	public void dispose() {
		LiveSessions.remove(sessions);
		rows.closeAll();
		super.dispose();
	}

	/** Gives rows to the tree as it shows them. */
	private final class Levels implements ILazyTreeContentProvider {
		private List<? extends Row> below(Object parent) {
			return parent instanceof Row.Branch branch ? branch.visible(filter.letters()) : rows.servers();
		}

		@Override
		public void updateElement(Object parent, int index) {
			List<? extends Row> rowsBelow = below(parent);
			if (index >= rowsBelow.size()) {
				return;
			}
			Row row = rowsBelow.get(index);
			viewer.replace(parent, index, row);
			updateChildCount(row, -1);
			if (row instanceof Row.Node node) {
				rows.want(node);
			}
			if (open.contains(row) && !viewer.getExpandedState(row)) {
				later(() -> viewer.setExpandedState(row, true));
			}
		}

		@Override
		public void updateChildCount(Object element, int current) {
			int count = element instanceof Row.Note || element instanceof Row.Node node && node.node().kind() == ServedNode.Kind.METHOD
					? 0 : below(element).size();
			if (count != current) {
				viewer.setChildCount(element, count);
			}
		}

		@Override
		public Object getParent(Object element) {
			return element instanceof Row row && row.parent() != null ? row.parent() : null;
		}
	}
}
