package io.twinwright.diagram.layout;

/** A place on the drawing, in pixels from its upper left corner. */
public record Point(double x, double y) {
	Point moved(double right, double down) {
		return new Point(x + right, y + down);
	}
}
