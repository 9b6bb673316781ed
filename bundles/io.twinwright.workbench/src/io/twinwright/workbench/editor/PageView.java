package io.twinwright.workbench.editor;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.browser.LocationAdapter;
import org.eclipse.swt.browser.LocationEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/**
 * Shows Markdown pages, in the colours of the workbench. Where the machine has no browser engine, a page is shown as the text
 * that it is written as. For the thread of the user interface.
 */
public final class PageView {
	private final Composite around;
	private final Browser browser;
	private final StyledText plain;
	private final Consumer<String> links;
	private String markdown = "";
	private String shown = "";
	private List<String> texts = List.of();

	/**
	 * @param style of the control
	 * @param links is told the name of the page that a link {@code help:NAME} leads to
	 */
	public PageView(Composite parent, int style, Consumer<String> links) {
		this(parent, Engine.browser(parent, style).orElse(null), style, links);
	}

	private PageView(Composite parent, Browser browser, int style, Consumer<String> links) {
		this.around = parent;
		this.browser = browser;
		this.links = links;
		this.plain = browser == null ? new StyledText(parent, style | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL) : null;
		if (browser == null) {
			plain.setMargins(10, 8, 10, 8);
			return;
		}
		browser.setJavascriptEnabled(false);
		browser.addLocationListener(new LocationAdapter() {
			@Override
			public void changing(LocationEvent event) {
				if (!event.location.startsWith("about:")) {
					event.doit = false;
					parent.getDisplay().asyncExec(() -> follow(event.location));
				}
			}
		});
		IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
		var listener = (org.eclipse.jface.util.IPropertyChangeListener) event -> parent.getDisplay().asyncExec(this::draw);
		themes.addPropertyChangeListener(listener);
		browser.addDisposeListener(event -> themes.removePropertyChangeListener(listener));
	}

	/** @return a view that does without a browser engine */
	public static PageView plain(Composite parent, int style) {
		return new PageView(parent, null, style, link -> { });
	}

	public Control control() {
		return browser == null ? plain : browser;
	}

	public void show(String page) {
		markdown = page;
		draw();
	}

	private void draw() {
		if (control().isDisposed()) {
			return;
		}
		if (browser == null) {
			plain.setText(markdown);
			return;
		}
		PageHtml page = new PageHtml(markdown, around);
		if (!page.html().equals(shown)) {
			shown = page.html();
			texts = page.texts();
			browser.setText(shown);
		}
	}

	private void follow(String link) {
		if (browser.isDisposed()) {
			return;
		}
		if (link.startsWith(PageHtml.PAGE)) {
			links.accept(link.substring(PageHtml.PAGE.length()));
		} else if (link.startsWith(PageHtml.COPY)) {
			Clipboard clipboard = new Clipboard(around.getDisplay());
			clipboard.setContents(new Object[] { texts.get(Integer.parseInt(link.substring(PageHtml.COPY.length()))) },
					new Transfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
		} else if (link.startsWith("http")) {
			Program.launch(link);
		}
	}
}
