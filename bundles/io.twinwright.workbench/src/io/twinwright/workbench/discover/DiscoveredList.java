package io.twinwright.workbench.discover;

import io.twinwright.core.discovery.StandIn;
import io.twinwright.workbench.live.LiveView;
import io.twinwright.workbench.view.ColumnTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** The machines that were discovered, below the values of the Live view: a line for hosts, the machines, and what is said of the selected one. */
final class DiscoveredList {
	/** The id of its menu. */
	static final String ID = "io.twinwright.workbench.discovered";
	private static final String BUNDLE = "io.twinwright.workbench";
	private static final String HOSTS = "discoveredHosts";

	private final LiveView view;
	private final List<Row> rows = new ArrayList<>();
	private Text hosts;
	private Label sentence;
	private Button discover;
	private TreeViewer viewer;
	private Text said;
	private Discovery running;

	DiscoveredList(LiveView view) {
		this.view = view;
	}

	/** @return the list in the view, which is shown and made if it is not there yet */
	static DiscoveredList in(LiveView view) {
		return (DiscoveredList) view.show(parent -> new DiscoveredList(view).create(parent)).getControl().getData(ID);
	}

	private TreeViewer create(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		createLine(parent);
		SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
		createTree(halves);
		said = new Text(halves, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		halves.setWeights(3, 2);
		viewer.addSelectionChangedListener(event -> said.setText(Said.of((Row) viewer.getStructuredSelection().getFirstElement())));
		MenuManager menu = new MenuManager();
		menu.add(new Separator("additions"));
		viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
		view.getSite().registerContextMenu(ID, menu, viewer);
		viewer.getTree().setData(ID, this);
		return viewer;
	}

	private void createLine(Composite parent) {
		Composite line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(5).margins(4, 2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		new Label(line, SWT.NONE).setText(Messages.hosts);
		hosts = new Text(line, SWT.BORDER);
		hosts.setMessage(Messages.hostsHelp);
		hosts.setText(InstanceScope.INSTANCE.getNode(BUNDLE).get(HOSTS, ""));
		hosts.addListener(SWT.DefaultSelection, event -> discover());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(hosts);
		discover = new Button(line, SWT.PUSH);
		discover.setText(Messages.discover);
		discover.addListener(SWT.Selection, event -> discover());
		sentence = new Label(line, SWT.NONE);
		GridDataFactory.fillDefaults().hint(260, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(sentence);
		Button close = new Button(line, SWT.PUSH);
		close.setText(Messages.close);
		close.addListener(SWT.Selection, event -> view.hideBelow());
	}

	private void createTree(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(body);
		ColumnTree tree = new ColumnTree(body, new Flat());
		viewer = tree.viewer();
		ColumnViewerToolTipSupport.enableFor(viewer);
		tree.add(Messages.machine, 20, SWT.LEFT, label(found -> found.machine().title(), Row.Silent::sentence));
		tree.add(Messages.server, 28, SWT.LEFT, label(Row::url, Row::url));
		tree.add(Messages.type, 14, SWT.LEFT, label(found -> found.isLikely() ? found.fit().match().type().getName() : "", row -> ""));
		tree.add(Messages.match, 11, SWT.RIGHT, label(found -> found.fit() == null ? "" : found.fit().match().shown(), row -> ""));
		tree.add(Messages.standsIn, 27, SWT.LEFT, label(DiscoveredList::places, row -> ""));
	}

	private static String places(Row.Found found) {
		if (found.fit() == null) {
			return "";
		}
		String free = String.join(", ", found.fit().free());
		return !found.fit().known().isEmpty() ? NLS.bind(Messages.known, found.fit().known()) : !free.isEmpty() || found.fit().places().isEmpty() ? free
				: found.fit().places().stream().map(StandIn::position).map(position -> NLS.bind(Messages.not, position.path())).collect(Collectors.joining(", "));
	}

	private static ColumnLabelProvider label(Function<Row.Found, String> found, Function<Row.Silent, String> silent) {
		return new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return switch ((Row) element) {
					case Row.Found machine -> found.apply(machine);
					case Row.Silent host -> silent.apply(host);
				};
			}

			/** A column may be too narrow for a URL or a sentence. */
			@Override
			public String getToolTipText(Object element) {
				return getText(element);
			}
		};
	}

	/** Looks anew, in the background. */
	void discover() {
		if (running != null) {
			return;
		}
		InstanceScope.INSTANCE.getNode(BUNDLE).put(HOSTS, hosts.getText().strip());
		rows.clear();
		viewer.setInput(List.of());
		said.setText("");
		discover.setEnabled(false);
		sentence.setText(Messages.discovering);
		List<String> asked = List.of(hosts.getText().strip().split("[\\s,;]+")).stream().filter(host -> !host.isEmpty()).distinct().toList();
		running = new Discovery(asked, row -> later(() -> show(row)));
		running.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				later(DiscoveredList.this::end);
			}
		});
		running.schedule();
	}

	private void show(Row row) {
		rows.add(row);
		viewer.setInput(List.copyOf(rows));
		if (viewer.getStructuredSelection().isEmpty()) {
			said.setText("");
		}
	}

	private void end() {
		running = null;
		discover.setEnabled(true);
		sentence.setText(NLS.bind(Messages.discovered, rows.stream().filter(Row.Found.class::isInstance).count()));
	}

	private void later(Runnable task) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			if (!viewer.getTree().isDisposed()) {
				task.run();
			}
		});
	}

	/** A tree without branches: the widgets of views are trees. */
	private static final class Flat extends ArrayContentProvider implements ITreeContentProvider {
		@Override
		public Object[] getChildren(Object parent) {
			return new Object[0];
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return false;
		}
	}
}
