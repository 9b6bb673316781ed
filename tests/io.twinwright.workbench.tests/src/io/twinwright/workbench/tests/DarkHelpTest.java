package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.help.HelpView;
import io.twinwright.workbench.welcome.Tile;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.intro.IIntroManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The help and the Welcome page in the dark theme; runs in a workbench of its own. */
@ExtendWith(NoErrors.class)
class DarkHelpTest {
	@BeforeEach
	void darken() {
		Workbench.ui(() -> {
			PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme("org.eclipse.e4.ui.css.theme.e4_dark", false);
			return null;
		});
	}

	@Test
	void showsPagesLightOnDark() {
		HelpView help = (HelpView) Workbench.show(HelpView.ID);
		Workbench.ui(() -> {
			help.open("TW404");
			return null;
		});
		Workbench.until("the page has the colours of the view", () -> Workbench.find(Workbench.window().getShell(), Browser.class).stream()
				.anyMatch(browser -> isDark(browser.getParent()) && browser.getText().contains("standby") && browser.getText().contains("background:" + css(browser.getParent().getBackground()))));
		Workbench.screenshot("help-dark");
		Workbench.ui(() -> {
			Workbench.page().hideView(help);
			return null;
		});
	}

	@Test
	void welcomesLightOnDark() {
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.help.quickStartAction", null));
		IIntroManager intros = PlatformUI.getWorkbench().getIntroManager();
		Workbench.until("the page is open", () -> intros.getIntro() != null);
		Workbench.until("it is dark", () -> Workbench.find(Workbench.window().getShell(), Tile.class).stream()
				.allMatch(tile -> isDark(tile.getParent())));
		Workbench.screenshot("welcome-dark");
		assertTrue(Workbench.ui(() -> intros.closeIntro(intros.getIntro())));
	}

	private static boolean isDark(Composite area) {
		return area.getBackground().getRed() < 80 && area.getForeground().getRed() > 140;
	}

	private static String css(Color colour) {
		return "#%02x%02x%02x".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
	}
}
