package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.generate.GenerateWizard;
import io.twinwright.workbench.help.HelpView;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.LiveView;
import io.twinwright.workbench.live.SetPoints;
import io.twinwright.workbench.plant.SimulatedPlants;
import io.twinwright.workbench.welcome.Tile;
import io.twinwright.workbench.welcome.WelcomePart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The workbench in Korean; runs in a workbench of its own that was started with {@code -nl ko}. */
@ExtendWith(NoErrors.class)
class KoreanTest {
	@Test
	void tellsProblemsInKorean() throws Exception {
		IProject project = Workbench.project("korean-problems");
		IFile file = Workbench.file(project, "pump.twin", """
				namespace acme
				type Pump {
				  sensor used  : [kWh]
				  sensor level : [%] range 100..0
				  insight load : [kW] = mean(levl) over 15 [min]
				}
				""");
		try {
			Workbench.edit(file);
			Workbench.until("three problems are told", () -> Workbench.findings(file).size() == 3);
			assertEquals(List.of("3: 단위 '[kWh]'은(는) UCUM 코드가 아닙니다. '[kW.h]'을(를) 뜻했습니까?",
					"4: 'level'의 범위 100..0이(가) 비어 있습니다. 하한은 상한보다 작아야 합니다.",
					"5: 이름 'levl'을(를) 찾을 수 없습니다. 'level'을(를) 뜻했습니까?"), Workbench.findings(file));
			IMarker range = Arrays.stream(file.findMarkers("io.twinwright.workbench.problem", true, IResource.DEPTH_ZERO))
					.filter(marker -> marker.getAttribute(IMarker.LINE_NUMBER, 0) == 4).findFirst().orElseThrow();
			IMarkerResolution[] fixes = Workbench.ui(() -> IDE.getMarkerHelpRegistry().getResolutions(range));
			assertEquals(List.of("하한과 상한 맞바꾸기", "TW203 설명: 범위가 비어 있습니다"), Arrays.stream(fixes).map(IMarkerResolution::getLabel).toList());
			Workbench.show(IPageLayout.ID_PROBLEM_VIEW);
			Workbench.until("the problems are listed", () -> lists("이름 'levl'을(를) 찾을 수 없습니다. 'level'을(를) 뜻했습니까?"));
			Workbench.screenshot("korean-problems");
		} finally {
			Workbench.ui(() -> Workbench.page().closeAllEditors(false));
		}
	}

	/** @return whether a table in a tree has a row in a group, which it opens */
	private static boolean lists(String text) {
		return Workbench.find(Workbench.window().getShell(), Tree.class).stream().filter(tree -> tree.getColumnCount() > 3)
				.flatMap(tree -> Arrays.stream(tree.getItems()))
				.anyMatch(group -> {
					Event opened = new Event();
					opened.item = group;
					group.getParent().notifyListeners(SWT.Expand, opened);
					group.setExpanded(true);
					return Arrays.stream(group.getItems()).anyMatch(row -> row.getText().equals(text));
				});
	}

	@Test
	void speaksKorean() throws Exception {
		IProject project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		SimulatedPlants.start(project, 1, List.of(), sentence -> {
			// nobody reads it here
		});
		try {
			LiveSessions.connect(project);
			IViewPart live = Workbench.show(LiveView.ID);
			assertEquals("실시간", Workbench.ui(live::getTitle));
			Workbench.edit(project.getFile("plant.twin"));
			Workbench.show(LiveView.ID);
			Workbench.screenshot("korean");
			List<String> menu = Workbench.ui(() -> Arrays.stream(Workbench.window().getShell().getMenuBar().getItems()).map(MenuItem::getText).toList());
			assertTrue(menu.contains("Twinwright(&W)"), menu::toString);
			Shell wizard = Workbench.ui(Workbench.open(new GenerateWizard(project))::getShell);
			assertEquals("'bottling'의 구성 생성", Workbench.ui(wizard::getText));
			Workbench.until("its text is Korean", () -> Workbench.says(wizard, "출력 폴더, 프로젝트 기준"));
			Workbench.screenshot("korean-generate");
			Workbench.ui(() -> {
				wizard.close();
				return null;
			});
			tellsDriftInKorean(project);
		} finally {
			LiveSessions.disconnect(project);
			SimulatedPlants.stop(project);
			Workbench.ui(() -> Workbench.page().closeAllEditors(false));
		}
	}

