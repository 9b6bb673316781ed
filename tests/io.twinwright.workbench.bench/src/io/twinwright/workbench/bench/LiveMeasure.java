package io.twinwright.workbench.bench;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.workbench.live.LiveSession;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.LiveView;
import io.twinwright.workbench.live.Track;
import io.twinwright.workbench.trend.TrendView;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;

/** A plant that sends values to the views, while its user scrolls and opens rows, then also writes in an editor. */
final class LiveMeasure {
	private static final List<String> DRAWN = List.of("load", "pressure", "oil");
	private static final int DRAWN_ASSETS = 2;
	private static final int OPEN_ROWS = 20;
	private static final int COUNTED = 100;
	private static final long KEY_MS = 250;

	private final IProject project;
	private final IFile text;
	private LiveSession session;
	private TreeViewer viewer;

	/** @param plant a project that is bound to servers; {@code lines} one with a long file */
	LiveMeasure(Path plant, Path lines) throws CoreException {
		project = Ui.project(plant);
		text = Ui.project(lines).getFile("hall.twin");
	}

	private void connect() throws Exception {
		Watchdog.calm();
		Figures.tell("connecting", Watchdog.during(() -> {
			IViewPart live = Ui.run(() -> Ui.page().showView(LiveView.ID));
			viewer = live.getAdapter(TreeViewer.class);
			long start = System.nanoTime();
			LiveSessions.connect(project);
			Figures.tell("connect", (System.nanoTime() - start) / 1e9);
			session = LiveSessions.of(project).orElseThrow();
			Ui.until("the tree is there", () -> viewer.getTree().getItemCount() > 0
					&& viewer.getTree().getItem(0).getItemCount() == session.twin().roots().size());
		}));
		Ui.run(() -> {
			TreeItem[] assets = viewer.getTree().getItem(0).getItems();
			for (int i = 0; i < Math.min(OPEN_ROWS, assets.length); i++) {
				viewer.expandToLevel(assets[i].getData(), 1);
			}
			TrendView trend = (TrendView) Ui.page().showView(TrendView.ID);
			points().filter(point -> DRAWN.contains(point.name())).limit((long) DRAWN.size() * DRAWN_ASSETS)
					.forEach(point -> trend.add(session.track(point)));
			// both are to be seen at once
			trend.getSite().getService(EModelService.class).detach(trend.getSite().getService(MPart.class), 700, 60, 700, 300);
			return Ui.page().showView(LiveView.ID);
		});
	}

	private Stream<Point> points() {
		return session.twin().roots().stream().map(Position::points).flatMap(List::stream);
	}

	/** The thread of the user interface while values come. */
	void run(int seconds) throws Exception {
		connect();
		use(seconds / 4, this::look);
		List<Track> counted = points().filter(point -> DRAWN.contains(point.name())).limit(COUNTED).map(session::track).toList();
		int before = values(counted);
		long start = System.nanoTime();
		Figures.tell("live", Watchdog.during(() -> {
			use(seconds, this::look);
			Figures.tell("live.rate", (values(counted) - before) / ((System.nanoTime() - start) / 1e9) / counted.size());
		}));
		StyledText editor = Ui.text(Ui.edit(text));
		int line = Ui.run(() -> editor.getOffsetAtLine(editor.getLineCount() / 2));
		Figures.tell("writing", Watchdog.during(() -> use(seconds / 2, step -> {
			write(step, editor, line);
			look(step);
		})));
		LiveSessions.disconnect(project);
	}

	private void use(int seconds, IntConsumer act) {
		long start = System.nanoTime();
		for (int i = 0; System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds); i++) {
			int step = i;
			Ui.run(() -> {
				act.accept(step);
				return null;
			});
			Ui.rest(KEY_MS);
		}
	}

	/** What a user does in the Live view at one time: sometimes scrolls, opens and closes rows. */
	private void look(int step) {
		Tree tree = viewer.getTree();
		TreeItem[] assets = tree.getItem(0).getItems();
		TreeItem asset = assets[step * 7 % assets.length];
		if (step % 4 == 1) {
			tree.setTopItem(asset);
		} else if (step % 8 == 2) {
			viewer.setExpandedState(asset.getData(), !asset.getExpanded());
		}
	}

	private static void write(int step, StyledText editor, int line) {
		editor.setSelection(line);
		Event key = new Event();
		key.character = step % 2 == 0 ? ' ' : SWT.BS;
		key.keyCode = key.character;
		if (step % 2 == 1) {
			editor.setSelection(line + 1);
		}
		editor.notifyListeners(SWT.KeyDown, key);
	}

	private static int values(List<Track> tracks) {
		return tracks.stream().mapToInt(track -> track.series().times().length).sum();
	}

	/** The heap while each signal gets a number of values, ten in a second. */
	void hour(int updates) throws Exception {
		connect();
		Ui.rest(TimeUnit.SECONDS.toMillis(5));
		Figures.tell("heap.begin", used());
		Ui.rest(updates * 100L / 2);
		Figures.tell("heap.half", used());
		Ui.rest(updates * 100L / 2);
		Figures.tell("heap.end", used());
		List<Track> counted = points().filter(point -> DRAWN.contains(point.name())).limit((long) DRAWN.size() * DRAWN_ASSETS).map(session::track).toList();
		Figures.tell("heap.updates", (double) values(counted) / counted.size());
		LiveSessions.disconnect(project);
		session = null;
		Ui.rest(TimeUnit.SECONDS.toMillis(2));
		Figures.tell("heap.after", used());
	}

	/** @return the megabytes in use after a collection */
	private static double used() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
	}
}
