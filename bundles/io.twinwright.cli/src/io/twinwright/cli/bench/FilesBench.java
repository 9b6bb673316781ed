package io.twinwright.cli.bench;

import io.twinwright.cli.CommandFailure;
import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures the files of other programs: those that are generated for them, and those of them that are read. */
final class FilesBench {
	/** What can be measured by itself, named as on the command line. */
	enum Part {
		generate, read
	}

	/**
	 * @param assets of the plants that are generated from
	 * @param warm assets of the plant that lets the Java runtime compile what is measured
	 * @param warmSeconds how much processor time that gets for each target
	 * @param processes how many new ones read the node set
	 * @param reads how often the node set is read in one
	 */
	record Sizes(List<Integer> assets, int warm, int warmSeconds, int processes, int reads) {
		/** What the aims speak of. Of larger plants the shells alone take more memory than most machines have. */
		static final Sizes FULL = new Sizes(List.of(1000, 10_000), 1000, 5, 5, 6);
		/** Shows that all can be measured. */
		static final Sizes TINY = new Sizes(List.of(10, 20), 10, 0, 1, 2);
	}

	private static final String GENERATED = """

			Generating from a checked project with each target: mapping, and writing what it was mapped to by the library that
			serializes the target's format, into nothing. The plant has halls with lines of nine machines; the 'assets' are these and
			the lines. For each line there is a process module besides, of which a value is offered.
			Seconds are those of the processor, compiling and garbage collection included: the median of %d runs, or one that takes more
			than ten seconds, after %d seconds with a plant of %d assets. All is in one process and with one project, so that what one
			target has worked out of the project is there for the next, as when they are generated together. 'Both / write' is what
			generating takes in times of the serializer alone; growth is 1 where twice the assets take twice as much.
			What a diagram of 'docs' shows is mapping; placing and drawing it is writing, as is printing the page. What 'compose'
			writes are the bundled files of other targets: mapping is theirs, and writing theirs with the digests. 'flink' has no
			serializer: its mapping makes the text, and writing only copies it.

			| target | assets | map s | write s | both / write | MB | growth |
			| --- | ---: | ---: | ---: | ---: | ---: | ---: |""";

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
		ReadBench read = parts.contains(Part.read) ? ReadBench.of(root, folder, start) : null;
		if (parts.contains(Part.generate)) {
			generate(sizes);
		}
		if (read != null) {
			read.run(sizes.processes(), sizes.reads(), out);
		}
	}

	private void generate(Sizes sizes) throws IOException {
		Path warm = plant(sizes.warm());
		Map<Integer, Measured> measured = new TreeMap<>();
		for (int assets : sizes.assets()) {
			measured.put(assets, Measured.read(start.process(GenerateMeasure.class, List.of(plant(assets).toString(), warm.toString(), Integer.toString(sizes.warmSeconds())))));
		}
		out.println(GENERATED.formatted(GenerateMeasure.RUNS, sizes.warmSeconds(), sizes.warm()));
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
			PlantFiles.writeModules(Math.ceilDiv(assets, 10), plant);
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
}
