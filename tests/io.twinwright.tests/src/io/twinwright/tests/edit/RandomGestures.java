package io.twinwright.tests.edit;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.DiagramPort;
import io.twinwright.diagram.Diagrams;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

/** Gestures at random on what the diagrams of some texts show. */
final class RandomGestures {
	private final Path folder;
	private final Desk desk;
	private final Random random;
	private Map<String, List<String>> ids;
	private List<Diagram> diagrams;
	private Map<String, Integer> meaning;

	/** @param folder for the texts while they are read anew */
	RandomGestures(Path folder, Desk desk, long seed) {
		this.folder = folder;
		this.desk = desk;
		this.random = new Random(seed);
	}

	/** Reads the texts anew, as somebody who knows nothing of the editing. @return the syntax and linking errors */
	List<String> look() throws IOException {
		Path place = Files.createTempDirectory(folder, "state");
		for (Map.Entry<URI, String> text : desk.texts().entrySet()) {
			Files.writeString(place.resolve(text.getKey().lastSegment()), text.getValue());
		}
		Project project = Project.load(Desk.INJECTOR, List.of(place));
		List<String> errors = new ArrayList<>();
		meaning = new TreeMap<>();
		for (XtextResource file : project.files()) {
			EcoreUtil2.resolveLazyCrossReferences(file, CancelIndicator.NullImpl);
			file.getErrors().forEach(error -> errors.add(error.getMessage()));
			EcoreUtil.<EObject>getAllProperContents(file, false).forEachRemaining(owner -> owner.eCrossReferences().forEach(target ->
					meaning.merge(nearest(owner) + " " + owner.eClass().getName() + " " + nearest(target), 1, Integer::sum)));
		}
		draw(project);
		return errors;
	}

	private static String nearest(EObject element) {
		EObject up = element;
		while (up.eContainer() != null && !(up instanceof NamedElement named && named.getName() != null)) {
			up = up.eContainer();
		}
		return up instanceof NamedElement named && named.getName() != null ? TwinModel.qualifiedName(named) : "";
	}

	/** @return what the elements refer to, and how often */
	Map<String, Integer> meaning() {
		return meaning;
	}

	List<Diagram> diagrams() {
		return diagrams;
	}

