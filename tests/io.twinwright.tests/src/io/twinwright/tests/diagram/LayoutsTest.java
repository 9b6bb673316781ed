package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.diagram.layout.Point;
import io.twinwright.tests.language.Checkout;
import io.twinwright.tests.language.RandomPlant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the elements of diagrams are put. */
class LayoutsTest {
	@TempDir
	private Path folder;

	static Stream<String> examples() {
		return Checkout.examples().stream().map(example -> example.getFileName().toString());
	}

	private Diagram row(int stations, String more) throws Exception {
		return Drawn.of(Drawn.text(Files.createTempDirectory(folder, "row"), Drawn.stations(stations, more)), DiagramKind.LINE, "Row");
	}

	@ParameterizedTest
	@MethodSource("examples")
	void keepsThingsApartAndTogether(String example) {
		for (Diagram diagram : Drawn.all(Drawn.example(example))) {
			check(diagram, Layouts.of(diagram, Map.of()));
		}
	}

	/** No two nodes overlap, ports are on the borders of their nodes, lines end at what they connect. */
	static void check(Diagram diagram, Layout layout) {
		List<DiagramNode> nodes = diagram.nodes();
		for (DiagramNode one : nodes) {
			Box box = layout.boxes().get(one.id());
			for (DiagramNode other : nodes) {
				boolean isInside = isIn(diagram, one, other) || isIn(diagram, other, one);
				assertTrue(one == other || isInside || !box.touches(layout.boxes().get(other.id()), 0), () -> diagram.id() + ": " + one.id() + " on " + other.id());
			}
			for (DiagramPort port : one.ports()) {
				Point at = layout.ports().get(port.id());
				assertTrue(box.holds(at) && (at.x() == box.x() || at.x() == box.right() || at.y() == box.bottom()), () -> port.id() + " at " + at + " of " + box);
			}
			assertTrue(layout.bounds().x() <= box.x() && layout.bounds().bottom() >= box.bottom() && layout.bounds().right() >= box.right(), one::id);
		}
		for (DiagramEdge edge : diagram.edges()) {
			List<Point> route = layout.routes().get(edge.id());
			assertTrue(isAt(edge.source(), route.getFirst(), layout), () -> edge.id() + " begins at " + route);
			assertTrue(isAt(edge.target(), route.getLast(), layout), () -> edge.id() + " ends at " + route);
			for (int i = 1; i < route.size(); i++) {
				Point from = route.get(i - 1);
				Point to = route.get(i);
				assertTrue(from.x() == to.x() || from.y() == to.y(), () -> edge.id() + " runs slantwise: " + route);
			}
		}
	}

	/** @return whether a node stands in another one, at any depth */
	private static boolean isIn(Diagram diagram, DiagramNode inner, DiagramNode outer) {
		boolean isDirect = outer.kind() == NodeKind.FRAME && diagram.kind() == DiagramKind.LINE || outer.id().equals(inner.parent());
		return isDirect || inner.parent() != null && isIn(diagram, Drawn.node(diagram, inner.parent()), outer);
	}

	private static boolean isAt(String id, Point end, Layout layout) {
		return layout.ports().containsKey(id) ? layout.ports().get(id).equals(end) : layout.boxes().get(id).holds(end);
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void keepsThingsApartAndTogetherInRandomPlants(long seed) {
		for (Diagram diagram : Drawn.all(Drawn.text(folder, RandomPlant.text(seed)))) {
			check(diagram, Layouts.of(diagram, Map.of()));
		}
	}

	/** The rules refuse such a text; its diagram is drawn all the same. */
	@Test
	void placesPartsThatCoverEachOther() {
		Diagram diagram = Drawn.of(Drawn.text(folder, """
				namespace plant
				type Pump { }
				asset House : Line {
				  part a : Pump covers b
				  part b : Pump covers c
				  part c : Pump covers b
				  part d : Pump covers d
				}
				"""), DiagramKind.LINE, "House");
		assertEquals(4, diagram.nodes().stream().filter(node -> node.kind() != NodeKind.FRAME).count());
		check(diagram, Layouts.of(diagram, Map.of()));
	}

	@Test
	void foldsALongLine() throws Exception {
		Diagram diagram = row(30, "");
		Layout layout = Layouts.of(diagram, Map.of());
		check(diagram, layout);
		double ratio = layout.bounds().width() / layout.bounds().height();
		assertTrue(ratio < 4, () -> "A strip of " + layout.bounds());
		assertTrue(layout.boxes().values().stream().map(Box::y).distinct().count() >= 3, layout.boxes()::toString);
	}

	@Test
	void isTheSameEachTime() throws Exception {
		assertEquals(Layouts.of(row(30, ""), Map.of()), Layouts.of(row(30, ""), Map.of()));
	}

	@Test
	void takesGivenPlaces() throws Exception {
		Diagram diagram = row(3, "");
		Map<String, Point> given = Map.of("plant.Row.s2", new Point(-400, 333));
		Layout layout = Layouts.of(diagram, given);
		assertEquals(-400, layout.boxes().get("plant.Row.s2").x());
		assertEquals(333, layout.boxes().get("plant.Row.s2").y());
		check(diagram, layout);
	}

	@Test
	void placesWhatIsNewWithoutMovingTheOthers() throws Exception {
		Map<String, Point> given = new HashMap<>();
		Layouts.of(row(8, ""), Map.of()).boxes().forEach((id, box) -> given.put(id, new Point(box.x(), box.y())));
		Diagram more = row(8, "  part extra : Station\n  connect raw -> extra.from\n  connect extra.to -> ready\n");
		Layout layout = Layouts.of(more, given);
		given.forEach((id, place) -> assertEquals(place, new Point(layout.boxes().get(id).x(), layout.boxes().get(id).y()), id));
		assertTrue(layout.boxes().containsKey("plant.Row.extra"));
		check(more, layout);
	}

	@Test
	void leadsLinesAroundBoxes() throws Exception {
		Diagram diagram = row(2, "  part between : Station\n");
		Map<String, Point> given = Map.of("plant.Row.s1", new Point(0, 0), "plant.Row.between", new Point(200, 0),
				"plant.Row.s2", new Point(400, 0));
		Layout layout = Layouts.of(diagram, given);
		List<Point> route = layout.routes().get("plant.Row.s1.to -> s2.from");
		Box between = layout.boxes().get("plant.Row.between");
		for (int i = 1; i < route.size(); i++) {
			Point from = route.get(i - 1);
			Point to = route.get(i);
			Box segment = new Box(Math.min(from.x(), to.x()), Math.min(from.y(), to.y()), Math.abs(from.x() - to.x()), Math.abs(from.y() - to.y()));
			assertFalse(segment.touches(between, 0), route::toString);
		}
	}
}
