package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.diagram.NodeKind;
import io.twinwright.dsl.project.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the diagram of the partners of an asset shows. */
class PartnersDiagramTest {
	private static final String PLANT = "acme.bottling.";

	@TempDir
	private Path folder;

	private static Diagram of(String asset) {
		return Drawn.of(Drawn.example("bottling"), DiagramKind.PARTNERS, asset);
	}

	private static List<String> shown(Diagram diagram, NodeKind kind) {
		return diagram.nodes().stream().filter(node -> node.kind() == kind).map(node -> node.label() + " " + node.details()).toList();
	}

	private static List<String> ties(Diagram diagram) {
		return diagram.edges().stream().filter(edge -> edge.kind() != EdgeKind.FLOW).map(edge -> "%s %s %s".formatted(
				edge.source().replace(PLANT, ""), edge.label().isEmpty() ? edge.kind() : edge.label(), edge.target().replace(PLANT, ""))).toList();
	}

	@Test
	void showsTheAssetAtItsPosition() {
		Diagram diagram = of("FX17");
		assertEquals(List.of("FX17 [Filler, fills Juice1.fill]"), shown(diagram, NodeKind.ASSET));
		assertEquals("asset FX17 : Filler at Pohang", diagram.subtitle());
	}

	@Test
	void showsWhatItIsConnectedToAndSuppliedBy() {
		Diagram diagram = of("FX17");
		assertEquals(List.of("Juice1.rinse [Rinser]", "Juice1 [Line]", "Juice1.cap [Capper]", "grid [supplied by Pohang]", "air [supplied by Pohang]"),
				shown(diagram, NodeKind.PARTNER));
		assertEquals(List.of("rinse.rinsed > FX17.bottles", "juice > FX17.juice", "FX17.filled > cap.bottles", "Pohang.grid > FX17", "Pohang.air > FX17"),
				diagram.edges().stream().filter(edge -> edge.kind() == EdgeKind.FLOW)
				.map(edge -> (edge.source() + " > " + edge.target()).replace(PLANT, "").replace("Juice1.", "")).toList());
	}

	@Test
	void aConnectionHasTheIdThatItHasElsewhere() {
		Project project = Drawn.text(folder, """
				namespace n
				type T { port inout bus : Data port in i : Item port out o : Item }
				asset X : T
				asset L : Line {
				  part a : T uses X
				  part b : T
				  connect a.bus <-> b.bus
				  connect a.o -> b.i
				  connect a.o -> b.i
				}
				""");
		assertEquals(List.of("n.L.a.bus <-> b.bus", "n.L.a.o -> b.i", "n.L.a.o -> b.i again"), Drawn.of(project, DiagramKind.PARTNERS, "X").edges().stream()
				.filter(edge -> edge.kind() == EdgeKind.FLOW).map(DiagramEdge::id).toList());
	}

	@Test
	void showsWhatItProvidesAndForWhichSteps() {
		Diagram diagram = of("FX17");
		assertEquals(List.of("Filling [service fill, volume 0.2..2.0 [l], viscosity at most 0.05 [Pa.s], rate 12000 [/h]]"), shown(diagram, NodeKind.ABILITY));
		assertTrue(ties(diagram).contains("FX17 provides Filling does Juice05Bottle.fill"), ties(diagram)::toString);
	}

	@Test
	void showsWhoReplacesIt() {
		assertTrue(ties(of("FX17")).contains("FX33 STANDBY FX17"));
		assertTrue(ties(of("FX33")).contains("FX33 STANDBY Juice1.fill"));
	}

	@Test
	void showsReservesAndWhatTheyCover() {
		Diagram diagram = Drawn.of(Drawn.text(folder, """
				namespace acme.bottling
				type Pump { port in from : Water port out to : Water }
				asset P1 : Pump
				asset P2 : Pump
				asset House : Line {
				  part one : Pump uses P1
				  part two : Pump uses P2 covers one
				}
				"""), DiagramKind.PARTNERS, "P1");
		assertEquals(List.of("House.two COVERS P1"), ties(diagram));
	}

	@Test
	void showsPartiesContractsAndWhoReadsItsData() {
		List<String> ties = ties(of("FX17"));
		assertTrue(ties.containsAll(List.of("Acme owner FX17", "JuiceCo operator FX17", "FixIt maintainer FX17", "PowerByTheHour about FX17",
				"Acme provider PowerByTheHour", "JuiceCo customer PowerByTheHour", "FX17 shared in FillerEnergy", "FillerEnergy permitted FixIt as consumer",
				"FX17 read by Juice1.power", "fillerPlc data FX17")), ties::toString);
	}

	@Test
	void showsWhoProvidesWhatItRequires() {
		Diagram diagram = Drawn.of(Drawn.text(folder, """
				namespace acme.bottling
				type Cleaner { provides CleaningInPlace(temperature = 20..90 [Cel]) }
				type Tank { requires CleaningInPlace(temperature = 80 [Cel]) }
				asset Cell : ProcessCell {
				  part cip : Cleaner
				  part tank : Tank uses T1
				}
				asset T1 : Tank
				"""), DiagramKind.PARTNERS, "T1");
		assertEquals(List.of("Cell.cip provides CleaningInPlace T1"), ties(diagram));
	}

	@Test
	void hasAnIdForEachElement() {
		for (String example : List.of("bottling", "engine-fleet", "district", "biopharma")) {
			for (Diagram diagram : Drawn.all(Drawn.example(example))) {
				List<String> ids = diagram.nodes().stream().map(DiagramNode::id).toList();
				assertEquals(ids.stream().distinct().toList(), ids);
			}
		}
	}
}
