package io.twinwright.tests.sirius;

import static io.twinwright.tests.sirius.Viewpoint.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Port;
import io.twinwright.tests.language.Checkout;
import io.twinwright.tests.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs the operations of tools on drawn diagrams; then the files are saved and read again. */
abstract class ToolTests {
	private static final Language LANGUAGE = new Language();

	@TempDir
	Path folder;
	final Viewpoint viewpoint = new Viewpoint(new SiriusMetamodels(), Viewpoint.shipped());
	Session session;
	Map<Path, List<String>> before;

	@BeforeEach
	void copyExample() throws IOException {
		for (Path file : Project.find(List.of(Checkout.root().resolve("examples/bottling")))) {
			Files.copy(file, folder.resolve(file.getFileName()));
		}
		session = new Session(viewpoint, folder);
		before = texts();
	}

	Map<Path, List<String>> texts() {
		Map<Path, List<String>> texts = new TreeMap<>();
		try {
			for (Path file : Project.find(List.of(folder))) {
				texts.put(file, Files.readAllLines(file));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return texts;
	}

	EObject line() {
		return session.draw("LINE", session.declaration("Juice1"));
	}

	EObject recipe() {
		return session.draw("RECIPE", session.declaration("Juice05Bottle"));
	}

	EObject site() {
		return session.draw("SITE", session.declaration("Pohang"));
	}

	EObject tool(String diagram, String name) {
		return viewpoint.named(diagram, "AbstractToolDescription", name);
	}

	/** @return the view of something by its name in a diagram, with the name of the part around a port before it */
	static EObject view(EObject diagram, String name) {
		return SiriusMetamodels.all(diagram).stream().filter(view -> name.equals(place(view))).findFirst().orElseThrow(() -> new AssertionError(name));
	}

	static String place(EObject view) {
		String name = get(view, "target") instanceof NamedElement named ? named.getName() : null;
		return get(view, "target") instanceof Port && get(view.eContainer(), "target") instanceof Part part ? part.getName() + "." + name : name;
	}

	void wizard(EObject diagram, String kind, String name, EObject clicked, String choice) {
		EObject tool = tool(kind, name);
		Map<String, Object> variables = new HashMap<>(Map.of("container", get(clicked, "target"), "containerView", clicked, "diagram", diagram, "self",
				get(clicked, "target")));
		String precondition = Viewpoint.text(tool, "precondition");
		assertTrue(precondition.isEmpty() || Boolean.TRUE.equals(session.value(precondition, variables)), precondition);
		Collection<?> candidates = (Collection<?>) session.value(Viewpoint.text(tool, "candidatesExpression"), variables);
		variables.put("element", candidates.stream().filter(candidate -> choice.equals(((NamedElement) candidate).getName())).findFirst()
				.orElseThrow(() -> new AssertionError(choice + " is none of " + candidates.stream().map(one -> ((NamedElement) one).getName()).toList())));
		session.run(tool, (EObject) get(clicked, "target"), variables);
	}

	void connect(EObject diagram, String from, String to) {
		EObject source = view(diagram, from);
		EObject target = view(diagram, to);
		session.run(tool("LINE", "Connect"), (EObject) get(source, "target"), Map.of("source", get(source, "target"), "target", get(target, "target"),
				"sourceView", source, "targetView", target));
	}

	void edit(String kind, String name, EObject view, String text) {
		session.run(tool(kind, name), (EObject) get(view, "target"), Map.of("arg0", text, "view", view));
	}

	void delete(String kind, String tool, EObject view) {
		session.run(tool(kind, tool), (EObject) get(view, "target"), Map.of("element", get(view, "target"), "elementView", view));
	}

	/** Saves what has changed, as Sirius does; the new text has no finding of the language that the old one had not. */
	void assertChange(String... lines) throws IOException {
		assertEquals(List.of(), session.said);
		Set<String> old = findings(Checkout.root().resolve("examples/bottling"));
		for (XtextResource file : session.files()) {
			file.save(null);
		}
		List<String> changes = new ArrayList<>();
		texts().forEach((file, now) -> {
			before.get(file).stream().filter(line -> !now.contains(line)).forEach(line -> changes.add("- " + line));
			now.stream().filter(line -> !before.get(file).contains(line)).forEach(line -> changes.add("+ " + line));
		});
		assertEquals(List.of(lines), changes);
		Set<String> found = findings(folder);
		found.removeIf(code -> !code.startsWith("TW00") && !code.startsWith("TW1"));
		found.removeAll(old);
		assertEquals(Set.of(), found);
	}

	private static Set<String> findings(Path folder) throws IOException {
		Set<String> findings = new HashSet<>();
		for (Diagnostic finding : LANGUAGE.load(folder).check()) {
			findings.add(finding.code() + " " + finding.message());
		}
		return findings;
	}
}
