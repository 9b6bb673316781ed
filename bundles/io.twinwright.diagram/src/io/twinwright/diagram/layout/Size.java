package io.twinwright.diagram.layout;

/** How large people made a node, in pixels. It is drawn so, or as large as its texts need. */
public record Size(double width, double height) {
	/** @return whether there is room in it for another one with some to spare */
	public boolean exceeds(Size other) {
		return width > other.width || height > other.height;
	}
}
