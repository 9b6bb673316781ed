package io.twinwright.workbench.welcome;

import io.twinwright.workbench.editor.Colours;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A large button: an icon, a name and a sentence. It has the colours of what it stands on. */
public final class Tile extends Canvas {
	private static final int MARGIN = 12;
	private static final int ICON = 32;
	private static final int LINE_GAP = 4;

	private final Image icon;
	private final String name;
	private final TextLayout title;
	private final TextLayout text;
	private boolean pointedAt;

	/**
	 * @param icon of 32 pixels
	 * @param action what pressing it does, with the mouse, Enter or the space bar
	 */
	Tile(Composite parent, Image icon, String name, String sentence, Runnable action) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.icon = icon;
		this.name = name;
		Font bold = FontDescriptor.createFrom(JFaceResources.getDialogFont()).setStyle(SWT.BOLD).increaseHeight(1).createFont(getDisplay());
		title = layout(name, bold);
		text = layout(sentence, JFaceResources.getDialogFont());
		setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
		addListener(SWT.Paint, event -> paint(event.gc));
		for (int change : new int[] { SWT.MouseEnter, SWT.MouseExit, SWT.FocusIn, SWT.FocusOut }) {
			addListener(change, this::look);
		}
		addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
		addListener(SWT.KeyDown, event -> {
			if (event.character == SWT.CR || event.character == ' ' || event.keyCode == SWT.KEYPAD_CR) {
				press(action);
			}
		});
		addListener(SWT.MouseUp, event -> {
			if (event.button == 1 && getClientArea().contains(event.x, event.y)) {
				press(action);
			}
		});
		addListener(SWT.Dispose, event -> {
			title.dispose();
			text.dispose();
			bold.dispose();
		});
		sayWhatItIs();
	}

	private TextLayout layout(String words, Font font) {
		TextLayout layout = new TextLayout(getDisplay());
		layout.setText(words);
		layout.setFont(font);
		return layout;
	}

	private void sayWhatItIs() {
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = name;
			}

			@Override
			public void getDescription(AccessibleEvent event) {
				event.result = text.getText();
			}
		});
		getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent event) {
				event.detail = ACC.ROLE_PUSHBUTTON;
			}
		});
	}

	/** The action may close what the tile is on, so it comes when the key or the mouse has been dealt with. */
	private void press(Runnable action) {
		getDisplay().asyncExec(action);
	}

	/** @return what is written on it in large letters */
	public String name() {
		return name;
	}

	private void look(Event event) {
		pointedAt = event.type == SWT.MouseEnter || pointedAt && event.type != SWT.MouseExit;
		redraw();
	}

	@Override
	public Point computeSize(int width, int height, boolean changed) {
		int wide = width == SWT.DEFAULT ? 280 : width;
		fit(wide);
		int words = title.getBounds().height + LINE_GAP + text.getBounds().height;
		return new Point(wide, Math.max(ICON, words) + 2 * MARGIN);
	}

	private void fit(int width) {
		int room = Math.max(1, width - ICON - 3 * MARGIN);
		title.setWidth(room);
		text.setWidth(room);
	}

	private void paint(GC gc) {
		Rectangle area = getClientArea();
		Color back = getParent().getBackground();
		Color front = getParent().getForeground();
		Color accent = JFaceColors.getHyperlinkText(getDisplay());
		boolean light = back.getRed() + back.getGreen() + back.getBlue() > 3 * 128;
		Color fill = Colours.mix(back, new Color(255, 255, 255), light ? 0.75 : pointedAt ? 0.12 : 0.06);
		gc.setAntialias(SWT.ON);
		gc.setBackground(back);
		gc.fillRectangle(area);
		gc.setBackground(fill);
		gc.fillRoundRectangle(1, 1, area.width - 2, area.height - 2, 8, 8);
		gc.setLineWidth(isFocusControl() ? 2 : 1);
		gc.setForeground(isFocusControl() || pointedAt ? accent : Colours.mix(back, front, 0.2));
		gc.drawRoundRectangle(1, 1, area.width - 3, area.height - 3, 8, 8);
		gc.drawImage(icon, MARGIN, MARGIN);
		fit(area.width);
		gc.setForeground(front);
		int left = ICON + 2 * MARGIN;
		title.draw(gc, left, MARGIN);
		gc.setForeground(Colours.mix(front, back, 0.2));
		text.draw(gc, left, MARGIN + title.getBounds().height + LINE_GAP);
	}
}
