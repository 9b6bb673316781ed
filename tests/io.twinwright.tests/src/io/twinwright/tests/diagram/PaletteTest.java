package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.Connections;
import io.twinwright.diagram.Connections.Candidate;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.Palette;
import io.twinwright.diagram.Palette.Tool;
import io.twinwright.diagram.Palette.Use;
import io.twinwright.diagram.View;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Comments;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Declaration;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Type;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be created and connected in diagrams, and why not. */
class PaletteTest {
	@TempDir
	private Path folder;

	private static Palette palette(Project project) {
		return new Palette(project.twin(), Library.of(project.twin().files().getFirst().eResource().getResourceSet()).declarations().values().stream()
				.sorted(Comparator.comparing(Declaration::getName)).toList(), Comments::of);
	}

	private static List<Tool> tools(Project project, DiagramKind kind, String subject) {
		return palette(project).tools(kind, Drawn.diagrams(project).find(kind, subject).orElseThrow());
	}

	private static Tool tool(List<Tool> tools, String id) {
		return tools.stream().filter(tool -> tool.id().equals(id)).findFirst()
				.orElseThrow(() -> new AssertionError(id + " is none of " + tools.stream().map(Tool::id).toList()));
	}

	private static <T extends NamedElement> T named(Project project, Class<T> kind, String name) {
		for (var file : project.twin().files()) {
			for (var all = file.eAllContents(); all.hasNext();) {
				EObject next = all.next();
				if (kind.isInstance(next) && name.equals(((NamedElement) next).getName())) {
					return kind.cast(next);
				}
			}
		}
		throw new AssertionError(name);
	}

	@Test
	void offersTheTypesOfTheProjectAndTheLibrary() {
		List<Tool> tools = tools(Drawn.example("bottling"), DiagramKind.LINE, "acme.bottling.Juice1");
		Tool filler = tool(tools, "part acme.machines.Filler");
		assertEquals("Types of acme.machines", filler.group());
		assertEquals("Rotary filler", filler.label());
		assertEquals(NodeKind.MODULE, filler.node());
		assertEquals(Set.of(NodeKind.FRAME, NodeKind.MODULE), filler.into());
		Tool cell = tool(tools, "part twin.std.WorkCell");
		assertEquals("Types", cell.group());
		assertEquals("Work unit of discrete production: machine, robot cell, station.", cell.description());
		assertEquals("Ports of acme.machines", tool(tools, "port_in acme.machines.Bottle").group());
		assertEquals(Use.CONNECT, tools.getFirst().use());
	}

	@Test
	void standsGroupByGroupWithIdsOfTheirOwn() {
		for (DiagramKind kind : DiagramKind.values()) {
			for (NamedElement subject : Drawn.diagrams(Drawn.example("bottling")).subjects(kind)) {
				List<Tool> tools = palette(Drawn.example("bottling")).tools(kind, subject);
				assertEquals(tools.size(), tools.stream().map(Tool::id).distinct().count());
				List<String> groups = tools.stream().map(Tool::group).toList();
				for (int i = 1; i < groups.size(); i++) {
					assertTrue(groups.get(i).equals(groups.get(i - 1)) || !groups.subList(0, i).contains(groups.get(i)), groups::toString);
				}
			}
		}
	}

	@Test
	void isSearchedByWords() {
		List<Tool> tools = tools(Drawn.example("bottling"), DiagramKind.LINE, "acme.bottling.Juice1");
		assertEquals(List.of("part acme.machines.Filler"), tools.stream().filter(tool -> tool.matches("rotary FILL")).map(Tool::id).toList());
	}

	@Test
	void offersBaysUtilitiesAndModulesAtSites() {
		List<Tool> tools = tools(Drawn.example("bottling"), DiagramKind.SITE, "acme.bottling.Pohang");
		assertEquals(NodeKind.BAY, tool(tools, "bay twin.std.ISO_1CC").node());
		assertEquals(NodeKind.UTILITY, tool(tools, "port_out twin.std.Electricity").node());
		assertEquals(NodeKind.IDLE, tool(tools, "asset acme.machines.Filler").node());
		assertEquals("Modules in store of acme.machines", tool(tools, "asset acme.machines.Filler").group());
		assertEquals(Set.of(NodeKind.BAY), tool(tools, "part acme.machines.Filler").into());
		assertEquals("Modules of acme.machines", tool(tools, "part acme.machines.Filler").group());
		assertTrue(tool(tools, "bay twin.std.ISO_1CC").isOfLibrary());
		assertFalse(tool(tools, "part acme.machines.Filler").isOfLibrary());
		assertTrue(tools.stream().noneMatch(tool -> tool.id().equals("asset acme.machines.Machine")));
	}

	@Test
	void offersWhatSomebodyProvidesFirstInRecipes() {
		List<Tool> tools = tools(Drawn.example("bottling"), DiagramKind.RECIPE, "acme.bottling.Juice05Bottle");
		assertEquals("Provided here", tool(tools, "step acme.machines.Filling").group());
		assertEquals("Provided here", tool(tools, "step twin.std.Dosing").group());
		assertEquals("Capabilities", tool(tools, "step twin.std.Welding").group());
	}

	@Test
	void refusesTypesThatWouldContainThemselves() {
		Project project = Drawn.text(folder, """
				namespace plant
				type Inner { part deep : Leaf }
				type Leaf { }
				type Outer { part inner : Inner }
				""");
		Palette palette = palette(project);
		Type inner = named(project, Type.class, "Inner");
		assertEquals(Optional.of("Part 'Outer' makes type 'Inner' contain itself over 'Outer'. Use a type that does not contain 'Inner'."),
				palette.contained(inner, named(project, Type.class, "Outer")));
		assertEquals(Optional.empty(), palette.contained(inner, named(project, Type.class, "Leaf")));
		Set<String> offered = palette.tools(DiagramKind.LINE, inner).stream().map(Tool::id).collect(Collectors.toSet());
		assertTrue(offered.contains("part plant.Leaf"));
		assertFalse(offered.contains("part plant.Outer") || offered.contains("part plant.Inner"));
	}

