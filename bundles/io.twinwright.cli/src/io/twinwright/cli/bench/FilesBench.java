package io.twinwright.cli.bench;

import io.twinwright.cli.CommandFailure;
import io.twinwright.cli.Main;
import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import io.twinwright.nodeset.NodeSets;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Measures the files of other programs: those that are generated for them, and those of them that are read. */
final class FilesBench {
	private static final Path NODE_OPCUA = Path.of("tests", "io.twinwright.runtimes", "target", "consumers", "node-opcua");

	/** What can be measured by itself, named as on the command line. */
	enum Part {
		generate, read
	}

	/**
	 * @param assets of the plants that are generated from
	 * @param warm assets of the plant that lets the Java runtime compile what is measured
	 * @param reads how often the node set is read
	 */
	record Sizes(List<Integer> assets, int warm, int reads) {
		/** What the aims speak of. Of larger plants the shells alone take more memory than most machines have. */
		static final Sizes FULL = new Sizes(List.of(1000, 10_000), 1000, 6);
		/** Shows that all can be measured. */
		static final Sizes TINY = new Sizes(List.of(10, 20), 10, 2);
	}

	private static final String GENERATED = """

			Generating from a checked project with each target: mapping, and writing what it was mapped to by the library that
			serializes the target's format, into nothing. Seconds are those of the processor, garbage collection included, of one
			run after three of a plant of %d assets. Growth is 1 where twice the assets take twice as much.

			| target | assets | map s | write s | both / write | MB | growth |
			| --- | ---: | ---: | ---: | ---: | ---: | ---: |""";

	private static final String READ = """

			Reading the node set of the base types of OPC UA (%.1f MB) to its end: as the text of a plant, and as the
			address space of node-opcua. Seconds by the clock, the first time in a new process, and the median of %d times after it.

			| | first s | again s |
			| --- | ---: | ---: |""";

	private final Path root;
	private final Path folder;
	private final LiveBench.Start start;
	private final PrintWriter out;

	/** @param root of the checkout that was built, null if there is none */
	FilesBench(Path root, Path folder, LiveBench.Start start, PrintWriter out) {
		this.root = root;
		this.folder = folder;
		this.start = start;
		this.out = out;
	}

	/** @throws CommandFailure if a part cannot be measured here; the others are not tried then */
	void run(List<Part> parts, Sizes sizes) throws IOException, InterruptedException {
		if (parts.contains(Part.read) && (root == null || !Files.isDirectory(root.resolve(NODE_OPCUA).resolve("node_modules")))) {
			throw new CommandFailure(Main.OUTSIDE, "node-opcua is not installed, with which reading is compared. Install it with: twinwright test --with-runtimes", null);
		}
		if (parts.contains(Part.generate)) {
			generate(sizes);
		}
		if (parts.contains(Part.read)) {
			read(sizes);
		}
	}

	private void generate(Sizes sizes) throws IOException {
		Path warm = plant(sizes.warm());
		Map<Integer, Measured> measured = new TreeMap<>();
		for (int assets : sizes.assets()) {
			measured.put(assets, Measured.read(start.process(GenerateMeasure.class, List.of(plant(assets).toString(), warm.toString()))));
		}
		out.println(GENERATED.formatted(sizes.warm()));
		for (Target<?> target : Targets.all()) {
			Integer before = null;
			for (int assets : measured.keySet()) {
				double both = both(measured.get(assets), target.id());
				double write = measured.get(assets).number(target.id() + ".write");
				double growth = before == null ? Double.NaN : Math.log(both / both(measured.get(before), target.id())) / Math.log((double) assets / before);
				out.println("| %s | %d | %.2f | %.2f | %s | %.1f | %s |".formatted(target.id(), assets, both - write, write, figure(both / write),
						measured.get(assets).number(target.id() + ".megabytes"), figure(growth)));
				before = assets;
			}
		}
		out.flush();
	}

	private Path plant(int assets) throws IOException {
		Path plant = folder.resolve("plant-" + assets);
		if (!Files.exists(plant)) {
			PlantFiles.write(assets, plant);
		}
		return plant;
	}

	/** Nothing where something took no time that can be measured. */
	private static String figure(double number) {
		return Double.isFinite(number) ? "%.2f".formatted(number) : "";
	}

	private static double both(Measured measured, String target) {
		return measured.number(target + ".map") + measured.number(target + ".write");
	}

	private void read(Sizes sizes) throws IOException {
		Path file = folder.resolve("Opc.Ua.NodeSet2.xml");
		try (InputStream base = NodeSets.open(NodeSets.BASE).orElseThrow()) {
			Files.copy(base, file);
		}
		String times = Integer.toString(sizes.reads());
		Measured ours = Measured.read(start.process(ImportMeasure.class, List.of(file.toString(), times)));
		Measured theirs = Measured.read(new ProcessBuilder("node", "load.mjs", file.toString(), times).directory(root.resolve(NODE_OPCUA).toFile())
				.redirectError(ProcessBuilder.Redirect.DISCARD).start());
		out.println(READ.formatted(Files.size(file) / 1e6, sizes.reads() - 1));
		print("twinwright import", ours, sizes);
		print("node-opcua", theirs, sizes);
		out.flush();
	}

	private void print(String title, Measured measured, Sizes sizes) {
		List<Double> again = IntStream.range(1, sizes.reads()).mapToObj(run -> measured.number(Integer.toString(run))).sorted().toList();
		out.println("| %s | %.2f | %.2f |".formatted(title, measured.number("0"), again.get(again.size() / 2)));
	}
}
