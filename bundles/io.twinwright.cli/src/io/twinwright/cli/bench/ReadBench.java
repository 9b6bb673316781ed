package io.twinwright.cli.bench;

import io.twinwright.cli.CommandFailure;
import io.twinwright.cli.Main;
import io.twinwright.nodeset.NodeSets;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compares reading the largest node set with what node-opcua takes for it. */
final class ReadBench {
	private static final Path NODE_OPCUA = Path.of("tests", "io.twinwright.runtimes", "target", "consumers", "node-opcua");

	private static final String CAPTION = """

			Reading the node set of the base types of OPC UA (%.1f MB) to its end: as the text of a plant, laid out, and as the
			address space of node-opcua. Seconds by the clock. 'Program' is a program that reads it once, from its start to its end:
			'twinwright import', and a script of node-opcua. 'First' is the reading alone, the first time in a new process in which
			the program is loaded, with what the command runs with: few compilers and a cache of its classes. Of both the median of %d
			processes, the two programs in turn. 'Again' is the median of %d times after the first in one process, with all compilers,
			as a workbench has it.

			| | program s | first s | again s |
			| --- | ---: | ---: | ---: |""";

	private final Path root;
	private final Path folder;
	private final LiveBench.Start start;

	/** What was measured of one of the two. */
	private record Times(List<Double> program, List<Double> first, Measured again) {
		Times(Measured again) {
			this(new ArrayList<>(), new ArrayList<>(), again);
		}
	}

	private ReadBench(Path root, Path folder, LiveBench.Start start) {
		this.root = root;
		this.folder = folder;
		this.start = start;
	}

	/**
	 * @param root of the checkout that was built, null if there is none
	 * @throws CommandFailure if it cannot be measured here
	 */
	static ReadBench of(Path root, Path folder, LiveBench.Start start) {
		if (root == null || !Files.isDirectory(root.resolve(NODE_OPCUA).resolve("node_modules"))) {
			throw new CommandFailure(Main.OUTSIDE, "node-opcua is not installed, with which reading is compared. Install it with: twinwright test --with-runtimes", null);
		}
		return new ReadBench(root, folder, start);
	}

	/**
	 * @param processes how many new ones read the node set
	 * @param reads how often it is read in one process
	 */
	void run(int processes, int reads, PrintWriter out) throws IOException, InterruptedException {
		Path file = folder.resolve("Opc.Ua.NodeSet2.xml");
		try (InputStream base = NodeSets.open(NodeSets.BASE).orElseThrow()) {
			Files.copy(base, file);
		}
		List<String> again = List.of(file.toString(), Integer.toString(reads));
		Times ours = new Times(Measured.read(start.process(ImportMeasure.class, again)));
		Times theirs = new Times(Measured.read(nodeOpcUa(again)));
		// the launcher builds what is out of date, and reads its files from the disk the first time
		seconds(command(file));
		for (int i = 0; i < processes; i++) {
			ours.program().add(seconds(command(file)));
			ours.first().add(Measured.read(asCommand(file)).number("0"));
			long before = System.nanoTime();
			Process process = nodeOpcUa(List.of(file.toString(), "1"));
			theirs.first().add(Measured.read(process).number("0"));
			process.waitFor();
			theirs.program().add((System.nanoTime() - before) / 1e9);
		}
		out.println(CAPTION.formatted(Files.size(file) / 1e6, processes, reads - 1));
		print("twinwright import", ours, reads, out);
		print("node-opcua", theirs, reads, out);
		out.flush();
	}

	private Process nodeOpcUa(List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of("node", "load.mjs"));
		command.addAll(arguments);
		return new ProcessBuilder(command).directory(root.resolve(NODE_OPCUA).toFile()).redirectError(Redirect.DISCARD).start();
	}

	/** @return the import of a file as it is called by hand */
	private ProcessBuilder command(Path file) {
		ProcessBuilder command = new ProcessBuilder(root.resolve("twinwright").toString(), "import", file.toString());
		command.environment().put("JAVA_HOME", System.getProperty("java.home"));
		return command.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
	}

	private static double seconds(ProcessBuilder command) throws IOException, InterruptedException {
		long before = System.nanoTime();
		Process process = command.start();
		if (process.waitFor() != 0) {
			throw new IOException("'%s' failed.".formatted(String.join(" ", command.command())));
		}
		return (System.nanoTime() - before) / 1e9;
	}

	/** Reads a file once with the options of the launcher and the classes that it keeps for the command. */
	private static Process asCommand(Path file) throws IOException {
		String classPath = ManagementFactory.getRuntimeMXBean().getClassPath();
		Path application = Path.of(classPath).toAbsolutePath().getParent();
		boolean caches = Runtime.version().feature() >= 25;
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC",
				(caches ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + application.resolve(caches ? "import.aot" : "import.jsa"), "-XX:InitialRAMPercentage=12",
				"-XX:MaxRAMPercentage=50", "-Xlog:disable", "-cp", classPath, ImportMeasure.class.getName(), file.toString(), "1")
				.redirectError(Redirect.DISCARD).start();
	}

	private static void print(String title, Times times, int reads, PrintWriter out) {
		List<Double> again = IntStream.range(1, reads).mapToObj(run -> times.again().number(Integer.toString(run))).toList();
		out.println("| %s | %.2f | %.2f | %.2f |".formatted(title, median(times.program()), median(times.first()), median(again)));
	}

	private static double median(List<Double> numbers) {
		return numbers.stream().sorted().toList().get(numbers.size() / 2);
	}
}
