package io.twinwright.workbench.live;

import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.model.Quantity;
import io.twinwright.model.Range;
import io.twinwright.opcua.live.Shown;
import java.util.Optional;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.OwnerDrawLabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TreeItem;

/** Draws where a value stands between the least and the largest of its range. */
final class RangeBar extends OwnerDrawLabelProvider {
	private static final int COLUMN = 3;
	private static final int MARGIN = 4;

	@Override
	protected void measure(Event event, Object element) {
		// as high as the text, as wide as the column
	}

	@Override
	protected void erase(Event event, Object element) {
		// the platform draws the selection
	}

	@Override
	protected void paint(Event event, Object element) {
		if (!(element instanceof LiveTree.Signal signal)) {
			return;
		}
		double share = share(signal.point(), signal.cell());
		if (Double.isNaN(share)) {
			return;
		}
		Rectangle cell = ((TreeItem) event.item).getBounds(COLUMN);
		int width = cell.width - 2 * MARGIN;
		int height = Math.max(4, cell.height / 3);
		int top = cell.y + (cell.height - height) / 2;
		GC gc = event.gc;
		Color before = gc.getBackground();
		gc.setBackground(JFaceResources.getColorRegistry().get("io.twinwright.workbench.live.rail"));
		gc.fillRectangle(cell.x + MARGIN, top, width, height);
		Color alarm = LiveLabels.colour(signal.cell().alarm());
		gc.setBackground(alarm != null ? alarm : JFaceResources.getColorRegistry().get("io.twinwright.workbench.live.bar"));
		gc.fillRectangle(cell.x + MARGIN, top, (int) Math.round(width * Math.clamp(share, 0, 1)), height);
		if ((event.detail & SWT.SELECTED) != 0) {
			// a bar may have the colour of the selection
			gc.drawRectangle(cell.x + MARGIN, top, width - 1, height - 1);
		}
		gc.setBackground(before);
	}

	/** @return where a value stands: 0 for the least, 1 for the largest; NaN where there is no number or no range */
	static double share(Point point, Cell cell) {
		Optional<Range> range = point.range();
		if (range.isEmpty() || Double.isNaN(cell.number())) {
			return Double.NaN;
		}
		double low = number(point, range.get().getLow());
		double high = number(point, range.get().getHigh());
		return high > low ? (cell.number() - low) / (high - low) : Double.NaN;
	}

	/** @return the range of a signal for people, in its unit; empty if it has none */
	static String text(Point point) {
		return point.range().map(range -> Shown.number(number(point, range.getLow())) + ".." + Shown.number(number(point, range.getHigh())))
				.orElse("");
	}

	private static double number(Point point, Quantity bound) {
		Unit unit = Units.of(point.unit() == null ? "1" : point.unit());
		return Quantities.in(Quantities.of(bound, unit.code()), unit).map(Number::doubleValue).orElse(Double.NaN);
	}
}
