package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.Viewpoint.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.NodeKind;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Connection;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.tests.language.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sirius draws what the one description of diagrams says: no more, no less, and with the same words. */
class DrawnViewsTest {
	private final Viewpoint viewpoint = new Viewpoint(new SiriusMetamodels(), Viewpoint.shipped());

	static List<Path> examples() {
		return Checkout.examples();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void drawsAllThatIsDescribed(Path example) {
		Session session = new Session(viewpoint, example);
		Diagrams diagrams = new Diagrams(new TwinModel(session.files().stream().map(file -> (Model) file.getContents().getFirst()).toList()),
				element -> List.of());
		List<String> drawn = new ArrayList<>();
		for (DiagramKind kind : DiagramKind.values()) {
			for (NamedElement subject : diagrams.subjects(kind)) {
				Diagram described = diagrams.of(kind, subject);
				EObject diagram = session.draw(kind.name(), subject);
				assertNodes(described, diagram, session);
				assertPorts(described, diagram, session);
				assertEdges(described, diagram, session);
				drawn.add(described.id());
			}
		}
		assertTrue(!drawn.isEmpty());
	}

	/** What is drawn several times in different roles, such as a piece that may take two places, is one box in Sirius. */
	private static void assertNodes(Diagram described, EObject diagram, Session session) {
		List<String> labels = SiriusMetamodels.all(diagram).stream().filter(view -> view.eClass().getName().equals("DNodeContainer")).map(session::label)
				.toList();
		List<String> wanted = described.nodes().stream().filter(node -> node.kind() != NodeKind.FRAME && node.kind() != NodeKind.MORE && !node.label().matches("\\d+ more"))
				.map(node -> (node.count() > 1 ? node.count() + " × " : "") + node.label()).distinct().toList();
		wanted.forEach(label -> assertTrue(labels.stream().flatMap(String::lines).anyMatch(label::equals), () -> label + " in " + described.id()));
		labels.forEach(label -> assertTrue(wanted.contains(label.lines().findFirst().orElse("")), () -> label + " in " + described.id()));
	}

	private static void assertPorts(Diagram described, EObject diagram, Session session) {
		Stream<DiagramPort> ports = described.nodes().stream().filter(node -> node.kind() != NodeKind.UTILITY).map(DiagramNode::ports).flatMap(List::stream);
		List<String> wanted = ports.map(port -> port.label() + " " + port.medium() + " " + port.direction().getLiteral()).sorted().toList();
		List<String> drawn = Session.views(diagram, "Port").stream().map(view -> session.label(view) + " " + sign(session, view)).sorted().toList();
		assertEquals(wanted, drawn, described.id());
	}

	/** @return the medium and direction that the picture of a port shows */
	private static String sign(Session session, EObject view) {
		String picture = Viewpoint.text(session.style(view), "workspacePath").replaceFirst(".*/", "").replace(".svg", "");
		return picture.replaceFirst("-.*", "").toUpperCase(Locale.ROOT) + " " + picture.replaceFirst(".*-", "");
	}

	private static void assertEdges(Diagram described, EObject diagram, Session session) {
		List<String> wanted = single(described).stream().filter(edge -> !isToOthers(edge, described)).flatMap(edge -> words(edge.label(), colour(edge)))
				.distinct().sorted().toList();
		List<String> drawn = SiriusMetamodels.all(diagram).stream().filter(view -> view.eClass().getName().equals("DEdge"))
				.flatMap(view -> words(session.label(view), colour(session.style(view)))).distinct().sorted().toList();
		assertEquals(wanted, drawn, described.id());
		if (described.kind() == DiagramKind.LINE) {
			assertEquals(single(described).size(), SiriusMetamodels.all(diagram).stream().filter(view -> view.eClass().getName().equals("DEdge")).count(),
					described.id());
		}
	}

	/** Sirius draws each connection, also where another drawing has one line for several. */
	private static List<DiagramEdge> single(Diagram described) {
		return described.edges().stream().flatMap(edge -> edge.bundle().isEmpty() ? Stream.of(edge) : edge.bundle().stream()).toList();
	}

	/** What leads the same way is one edge in Sirius, with all labels. */
	private static Stream<String> words(String label, String colour) {
		return Stream.of(label.split(", ")).map(word -> word + colour);
	}

	private static boolean isToOthers(DiagramEdge edge, Diagram described) {
		return described.nodes().stream().anyMatch(node -> node.label().matches("\\d+ more") && (node.id().equals(edge.source()) || node.id().equals(edge.target())));
	}

	private static String colour(DiagramEdge edge) {
		return " " + (edge.medium() == null ? "Line" : edge.medium().label()) + (edge.isBidirectional() ? " both" : "");
	}

	private static String colour(EObject style) {
		boolean isBoth = !Viewpoint.get(style, "sourceArrow").toString().equals("NoDecoration");
		return " " + Viewpoint.name((EObject) get(style, "strokeColor")) + (isBoth ? " both" : "");
	}

	/** The ports of two parts of one type are the same elements; each connection leads to the right one of them. */
	@Test
	void tellsPartsOfOneTypeApart() {
		Session session = new Session(viewpoint, Checkout.root().resolve("examples/bottling"));
		EObject diagram = session.draw("LINE", session.declaration("Juice1"));
		for (EObject edge : Session.views(diagram, "Connection")) {
			Connection connection = (Connection) get(edge, "target");
			assertEquals(part(connection.getSource().getPart()), part(get((EObject) get(edge, "sourceNode"), "target"), (EObject) get(edge, "sourceNode")));
			assertEquals(part(connection.getTarget().getPart()), part(get((EObject) get(edge, "targetNode"), "target"), (EObject) get(edge, "targetNode")));
		}
	}

	private static String part(Part part) {
		return part == null ? "" : part.getName();
	}

	private static String part(Object port, EObject view) {
		assertNotEquals(null, port);
		return get(view.eContainer(), "target") instanceof Part part ? part.getName() : "";
	}

	@Test
	void evaluatesAllThatStylesSay() {
		Session session = new Session(viewpoint, Checkout.root().resolve("examples/bottling"));
		int evaluated = 0;
		for (String kind : List.of("LINE Juice1", "SITE Pohang", "RECIPE Juice05Bottle", "PARTNERS FX17")) {
			EObject diagram = session.draw(kind.replaceFirst(" .*", ""), session.declaration(kind.replaceFirst(".* ", "")));
			for (EObject view : SiriusMetamodels.all(diagram)) {
				if (get(view, "actualMapping") != null) {
					EObject style = session.style(view);
					for (var feature : style.eClass().getEAllAttributes()) {
						if (style.eGet(feature) instanceof String text && text.startsWith(Aql.PREFIX)) {
							assertNotEquals(null, session.styled(view, style, feature.getName()), text);
							evaluated++;
						}
					}
				}
			}
		}
		assertTrue(evaluated > 100, "evaluated " + evaluated);
	}
}
