package io.twinwright.cli.bench;

import com.google.inject.Injector;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.DiagramNode;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.NodeKind;
import io.twinwright.diagram.layout.Layout;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a diagram costs without a browser, in a process of its own: reading and checking the text, finding what is drawn, and
 * placing it. The arguments are how often, and twin files, each with a line L1. Prints lines "bench NAME NUMBER" of the
 * milliseconds that the thread has computed: medians, after as many runs as warm up.
 */
public final class DiagramMeasure {
	/** The part of the modules that is selected. */
	private static final int SHARE = 4;

	private final Injector injector = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();
	private final int runs;

	private DiagramMeasure(int runs) {
		this.runs = runs;
	}

	/** Something that is done again and again; it returns what it made. */
	private interface Work<T> {
		T run() throws IOException;
	}

	public static void main(String[] arguments) throws IOException {
		DiagramMeasure measure = new DiagramMeasure(Integer.parseInt(arguments[0]));
		for (String file : List.of(arguments).subList(1, arguments.length)) {
			measure.measure(Path.of(file));
		}
	}

	private void measure(Path file) throws IOException {
		String name = file.getFileName().toString().replace(Project.ENDING, "");
		Project project = median(name + ".check", () -> {
			Project read = Project.load(injector, List.of(file));
			read.check();
			return read;
		});
		Diagrams diagrams = new Diagrams(project.twin(), element -> List.of());
		Diagram diagram = median(name + ".find", () -> diagrams.of(DiagramKind.LINE, diagrams.find(DiagramKind.LINE, "bench.L1").orElseThrow()));
		Layout layout = median(name + ".whole", () -> Layouts.of(diagram, Map.of()));
		List<DiagramNode> modules = diagram.nodes().stream().filter(node -> node.kind() == NodeKind.MODULE).toList();
		Set<String> selection = modules.stream().limit(Math.ceilDiv(modules.size(), SHARE)).map(DiagramNode::id).collect(Collectors.toSet());
		median(name + ".selection", () -> Layouts.arranged(diagram, layout, selection));
		tell(name + ".selected", selection.size());
		tell(name + ".elements", diagram.size());
	}

	private <T> T median(String name, Work<T> work) throws IOException {
		List<Double> figures = new ArrayList<>();
		T made = null;
		for (int run = 0; run < 2 * runs; run++) {
			long begin = processor();
			made = work.run();
			if (run >= runs) {
				figures.add((processor() - begin) / 1e6);
			}
		}
		tell(name, figures.stream().sorted().toList().get(figures.size() / 2));
		return made;
	}

	private static void tell(String name, double figure) {
		System.out.println(String.format(Locale.ROOT, "bench %s %.3f", name, figure));
	}

	private static long processor() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}
}
