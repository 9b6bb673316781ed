package io.twinwright.cli.bench;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
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
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures in one run, each figure in a process of its own, and prints ratios. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures checking, generating and live values on generated plants.")
public final class BenchCommand implements Callable<Integer> {
	@Spec
	private CommandSpec spec;

	@Option(names = "--assets", split = ",", defaultValue = "1000,10000,50000", paramLabel = "N", description = "Sizes of the plants; 1000,10000,50000 by default.")
	private List<Integer> sizes;

	@Option(names = "--memory", defaultValue = "12g", paramLabel = "SIZE", description = "Heap of each process; 12g by default.")
	private String memory;

	@Override
	public Integer call() throws IOException, InterruptedException {
		PrintWriter out = spec.commandLine().getOut();
		Path folder = Files.createTempDirectory("twinwright-bench");
		try {
			out.println("| assets | check s | XMI s | check / XMI | check MB | XMI MB | generate s | generate / check |");
			out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
			Map<Integer, double[]> points = new TreeMap<>();
			for (int assets : sizes) {
				JsonObject check = measure("check", assets, folder);
				JsonObject xmi = measure("xmi", assets, folder);
				JsonObject generate = measure("generate", assets, folder);
				double seconds = number(check, "seconds");
				points.put(assets, new double[] { seconds, number(check, "megabytes") });
				out.println("| %d | %.2f | %.2f | %.2f | %.0f | %.0f | %.2f | %.2f |".formatted(assets, seconds, number(xmi, "seconds"),
						seconds / number(xmi, "seconds"), number(check, "megabytes"), number(xmi, "megabytes"),
						number(generate, "seconds"), number(generate, "seconds") / seconds));
				out.flush();
			}
			if (points.size() > 1) {
				out.println();
				out.println("Growth with the number of assets, as an exponent: time %.2f, memory %.2f."
						.formatted(exponent(points, 0), exponent(points, 1)));
			}
			new LiveBench(this::process).run(folder, out);
			return Main.FINE;
		} finally {
			delete(folder);
		}
	}

	/** @return the slope of the straight line through the logarithms, by least squares */
	private static double exponent(Map<Integer, double[]> points, int figure) {
		double meanX = points.keySet().stream().mapToDouble(Math::log).average().orElse(0);
		double meanY = points.values().stream().mapToDouble(values -> Math.log(values[figure])).average().orElse(0);
		double above = 0;
		double below = 0;
		for (Map.Entry<Integer, double[]> point : points.entrySet()) {
			double x = Math.log(point.getKey()) - meanX;
			above += x * (Math.log(point.getValue()[figure]) - meanY);
			below += x * x;
		}
		return above / below;
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
				"-Xmx" + memory, "-XX:+UseParallelGC", "-cp", ManagementFactory.getRuntimeMXBean().getClassPath(), main.getName()));
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
