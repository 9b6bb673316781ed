package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.live.LiveView;
import io.twinwright.workbench.generate.GenerateWizard;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The workbench in Korean; runs in a workbench of its own that was started with {@code -nl ko}. */
@ExtendWith(NoErrors.class)
class KoreanTest {
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
		} finally {
			LiveSessions.disconnect(project);
			SimulatedPlants.stop(project);
			Workbench.ui(() -> Workbench.page().closeAllEditors(false));
		}
	}
}
