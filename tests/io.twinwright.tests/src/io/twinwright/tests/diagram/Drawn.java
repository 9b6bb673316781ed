package io.twinwright.tests.diagram;

import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramEdge;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.live.LiveState;
import io.twinwright.diagram.svg.SvgPicture;
import io.twinwright.dsl.project.ElementFindings;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.NamedElement;
import io.twinwright.tests.language.Checkout;
import io.twinwright.tests.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Describes the diagrams of examples and texts. */
final class Drawn {
	private static final Language LANGUAGE = new Language();

	private Drawn() {
	}

	/** @return the project of an example */
	static Project example(String name) {
		try {
			return LANGUAGE.load(Checkout.root().resolve("examples").resolve(name));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the project of one text, as a file in a folder */
	static Project text(Path folder, String text) {
		return LANGUAGE.project(folder, Map.of("line.twin", text));
	}

	static Diagrams diagrams(Project project) {
		return new Diagrams(project.twin(), new ElementFindings(project, project.check()));
	}

	/** @return the diagram of the subject with that name */
	static Diagram of(Project project, DiagramKind kind, String name) {
		Diagrams diagrams = diagrams(project);
		return diagrams.of(kind, diagrams.subjects(kind).stream().filter(subject -> subject.getName().equals(name)).findFirst().orElseThrow());
	}

	/** @return all diagrams of all kinds */
	static List<Diagram> all(Project project) {
		Diagrams diagrams = diagrams(project);
		List<Diagram> all = new ArrayList<>();
		for (DiagramKind kind : DiagramKind.values()) {
			for (NamedElement subject : diagrams.subjects(kind)) {
				all.add(diagrams.of(kind, subject));
			}
		}
		return all;
	}

	static DiagramNode node(Diagram diagram, String id) {
		return diagram.nodes().stream().filter(node -> node.id().equals(id)).findFirst()
				.orElseThrow(() -> new AssertionError(id + " is none of " + diagram.nodes().stream().map(DiagramNode::id).toList()));
	}

	static DiagramEdge edge(Diagram diagram, String id) {
		return diagram.edges().stream().filter(edge -> edge.id().equals(id)).findFirst()
				.orElseThrow(() -> new AssertionError(id + " is none of " + diagram.edges().stream().map(DiagramEdge::id).toList()));
	}

	static String svg(Diagram diagram, Layout layout) {
		return svg(diagram, layout, Map.of());
	}

	static String svg(Diagram diagram, Layout layout, Map<String, LiveState> live) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			SvgPicture.write(diagram, layout, live, bytes);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

	/** @return a line of so many stations, one behind the other, with one more that nothing is connected to where asked for */
	static String stations(int count, String more) {
		StringBuilder text = new StringBuilder("namespace plant\ntype Station {\n  port in from : Item\n  port out to : Item\n}\n"
				+ "asset Row : Line {\n  port in raw : Item\n  port out ready : Item\n");
		for (int i = 1; i <= count; i++) {
			text.append("  part s%d : Station\n".formatted(i));
		}
		text.append("  connect raw -> s1.from\n");
		for (int i = 1; i < count; i++) {
			text.append("  connect s%d.to -> s%d.from\n".formatted(i, i + 1));
		}
		return text.append("  connect s%d.to -> ready\n%s}\n".formatted(count, more)).toString();
	}
}
