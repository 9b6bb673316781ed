package io.twinwright.workbench.tests;

import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

/** What is to be seen on the screen. For the thread of the user interface. */
final class Pictures {
	private Pictures() {
	}

	/** @return whether something is to be seen on a page: not all of it is of one colour */
	static boolean isDrawn(Browser browser) {
		Rectangle area = browser.getBounds();
		Image image = new Image(browser.getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
		GC gc = new GC(browser.getDisplay());
		Point corner = browser.toDisplay(0, 0);
		gc.copyArea(image, corner.x, corner.y);
		gc.dispose();
		ImageData data = image.getImageData();
		image.dispose();
		for (int y = 4; y < data.height - 4; y++) {
			for (int x = 4; x < data.width - 4; x++) {
				if (data.getPixel(x, y) != data.getPixel(4, 4)) {
					return true;
				}
			}
		}
		return data.height < 9;
	}

	static ImageData ofScreen() {
		Display display = Display.getDefault();
		Rectangle bounds = display.getBounds();
		Image image = new Image(display, bounds.width, bounds.height);
		GC gc = new GC(display);
		gc.copyArea(image, 0, 0);
		gc.dispose();
		ImageData data = image.getImageData();
		image.dispose();
		return data;
	}
}
