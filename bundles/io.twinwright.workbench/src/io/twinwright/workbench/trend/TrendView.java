package io.twinwright.workbench.trend;

import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.Shown;
import io.twinwright.workbench.language.Models;
import io.twinwright.workbench.live.Track;
import io.twinwright.workbench.view.SavedFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.ITitle;
import org.eclipse.swtchart.Range;
import org.eclipse.ui.part.ViewPart;

/**
 * Signals and insights over time, with an axis for each unit. The chart follows the time until it is paused, moved with the
 * mouse or zoomed with its wheel; a double click follows again.
 */
public final class TrendView extends ViewPart {
	/** Its id. */
	public static final String ID = "io.twinwright.workbench.trend";
	private static final int STEP_MS = 500;
	private static final double LEAST_MS = 10_000;
	private static final double SPAN_MS = 120_000;
	private static final String COLOUR = "io.twinwright.workbench.trend.line";
	private static final int COLOURS = 8;

	private final Map<String, Track> tracks = new LinkedHashMap<>();
	private final Map<String, Integer> axes = new HashMap<>();
	private Chart chart;
	/** The first colour of lines as it was when the chart took its colours. */
	private Color painted;
	private Action pause;

	@Override
	public void createPartControl(Composite parent) {
		chart = new Chart(parent, SWT.NONE);
		chart.getTitle().setVisible(false);
		chart.getLegend().setPosition(SWT.BOTTOM);
		paint();
		IAxis time = chart.getAxisSet().getXAxis(0);
		time.getTitle().setVisible(false);
		time.getTick().setFormat(new SimpleDateFormat("HH:mm:ss"));
		chart.getAxisSet().getYAxis(0).getTitle().setText(Messages.empty);
		new ChartMouse(chart, () -> pause.setChecked(true), () -> pause.setChecked(false));
		IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
		pause = action(Messages.pause, "pause", Action.AS_CHECK_BOX, action -> {
			// the next step looks at it
		});
		bar.add(pause);
		bar.add(action(Messages.clear, "clear", Action.AS_PUSH_BUTTON, action -> clear()));
		bar.add(action(Messages.exportCsv, "csv", Action.AS_PUSH_BUTTON, action -> export("csv", this::writeCsv)));
		bar.add(action(Messages.exportPng, "png", Action.AS_PUSH_BUTTON, action -> export("png", this::writePng)));
		chart.getDisplay().timerExec(STEP_MS, this::step);
	}

	/** Takes the colours of the theme, which may change while the view is open. */
	private void paint() {
		Color back = chart.getParent().getBackground();
		Color front = chart.getParent().getForeground();
		painted = JFaceResources.getColorRegistry().get(COLOUR + 1);
		chart.setBackground(back);
		chart.setBackgroundInPlotArea(back);
		chart.getLegend().setBackground(back);
		chart.getLegend().setForeground(front);
		for (IAxis axis : chart.getAxisSet().getAxes()) {
			axis.getTick().setForeground(front);
			axis.getTitle().setForeground(front);
		}
		int line = 0;
		for (String path : tracks.keySet()) {
			((ILineSeries<?>) chart.getSeriesSet().getSeries(path))
					.setLineColor(JFaceResources.getColorRegistry().get(COLOUR + (1 + line++ % COLOURS)));
		}
	}

	private static Action action(String text, String icon, int style, Consumer<Action> work) {
		Action action = new Action(text, style) {
			@Override
			public void run() {
				work.accept(this);
			}
		};
		action.setImageDescriptor(ResourceLocator.imageDescriptorFromBundle("io.twinwright.workbench", "icons/" + icon + ".svg").orElse(null));
		return action;
	}

