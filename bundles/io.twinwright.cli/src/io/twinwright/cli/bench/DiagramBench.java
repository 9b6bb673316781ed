package io.twinwright.cli.bench;

import com.google.gson.Gson;
import io.twinwright.cli.CommandFailure;
import io.twinwright.cli.Main;
import io.twinwright.diagram.Diagrams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Measures the diagrams: the client in a headless browser, against the server that the command line starts. */
final class DiagramBench {
	private static final Path WEB = Path.of("bundles", "io.twinwright.diagram", "web");
	private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
	private static final long LIMIT_MINUTES = 20;

	/** What can be measured by itself, named as on the command line. */
	enum Part {
		open, drag, edit, plant, layout
	}

	/**
	 * How large the measured diagrams are, and how often things are measured.
	 *
	 * @param drawn elements of the diagram that is opened and edited
	 * @param dragged elements of the diagrams in which a node is moved
	 * @param lines of the plant, of so many cells, of so many modules
	 * @param placed elements of the diagrams that are laid out
	 */
	record Sizes(int drawn, List<Integer> dragged, int lines, int cells, int modules, List<Integer> placed, int runs, int moves) {
		/** What the aims speak of. */
		static final Sizes FULL = new Sizes(500, List.of(100, 500), 5, 10, 100, List.of(12, 100, 500), 9, 100);
		/** Shows that all can be measured; the last line of the plant has too many elements for one diagram all the same. */
		static final Sizes TINY = new Sizes(24, List.of(16, 24), 2, 2, 70, List.of(8, 24), 1, 3);
	}

	/** A line as the browser's part knows it. */
	private record Line(String uri, String id, int elements) {
	}

	/** A key that is pressed on a node or, without one, anywhere, and what is drawn then. */
	private record Step(String name, String node, String key, String shows) {
	}

	/** What the browser's part measures. */
	private record Work(List<Line> lines, int runs, int moves, String file, List<Step> steps) {
	}

	private final Path web;
	private final Path folder;
	private final Sizes sizes;
	private final LiveBench.Start start;
	private final DiagramReport report;

	/** @param root of the checkout that was built, null if there is none */
	DiagramBench(Path root, Path folder, Sizes sizes, LiveBench.Start start, PrintWriter out) {
		this.web = root == null ? null : root.resolve(WEB);
		this.folder = folder;
		this.sizes = sizes;
		this.start = start;
		this.report = new DiagramReport(sizes, out);
	}

	/** @throws CommandFailure if the diagrams cannot be measured here */
	void run(List<Part> parts) throws IOException, InterruptedException {
		if (parts.stream().anyMatch(part -> part != Part.layout)) {
			if (web == null || !Files.isDirectory(web.resolve("node_modules"))) {
				throw new CommandFailure(Main.OUTSIDE, "The client of the diagrams was not built. Build it with: twinwright build", null);
			}
			output(node("build.mjs", "bench"));
		}
		if (parts.contains(Part.open)) {
			int modules = DiagramText.modules(sizes.drawn());
			report.open(measure(Part.open, write("open", DiagramText.lines(modules, modules)), lines(modules, modules), List.of()));
		}
		if (parts.contains(Part.drag)) {
			int[] modules = sizes.dragged().stream().mapToInt(DiagramText::modules).toArray();
			report.drag(measure(Part.drag, write("drag", DiagramText.lines(modules)), lines(modules), List.of()));
		}
		if (parts.contains(Part.edit)) {
			// what is created must be drawn too
			int modules = DiagramText.modules(sizes.drawn()) - sizes.runs() - 1;
			Path file = write("edit", DiagramText.lines(modules));
			Measured alone = Measured.read(start.process(DiagramMeasure.class, List.of(Integer.toString(sizes.runs()), file.toString())));
			report.edit(measure(Part.edit, file, lines(modules), List.of()), alone);
		}
		if (parts.contains(Part.plant)) {
			Measured measured = measure(Part.plant, write("plant", DiagramText.plant(sizes.lines(), sizes.cells(), sizes.modules())),
					List.of(new Line("plant.twin#line/bench.Plant", "bench.Plant", DiagramText.elements(sizes.lines()))), steps());
			limit(measured);
			report.plant(measured);
		}
		if (parts.contains(Part.layout)) {
			report.layout(layout());
		}
	}

