package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.Crumb;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.Diagram.Omission;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.Diagrams.Inner;
import io.twinwright.diagram.Found;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.View;
import io.twinwright.diagram.layout.Box;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.model.NamedElement;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of nested parts and of large plants. */
class LevelsTest {
	private static final String NESTED = """
			namespace plant
			type Pump { port in from : Water port out to : Water }
			type Skid {
			  port in from : Water
			  port out to : Water
			  part first : Pump
			  part second : Pump
			  connect from -> first.from
			  connect first.to -> second.from
			  connect second.to -> to
			}
			type Cell { port in from : Water part skid : Skid connect from -> skid.from }
			asset House : Line {
			  port in raw : Water
			  port out ready : Water
			  part before : Pump
			  part skid : Skid
			  part behind : Pump
			  part room : Cell
			  part own : Pump { part valve : Pump }
			  connect raw -> before.from
			  connect before.to -> skid.from
			  connect skid.to -> behind.from
			  connect behind.to -> ready
			}
			""";

	@TempDir
	private Path folder;

	private Diagrams nested;
	private NamedElement house;

	private Diagram house(String... expanded) {
		nested = Drawn.diagrams(Drawn.text(folder, NESTED));
		house = nested.find(DiagramKind.LINE, "plant.House").orElseThrow();
		return nested.of(DiagramKind.LINE, house, new View(Set.of(expanded), null, null));
	}

	private static List<String> inside(Diagram diagram, String parent) {
		return diagram.nodes().stream().filter(node -> parent.equals(node.parent())).map(DiagramNode::id).toList();
	}

	@Test
	void expandsAPartInPlaceAndCollapsesItAgain() {
		Diagram expanded = house("plant.House.skid");
		assertTrue(Drawn.node(expanded, "plant.House.skid").isExpanded());
		assertEquals(List.of("plant.House.skid.first", "plant.House.skid.second"), inside(expanded, "plant.House.skid"));
		assertEquals(List.of("plant.House.skid.from > plant.House.skid.first.from", "plant.House.skid.first.to > plant.House.skid.second.from",
				"plant.House.skid.second.to > plant.House.skid.to"), expanded.edges().stream().filter(edge -> "plant.House.skid".equals(edge.within()))
				.map(edge -> edge.source() + " > " + edge.target()).toList());
		View view = new View(Set.of("plant.House.skid"), null, null).expanding("plant.House.skid", false);
		assertEquals(List.of(), inside(nested.of(DiagramKind.LINE, house, view), "plant.House.skid"));
	}

	@Test
	void expandsAtAnyDepth() {
		Diagram diagram = house("plant.House.room", "plant.House.room.skid");
		assertEquals(List.of("plant.House.room.skid"), inside(diagram, "plant.House.room"));
		assertEquals(2, inside(diagram, "plant.House.room.skid").size());
		Layout layout = Layouts.of(diagram, Map.of());
		LayoutsTest.check(diagram, layout);
		Box room = layout.boxes().get("plant.House.room");
		Box skid = layout.boxes().get("plant.House.room.skid");
		assertTrue(room.x() < skid.x() && room.y() < skid.y() && room.right() > skid.right() && room.bottom() > skid.bottom(), room + " " + skid);
	}

	@Test
	void keepsTheConnectionsOfAnExpandedPart() {
		Set<String> closed = house().edges().stream().map(DiagramEdge::id).collect(Collectors.toSet());
		assertTrue(house("plant.House.skid").edges().stream().map(DiagramEdge::id).collect(Collectors.toSet()).containsAll(closed));
	}

	@Test
	void ownPortsStandOnTheFrame() {
		Diagram diagram = house();
		DiagramNode frame = diagram.nodes().getFirst();
		assertEquals(NodeKind.FRAME, frame.kind());
		assertEquals(List.of("plant.House.raw", "plant.House.ready"), frame.ports().stream().map(DiagramPort::id).toList());
		Layout layout = Layouts.of(diagram, Map.of());
		assertEquals(layout.boxes().get("plant.House").x(), layout.ports().get("plant.House.raw").x());
		assertEquals(layout.boxes().get("plant.House").right(), layout.ports().get("plant.House.ready").x());
	}

	@Test
	void opensTheBracesInWhichAnInsideStands() {
		house();
		Inner type = nested.inner(house, View.PLAIN, "plant.House.skid").orElseThrow();
		assertEquals("Skid House.skid", type.subject().getName() + " " + type.place());
		Inner own = nested.inner(house, View.PLAIN, "plant.House.own").orElseThrow();
		assertEquals("own House.own", own.subject().getName() + " " + own.place());
		Inner deep = nested.inner(house, View.PLAIN, "plant.House.room.skid").orElseThrow();
		assertEquals("Skid House.room.skid", deep.subject().getName() + " " + deep.place());
		assertTrue(nested.inner(house, View.PLAIN, "plant.House.before").isEmpty());
		assertTrue(nested.inner(house, View.PLAIN, "plant.House.nothing").isEmpty());
		assertEquals("own", nested.of(DiagramKind.LINE, own.subject()).title());
		assertTrue(nested.subjects(DiagramKind.LINE).contains(own.subject()));
	}

