package io.twinwright.workbench.diagram;

import io.twinwright.diagram.server.DiagramServer;
import io.twinwright.workbench.editor.Colours;
import io.twinwright.workbench.editor.Engine;
import io.twinwright.workbench.language.UserLanguage;
import java.util.Arrays;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.browser.LocationAdapter;
import org.eclipse.swt.browser.LocationEvent;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/** The page of a diagram in an editor, or a sentence before it is there or instead of it. For the thread of the user interface. */
final class DiagramPane {
	private final Composite area;
	private final StackLayout layout = new StackLayout();
	private final Runnable reload;
	private Browser browser;
	private boolean isDark;
	private String origin = "";

	/** @param reload loads the page again, in other colours */
	DiagramPane(Composite parent, Runnable reload) {
		this.area = new Composite(parent, SWT.NONE);
		this.reload = reload;
		area.setLayout(layout);
	}

	/** @return what shows the page; null before it is there, and where there is no engine */
	Browser browser() {
		return browser;
	}

	Display display() {
		return area.getDisplay();
	}

	boolean isDisposed() {
		return area.isDisposed();
	}

	/** Shows a diagram in a window of a name; where there is no engine, its address for any browser. */
	void load(DiagramServer server, String uri, String window) {
		if (browser == null) {
			browser = Engine.browser(area, SWT.NONE).orElse(null);
			if (browser == null) {
				show(new WithoutEngine(area, server.page(uri)));
				return;
			}
			prepare();
		}
		isDark = Colours.isDark(area);
		origin = server.page("").getAuthority();
		browser.setUrl(server.page(uri, window, UserLanguage.locale().toLanguageTag(), isDark).toString());
		show(browser);
	}

	private void prepare() {
		browser.addLocationListener(new LocationAdapter() {
			@Override
			public void changing(LocationEvent event) {
				// the page leads nowhere else
				event.doit = event.location.startsWith("blob:") || event.location.startsWith("http://" + origin + "/");
			}
		});
		browser.addOpenWindowListener(event -> event.required = true);
		IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
		IPropertyChangeListener dress = event -> area.getDisplay().asyncExec(this::dress);
		themes.addPropertyChangeListener(dress);
		browser.addDisposeListener(event -> themes.removePropertyChangeListener(dress));
	}

	private void dress() {
		if (!area.isDisposed() && Colours.isDark(area) != isDark) {
			reload.run();
		}
	}

	void say(String sentence) {
		Label label = new Label(area, SWT.WRAP);
		label.setText(sentence);
		show(label);
	}

	private void show(Control control) {
		layout.topControl = control;
		area.layout(true, true);
		Arrays.stream(area.getChildren()).filter(child -> child != control && child != browser).forEach(Control::dispose);
	}

	void setFocus() {
		if (layout.topControl != null) {
			layout.topControl.setFocus();
		}
	}
}
