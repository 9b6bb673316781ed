package io.twinwright.cli.bench;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.twinwright.cli.CommandFailure;
import io.twinwright.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures in one run, each figure in a process of its own, and prints ratios. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures checking and live values on generated plants.")
public final class BenchCommand implements Callable<Integer> {
	@Spec
	private CommandSpec spec;

	@Option(names = "--assets", split = ",", defaultValue = "1000,10000,50000", paramLabel = "N", description = "Sizes of the plants; 1000,10000,50000 by default.")
	private List<Integer> sizes;

	@Option(names = "--memory", defaultValue = "12g", paramLabel = "SIZE", description = "Heap of each process; 12g by default.")
	private String memory;

	@Option(names = "--workbench", arity = "0..1", split = ",", fallbackValue = "start,editor,live,heap", paramLabel = "PART",
			description = "Measures the built workbench instead, or parts of it: ${COMPLETION-CANDIDATES}.")
	private List<WorkbenchBench.Part> workbench;

	@Option(names = "--diagram", arity = "0..1", split = ",", fallbackValue = "open,drag,edit,plant,layout", paramLabel = "PART",
			description = "Measures the diagrams instead, in a browser, or parts of it: ${COMPLETION-CANDIDATES}.")
	private List<DiagramBench.Part> diagram;

	@Option(names = "--files", arity = "0..1", split = ",", fallbackValue = "generate,read", paramLabel = "PART",
			description = "Measures the files of other programs instead, or parts of it: ${COMPLETION-CANDIDATES}.")
	private List<FilesBench.Part> files;

	@Option(names = "--tiny", hidden = true, description = "Only shows that the workbench, the diagrams or the files can be measured.")
	private boolean tiny;

	private static final String CAPTION = """
			Checking a project (reading, linking, all rules; no findings) against loading the same model, library included, from
			XMI by EMF alone with all references resolved.
			Each asset, machine or line, declares ten signals in its own braces, three of them insights; nine machines, each with
			two more signals from its type, are mounted and connected in a line; each asset is bound, each line has an order.
			Seconds are those of the processor, garbage collection included, after a warm-up: the median of five runs in turn in
			one process. Memory is what is alive while the result is held, in a process of its own. Growth is 1 where twice the
			assets take twice as much.

			| assets | check s | XMI s | check / XMI | check MB | XMI MB |
			| ---: | ---: | ---: | ---: | ---: | ---: |""";

	@Override
	public Integer call() throws IOException, InterruptedException {
		PrintWriter out = spec.commandLine().getOut();
		Path folder = Files.createTempDirectory("twinwright-bench");
		try {
			if (workbench != null) {
				return workbench(folder, out);
			}
			if (diagram != null) {
				new DiagramBench(root(), folder, tiny ? DiagramBench.Sizes.TINY : DiagramBench.Sizes.FULL, this::process, out).run(diagram);
				return Main.FINE;
			}
			if (files != null) {
				new FilesBench(root(), folder, this::process, out).run(files, tiny ? FilesBench.Sizes.TINY : FilesBench.Sizes.FULL);
				return Main.FINE;
			}
			Map<Integer, JsonObject> points = new TreeMap<>();
			for (int assets : sizes) {
				if (points.isEmpty()) {
					out.println(CAPTION);
				}
				points.put(assets, measure(assets, folder));
				out.println(row(assets, points.get(assets)));
				out.flush();
			}
			if (points.size() > 1) {
				out.println(growth(points));
			}
			new LiveBench(this::process).run(folder, out);
			return Main.FINE;
		} finally {
			delete(folder);
		}
	}

	private int workbench(Path folder, PrintWriter out) throws IOException, InterruptedException {
		Path root = root();
		Optional<String> obstacle = WorkbenchBench.obstacle(root);
		if (obstacle.isPresent()) {
			throw new CommandFailure(Main.OUTSIDE, obstacle.get(), null);
		}
		new WorkbenchBench(root, folder, tiny ? WorkbenchBench.Sizes.TINY : WorkbenchBench.Sizes.FULL, this::process, out).run(workbench);
		return Main.FINE;
	}

	/** @return the checkout that was built, null if this program runs elsewhere */
	private static Path root() {
		return System.getProperty("twinwright.root") == null ? null : Path.of(System.getProperty("twinwright.root"));
	}

	private JsonObject measure(int assets, Path folder) throws IOException, InterruptedException {
		measure("files", assets, folder);
		JsonObject figures = measure("compare", assets, folder);
		for (String memory : List.of("checkMegabytes", "xmiMegabytes")) {
			figures.add(memory, measure(memory, assets, folder).get(memory));
		}
		return figures;
	}

	private static String row(int assets, JsonObject figures) {
		return "| %d | %.2f | %.2f | %.2f | %.0f | %.0f |".formatted(assets, number(figures, "check"),
				number(figures, "xmi"), number(figures, "ratio"), number(figures, "checkMegabytes"), number(figures, "xmiMegabytes"));
	}

	/** The exponents of growth between each size and the one before. */
	private static String growth(Map<Integer, JsonObject> points) {
		StringBuilder lines = new StringBuilder("""

				| growth as an exponent | check | XMI | check memory | XMI memory |
				| --- | ---: | ---: | ---: | ---: |
				""");
		Integer before = null;
		for (Integer assets : points.keySet()) {
			if (before != null) {
				lines.append("| %d to %d |".formatted(before, assets));
				for (String figure : List.of("check", "xmi", "checkMegabytes", "xmiMegabytes")) {
					lines.append(" %.2f |".formatted(Math.log(number(points.get(assets), figure) / number(points.get(before), figure))
							/ Math.log((double) assets / before)));
				}
				lines.append('\n');
			}
			before = assets;
		}
		return lines.toString();
	}

	private static double number(JsonObject figures, String name) {
		return figures.get(name).getAsDouble();
	}

	private JsonObject measure(String what, int assets, Path folder) throws IOException, InterruptedException {
		Process process = process(Measure.class, List.of(what, Integer.toString(assets), folder.toString()));
		String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter(text -> text.startsWith("{")).findFirst().orElse(null);
		if (process.waitFor() != 0 || line == null) {
			throw new IOException("The measurement '%s' of %d assets failed.".formatted(what, assets));
		}
		return new Gson().fromJson(line, JsonObject.class);
	}

	/** Starts a class of this program in a process of its own. */
	private Process process(Class<?> main, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx" + memory, "-XX:InitialRAMPercentage=12", "-XX:+UseParallelGC", "-cp", ManagementFactory.getRuntimeMXBean().getClassPath(), main.getName()));
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}
}