	@Test
	void tellsTheWayIn() {
		house();
		Inner deep = nested.inner(house, View.PLAIN, "plant.House.room.skid").orElseThrow();
		List<Crumb> way = nested.crumbs(deep.subject(), new View(Set.of(), null, deep.place()));
		assertEquals(List.of("plant.House House", "plant.Cell room", "plant.Skid skid"), way.stream().map(crumb -> crumb.name() + " " + crumb.title()).toList());
		assertEquals(List.of("House", "House.room", "House.room.skid"), way.stream().map(Crumb::place).toList());
		assertTrue(way.stream().allMatch(crumb -> crumb.file().endsWith("/line.twin")), way::toString);
		Inner own = nested.inner(house, View.PLAIN, "plant.House.own").orElseThrow();
		assertEquals(List.of("plant.House", "plant.House.own"), nested.crumbs(own.subject(), View.PLAIN).stream().map(Crumb::name).toList());
	}

	private static String plant(int areas, int modules) {
		StringBuilder text = new StringBuilder("namespace big\ntype Module { port in from : Item port out to : Item }\nasset Works : Plant {\n");
		for (int area = 1; area <= areas; area++) {
			text.append("  part area%d : Area {\n".formatted(area));
			for (int module = 1; module <= modules; module++) {
				text.append("    part m%d : Module\n".formatted(module));
			}
			for (int module = 1; module < modules; module++) {
				text.append("    connect m%d.to -> m%d.from\n".formatted(module, module + 1));
			}
			text.append("  }\n");
		}
		return text.append("}\n").toString();
	}

	@Test
	void opensALargePlantByDrillDown() {
		Diagrams diagrams = Drawn.diagrams(Drawn.text(folder, plant(20, 250)));
		NamedElement works = diagrams.find(DiagramKind.LINE, "big.Works").orElseThrow();
		Diagram top = diagrams.of(DiagramKind.LINE, works);
		assertEquals(20, top.nodes().stream().filter(DiagramNode::opens).count());
		assertEquals(List.of(), top.omissions());
		Set<String> seen = new HashSet<>();
		for (DiagramNode area : top.nodes().stream().filter(DiagramNode::opens).toList()) {
			Inner inner = diagrams.inner(works, View.PLAIN, area.id()).orElseThrow();
			View view = View.PLAIN;
			for (boolean isMore = true; isMore;) {
				Diagram part = diagrams.of(DiagramKind.LINE, inner.subject(), view);
				assertTrue(part.size() <= Diagrams.MOST_ELEMENTS, () -> "size " + part.size());
				part.nodes().stream().filter(node -> node.kind() == NodeKind.MODULE).map(DiagramNode::id).forEach(seen::add);
				Omission rest = part.omissions().isEmpty() ? null : part.omissions().getLast();
				isMore = rest != null && rest.node().endsWith(" more after");
				view = isMore ? view.focusedOn(rest.next(false)) : view;
			}
		}
		assertEquals(5000, seen.size());
	}

	@Test
	void saysHowManyAreLeftOutAndWhere() {
		Diagrams diagrams = Drawn.diagrams(Drawn.text(folder, plant(2, 400)));
		NamedElement works = diagrams.find(DiagramKind.LINE, "big.Works").orElseThrow();
		Diagram diagram = diagrams.of(DiagramKind.LINE, works, new View(Set.of("big.Works.area1", "big.Works.area2"), null, null));
		assertTrue(diagram.size() <= Diagrams.MOST_ELEMENTS);
		for (String area : List.of("big.Works.area1", "big.Works.area2")) {
			Omission left = diagram.omissions().stream().filter(omission -> area.equals(omission.parent())).findFirst().orElseThrow();
			long drawn = inside(diagram, area).stream().filter(id -> !id.equals(left.node())).count();
			assertEquals(400, drawn + left.count());
			assertTrue(drawn > 20, area + " shows " + drawn);
			assertEquals(left.count() + " more", Drawn.node(diagram, left.node()).label());
		}
		LayoutsTest.check(diagram, Layouts.of(diagram, Map.of()));
	}

