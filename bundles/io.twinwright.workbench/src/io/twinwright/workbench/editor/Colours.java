package io.twinwright.workbench.editor;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;

/** The colours of the editor by name; themes and users may change them. For the thread of the user interface. */
final class Colours {
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
}
