package io.twinwright.diagram.layout;

/** A rectangle on the drawing, in pixels. */
public record Box(double x, double y, double width, double height) {
	/** @return the right border */
	public double right() {
		return x + width;
	}

	/** @return the lower border */
	public double bottom() {
		return y + height;
	}

	/** @return the middle of its width */
	public double middle() {
		return x + width / 2;
	}

	/** @return whether both have a point in common, or are nearer to each other than a distance */
	public boolean touches(Box other, double distance) {
		return x < other.right() + distance && other.x < right() + distance && y < other.bottom() + distance && other.y < bottom() + distance;
	}

	/** @return whether a point is in it or on its border */
	public boolean holds(Point point) {
		return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
	}

	Box at(double left, double top) {
		return new Box(left, top, width, height);
	}
}
