package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.View;
import io.twinwright.diagram.layout.Alignment;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.layout.LayoutFile;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.diagram.layout.Point;
import io.twinwright.diagram.layout.Size;
import io.twinwright.model.NamedElement;
import io.twinwright.tests.language.RandomPlant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What moves and what stays where it is when people place things. */
class PlacingTest {
	@TempDir
	private Path folder;

	private Diagram row(int stations, String more) throws Exception {
		return Drawn.of(Drawn.text(Files.createTempDirectory(folder, "row"), Drawn.stations(stations, more)), DiagramKind.LINE, "Row");
	}

	private static String id(String station) {
		return "plant.Row." + station;
	}

	@Test
	void placesWhatIsJoinedBesideItsNeighbour() throws Exception {
		Map<String, Point> given = Layouts.of(row(3, ""), Map.of()).places(row(3, ""));
		Diagram more = row(3, "  part extra : Station\n  connect s3.to -> extra.from\n");
		Layout layout = Layouts.of(more, given);
		Box last = layout.boxes().get(id("s3"));
		Box extra = layout.boxes().get(id("extra"));
		assertTrue(extra.x() > last.right() && extra.x() < last.right() + 100 && Math.abs(extra.y() - last.y()) < 100, extra + " beside " + last);
	}

	@Test
	void makesNodesAsLargeAsPeopleWantButNotTooSmall() throws Exception {
		Diagram diagram = row(3, "");
		Layout before = Layouts.of(diagram, Map.of());
		Box needed = before.boxes().get(id("s2"));
		for (Map<String, Point> given : List.of(Map.<String, Point>of(), before.places(diagram))) {
			Layout large = Layouts.of(diagram, given, Map.of(id("s2"), new Size(needed.width() + 80, needed.height() + 50)));
			Box box = large.boxes().get(id("s2"));
			assertEquals(new Size(needed.width() + 80, needed.height() + 50), new Size(box.width(), box.height()));
			assertEquals(box.right(), large.ports().get(id("s2.to")).x());
			assertEquals(large.ports().get(id("s2.to")), large.routes().get("plant.Row.s2.to -> s3.from").getFirst());
			Box small = Layouts.of(diagram, given, Map.of(id("s2"), new Size(20, 10))).boxes().get(id("s2"));
			assertEquals(new Size(needed.width(), needed.height()), new Size(small.width(), small.height()));
		}
		LayoutsTest.check(diagram, Layouts.of(diagram, Map.of(), Map.of(id("s2"), new Size(400, 300))));
	}

	@Test
	void placesWhatIsNotJoinedBelow() throws Exception {
		Map<String, Point> given = Layouts.of(row(3, ""), Map.of()).places(row(3, ""));
		Layout layout = Layouts.of(row(3, "  part extra : Station\n"), given);
		Box extra = layout.boxes().get(id("extra"));
		assertTrue(List.of("s1", "s2", "s3").stream().allMatch(other -> layout.boxes().get(id(other)).bottom() < extra.y()), layout.boxes()::toString);
	}

	@Test
	void keepsWhatItWasGiven() throws Exception {
		Diagram diagram = row(12, "");
		Layout first = Layouts.of(diagram, Map.of());
		Layout again = Layouts.of(diagram, first.places(diagram));
		for (DiagramNode node : diagram.nodes()) {
			if (node.kind() != NodeKind.FRAME) {
				assertEquals(first.boxes().get(node.id()), again.boxes().get(node.id()));
			}
		}
	}

	/** Whatever is moved, placed, or new, the rest stays, and lines lead from port to port along the axes. */
	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void movesNothingButWhatIsMoved(long seed) {
		Random random = new Random(seed);
		for (Diagram diagram : Drawn.all(Drawn.text(folder, RandomPlant.text(seed)))) {
			if (diagram.kind() == DiagramKind.SITE) {
				continue;
			}
			Map<String, Point> given = new HashMap<>(Layouts.of(diagram, Map.of()).places(diagram));
			given.keySet().removeIf(node -> random.nextInt(4) == 0);
			Layout layout = Layouts.of(diagram, given);
			given.forEach((node, place) -> assertEquals(place, layout.places(diagram).get(node), () -> diagram.id() + " " + node));
			LayoutsTest.check(diagram, layout);
		}
	}

	@Test
	void keepsPlacesInExpandedParts() throws Exception {
		Diagrams diagrams = Drawn.diagrams(Drawn.example("concepts"));
		NamedElement kiln = diagrams.find(DiagramKind.LINE, "concepts.repeatedParts.TunnelKiln").orElseThrow();
		String zone = "concepts.repeatedParts.TunnelKiln.zone";
		Diagram open = diagrams.of(DiagramKind.LINE, kiln, View.PLAIN.expanding(zone, true));
		Layout layout = Layouts.of(open, Map.of());
		Map<String, Point> places = new HashMap<>(layout.places(open));
		assertEquals(layout, Layouts.of(open, places));
		places.put(zone, new Point(300, 200));
		Layout moved = Layouts.of(open, places);
		assertEquals(300, moved.boxes().get(zone).x());
		assertEquals(layout.places(open).get(zone + ".burner"), moved.places(open).get(zone + ".burner"));
	}

