package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.dsl.project.Project;
import io.twinwright.tests.language.Checkout;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The pictures of diagrams. */
class SvgTest {
	/** What a picture may consist of; above all no script, no image and no link. */
	private static final Set<String> ELEMENTS = Set.of("svg", "title", "desc", "g", "rect", "circle", "polyline", "polygon", "text");

	@TempDir
	private Path folder;

	static Stream<String> examples() {
		return Checkout.examples().stream().map(example -> example.getFileName().toString());
	}

	private static Document parse(String svg) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
		factory.setNamespaceAware(true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
	}

	private static List<Element> elements(Document document, String name) {
		NodeList found = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
		return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast).toList();
	}

	@Test
	void aLabelMayHaveWhatXmlMayNot() throws Exception {
		Project project = Drawn.text(folder, "namespace n\ntype T { }\nasset L \"bell \\u0007 < & >\" : Line { part x \"half \\uD800\" : T }\n");
		Diagram diagram = Drawn.all(project).getFirst();
		String svg = Drawn.svg(diagram, Layouts.of(diagram, Map.of()));
		parse(svg);
		assertTrue(svg.contains(">bell \uFFFD &lt; &amp; &gt;<") && svg.contains(">half \uFFFD<"), svg);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void isWellFormedSelfContainedAndComplete(String example) throws Exception {
		for (Diagram diagram : Drawn.all(Drawn.example(example))) {
			Document document = parse(Drawn.svg(diagram, Layouts.of(diagram, Map.of())));
			Set<String> used = new HashSet<>();
			Set<String> shown = new HashSet<>();
			elements(document, "*").forEach(element -> {
				used.add(element.getLocalName());
				shown.add(element.getAttribute("data-id"));
				assertFalse(element.hasAttribute("href") || element.hasAttribute("style"), element::toString);
			});
			assertTrue(ELEMENTS.containsAll(used), used::toString);
			assertTrue(shown.containsAll(diagram.ids()), diagram::id);
			assertEquals(diagram.title(), elements(document, "title").getFirst().getTextContent());
		}
	}

	@Test
	void givesTheSameBytesEachTime() {
		Diagram one = Drawn.of(Drawn.example("bottling"), DiagramKind.LINE, "Juice1");
		Diagram other = Drawn.of(Drawn.example("bottling"), DiagramKind.LINE, "Juice1");
		assertEquals(Drawn.svg(one, Layouts.of(one, Map.of())), Drawn.svg(other, Layouts.of(other, Map.of())));
	}

	@Test
	void explainsShapesInALegend() throws Exception {
		Diagram diagram = Drawn.of(Drawn.example("bottling"), DiagramKind.LINE, "Juice1");
		List<String> texts = elements(parse(Drawn.svg(diagram, Layouts.of(diagram, Map.of()))), "text").stream().map(Element::getTextContent).toList();
		assertTrue(texts.containsAll(List.of("Item, in and out", "Liquid, in and out", "Gas, in and out", "Energy, in and out", "Reserve or standby")), texts::toString);
		assertFalse(texts.contains("Repeated part"), texts::toString);
	}

	@Test
	void writesNamesOfAnyKindAsTheyAre() throws Exception {
		Diagram diagram = Drawn.of(Drawn.text(folder, """
				namespace plant
				type Station "<script>alert('1')</script> & \\"x\\"" { }
				asset Row "줄 & <b>" : Line { part s "한국어 <i>" : Station }
				"""), DiagramKind.LINE, "Row");
		Document document = parse(Drawn.svg(diagram, Layouts.of(diagram, Map.of())));
		assertEquals("줄 & <b>", elements(document, "title").getFirst().getTextContent());
		assertEquals(List.of(), elements(document, "script"));
		assertTrue(elements(document, "text").stream().anyMatch(text -> text.getTextContent().equals("한국어 <i>")));
	}

	@Test
	void writesFindingsOut() throws Exception {
		Diagram diagram = Drawn.of(Drawn.text(folder, """
				namespace plant
				type Station { port in from : Item }
				asset Row : Line { port in raw : Item part s : Station part t : Station connect raw -> s.from }
				"""), DiagramKind.LINE, "Row");
		DiagramNode lonely = Drawn.node(diagram, "plant.Row.t");
		String sentence = lonely.badges().getFirst().message();
		Document document = parse(Drawn.svg(diagram, Layouts.of(diagram, Map.of())));
		assertTrue(elements(document, "title").stream().anyMatch(title -> title.getTextContent().contains(sentence)), sentence);
		String texts = String.join(" ", elements(document, "text").stream().map(Element::getTextContent).toList()).replaceAll(" +", " ");
		assertTrue(texts.contains(sentence), texts);
	}
}
