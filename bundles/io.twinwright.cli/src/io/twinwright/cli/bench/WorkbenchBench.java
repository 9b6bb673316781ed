package io.twinwright.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Measures the workbench: copies of the built product and of the platform beneath it, each with a bundle added that measures
 * from inside, under the display of the user or a virtual one.
 */
final class WorkbenchBench {
	private static final String PRODUCT = "releng/io.twinwright.product/target/products/io.twinwright.ide/linux/gtk/x86_64/twinwright";
	private static final String BARE = "releng/io.twinwright.bare/target/products/io.twinwright.bare/linux/gtk/x86_64/bare";
	private static final String BUNDLE = "io.twinwright.workbench.bench";
	private static final String BUNDLES = "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info";
	private static final long ENDING_SECONDS = 20;
	private static final long LIMIT_MINUTES = 60;

	/** What can be measured by itself, named as on the command line. */
	enum Part {
		start, editor, live, heap
	}

	/**
	 * How large the measured plants are, and how long things are measured.
	 *
	 * @param assets of the workspace in which keys are pressed
	 * @param lines of the long file
	 * @param items that a plant sends each second, for some seconds
	 * @param kept signals that get that many updates, ten in a second, while the heap is looked at
	 * @param runs of each start and of each key
	 */
	record Sizes(int assets, int lines, int items, int seconds, int kept, int updates, int runs) {
		/** What the aims speak of; an hour has 3,600 updates of a second. */
		static final Sizes FULL = new Sizes(10_000, 10_000, 10_000, 60, 1_000, 3_600, 5);
		/** Shows that all can be measured. */
		static final Sizes TINY = new Sizes(20, 300, 50, 2, 10, 20, 1);
	}

	private final Path root;
	private final Path folder;
	private final Sizes sizes;
	private final LiveBench.Start start;
	private final PrintWriter out;

	/** @param root of the checkout with the built products */
	WorkbenchBench(Path root, Path folder, Sizes sizes, LiveBench.Start start, PrintWriter out) {
		this.root = root;
		this.folder = folder;
		this.sizes = sizes;
		this.start = start;
		this.out = out;
	}

	/** @return why the workbench cannot be measured here, a sentence; empty if it can */
	static Optional<String> obstacle(Path root) {
		if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
			return Optional.of("The workbench is measured on Linux only.");
		}
		if (root == null || !Files.isDirectory(root.resolve(PRODUCT)) || !Files.isDirectory(root.resolve(BARE))) {
			return Optional.of("The workbench was not built. Build it with: twinwright build");
		}
		if (!hasDisplay() && virtualDisplay().isEmpty()) {
			return Optional.of("The workbench needs a display. Set DISPLAY, or install xvfb-run (Debian: xvfb, xauth).");
		}
		return Optional.empty();
	}

	private static boolean hasDisplay() {
		return System.getenv("DISPLAY") != null;
	}

	private static Optional<Path> virtualDisplay() {
		return Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, "xvfb-run")).filter(Files::isExecutable).findFirst();
	}

	void run(List<Part> parts) throws IOException, InterruptedException {
		Path full = product(PRODUCT);
		WorkbenchReport report = new WorkbenchReport(sizes, out);
		if (parts.contains(Part.start)) {
			report.start(starts(product(BARE), full));
		}
		PlantFiles.writeLines(sizes.lines(), folder.resolve("lines"));
		if (parts.contains(Part.editor)) {
			PlantFiles.write(sizes.assets(), folder.resolve("plant"));
			report.editor(launch(full, "editor", "editor", path("plant"), path("lines"), String.valueOf(sizes.runs())));
		}
		if (parts.contains(Part.live)) {
			report.live(live(full, "live", PlantText.bound(sizes.items() / PlantText.SENT, "1 [s]", freePort()), sizes.seconds()));
		}
		if (parts.contains(Part.heap)) {
			report.heap(live(full, "heap", PlantText.bound(sizes.kept() / PlantText.SENT, "100 [ms]", freePort()), sizes.updates()));
		}
	}

	private String path(String name) {
		return folder.resolve(name).toString();
	}

	/** The first start of each fills caches and does not count; then they take turns. */
	private List<Measured> starts(Path bare, Path full) throws IOException, InterruptedException {
		List<Measured> bares = new ArrayList<>();
		List<Measured> fulls = new ArrayList<>();
		int first = sizes.runs() > 1 ? 1 : 0;
		for (int run = 0; run < sizes.runs() + first; run++) {
			for (Path product : run % 2 == 0 ? List.of(bare, full) : List.of(full, bare)) {
				(product == bare ? bares : fulls).add(launch(product, "start-" + product.getFileName(), "start", Long.toString(System.currentTimeMillis())));
			}
		}
		return List.of(Measured.medians(bares.subList(first, bares.size())), Measured.medians(fulls.subList(first, fulls.size())));
	}

	/** Runs a plant in a process of its own while the workbench is attached to it. */
	private Measured live(Path product, String what, PlantText.Bound text, int amount) throws IOException, InterruptedException {
		Path project = Files.createDirectories(folder.resolve(what));
		Path file = Files.writeString(project.resolve("plant.twin"), text.text());
		Process plant = start.process(LiveMeasure.class, List.of("plant", file.toString(), Integer.toString(text.port())));
		try {
			LiveBench.line(plant);
			return launch(product, what, what, project.toString(), path("lines"), Integer.toString(amount));
		} finally {
			plant.getOutputStream().close();
			if (!plant.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
				plant.destroy();
			}
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** @return what a product measures of itself, in a workspace of that name */
	private Measured launch(Path product, String workspace, String... measurement) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		if (!hasDisplay()) {
			command.addAll(List.of(virtualDisplay().orElseThrow().toString(), "-a", "-s", "-screen 0 1600x1000x24"));
		}
		command.addAll(List.of(product.resolve("twinwright-ide").toString(), "-data", folder.resolve("workspaces").resolve(workspace).toString(),
				"-user", path("user"), "-bench"));
		command.addAll(List.of(measurement));
		Path errors = folder.resolve("errors.txt");
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		Process process = builder.start();
		process.onExit().completeOnTimeout(process, LIMIT_MINUTES, TimeUnit.MINUTES).thenAccept(WorkbenchBench::end);
		try {
			Measured measured = Measured.read(process);
			process.waitFor();
			if (measured.figures().isEmpty()) {
				throw new IOException("The workbench could not be measured ('%s'): %s".formatted(measurement[0], Files.readString(errors)));
			}
			return measured;
		} finally {
			end(process);
		}
	}

	/** The virtual display does not end what it started. */
	private static void end(Process process) {
		process.descendants().forEach(ProcessHandle::destroy);
		process.destroy();
	}

	/** @return a copy of a built product that can measure itself */
	private Path product(String name) throws IOException {
		Path from = root.resolve(name);
		Path to = folder.resolve(from.getFileName().toString());
		try (Stream<Path> all = Files.walk(from)) {
			all.forEach(path -> {
				try {
					Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			});
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
		Path bundle = root.resolve("tests").resolve(BUNDLE).resolve("target").resolve(BUNDLE + "-1.0.0-SNAPSHOT.jar");
		try (JarFile jar = new JarFile(bundle.toFile())) {
			String version = jar.getManifest().getMainAttributes().getValue("Bundle-Version");
			Files.writeString(to.resolve(BUNDLES), "%s,%s,%s,4,false%n".formatted(BUNDLE, version, bundle.toUri()), StandardOpenOption.APPEND);
		}
		return to;
	}
}
