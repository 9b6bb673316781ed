package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.Badge;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.diagram.MediumClass;
import io.twinwright.diagram.NodeKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the diagram of a line shows. */
class LineDiagramTest {
	private static final String JUICE = "acme.bottling.Juice1";

	@TempDir
	private Path folder;

	private static Diagram juice() {
		return Drawn.of(Drawn.example("bottling"), DiagramKind.LINE, "Juice1");
	}

	@Test
	void showsPartsWithPiecesBaysAndPartners() {
		Diagram diagram = juice();
		assertEquals(List.of("Juice1 FRAME []", "rinse MODULE [Rinser, bay A1]", "rinse2 RESERVE [covers rinse, Rinser, bay A4]",
				"fill MODULE [Filler, FX17, bay A2]", "FX33 STANDBY [standby, Filler]", "cap MODULE [Capper, CP04, bay A3]",
				"CP09 STANDBY [standby, Capper]"),
				diagram.nodes().stream().map(node -> node.label() + " " + node.kind() + " " + node.details()).toList());
		assertEquals("asset Juice1 : Line at Pohang", diagram.subtitle());
		assertEquals(List.of("empty", "juice", "done"), diagram.nodes().getFirst().ports().stream().map(DiagramPort::label).toList());
	}

	@Test
	void namesElementsByTheirQualifiedNames() {
		DiagramNode fill = Drawn.node(juice(), JUICE + ".fill");
		assertEquals(List.of(JUICE + ".fill.bottles", JUICE + ".fill.juice", JUICE + ".fill.air", JUICE + ".fill.filled", JUICE + ".fill.power"),
				fill.ports().stream().map(DiagramPort::id).toList());
	}

	@Test
	void tellsPortsApartByMedium() {
		DiagramNode fill = Drawn.node(juice(), JUICE + ".fill");
		assertEquals(List.of(MediumClass.ITEM, MediumClass.LIQUID, MediumClass.GAS, MediumClass.ITEM, MediumClass.ENERGY),
				fill.ports().stream().map(DiagramPort::medium).toList());
		assertEquals(List.of("air", "power"), fill.ports().stream().filter(DiagramPort::isSupply).map(DiagramPort::label).toList());
	}

	@Test
	void showsConnectionsWithTheirBuffers() {
		Diagram diagram = juice();
		DiagramEdge belt = Drawn.edge(diagram, JUICE + ".belt");
		assertEquals("belt, buffer 120", belt.label());
		assertEquals(JUICE + ".rinse.rinsed", belt.source());
		assertEquals(JUICE + ".fill.bottles", belt.target());
		assertEquals("buffer 60", Drawn.edge(diagram, JUICE + ".fill.filled -> cap.bottles").label());
	}

	@Test
	void tiesReservesAndStandbysToTheirPositions() {
		assertEquals(List.of("STANDBY fill", "STANDBY cap", "COVERS rinse"), juice().edges().stream().filter(edge -> edge.kind() != EdgeKind.FLOW)
				.map(edge -> edge.kind() + " " + edge.target().substring(JUICE.length() + 1)).toList());
	}

	@Test
	void stacksRepeatedPartsAndMarksThoseThatOpen() {
		DiagramNode zone = Drawn.node(Drawn.of(Drawn.example("concepts"), DiagramKind.LINE, "TunnelKiln"), "concepts.repeatedParts.TunnelKiln.zone");
		assertEquals("zone 1..6", zone.label());
		assertEquals(6, zone.count());
		assertTrue(zone.opens());
		DiagramNode burner = Drawn.node(Drawn.of(Drawn.example("concepts"), DiagramKind.LINE, "Zone"), "concepts.repeatedParts.Zone.burner");
		assertEquals(4, burner.count());
		assertFalse(burner.opens());
	}

	@Test
	void showsFindingsWhereTheyAre() {
		Diagram diagram = Drawn.of(Drawn.text(folder, """
				namespace plant
				type Wide { port out gives : Item(width = 40..95 [mm]) }
				type Narrow { port in takes : Item(width = 30..35 [mm]) port in more : Item }
				asset Row : Line {
				  part wide : Wide
				  part narrow : Narrow
				  connect wide.gives -> narrow.takes
				}
				"""), DiagramKind.LINE, "Row");
		assertEquals(List.of("'wide.gives' has width 40..95 [mm], but 'narrow.takes' has 30..35 [mm]. Both ports must allow the same values."),
				Drawn.edge(diagram, "plant.Row.wide.gives -> narrow.takes").badges().stream().map(Badge::message).toList());
		assertEquals(List.of("TW301"), Drawn.node(diagram, "plant.Row.narrow").badges().stream().map(Badge::code).toList());
		assertEquals(List.of(), Drawn.node(diagram, "plant.Row.wide").badges());
	}

	@Test
	void showsWhatIsInherited() {
		Diagram well = Drawn.of(Drawn.example("concepts"), DiagramKind.LINE, "Well");
		assertFalse(well.nodes().stream().filter(node -> node.kind() == NodeKind.MODULE).toList().isEmpty());
	}
}
