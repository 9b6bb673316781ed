package io.twinwright.core.evaluate;

/** How a calendar or clock cuts time. */
interface Frames {
	/** @return the frame that contains the instant, else the first one after it */
	Frame at(long t);

	/** @return the beginning of a window as long as a frame that ends at an instant */
	long back(long end);
}
