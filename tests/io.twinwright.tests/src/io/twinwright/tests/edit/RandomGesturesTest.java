package io.twinwright.tests.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.dsl.ide.edit.Edited;
import io.twinwright.dsl.ide.edit.Edited.Changed;
import io.twinwright.dsl.ide.edit.Edited.Refused;
import io.twinwright.dsl.ide.edit.FileChange;
import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.project.Project;
import io.twinwright.tests.language.Checkout;
import io.twinwright.tests.language.RandomPlant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gestures at random on the elements of diagrams: the texts always stay readable, and all can be taken back. */
class RandomGesturesTest {
	private static final int GESTURES = 40;
	private static final int ON_SHAPES = 100;
	private static final Pattern COMMENT = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*\"|(//[^\r\n]*|/\\*(?s:.*?)\\*/)");
	/** What changes nothing that is there already. */
	private static final Set<Class<?>> ADDING = Set.of(Gesture.AddPart.class, Gesture.AddPort.class, Gesture.AddAsset.class, Gesture.AddSite.class, Gesture.AddBay.class,
			Gesture.AddRecipe.class, Gesture.AddStep.class, Gesture.Connect.class, Gesture.Paste.class);
	/** What sees the line of the desk from another namespace: repeated and deep parts, what is refined and what fills it. */
	private static final String BESIDE = """
			namespace beside
			import plant.*
			type Cell { part wash 1..2 : Rinser   part fill : Filler   connect wash.clean -> fill.bottles }
			asset FX1 : Filler
			asset Hall : Line at Store {
			  port out gone : Bottle
			  part cell : Cell { part spare : Rinser { port out test : Item } } // deep
			  part line : Cell
			  part fill 1..2 : Filler uses plant.FX2 standby FX1, plant.FX1
			  refine cell.fill standby FX1
			  refine line.fill uses FX1 /* here */
			  connect fill#1.filled -> gone
			  insight many : [1] = count(each fill) over 1 [h]
			}
			recipe Both for Juice { step wash needs Rinsing step fill needs Dosing after wash step cap }
			""";

	@TempDir
	private Path folder;
	private Desk desk;
	private final Map<String, Integer> done = new TreeMap<>();

	static Stream<Path> examples() {
		return Checkout.examples().stream();
	}

	static LongStream seeds() {
		return LongStream.range(0, 8);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void examplesStayReadable(Path example) throws IOException {
		Map<String, String> texts = new TreeMap<>();
		try (Stream<Path> files = Files.list(example)) {
			for (Path file : files.filter(path -> path.toString().endsWith(Project.ENDING)).toList()) {
				texts.put(file.getFileName().toString(), Files.readString(file));
			}
		}
		play(texts, example.getFileName().toString().hashCode(), GESTURES);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void randomLinesStayReadable(long seed) throws IOException {
		String text = RandomPlant.text(seed);
		play(Map.of("line.twin", seed % 2 == 0 ? text : text.replace("\n", "\r\n")), seed, GESTURES);
	}

	/** One text in all the shapes that people give to texts; there is no gesture that is never done. */
	@Test
	void textsOfAllShapesStayReadable() throws IOException {
		Map<String, UnaryOperator<String>> shapes = new LinkedHashMap<>();
		shapes.put("as it is", text -> text);
		shapes.put("line ends of Windows", text -> text.replace("\n", "\r\n"));
		shapes.put("tabs, no last line end", text -> text.replace("  ", "\t").strip());
		shapes.put("remarks everywhere", text -> text.replaceAll("(?m)(?<=\\w)$", " // so").replace(" : ", " /* a */ : /* b */ "));
		shapes.put("clauses on lines", text -> text.replaceAll(" (in|uses|standby|covers|buffer|after|needs) ", "\n      $1 "));
		shapes.put("one line", text -> text.replaceAll("//[^\n]*", "").replaceAll("\\s+", " "));
		shapes.put("names of all kinds", text -> text.replaceAll("\\brinse\\b", "세척").replaceAll("\\bfill\\b", "^each").replaceAll("\\bbelt\\b", "part"));
		for (Map.Entry<String, UnaryOperator<String>> shape : shapes.entrySet()) {
			play(Map.of("line.twin", shape.getValue().apply(Desk.LINE), "beside.twin", shape.getValue().apply(BESIDE)), shape.getKey().hashCode(), ON_SHAPES);
		}
		Set<String> all = Stream.of(Gesture.class.getPermittedSubclasses()).map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
		assertEquals(all, new TreeSet<>(done.keySet()), done::toString);
	}

	private void play(Map<String, String> texts, long seed, int gestures) throws IOException {
		desk = new Desk();
		texts.forEach(desk::with);
		RandomGestures random = new RandomGestures(folder, desk, seed);
		Map<URI, String> before = new HashMap<>(desk.texts());
		List<String> errors = random.look();
		Deque<List<FileChange>> back = new ArrayDeque<>();
		int count = 0;
		for (int i = 0; i < gestures; i++) {
			Gesture gesture = random.next();
			Edited edited = desk.edit(gesture);
			switch (edited) {
				case Refused refused -> assertTrue(refused.sentence().matches("(?s)\\P{Cntrl}+\\."), () -> gesture + ": " + refused.sentence());
				case Changed changed -> {
					Map<String, Integer> meaning = random.meaning();
					back.push(apply(gesture, changed));
					List<String> found = random.look();
					errors.forEach(found::remove);
					assertEquals(List.of(), found, () -> gesture + " of seed " + seed);
					changed.added().forEach(id -> assertTrue(!desk.properties(id).isEmpty(), () -> gesture + " gives " + id));
					if (ADDING.contains(gesture.getClass())) {
						meaning.forEach((said, often) -> assertTrue(random.meaning().getOrDefault(said, 0) >= often, () -> gesture + " of seed " + seed + " changes " + said));
					}
					if (!changed.files().isEmpty()) {
						done.merge(gesture.getClass().getSimpleName(), 1, Integer::sum);
						count++;
					}
				}
			}
		}
		assertTrue(count > gestures / 6, done::toString);
		while (!back.isEmpty()) {
			back.pop().forEach(change -> desk.texts().computeIfPresent(change.file(), (file, text) -> change.apply(text)));
		}
		assertEquals(before, desk.texts());
	}

	/** @return the changes that take it back */
	private List<FileChange> apply(Gesture gesture, Changed changed) {
		List<FileChange> inverse = new ArrayList<>();
		for (FileChange change : changed.files()) {
			String text = desk.texts().get(change.file());
			String after = change.apply(text);
			inverse.add(change.inverse(text));
			assertEquals(text, inverse.getLast().apply(after), gesture::toString);
			desk.texts().put(change.file(), after);
			assertEquals(text.contains("\r\n"), after.contains("\r\n"));
			if (text.contains("\r\n")) {
				assertTrue(!after.replace("\r\n", "").contains("\n"), gesture::toString);
			}
			if (!(gesture instanceof Gesture.Delete)) {
				List<String> lost = comments(text);
				comments(after).forEach(lost::remove);
				assertEquals(List.of(), lost, gesture::toString);
			}
		}
		return inverse;
	}

	private static List<String> comments(String text) {
		return new ArrayList<>(COMMENT.matcher(text).results().map(found -> found.group(1)).filter(Objects::nonNull).toList());
	}

	/** Whatever a diagram shows has an id by which it is found. */
	@ParameterizedTest
	@MethodSource("examples")
	void allThatIsDrawnIsFound(Path example) throws IOException {
		Project project = Project.load(Desk.INJECTOR, List.of(example));
		desk = new Desk();
		for (XtextResource file : project.files()) {
			desk.with(file.getURI().lastSegment(), file.getParseResult().getRootNode().getText());
		}
		RandomGestures drawn = new RandomGestures(folder, desk, 0);
		drawn.draw(project);
		for (Diagram diagram : drawn.diagrams().stream().filter(diagram -> diagram.kind() != DiagramKind.PARTNERS).toList()) {
			for (DiagramNode node : diagram.nodes()) {
				assertTrue(!desk.properties(node.id()).isEmpty() || node.id().endsWith(" by others"), node::id);
				node.ports().stream().map(DiagramPort::id).forEach(id -> assertTrue(!desk.properties(id).isEmpty(), id));
			}
			for (DiagramEdge edge : diagram.edges()) {
				boolean isElement = edge.bundle().isEmpty() && (edge.kind() == EdgeKind.FLOW || edge.kind() == EdgeKind.STANDBY);
				edge.bundle().forEach(one -> assertTrue(!desk.properties(one.id()).isEmpty(), one::id));
				assertEquals(isElement, !desk.properties(edge.id()).isEmpty(), edge::id);
			}
		}
	}
}