	@Test
	void keepsThePlacesOfWhatIsNotShown() throws Exception {
		Diagrams diagrams = Drawn.diagrams(Drawn.example("concepts"));
		NamedElement kiln = diagrams.find(DiagramKind.LINE, "concepts.repeatedParts.TunnelKiln").orElseThrow();
		Diagram closed = diagrams.of(DiagramKind.LINE, kiln);
		LayoutFile file = new LayoutFile();
		file.put(closed.id(), "concepts.repeatedParts.TunnelKiln.zone.burner", new Point(10, 20));
		file.put(closed.id(), "concepts.repeatedParts.TunnelKiln.gone.burner", new Point(10, 20));
		String text = file.text(List.of(closed));
		assertTrue(text.contains("TunnelKiln.zone.burner"), text);
		assertFalse(text.contains("gone"), text);
	}

	@Test
	void arrangesTheSelectionOnly() throws Exception {
		Diagram diagram = row(6, "");
		Map<String, Point> given = new HashMap<>(Layouts.of(diagram, Map.of()).places(diagram));
		given.put(id("s5"), new Point(40, 900));
		given.put(id("s6"), new Point(10, 700));
		Layout before = Layouts.of(diagram, given);
		Map<String, Point> places = Layouts.arranged(diagram, before, Set.of(id("s5"), id("s6")));
		for (String other : List.of("s1", "s2", "s3", "s4")) {
			assertEquals(given.get(id(other)), places.get(id(other)));
		}
		assertEquals(new Point(10, 700), places.get(id("s5")));
		assertEquals(700, places.get(id("s6")).y());
		assertTrue(places.get(id("s6")).x() > places.get(id("s5")).x());
		LayoutsTest.check(diagram, Layouts.of(diagram, places));
	}

	@Test
	void arrangesWithoutCoveringOthers() throws Exception {
		Diagram diagram = row(4, "");
		Map<String, Point> given = Map.of(id("s1"), new Point(0, 0), id("s2"), new Point(0, 100), id("s3"), new Point(150, 0), id("s4"), new Point(400, 0));
		Map<String, Point> places = Layouts.arranged(diagram, Layouts.of(diagram, given), Set.of(id("s1"), id("s2")));
		assertEquals(given.get(id("s3")), places.get(id("s3")));
		LayoutsTest.check(diagram, Layouts.of(diagram, places));
	}

	@ParameterizedTest
	@CsvSource({ "LEFT,0,700", "CENTRE,2,700", "RIGHT,4,700", "TOP,300,10", "MIDDLE,300,10", "BOTTOM,300,10" })
	void alignsWithTheFirst(Alignment alignment, double x, double y) throws Exception {
		Diagram diagram = row(3, "");
		Map<String, Point> given = Map.of(id("s1"), new Point(x == 300 ? 0 : x, 10), id("s2"), new Point(300, 700), id("s3"), new Point(600, 20));
		Layout before = Layouts.of(diagram, given);
		Map<String, Point> places = alignment.of(diagram, before, List.of(id("s1"), id("s2")));
		assertEquals(new Point(x, y), places.get(id("s2")));
		assertEquals(given.get(id("s1")), places.get(id("s1")));
		assertEquals(given.get(id("s3")), places.get(id("s3")));
	}

	@Test
	void distributesBetweenTheOuterOnes() throws Exception {
		Diagram diagram = row(3, "");
		Map<String, Point> given = Map.of(id("s1"), new Point(0, 0), id("s2"), new Point(130, 500), id("s3"), new Point(600, 300));
		Layout before = Layouts.of(diagram, given);
		List<String> all = List.of(id("s2"), id("s3"), id("s1"));
		assertEquals(new Point(300, 500), Alignment.DISTRIBUTE_ACROSS.of(diagram, before, all).get(id("s2")));
		assertEquals(new Point(600, 250), Alignment.DISTRIBUTE_DOWN.of(diagram, before, all).get(id("s3")));
		assertEquals(before.places(diagram), Alignment.LEFT.of(diagram, before, List.of(id("s1"))));
	}

	@Test
	void keepsLinesApart() throws Exception {
		Diagram diagram = Drawn.of(Drawn.text(folder, """
				namespace plant
				type Source { port out a : Item port out b : Liquid }
				type Sink { port in a : Item port in b : Liquid }
				asset Row : Line {
				  part from : Source
				  part to : Sink
				  connect from.a -> to.a
				  connect from.b -> to.b
				}
				"""), DiagramKind.LINE, "Row");
		Layout layout = Layouts.of(diagram, Map.of("plant.Row.from", new Point(0, 0), "plant.Row.to", new Point(300, 200)));
		List<Point> one = layout.routes().get("plant.Row.from.a -> to.a");
		List<Point> other = layout.routes().get("plant.Row.from.b -> to.b");
		assertNotEquals(one.get(1).x(), other.get(1).x(), one + " on " + other);
		LayoutsTest.check(diagram, layout);
	}
}
