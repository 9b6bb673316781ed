package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.generate.GenerateWizard;
import io.twinwright.workbench.project.NewProjectWizard;
import io.twinwright.workbench.trend.TrendView;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.core.resources.IProject;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The workbench in its dark theme, as pictures, and that what it shows can be read. */
@ExtendWith(NoErrors.class)
class DarkTest {
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
	/** The least contrast of text (WCAG 2.2, 1.4.3) and of what is drawn (1.4.11). */
	private static final double TEXT = 4.5;
	private static final double DRAWN = 3;

	private IThemeEngine engine;

	private static final String GROUND = "getComputedStyle(document.body).backgroundColor";

	@BeforeEach
	void darken() {
		engine = Workbench.ui(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class));
		theme(DARK);
	}

	@AfterEach
	void lighten() {
		theme(LIGHT);
	}

	private void theme(String id) {
		Workbench.ui(() -> {
			engine.setTheme(id, false);
			return null;
		});
	}

	@Test
	void showsWhatWasDiscovered() throws Exception {
		try (FoundPlants plants = new FoundPlants()) {
			plants.start("F1", "1", "none");
			plants.line("F1", "1");
			plants.discover();
			plants.select("FX-12, 1");
			Text said = Workbench.ui(FoundPlants::text);
			Workbench.until("it is dark", () -> isDark(said.getBackground().getRGB()));
			assertContrast(TEXT, Workbench.ui(() -> said.getForeground().getRGB()), Workbench.ui(() -> said.getBackground().getRGB()), "what is said");
			Workbench.screenshot("dark-discovered");
		}
	}

	@Test
	void showsAPlantThatRuns() throws Exception {
		try (LivePlant plant = LivePlant.start("bottling", sentence -> {
			// nobody reads it here
		})) {
			ITextEditor editor = Workbench.edit(plant.project().getFile("plant.twin"));
			StyledText text = Workbench.text(editor);
			Workbench.until("the text is dark", () -> isDark(text.getBackground().getRGB()));
			int asset = Workbench.ui(() -> text.getText().indexOf("asset FX17"));
			Workbench.until("words are coloured", () -> text.getStyleRangeAtOffset(asset) != null);
			Workbench.show(IPageLayout.ID_OUTLINE);
			Workbench.show(IPageLayout.ID_PROP_SHEET);
			Workbench.ui(() -> {
				Workbench.page().activate(editor);
				editor.selectAndReveal(asset + "asset FX".length(), 0);
				return null;
			});
			Workbench.until("the card is shown", () -> Workbench.find(Workbench.window().getShell(), Browser.class).stream()
					.anyMatch(browser -> browser.isVisible() && browser.getText().contains("FX12-0017")));
			Workbench.screenshot("dark-editor");
			Workbench.show("io.twinwright.workbench.live");
			plant.filter("fill.");
			Workbench.until("a value is shown", () -> !plant.row("load").getText(LivePlant.VALUE).isEmpty());
			Workbench.screenshot("dark-live");
			plant.select("load", "flow");
			Workbench.command("io.twinwright.workbench.showInTrend");
			Workbench.until("values are drawn", () -> plant.session().track(point(plant)).series().times().length > 4);
			Workbench.screenshot("dark-trend");
			Workbench.ui(() -> {
				Workbench.page().hideView(Workbench.page().findView(TrendView.ID));
				return null;
			});
			Workbench.show(IPageLayout.ID_PROBLEM_VIEW);
			Workbench.screenshot("dark-problems");
			Shell generate = Workbench.ui(Workbench.open(new GenerateWizard(plant.project()))::getShell);
			Workbench.press(generate, "Next");
			Workbench.until("the files are listed", () -> Workbench.find(generate, Table.class).getFirst().getItemCount() > 2);
			Workbench.screenshot("dark-generate");
			Workbench.press(generate, "Cancel");
			NewProjectWizard wizard = new NewProjectWizard();
			wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
			Shell project = Workbench.ui(Workbench.open(wizard)::getShell);
			Workbench.screenshot("dark-new-project");
			Workbench.press(project, "Cancel");
		}
	}

	@Test
	void drawsDiagramsLightOnDark() throws Exception {
		IProject project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		DiagramPage diagram = DiagramPage.open(project.getFile("plant.twin"));
		Workbench.until("the page is dark", () -> "rgb(22, 25, 29)".equals(diagram.value(GROUND)));
		Workbench.screenshot("dark-diagram");
		theme(LIGHT);
		Workbench.until("the page is light", () -> "rgb(245, 247, 249)".equals(diagram.value(GROUND)));
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	private static io.twinwright.core.structure.Point point(LivePlant plant) {
		return plant.session().twin().roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.filter(point -> point.path().equals("Juice1.fill.load")).findFirst().orElseThrow();
	}

	@Test
	void hasColoursThatCanBeRead() {
		assertColoursCanBeRead(Workbench.ui(() -> new RGB(47, 47, 47)));
		theme(LIGHT);
		assertColoursCanBeRead(new RGB(255, 255, 255));
	}

	/** Holds for all colours of ours that are drawn on the background of a text or table. */
	private static void assertColoursCanBeRead(RGB back) {
		List<String> colours = Workbench.ui(() -> new TreeSet<>(JFaceResources.getColorRegistry().getKeySet()).stream()
				.filter(key -> key.startsWith("io.twinwright.workbench.")).toList());
		assertTrue(colours.size() > 12, colours::toString);
		for (String colour : colours) {
			RGB rgb = Workbench.ui(() -> JFaceResources.getColorRegistry().getRGB(colour));
			String name = colour.substring(colour.lastIndexOf('.') + 1);
			switch (name) {
				case "rail" -> {
					// only the ground for the bar on it
				}
				case "onAlarm" -> List.of("critical", "alarm").forEach(ground -> assertContrast(TEXT, rgb,
						Workbench.ui(() -> JFaceResources.getColorRegistry().getRGB("io.twinwright.workbench.live." + ground)), name + " on " + ground));
				case "critical", "alarm", "bar" -> assertContrast(name.equals("bar") ? DRAWN : 1.5, rgb, back, name);
				default -> assertContrast(name.startsWith("line") ? DRAWN : TEXT, rgb, back, name);
			}
		}
	}

	private static void assertContrast(double least, RGB front, RGB back, String what) {
		double one = luminance(front);
		double other = luminance(back);
		double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
		assertTrue(contrast >= least, () -> "%s %s on %s has a contrast of %.2f".formatted(what, front, back, contrast));
	}

	private static boolean isDark(RGB colour) {
		return luminance(colour) < 0.2;
	}

	/** Relative luminance as in WCAG 2.2. */
	private static double luminance(RGB colour) {
		double[] parts = Arrays.stream(new int[] { colour.red, colour.green, colour.blue }).mapToDouble(part -> part / 255.0)
				.map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4)).toArray();
		return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
	}
}