	@Test
	void keepsDiagramsOfEachKindSmall() {
		StringBuilder text = new StringBuilder("namespace big\ntype Box footprint ISO_1CC { port in a : Item }\nsite Yard {\n");
		for (int i = 1; i <= 260; i++) {
			text.append("  bay B%d footprint ISO_1CC\n".formatted(i));
		}
		text.append("}\nparty P { }\nproduct Thing\nrecipe Making for Thing quantity 1 {\n");
		for (int i = 1; i <= 600; i++) {
			text.append("  step s%d needs Mixing\n".formatted(i));
		}
		text.append("}\nasset Row : Line at Yard {\n");
		for (int i = 1; i <= 250; i++) {
			text.append("  part p%d : Box in B%d\n".formatted(i, i));
		}
		text.append("}\ntype Wide {\n");
		for (int i = 1; i <= 700; i++) {
			text.append("  port out o%d : Data\n".formatted(i));
		}
		text.append("  part inner : Box\n}\n");
		for (int i = 1; i <= 600; i++) {
			text.append("asset Idle%d : Box at Yard\ncontract C%d for Row provider P { }\n".formatted(i, i));
		}
		Diagrams diagrams = Drawn.diagrams(Drawn.text(folder, text.toString()));
		for (String subject : List.of("SITE big.Yard", "RECIPE big.Making", "PARTNERS big.Row", "LINE big.Row", "LINE big.Wide")) {
			DiagramKind kind = DiagramKind.valueOf(subject.substring(0, subject.indexOf(' ')));
			NamedElement found = diagrams.find(kind, subject.substring(subject.indexOf(' ') + 1)).orElseThrow();
			Diagram diagram = diagrams.of(kind, found);
			assertTrue(diagram.size() <= Diagrams.MOST_ELEMENTS && diagram.size() > 100, () -> subject + " has " + diagram.size());
			assertFalse(diagram.omissions().isEmpty(), subject);
			LayoutsTest.check(diagram, Layouts.of(diagram, Map.of()));
			String left = diagram.omissions().getLast().ids().getLast();
			Diagram last = diagrams.of(kind, found, View.PLAIN.focusedOn(left));
			assertTrue(last.size() <= Diagrams.MOST_ELEMENTS && (last.ids().contains(left) || last.nodes().stream().flatMap(node -> node.ports().stream())
					.anyMatch(port -> port.id().equals(left))), left);
		}
	}

	@Test
	void findsWhatIsLeftOut() {
		Diagrams diagrams = Drawn.diagrams(Drawn.text(folder, plant(1, 400)));
		Found found = diagrams.search("M399", 5).getFirst();
		assertEquals("big.Works.area1.m399", found.id());
		Diagram first = diagrams.of(found.kind(), found.subject());
		assertFalse(first.ids().contains(found.id()));
		Diagram focused = diagrams.of(found.kind(), found.subject(), View.PLAIN.focusedOn(found.id()));
		assertTrue(focused.ids().contains(found.id()));
		assertTrue(focused.size() <= Diagrams.MOST_ELEMENTS);
		assertEquals(List.of(), diagrams.search(" ", 5));
		assertEquals(3, diagrams.search("m", 3).size());
	}

	@Test
	void drawsManyParallelConnectionsAsOne() {
		StringBuilder text = new StringBuilder("namespace plant\ntype Rack { port out give 1..9 : Data port in take 1..9 : Data }\n");
		text.append("type Panel {\n");
		for (int i = 1; i <= 6; i++) {
			text.append("  port out o%d : Data\n  port in i%d : Data\n".formatted(i, i));
		}
		text.append("}\nasset Room : Line {\n  part a : Rack\n  part b : Rack\n  part c : Panel\n  part d : Panel\n");
		for (int i = 1; i <= 9; i++) {
			text.append("  connect a.give#%d -> b.take#%d\n".formatted(i, i));
		}
		for (int i = 1; i <= 6; i++) {
			text.append("  connect c.o%d -> d.i%d\n".formatted(i, i));
		}
		text.append("  connect d.o1 -> c.i1\n}\n");
		Diagrams diagrams = Drawn.diagrams(Drawn.text(folder, text.toString()));
		NamedElement room = diagrams.find(DiagramKind.LINE, "plant.Room").orElseThrow();
		Diagram diagram = diagrams.of(DiagramKind.LINE, room);
		assertEquals(List.of("9 connections", "6 connections", ""), diagram.edges().stream().map(DiagramEdge::label).toList());
		DiagramEdge bundle = diagram.edges().getFirst();
		assertEquals(9, bundle.bundle().size());
		assertTrue(bundle.tooltip().contains("connect a.give#3 -> b.take#3 (Data)\n"), bundle::tooltip);
		LayoutsTest.check(diagram, Layouts.of(diagram, Map.of()));
		List<DiagramEdge> opened = diagrams.of(DiagramKind.LINE, room, View.PLAIN.expanding(bundle.id(), true)).edges();
		assertEquals(11, opened.size());
		assertEquals(9, opened.stream().filter(edge -> edge.opened().equals(bundle.id())).count());
	}
}