	/** Shows the values of a signal or insight, from now on. */
	public void add(Track track) {
		Point point = track.point();
		if (tracks.put(point.path(), track) == null) {
			ILineSeries<?> series = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, point.path());
			series.setLineWidth(2);
			series.setSymbolType(ILineSeries.PlotSymbolType.NONE);
			// a value holds until the next one
			series.enableStep(true);
			series.setYAxisId(axis(Shown.unit(point)));
			paint();
		}
		chart.getSeriesSet().getSeries(point.path()).setDescription(track.isRecorded() ? NLS.bind(Messages.recorded, point.path()) : point.path());
		draw();
	}

	private int axis(String unit) {
		return axes.computeIfAbsent(unit, wanted -> {
			int id = axes.isEmpty() ? 0 : chart.getAxisSet().createYAxis();
			IAxis axis = chart.getAxisSet().getYAxis(id);
			axis.setPosition(axes.size() % 2 == 0 ? IAxis.Position.Primary : IAxis.Position.Secondary);
			ITitle title = axis.getTitle();
			title.setText(unit.isEmpty() ? Messages.noUnit : unit);
			return id;
		});
	}

	private void clear() {
		tracks.keySet().forEach(chart.getSeriesSet()::deleteSeries);
		tracks.clear();
		axes.values().stream().filter(id -> id != 0).forEach(chart.getAxisSet()::deleteYAxis);
		axes.clear();
		chart.getAxisSet().getYAxis(0).getTitle().setText(Messages.empty);
		chart.redraw();
	}

	private void step() {
		if (!chart.isDisposed()) {
			if (!painted.equals(JFaceResources.getColorRegistry().get(COLOUR + 1)) || !chart.getBackground().equals(chart.getParent().getBackground())) {
				paint();
			}
			if (!pause.isChecked() && chart.isVisible()) {
				draw();
			}
			chart.getDisplay().timerExec(STEP_MS, this::step);
		}
	}

	private void draw() {
		// each change of a range would lay the whole chart out
		chart.suspendUpdate(true);
		double first = Double.MAX_VALUE;
		double last = 0;
		for (Map.Entry<String, Track> entry : tracks.entrySet()) {
			Track.Series series = entry.getValue().line();
			ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().getSeries(entry.getKey());
			line.setXSeries(series.times());
			line.setYSeries(series.values());
			line.setVisible(series.times().length > 0);
			first = series.times().length == 0 ? first : Math.min(first, series.times()[0]);
			last = series.times().length == 0 ? last : Math.max(last, series.times()[series.times().length - 1]);
		}
		if (last > 0) {
			for (IAxis axis : chart.getAxisSet().getYAxes()) {
				axis.adjustRange();
			}
			chart.getAxisSet().getXAxis(0).setRange(new Range(Math.max(last - SPAN_MS, Math.min(first, last - LEAST_MS)), last));
		}
		chart.suspendUpdate(false);
		chart.redraw();
	}

	private void export(String ending, SavedFile.Writing writing) {
		Optional<Path> chosen = SavedFile.ask(chart.getShell(), Path.of("trend." + ending));
		if (chosen.isPresent()) {
			try {
				SavedFile.write(chosen.get(), writing);
			} catch (IOException | SWTException e) {
				ErrorDialog.openError(chart.getShell(), Messages.export, null,
						Models.failure(NLS.bind(Messages.notExported, chosen.get(), e.getMessage()), e).getStatus());
			}
		}
	}

	/**
	 * Writes what is shown, a line for each value: time, path, value and unit (RFC 4180).
	 *
	 * @throws IOException if the file cannot be written
	 */
	public void writeCsv(Path file) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write("time,path,value,unit\r\n");
			for (Track track : tracks.values()) {
				Track.Series series = track.series();
				String unit = Shown.unit(track.point());
				for (int i = 0; i < series.times().length; i++) {
					out.write(Instant.ofEpochMilli((long) series.times()[i]) + "," + track.point().path() + "," + series.values()[i] + ","
							+ (unit.contains(",") ? "\"" + unit + "\"" : unit) + "\r\n");
				}
			}
		}
	}

	/** Writes the chart as a picture. */
	public void writePng(Path file) {
		chart.save(file.toString(), SWT.IMAGE_PNG);
	}

	@Override
	public void setFocus() {
		chart.setFocus();
	}
}
