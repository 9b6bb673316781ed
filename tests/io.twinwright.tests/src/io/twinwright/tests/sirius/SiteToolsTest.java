package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.Viewpoint.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;

/** What each tool of the site diagram does to the text. */
class SiteToolsTest extends ToolTests {
	@Test
	void addsBays() throws IOException {
		EObject site = site();
		wizard(site, "SITE", "AddBay", site, "ISO_1CC");
		assertChange("+   bay bay footprint ISO_1CC");
	}

	@Test
	void deletesABayWithWhereItIsNamed() throws IOException {
		delete("SITE", "Delete", view(site(), "A4"));
		assertChange("-   bay A4 footprint ISO_1CC floor 1.5 [t/m2]", "-   part rinse2 : Rinser in A4 covers rinse", "+   part rinse2 : Rinser covers rinse");
		Path file = folder.resolve("plant.twin");
		assertEquals(before.get(file).stream().filter(String::isBlank).count(), texts().get(file).stream().filter(String::isBlank).count());
	}

	@Test
	void addsModulesAndUtilitiesToASite() throws IOException {
		EObject site = site();
		wizard(site, "SITE", "AddModule", site, "Capper");
		wizard(site, "SITE", "AddUtility", site, "Steam");
		assertChange("+   port out steam : Steam", "+ asset Capper1 : Capper at Pohang");
	}

	/** A part that is dragged into another bay stands there, and out of all bays nowhere. */
	@Test
	void movesPartsBetweenBays() throws IOException {
		EObject site = site();
		wizard(site, "SITE", "AddBay", site, "ISO_1CC");
		drop(view(site, "cap"), view(site(), "bay"));
		assertChange("-   part cap    : Capper in A3 uses CP04 standby CP09", "+   bay bay footprint ISO_1CC", "+   part cap    : Capper in bay uses CP04 standby CP09");
		before = texts();
		EObject drawn = site();
		drop(view(drawn, "cap"), drawn);
		assertChange("-   part cap    : Capper in bay uses CP04 standby CP09", "+   part cap    : Capper uses CP04 standby CP09");
	}

	@Test
	void saysWhyAPartCannotStandInABay() {
		EObject site = site();
		drop(view(site, "cap"), view(site, "A2"));
		assertEquals(List.of("Bay 'A2' holds 'fill' already, so 'cap' cannot stand there. Choose a free bay."), session.said);
	}

	private void drop(EObject part, EObject place) {
		session.run(tool("SITE", "Move"), (EObject) get(part, "target"), Map.of("element", get(part, "target"), "newSemanticContainer", get(place, "target"),
				"newContainerView", place));
	}

	@Test
	void deletesAnAssetThatNobodyUses() throws IOException {
		EObject site = site();
		wizard(site, "SITE", "AddModule", site, "Capper");
		delete("SITE", "Delete", view(site(), "Capper1"));
		assertChange();
	}

	@Test
	void saysWhatKeepsAnAsset() {
		delete("SITE", "Delete", view(session.draw("SITE", session.declaration("Gwangyang")), "CP09"));
		assertEquals(List.of("'CP09' cannot be deleted: it is used by 'plant.twin'. Change that first."), session.said);
	}
}
