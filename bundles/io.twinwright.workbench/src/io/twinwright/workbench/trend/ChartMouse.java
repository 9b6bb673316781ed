package io.twinwright.workbench.trend;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.Range;

/** Moves a chart along the time with the mouse, and zooms it with the wheel around the pointer. */
final class ChartMouse {
	private static final double STEP = 0.8;

	private final Chart chart;
	private int from = -1;
	private Range before;

	/**
	 * @param moved is done when the user moves or zooms
	 * @param released is done on a double click
	 */
	ChartMouse(Chart chart, Runnable moved, Runnable released) {
		this.chart = chart;
		Composite plot = (Composite) chart.getPlotArea();
		plot.addListener(SWT.MouseWheel, event -> {
			zoom(event);
			moved.run();
		});
		plot.addListener(SWT.MouseDown, event -> {
			from = event.button == 1 ? event.x : -1;
			before = time().getRange();
		});
		plot.addListener(SWT.MouseUp, event -> from = -1);
		plot.addListener(SWT.MouseMove, event -> {
			if (from >= 0 && event.x != from) {
				move(event.x - from, plot.getSize().x);
				moved.run();
			}
		});
		plot.addListener(SWT.MouseDoubleClick, event -> released.run());
	}

	private IAxis time() {
		return chart.getAxisSet().getXAxis(0);
	}

	private void move(int pixels, int width) {
		double by = (before.upper - before.lower) * pixels / Math.max(1, width);
		time().setRange(new Range(before.lower - by, before.upper - by));
		chart.redraw();
	}

	private void zoom(Event event) {
		IAxis time = time();
		double at = time.getDataCoordinate(event.x);
		double factor = event.count > 0 ? STEP : 1 / STEP;
		Range range = time.getRange();
		time.setRange(new Range(at - (at - range.lower) * factor, at + (range.upper - at) * factor));
		chart.redraw();
	}
}
