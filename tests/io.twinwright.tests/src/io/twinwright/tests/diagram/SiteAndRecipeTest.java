package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.diagram.Badge;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.diagram.Gauge;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.diagram.layout.SitePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the diagrams of sites and recipes show. */
class SiteAndRecipeTest {
	@TempDir
	private Path folder;

	private static List<String> shown(Diagram diagram, NodeKind kind) {
		return diagram.nodes().stream().filter(node -> node.kind() == kind).map(node -> node.label() + " " + node.details()).toList();
	}

	@Test
	void siteShowsLoadAgainstCapacity() {
		Diagram pohang = Drawn.of(Drawn.example("bottling"), DiagramKind.SITE, "Pohang");
		assertEquals(new Gauge(54, 120, "kW"), Drawn.node(pohang, "acme.bottling.Pohang.grid").gauge());
		assertEquals(0.45, Drawn.node(pohang, "acme.bottling.Pohang.grid").gauge().share());
	}

	@Test
	void siteShowsWhatStandsInBays() {
		Diagram pohang = Drawn.of(Drawn.example("bottling"), DiagramKind.SITE, "Pohang");
		DiagramNode fill = Drawn.node(pohang, "acme.bottling.Juice1.fill");
		assertEquals("acme.bottling.Pohang.A2", fill.parent());
		assertEquals(List.of("Filler FX17", "284.4 [kg/m2]"), fill.details());
		assertEquals("A2 [ISO_1CC, 6.058 x 2.438 m, floor bears 2000 [kg/m2]]", shown(pohang, NodeKind.BAY).get(1));
	}

	@Test
	void siteShowsIdleModulesWithTheirLease() {
		Diagram gwangyang = Drawn.of(Drawn.example("bottling"), DiagramKind.SITE, "Gwangyang");
		assertEquals(List.of("FX33 [Filler, lease EUR 48.00 per [h], standby]", "CP09 [Capper, standby]"), shown(gwangyang, NodeKind.IDLE));
	}

	@Test
	void siteIsDrawnToScale() {
		Diagram works = Drawn.of(Drawn.example("concepts"), DiagramKind.SITE, "Works");
		Layout layout = Layouts.of(works, Map.of());
		Box bay = layout.boxes().get("concepts.hotSwap.Works.R1");
		assertEquals(Math.round(2.991 * SitePlan.METRE), bay.width());
		assertEquals(Math.round(2.438 * SitePlan.METRE), bay.height());
		assertEquals(bay, layout.boxes().get("concepts.hotSwap.AirStation.compressor"));
	}

	@Test
	void siteShowsThatABayIsTooSmall() {
		Diagram site = Drawn.of(Drawn.text(folder, """
				namespace plant
				type Long footprint ISO_1AA { }
				site Yard { bay B1 footprint ISO_1CC }
				asset Row : Line at Yard { part long : Long in B1 }
				"""), DiagramKind.SITE, "Yard");
		assertEquals(List.of("'long' has footprint 'ISO_1AA' (12.192 x 2.438 m) and bay 'B1' has 'ISO_1CC' (6.058 x 2.438 m). Choose a larger bay."),
				Drawn.node(site, "plant.Row.long").badges().stream().map(Badge::message).toList());
	}

	@Test
	void recipeShowsWhoDoesTheSteps() {
		Diagram recipe = Drawn.of(Drawn.example("bottling"), DiagramKind.RECIPE, "Juice05Bottle");
		assertEquals(List.of("rinse [Rinsing(volume 0.2..1.0 [l])]", "fill [Filling(volume 0.2..1.0 [l])]", "cap [Capping(torque 1.2 [N.m])]"),
				shown(recipe, NodeKind.STEP));
		assertEquals(List.of("Juice1.rinse [Rinser]", "Juice1.rinse2 [Rinser]", "Juice1.fill [Filler]", "Juice1.cap [Capper]"),
				shown(recipe, NodeKind.PROVIDER));
		assertEquals(List.of("rinse fill", "fill cap"), recipe.edges().stream().filter(edge -> edge.kind() == EdgeKind.SEQUENCE)
				.map(SiteAndRecipeTest::ends).toList());
	}

	private static String ends(DiagramEdge edge) {
		return edge.source().replaceAll(".*\\.", "") + " " + edge.target().replaceAll(".*\\.", "");
	}

	@Test
	void recipeMakesStepsWithoutAProviderStandOut() {
		Diagram recipe = Drawn.of(Drawn.text(folder, """
				namespace plant
				product Bread
				recipe Baking for Bread quantity 1 {
				  step mix needs Mixing
				}
				"""), DiagramKind.RECIPE, "Baking");
		assertEquals(List.of("mix [Mixing, no provider]"), shown(recipe, NodeKind.OPEN_STEP));
		assertEquals(List.of("TW401"), recipe.nodes().getFirst().badges().stream().map(Badge::code).toList());
	}
}
