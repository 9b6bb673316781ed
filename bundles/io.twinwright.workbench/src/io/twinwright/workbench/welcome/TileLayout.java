package io.twinwright.workbench.welcome;

import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Rows of controls of one size, as many side by side as there is room for, but at most four. */
final class TileLayout extends Layout {
	private static final int NARROWEST = 250;
	private static final int MOST = 4;
	private static final int GAP = 12;

	@Override
	protected Point computeSize(Composite parent, int width, int height, boolean changed) {
		int wide = width == SWT.DEFAULT ? MOST * NARROWEST + (MOST - 1) * GAP : width;
		int columns = columns(wide);
		int rows = (parent.getChildren().length + columns - 1) / columns;
		return new Point(wide, rows * (high(parent, wide(wide, columns)) + GAP) - GAP);
	}

	@Override
	protected void layout(Composite parent, boolean changed) {
		Rectangle area = parent.getClientArea();
		int columns = columns(area.width);
		int wide = wide(area.width, columns);
		int high = high(parent, wide);
		Control[] children = parent.getChildren();
		for (int i = 0; i < children.length; i++) {
			children[i].setBounds(area.x + i % columns * (wide + GAP), area.y + i / columns * (high + GAP), wide, high);
		}
	}

	private static int columns(int width) {
		return Math.clamp((width + GAP) / (NARROWEST + GAP), 1, MOST);
	}

	private static int wide(int width, int columns) {
		return (width - (columns - 1) * GAP) / columns;
	}

	private static int high(Composite parent, int width) {
		return Stream.of(parent.getChildren()).mapToInt(child -> child.computeSize(width, SWT.DEFAULT).y).max().orElse(0);
	}
}