	void draw(Project project) {
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

	private String anyOrNone(String... kinds) {
		return random.nextBoolean() ? null : any(kinds);
	}

	private String nameOrNone() {
		return random.nextInt(3) > 0 ? null : List.of("joint", "each", "이음", "^late").get(random.nextInt(4)) + random.nextInt(99);
	}

	private Diagram anyDiagram() {
		List<Diagram> of = diagrams.stream().filter(diagram -> diagram.kind() == DiagramKind.LINE).toList();
		List<Diagram> from = of.isEmpty() || random.nextInt(5) == 0 ? diagrams : of;
		return from.get(random.nextInt(from.size()));
	}

	private String anyPort(Diagram diagram) {
		List<String> ports = diagram.nodes().stream().flatMap(node -> node.ports().stream()).map(DiagramPort::id).toList();
		return ports.isEmpty() ? "plant.Nobody" : ports.get(random.nextInt(ports.size()));
	}

	/** @return some gesture, each kind as often as others; many cannot be done */
	Gesture next() {
		Diagram diagram = anyDiagram();
		String line = any("subject line");
		return switch (random.nextInt(19)) {
			case 0 -> new Gesture.AddPart(random.nextInt(5) == 0 ? null : line, any("Type"), nameOrNone(), anyOrNone("Bay"));
			case 1 -> new Gesture.AddPort(any("subject line", "subject site"), Direction.values()[random.nextInt(3)], any("Medium"), nameOrNone());
			case 2 -> new Gesture.AddAsset(anyOrNone("subject line"), any("Type"), nameOrNone(), anyOrNone("subject site"));
			case 3 -> new Gesture.AddSite(anyOrNone("subject site"), nameOrNone());
			case 4 -> new Gesture.AddBay(any("subject site"), random.nextBoolean() ? null : "twin.std.ISO_1CC", nameOrNone());
			case 5 -> new Gesture.AddRecipe(anyOrNone("subject recipe"), any("Product"), nameOrNone());
			case 6 -> new Gesture.AddStep(any("subject recipe"), any("Capability"), nameOrNone(), anyOrNone("STEP", "OPEN_STEP"));
			case 7 -> new Gesture.Connect(diagram.subject(), anyPort(diagram), anyPort(diagram), nameOrNone());
			case 8 -> reconnect(diagram);
			case 9 -> new Gesture.Precede(any("STEP", "OPEN_STEP"), any("STEP", "OPEN_STEP"));
			case 10 -> new Gesture.SetBuffer(any("edge FLOW"), random.nextInt(3) == 0 ? null : "" + random.nextInt(500));
			case 11 -> new Gesture.SetStandby(any("MODULE"), random.nextInt(3) == 0 ? List.of() : List.of(any("Asset"), any("Asset")));
			case 17 -> new Gesture.AddStandby(any("MODULE"), any("Asset"));
			case 12 -> new Gesture.SetCover(any("MODULE", "RESERVE"), anyOrNone("MODULE"));
			case 13 -> new Gesture.SetBay(any("MODULE"), anyOrNone("Bay"));
			case 14 -> new Gesture.Rename(any("MODULE", "edge FLOW", "STEP", "OWN_PORT", "BAY", "Asset", "STANDBY"), List.of("name", "이름", "each").get(random.nextInt(3)) + random.nextInt(999));
			case 15 -> property();
			case 16 -> new Gesture.Delete(random.nextInt(3) == 0 ? List.of(any("MODULE", "Asset")) : List.of(any("MODULE", "RESERVE", "edge FLOW", "OWN_PORT", "BAY",
					"STEP", "IDLE", "STANDBY", "edge SEQUENCE", "edge COVERS", "edge STANDBY", "UTILITY"), any("edge FLOW", "STEP")));
			default -> paste(diagram);
		};
	}

	private Gesture reconnect(Diagram diagram) {
		List<String> flows = diagram.edges().stream().map(edge -> edge.id()).filter(ids.getOrDefault("edge FLOW", List.of())::contains).toList();
		return new Gesture.Reconnect(diagram.subject(), flows.isEmpty() ? "plant.Nobody" : flows.get(random.nextInt(flows.size())), random.nextBoolean(), anyPort(diagram));
	}

	private Gesture property() {
		String id = any("MODULE", "RESERVE", "OWN_PORT", "edge FLOW", "STEP", "BAY", "IDLE", "Asset", "subject site", "subject recipe", "STANDBY");
		var properties = desk.properties(id);
		if (properties.isEmpty()) {
			return new Gesture.SetProperty(id, "label", "A \"label\"");
		}
		var property = properties.get(random.nextInt(properties.size()));
		String text = random.nextInt(4) == 0 ? null : property.choices().isEmpty() ? List.of("1 [s]", "a b", "3", "1..3", "// x", "x", "2 [kg]", "50 [%]", "A \"\\\" 이름")
				.get(random.nextInt(9)) : property.choices().get(random.nextInt(property.choices().size()));
		return new Gesture.SetProperty(id, property.key(), text);
	}

	private Gesture paste(Diagram diagram) {
		Set<String> chosen = new HashSet<>();
		List<DiagramNode> nodes = diagram.nodes();
		for (int i = 0; i < 4 && !nodes.isEmpty(); i++) {
			chosen.add(nodes.get(random.nextInt(nodes.size())).id());
		}
		return new Gesture.Paste(random.nextBoolean() ? diagram.subject() : any("subject line", "subject site", "subject recipe"), desk.copy(chosen.toArray(String[]::new)));
	}
}