	@Test
	void swapsInKorean() throws Exception {
		try (FoundPlants plants = new FoundPlants()) {
			plants.start("F1", "1", "none");
			plants.start("F99", "99", "none");
			IFile line = plants.line("F1", "1");
			LiveSessions.connect(line.getProject());
			SetPoints.allow(true);
			plants.discover();
			assertEquals("L1.fill, L1.spare", Workbench.ui(FoundPlants::rows).get(1).get(FoundPlants.PLACES));
			plants.select("FX-12, 99");
			assertTrue(Workbench.ui(FoundPlants::said).contains("'L1.fill'을(를) 대신할 수 있습니다."), () -> Workbench.ui(FoundPlants::said));
			plants.run("io.twinwright.workbench.swapMachine", "FX-12, 99");
			Shell dialog = Workbench.shell("핫 스왑");
			Workbench.press(dialog, "시작");
			Shell question = FoundPlants.question(dialog);
			Workbench.screenshot("korean-swap-confirm");
			plants.stop("F99");
			Workbench.press(question, "Yes");
			Workbench.untilSays(dialog, "'L1.fill'에서 'FX-12, 99'이(가) 30초 안에 올라오지 않았습니다.");
			Workbench.screenshot("korean-swap");
			Workbench.press(dialog, "Close");
		}
	}

	@Test
	void helpsInKorean() {
		run("org.eclipse.ui.help.quickStartAction");
		Workbench.until("the Welcome page is open", () -> PlatformUI.getWorkbench().getIntroManager().getIntro() != null);
		List<String> names = Workbench.ui(() -> Workbench.find((Composite) ((WelcomePart) PlatformUI.getWorkbench().getIntroManager().getIntro()).control(), Tile.class))
				.stream().map(Tile::name).toList();
		assertTrue(names.containsAll(List.of("처음 5분", "병입")), names::toString);
		Workbench.screenshot("korean-welcome");
		Workbench.ui(() -> PlatformUI.getWorkbench().getIntroManager().closeIntro(PlatformUI.getWorkbench().getIntroManager().getIntro()));
		run("org.eclipse.ui.help.helpContents");
		Workbench.until("the help is open", () -> Workbench.page().findView(HelpView.ID) != null);
		HelpView help = Workbench.ui(() -> (HelpView) Workbench.page().findView(HelpView.ID));
		Workbench.ui(() -> {
			help.open("TW203");
			return null;
		});
		Workbench.until("the page of a rule is Korean", () -> help.shown().equals("TW203") && Workbench.find(Workbench.window().getShell(), Browser.class).stream()
				.anyMatch(browser -> browser.getText().contains("범위가 비어 있습니다") && browser.getText().contains("규칙을 지키는 텍스트")));
		Workbench.screenshot("korean-help");
		assertSays(help, "language", "언어 참조는 아직 영어로만 있습니다.");
		assertSays(help, "language/meaning", "언어 참조는 아직 영어로만 있습니다.");
		assertSays(help, "library", "파일 안의 설명은 아직 영어로만 있습니다.");
		assertSays(help, "library/functions.twin", "파일 안의 설명은 아직 영어로만 있습니다.");
		Workbench.ui(() -> {
			Workbench.page().hideView(help);
			return null;
		});
	}

	private static void assertSays(HelpView help, String page, String sentence) {
		Workbench.ui(() -> {
			help.open(page);
			return null;
		});
		Workbench.until("the page '%s' says: %s".formatted(page, sentence), () -> help.shown().equals(page)
				&& Workbench.find(Workbench.window().getShell(), Browser.class).stream().anyMatch(browser -> browser.getText().contains(sentence)));
		Workbench.screenshot("korean-help-" + page.replace('/', '-'));
	}

	private static void run(String command) {
		Workbench.ui(() -> Workbench.window().getService(IHandlerService.class).executeCommand(command, null));
	}

	private static void tellsDriftInKorean(IProject project) throws Exception {
		IFile machines = project.getFile("machines.twin");
		String changed = machines.readString().replaceFirst("(sensor +load +: \\[kW\\] +range 0\\.\\.)25", "$130");
		machines.setContents(new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)), true, false, null);
		LiveSessions.connect(project);
		IMarker drift = project.findMarkers("io.twinwright.workbench.drift", false, IResource.DEPTH_INFINITE)[0];
		String message = drift.getAttribute(IMarker.MESSAGE, "");
		assertTrue(message.endsWith("의 범위는 모델에서 0..30이지만 노드에서는 0..25입니다."), message);
		IMarkerResolution[] fixes = Workbench.ui(() -> IDE.getMarkerHelpRegistry().getResolutions(drift));
		assertEquals(List.of("서버의 'range 0..25' 받아들이기"), Arrays.stream(fixes).map(IMarkerResolution::getLabel).toList());
		Workbench.show(IPageLayout.ID_PROBLEM_VIEW);
		Workbench.until("the drift is listed", () -> lists(message));
		Workbench.screenshot("korean-drift");
	}
}