	@Test
	void saysWhyAPartCannotStandInABay() {
		Project project = Drawn.text(folder, """
				namespace plant
				type Long footprint ISO_1AA { }
				type Short footprint ISO_1CC mass 30000 [kg] { }
				site Yard {
				  bay B1 footprint ISO_1CC
				  bay B2 footprint ISO_1AA
				  bay B3 footprint ISO_1AA floor 1 [t/m2]
				}
				asset Row : Line at Yard { part long : Long in B2 part short : Short in B1 }
				""");
		Palette palette = palette(project);
		Part tall = named(project, Part.class, "long");
		Part heavy = named(project, Part.class, "short");
		assertEquals(Optional.of("Bay 'B1' holds 'short' already, so 'long' cannot stand there. Choose a free bay."),
				palette.standing(tall, named(project, Bay.class, "B1")));
		assertEquals(Optional.empty(), palette.standing(tall, named(project, Bay.class, "B3")));
		assertTrue(palette.standing(heavy, named(project, Bay.class, "B3")).orElseThrow().startsWith("'short' loads the floor with "));
	}

	@Test
	void saysWhyAPieceOrPartCannotReplaceAnother() {
		Project project = Drawn.example("bottling");
		Palette palette = palette(project);
		assertEquals(Optional.empty(), palette.standby(named(project, Part.class, "fill"), named(project, Asset.class, "FX33")));
		assertTrue(palette.standby(named(project, Part.class, "fill"), named(project, Asset.class, "CP09")).orElseThrow()
				.startsWith("Standby 'CP09' cannot take position 'fill': port 'juice', "));
		assertEquals(Optional.empty(), palette.cover(named(project, Part.class, "rinse2"), named(project, Part.class, "rinse")));
		assertTrue(palette.cover(named(project, Part.class, "cap"), named(project, Part.class, "rinse")).orElseThrow().contains("is missing.")
				|| palette.cover(named(project, Part.class, "cap"), named(project, Part.class, "rinse")).orElseThrow().contains("are missing."));
	}

	@Test
	void saysWhereAConnectionMayLead() {
		Project project = Drawn.text(folder, """
				namespace plant
				type Wide { port out gives : Item(width = 40..95 [mm]) port out water : Water }
				type Narrow { port in takes : Item(width = 30..35 [mm]) port in fits : Item(width = 90..120 [mm]) }
				type Cell { port in raw : Item part deep : Narrow }
				asset Row : Line {
				  port out ready : Item
				  part wide : Wide
				  part narrow : Narrow
				  part cell : Cell
				}
				""");
		NamedElement row = Drawn.diagrams(project).find(DiagramKind.LINE, "plant.Row").orElseThrow();
		Map<String, Candidate> found = candidates(project, row, View.PLAIN, "plant.Row.wide.gives");
		assertEquals("'wide.gives' has width 40..95 [mm], but 'narrow.takes' has 30..35 [mm]. Both ports must allow the same values.",
				found.get("plant.Row.narrow.takes").reason());
		assertTrue(found.get("plant.Row.narrow.fits").isFit());
		assertTrue(found.get("plant.Row.ready").isFit());
		assertTrue(found.get("plant.Row.cell.raw").isFit());
		assertFalse(found.get("plant.Row.wide.water").isFit());
		Candidate back = candidates(project, row, View.PLAIN, "plant.Row.narrow.fits").get("plant.Row.wide.gives");
		assertTrue(back.isFit() && back.isTurned(), back::toString);
		assertEquals("'wide.gives' has width 40..95 [mm], but 'narrow.takes' has 30..35 [mm]. Both ports must allow the same values.",
				candidates(project, row, View.PLAIN, "plant.Row.narrow.takes").get("plant.Row.wide.gives").reason());
		Map<String, Candidate> inside = candidates(project, row, View.PLAIN.expanding("plant.Row.cell", true), "plant.Row.cell.raw");
		assertEquals("plant.Row.cell", inside.get("plant.Row.cell.deep.fits").within());
		assertTrue(inside.get("plant.Row.cell.deep.fits").isFit());
	}

	private static Map<String, Candidate> candidates(Project project, NamedElement subject, View view, String port) {
		return new Connections().candidates(project.twin(), subject, view, port).stream().collect(Collectors.toMap(Candidate::id, candidate -> candidate));
	}

	/** The palette and the rules say the same, because it is the same code. */
	@Test
	void agreesWithTheRules() {
		Project project = Drawn.text(folder, """
				namespace plant
				type Wide { port out gives : Item(width = 40..95 [mm]) }
				type Narrow { port in takes : Item(width = 30..35 [mm]) }
				asset Row : Line {
				  part wide : Wide
				  part narrow : Narrow
				  connect wide.gives -> narrow.takes
				}
				""");
		Diagrams diagrams = Drawn.diagrams(project);
		NamedElement row = diagrams.find(DiagramKind.LINE, "plant.Row").orElseThrow();
		assertEquals(diagrams.of(DiagramKind.LINE, row).edges().getFirst().badges().getFirst().message(),
				candidates(project, row, View.PLAIN, "plant.Row.wide.gives").get("plant.Row.narrow.takes").reason());
	}
}
