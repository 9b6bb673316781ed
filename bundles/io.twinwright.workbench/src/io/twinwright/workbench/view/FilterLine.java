package io.twinwright.workbench.view;

import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The line above the rows of a view: a field for letters that the rows are to have, and a sentence beside it. */
public final class FilterLine {
	private static final int WIDTH = 220;

	private final Text filter;
	private final Label sentence;

	/**
	 * @param parent what has lines below each other
	 * @param hint what the field says while it is empty
	 */
	public FilterLine(Composite parent, String hint) {
		Composite line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(4, 2).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		filter = new Text(line, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(hint);
		GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(filter);
		sentence = new Label(line, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(sentence);
	}

	/** @param changed is run whenever the letters are others */
	public void onChange(Runnable changed) {
		filter.addListener(SWT.Modify, event -> changed.run());
	}

	/** @return the letters in lower case, empty for no filter */
	public String letters() {
		return filter.getText().strip().toLowerCase(Locale.ROOT);
	}

	/** Shows a sentence; an empty one is none. */
	public void say(String text) {
		if (!text.equals(sentence.getText())) {
			sentence.setText(text);
		}
	}
}
