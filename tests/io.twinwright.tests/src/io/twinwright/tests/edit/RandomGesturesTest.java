package io.twinwright.tests.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.dsl.ide.edit.Edited.Changed;
import io.twinwright.dsl.ide.edit.Edited.Refused;
import io.twinwright.dsl.ide.edit.Edited;
import io.twinwright.dsl.ide.edit.FileChange;
import io.twinwright.dsl.ide.edit.Gesture;
import io.twinwright.dsl.library.Library;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.Capability;
import io.twinwright.model.Declaration;
import io.twinwright.model.Direction;
import io.twinwright.model.Medium;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Product;
import io.twinwright.model.Type;
import io.twinwright.tests.language.Checkout;
import io.twinwright.tests.language.RandomPlant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gestures at random on the elements of diagrams: the texts always stay readable, and all can be taken back. */
class RandomGesturesTest {
	private static final int GESTURES = 40;
	private static final Pattern COMMENT = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*\"|(//[^\r\n]*|/\\*(?s:.*?)\\*/)");

	@TempDir
	private Path folder;
	private Desk desk;
	private Random random;
	private Map<String, List<String>> ids;
	private List<Diagram> diagrams;
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
		play(texts, example.getFileName().toString().hashCode());
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void randomLinesStayReadable(long seed) throws IOException {
		String text = RandomPlant.text(seed);
		play(Map.of("line.twin", seed % 2 == 0 ? text : text.replace("\n", "\r\n")), seed);
	}

	private void play(Map<String, String> texts, long seed) throws IOException {
		random = new Random(seed);
		desk = new Desk();
		texts.forEach(desk::with);
		Map<URI, String> before = new HashMap<>(desk.texts());
		List<String> errors = look();
		Deque<List<FileChange>> back = new ArrayDeque<>();
		for (int i = 0; i < GESTURES; i++) {
			Gesture gesture = gesture();
			Edited edited = desk.edit(gesture);
			switch (edited) {
				case Refused refused -> assertTrue(refused.sentence().matches("(?s)\\P{Cntrl}+\\."), () -> gesture + ": " + refused.sentence());
				case Changed changed -> {
					back.push(apply(gesture, changed));
					List<String> found = look();
					errors.forEach(found::remove);
					assertEquals(List.of(), found, () -> gesture + " of seed " + seed);
					done.merge(gesture.getClass().getSimpleName(), 1, Integer::sum);
				}
			}
		}
		assertTrue(done.values().stream().mapToInt(Integer::intValue).sum() > GESTURES / 6, done::toString);
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
			desk.texts().put(change.file(), after);
			assertEquals(text.contains("\r\n"), after.contains("\r\n"));
			if (text.contains("\r\n")) {
				assertEquals(after.replace("\r\n", "\n"), after.replaceAll("\r?\n", "\n"), gesture::toString);
				assertTrue(!after.replace("\r\n", "").contains("\n"), gesture::toString);
			}
			if (!(gesture instanceof Gesture.Delete)) {
				List<String> kept = comments(after);
				List<String> lost = comments(text);
				kept.forEach(lost::remove);
				assertEquals(List.of(), lost, gesture::toString);
			}
		}
		return inverse;
	}

	private static List<String> comments(String text) {
		return new ArrayList<>(COMMENT.matcher(text).results().map(found -> found.group(1)).filter(java.util.Objects::nonNull).toList());
	}

	/** Reads the texts anew, as somebody who knows nothing of the editing. @return the syntax and linking errors */
	private List<String> look() throws IOException {
		Path place = Files.createTempDirectory(folder, "state");
		for (Map.Entry<URI, String> text : desk.texts().entrySet()) {
			Files.writeString(place.resolve(text.getKey().lastSegment()), text.getValue());
		}
		Project project = Project.load(Desk.INJECTOR, List.of(place));
		List<String> errors = new ArrayList<>();
		for (XtextResource file : project.files()) {
			EcoreUtil2.resolveLazyCrossReferences(file, CancelIndicator.NullImpl);
			file.getErrors().forEach(error -> errors.add(error.getMessage()));
		}
		draw(project);
		return errors;
	}

	private void draw(Project project) {
		TwinModel twin = project.twin();
		ids = new HashMap<>();
		diagrams = new ArrayList<>();
		Diagrams all = new Diagrams(twin, element -> List.of());
		for (DiagramKind kind : DiagramKind.values()) {
			for (NamedElement subject : all.subjects(kind)) {
				Diagram diagram = all.of(kind, subject);
				diagrams.add(diagram);
				note("subject " + kind.id(), diagram.subject());
				diagram.nodes().forEach(node -> note(node.kind().name(), node.id()));
				diagram.edges().forEach(edge -> note("edge " + edge.kind(), edge.id()));
			}
		}
		List<NamedElement> named = new ArrayList<>(Library.of(project.files().getFirst().getResourceSet()).declarations().values());
		twin.all(Declaration.class).stream().filter(declaration -> declaration.getName() != null).forEach(named::add);
		for (Class<?> kind : List.of(Type.class, Medium.class, Capability.class, Product.class, Asset.class)) {
			named.stream().filter(kind::isInstance).forEach(one -> note(kind.getSimpleName(), TwinModel.qualifiedName(one)));
		}
		twin.files().forEach(file -> EcoreUtil2.eAllOfType(file, Bay.class).stream().filter(bay -> bay.getName() != null)
				.forEach(bay -> note("Bay", TwinModel.qualifiedName(bay))));
	}

	private void note(String kind, String id) {
		ids.computeIfAbsent(kind, key -> new ArrayList<>()).add(id);
	}

	private String any(String... kinds) {
		List<String> all = Stream.of(kinds).flatMap(kind -> ids.getOrDefault(kind, List.of()).stream()).toList();
		return all.isEmpty() ? "plant.Nobody" : all.get(random.nextInt(all.size()));
	}

	private String anyOrNone(String kind) {
		return random.nextBoolean() ? null : any(kind);
	}

	private Diagram anyDiagram() {
		return diagrams.get(random.nextInt(diagrams.size()));
	}

	private String anyPort(Diagram diagram) {
		List<String> ports = diagram.nodes().stream().flatMap(node -> node.ports().stream()).map(DiagramPort::id).toList();
		return ports.isEmpty() ? "plant.Nobody" : ports.get(random.nextInt(ports.size()));
	}

	private Gesture gesture() {
		String line = any("subject line");
		Diagram diagram = anyDiagram();
		return switch (random.nextInt(20)) {
			case 0, 1 -> new Gesture.AddPart(random.nextInt(5) == 0 ? null : line, any("Type"), null, anyOrNone("Bay"));
			case 2 -> new Gesture.AddPort(any("subject line", "subject site"), random.nextBoolean() ? Direction.IN : Direction.OUT, any("Medium"), null);
			case 3 -> new Gesture.AddAsset(random.nextBoolean() ? null : line, any("Type"), null, anyOrNone("subject site"));
			case 4 -> random.nextBoolean() ? new Gesture.AddSite(null, null) : new Gesture.AddBay(any("subject site"), null, null);
			case 5 -> random.nextBoolean() ? new Gesture.AddRecipe(null, any("Product"), null)
					: new Gesture.AddStep(any("subject recipe"), any("Capability"), null, anyOrNone("STEP"));
			case 6, 7, 8 -> new Gesture.Connect(diagram.subject(), anyPort(diagram), anyPort(diagram), random.nextInt(3) == 0 ? "joint" + random.nextInt(99) : null);
			case 9 -> new Gesture.Reconnect(diagram.subject(), any("edge FLOW"), random.nextBoolean(), anyPort(diagram));
			case 10 -> new Gesture.Precede(any("STEP", "OPEN_STEP"), any("STEP", "OPEN_STEP"));
			case 11 -> new Gesture.SetBuffer(any("edge FLOW"), random.nextInt(3) == 0 ? null : "" + random.nextInt(500));
			case 12 -> random.nextInt(3) == 0 ? new Gesture.AddStandby(any("MODULE"), any("Asset"))
					: new Gesture.SetStandby(any("MODULE"), random.nextInt(3) == 0 ? List.of() : List.of(any("Asset"), any("Asset")));
			case 13 -> random.nextBoolean() ? new Gesture.SetCover(any("MODULE", "RESERVE"), anyOrNone("MODULE")) : new Gesture.SetBay(any("MODULE"), anyOrNone("Bay"));
			case 14 -> new Gesture.Rename(any("MODULE", "edge FLOW", "STEP", "OWN_PORT", "BAY", "Asset", "STANDBY"), "name" + random.nextInt(999));
			case 15, 16 -> property();
			case 17, 18 -> new Gesture.Delete(random.nextInt(3) == 0 ? List.of(any("MODULE", "Asset")) : List.of(
					any("MODULE", "RESERVE", "edge FLOW", "OWN_PORT", "BAY", "STEP", "IDLE", "STANDBY", "edge SEQUENCE", "edge COVERS", "UTILITY"), any("edge FLOW", "STEP")));
			default -> paste(diagram);
		};
	}

	private Gesture property() {
		String id = any("MODULE", "OWN_PORT", "edge FLOW", "STEP", "BAY", "IDLE", "Asset");
		var properties = desk.properties(id);
		if (properties.isEmpty()) {
			return new Gesture.SetProperty(id, "label", "A \"label\"");
		}
		var property = properties.get(random.nextInt(properties.size()));
		String text = random.nextInt(4) == 0 ? null : property.choices().isEmpty() ? List.of("1 [s]", "a b", "3", "1..3", "// x", "x", "2 [kg]", "50 [%]").get(random.nextInt(8))
				: property.choices().get(random.nextInt(property.choices().size()));
		return new Gesture.SetProperty(id, property.key(), text);
	}

	private Gesture paste(Diagram diagram) {
		Set<String> chosen = new HashSet<>();
		List<DiagramNode> nodes = diagram.nodes();
		for (int i = 0; i < 4 && !nodes.isEmpty(); i++) {
			chosen.add(nodes.get(random.nextInt(nodes.size())).id());
		}
		return new Gesture.Paste(random.nextBoolean() ? diagram.subject() : any("subject line"), desk.copy(chosen.toArray(String[]::new)));
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
		draw(project);
		for (Diagram diagram : diagrams.stream().filter(diagram -> diagram.kind() != DiagramKind.PARTNERS).toList()) {
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
