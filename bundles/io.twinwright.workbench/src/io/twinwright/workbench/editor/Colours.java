package io.twinwright.workbench.editor;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;

/** The colours of the editor by name, which themes and users may change, and those in between. For the thread of the user interface. */
public final class Colours {
	static final String KEYWORD = "io.twinwright.workbench.keyword";
	static final String COMMENT = "io.twinwright.workbench.comment";
	static final String STRING = "io.twinwright.workbench.string";
	static final String UNIT = "io.twinwright.workbench.unit";
	static final String TYPE = "io.twinwright.workbench.type";
	static final String PIECE = "io.twinwright.workbench.piece";
	static final String SIGNAL = "io.twinwright.workbench.signal";
	static final String STATE = "io.twinwright.workbench.state";
	static final String FUNCTION = "io.twinwright.workbench.function";

	private Colours() {
	}

	static Color get(String name) {
		return JFaceResources.getColorRegistry().get(name);
	}

	/** @return whether a control is drawn light on dark */
	public static boolean isDark(Control control) {
		return brightness(control.getBackground()) < brightness(control.getForeground());
	}

	private static int brightness(Color colour) {
		return 2 * colour.getRed() + 5 * colour.getGreen() + colour.getBlue();
	}

	/** @return a colour between two: the first for a share of 0, the second for 1 */
	public static Color mix(Color from, Color to, double share) {
		return new Color(mix(from.getRed(), to.getRed(), share), mix(from.getGreen(), to.getGreen(), share), mix(from.getBlue(), to.getBlue(), share));
	}

	private static int mix(int from, int to, double share) {
		return (int) Math.round(from + (to - from) * share);
	}
}