	private Measured layout() throws IOException {
		List<String> arguments = new ArrayList<>(List.of(Integer.toString(sizes.runs())));
		for (int elements : sizes.placed()) {
			arguments.add(Files.writeString(folder.resolve(elements + ".twin"), DiagramText.lines(DiagramText.modules(elements))).toString());
		}
		return Measured.read(start.process(DiagramMeasure.class, arguments));
	}

	private Path write(String project, String text) throws IOException {
		return Files.writeString(Files.createDirectories(folder.resolve(project)).resolve("plant.twin"), text);
	}

	private static List<Line> lines(int... modules) {
		return IntStream.rangeClosed(1, modules.length).mapToObj(line -> new Line("plant.twin#line/bench.L" + line, "bench.L" + line,
				DiagramText.elements(modules[line - 1]))).toList();
	}

	/** From the whole plant into it and out again, then to the line that has more modules than a diagram can have. */
	private List<Step> steps() {
		String last = "bench.Plant.line" + sizes.lines();
		return List.of(new Step("line", "bench.Plant.line1", "Enter", "bench.Plant.line1.cell1"),
				new Step("cell", "bench.Plant.line1.cell1", "Enter", "bench.Plant.line1.cell1.m1"),
				new Step("up", null, "Backspace", "bench.Plant.line1.cell2"),
				new Step("top", null, "Backspace", last),
				new Step("expand", "bench.Plant.line1", "Space", "bench.Plant.line1.cell1"),
				new Step("crowd", last, "Enter", last + ".m1"));
	}

	/** @throws IOException if more was sent to the browser than a diagram has at most */
	private static void limit(Measured measured) throws IOException {
		for (Map.Entry<String, Double> figure : measured.figures().entrySet()) {
			if (figure.getKey().endsWith(".elements") && figure.getValue() > Diagrams.MOST_ELEMENTS) {
				throw new IOException("A diagram of %.0f elements was sent; %d is the most.".formatted(figure.getValue(), Diagrams.MOST_ELEMENTS));
			}
		}
	}

	/** Measures in a browser while a server of its own serves the folder of a file. */
	private Measured measure(Part part, Path file, List<Line> lines, List<Step> steps) throws IOException, InterruptedException {
		Process server = start.process(Main.class, List.of("diagram", file.getParent().toString(), "--for", LIMIT_MINUTES + "min"));
		try {
			Work work = new Work(lines, sizes.runs(), sizes.moves(), file.toString(), steps);
			return output(node(Path.of("target", "bench", "diagrams.bench.mjs").toString(), part.name(), address(server), new Gson().toJson(work)));
		} finally {
			server.destroy();
			server.waitFor();
		}
	}

	private static String address(Process server) throws IOException {
		BufferedReader reader = server.inputReader(StandardCharsets.UTF_8);
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			Matcher address = ADDRESS.matcher(line);
			if (address.find()) {
				return address.group();
			}
		}
		throw new IOException("The server of the diagrams did not start.");
	}

	private Process node(String... command) {
		List<String> all = new ArrayList<>(List.of("node"));
		all.addAll(List.of(command));
		try {
			return new ProcessBuilder(all).directory(web.toFile()).redirectError(folder.resolve("errors.txt").toFile()).start();
		} catch (IOException e) {
			throw new CommandFailure(Main.OUTSIDE, "Node.js 20 or newer was not found, which drives the browser. Install it (Debian: nodejs).", e);
		}
	}

	/** @return what a part told; its errors are sentences */
	private Measured output(Process process) throws IOException, InterruptedException {
		process.onExit().completeOnTimeout(process, LIMIT_MINUTES, TimeUnit.MINUTES).thenAccept(DiagramBench::end);
		try {
			Measured measured = Measured.read(process);
			if (process.waitFor() != 0) {
				throw new CommandFailure(Main.OUTSIDE, Files.readString(folder.resolve("errors.txt")).strip(), null);
			}
			return measured;
		} finally {
			end(process);
		}
	}

	private static void end(Process process) {
		process.descendants().forEach(ProcessHandle::destroy);
		process.destroy();
	}
}
