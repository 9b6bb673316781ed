package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Pictures of diagrams that are saved from the page in the editor. */
@ExtendWith(NoErrors.class)
class DiagramExportTest {
	private static final List<String> MODULES = List.of("rinse", "fill", "cap", "rinse2");

	private final List<Path> proposed = new ArrayList<>();
	private IProject project;
	private DiagramPage diagram;
	private Path folder;

	@BeforeEach
	void open() throws CoreException, IOException {
		project = Workbench.project("bottling");
		Workbench.copyExample("bottling", project);
		folder = project.getLocation().toPath();
		diagram = DiagramPage.open(project.getFile("plant.twin"));
	}

	@AfterEach
	void close() {
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	/** Saves a picture by the button of the page. */
	private void save(String button, Optional<Path> where) {
		Workbench.ui(() -> {
			diagram.editor().askForFiles(name -> {
				proposed.add(name);
				return where;
			});
			return null;
		});
		diagram.click("[data-command=\"" + button + "\"]");
		Workbench.until("it asks where", () -> !proposed.isEmpty());
	}

	@Test
	void savesTheDrawingAsSvg() throws Exception {
		Path picture = folder.resolve("line.svg");
		save("svg", Optional.of(picture));
		Workbench.until("the file is in the project", () -> project.getFile("line.svg").exists());
		assertEquals(List.of(folder.resolve("acme.bottling.Juice1.line.svg")), proposed, "It is proposed beside the twin file.");
		Element svg = parsed(picture).getDocumentElement();
		assertEquals("svg", svg.getLocalName());
		assertTrue(Double.parseDouble(svg.getAttribute("width")) > 300 && Double.parseDouble(svg.getAttribute("height")) > 100);
		List<Element> all = elements(svg);
		assertTrue(all.stream().map(Element::getLocalName).noneMatch(List.of("script", "foreignObject", "image")::contains), "Nothing in it runs or is loaded.");
		assertEquals(List.of(), all.stream().flatMap(DiagramExportTest::attributes).filter(DiagramExportTest::leadsOutside).toList());
		List<String> texts = all.stream().filter(element -> element.getLocalName().equals("text")).map(Element::getTextContent).toList();
		MODULES.forEach(module -> assertTrue(texts.contains(module), () -> module + " is in none of " + texts));
	}

	/** Declarations of a document type are refused: they could lead to other files. */
	private static Document parsed(Path file) throws IOException, SAXException, ParserConfigurationException {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(file.toFile());
	}

	private static List<Element> elements(Element root) {
		NodeList all = root.getElementsByTagName("*");
		return Stream.concat(Stream.of(root), IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i))).toList();
	}

	private static Stream<String> attributes(Element element) {
		return IntStream.range(0, element.getAttributes().getLength()).mapToObj(element.getAttributes()::item).filter(attribute -> !attribute.getNodeName().startsWith("xmlns"))
				.map(attribute -> attribute.getNodeName() + "=" + attribute.getNodeValue());
	}

	private static boolean leadsOutside(String attribute) {
		return attribute.startsWith("on") || attribute.contains("href=") && !attribute.contains("href=#") || attribute.contains("url(") && !attribute.contains("url(#")
				|| attribute.contains("://") || attribute.contains("javascript:");
	}

	@Test
	void savesTheDrawingAsPng() throws IOException {
		save("svg", Optional.of(folder.resolve("line.svg")));
		Path picture = folder.resolve("line.png");
		save("png", Optional.of(picture));
		Workbench.until("both are in the project", () -> project.getFile("line.svg").exists() && project.getFile("line.png").exists());
		assertTrue(proposed.contains(folder.resolve("acme.bottling.Juice1.line.png")), proposed::toString);
		ImageData image = new ImageData(picture.toString());
		String head = Files.readString(folder.resolve("line.svg")).replaceFirst("(?s)(<svg[^>]*>).*", "$1");
		assertEquals(List.of(2 * number(head, "width"), 2 * number(head, "height")), List.of(image.width, image.height), "Twice as large, so that it is sharp.");
		long colours = IntStream.range(0, image.height).flatMap(y -> IntStream.range(0, image.width).map(x -> image.getPixel(x, y))).distinct().count();
		assertTrue(colours > 20, () -> "It has " + colours + " colours.");
	}

	private static int number(String head, String name) {
		return (int) Math.round(Double.parseDouble(head.replaceFirst("(?s).*\\s" + name + "=\"([0-9.]+)\".*", "$1")));
	}

	@Test
	void savesNothingWhereTheUserDoesNotWantTo() throws IOException {
		save("png", Optional.empty());
		assertFalse(diagram.editor().isDirty());
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(), files.map(Path::toString).filter(file -> file.endsWith(".png") || file.endsWith(".part")).toList());
		}
	}

	@Test
	void saysWhyAFileCannotBeWritten() {
		Path picture = folder.resolve("nowhere").resolve("line.svg");
		save("svg", Optional.of(picture));
		Workbench.untilSays(Workbench.shell("Save Picture"), "'" + picture.getParent() + "' does not exist. Check the path.");
		Workbench.press(Workbench.shell("Save Picture"), "OK");
	}
}
