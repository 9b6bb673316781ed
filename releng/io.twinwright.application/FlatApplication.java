import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * Lays the bundles of the headless feature out as a plain Java application: {@code lib/} holds the jars, {@code
 * twinwright.jar} names them as its class path, {@code check.aot} (from Java 25 on) or {@code check.jsa} holds the classes
 * of that command in the form that the Java runtime maps at its start; so for other commands. Runs as a source file in the
 * package phase.
 *
 * <p>Signatures are left out, because the Java runtime shares no class of a signed jar; so are bundles of the user
 * interface, bundles that hold nothing but OSGi metadata, and all but the newest of several versions.
 */
final class FlatApplication {
	private static final String MAIN_CLASS = "io.twinwright.cli.Main";
	private static final String LAUNCHER = "twinwright.jar";
	/** Of a command that is run; usual are ten. */
	private static final int MOST_SECONDS = 300;
	/** What plants are mostly given to, and of what is similar one. */
	private static final String TARGETS = "aas,compose,docs,mtp,opcua,wot";
	private static final Predicate<String> USER_INTERFACE = Pattern.compile(
			"(^|\\.)(ui|swt|jface|e4|workbench|help|gef|sirius)(\\.|$)").asPredicate();
	private static final Predicate<String> SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)").asMatchPredicate();
	private static final Predicate<String> OSGI_ONLY = Pattern.compile(".*/|META-INF/MANIFEST\\.MF|META-INF/maven/.*").asMatchPredicate();

	private record Bundle(String name, int[] version, Path jar, boolean signed) {
	}

	private FlatApplication() {
	}

	/**
	 * @param arguments the folder with the bundles, the folder of the application, a folder for what is generated, a model to check
	 *        and to generate from, a node set to import
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path application = Path.of(arguments[1]);
		Path lib = Files.createDirectories(application.resolve("lib"));
		List<String> names = new ArrayList<>();
		for (Bundle bundle : newest(Path.of(arguments[0]))) {
			names.add(bundle.name() + ".jar");
			copy(bundle, lib.resolve(bundle.name() + ".jar"));
		}
		removeAllBut(names, lib);
		writeLauncher(application.resolve(LAUNCHER), names);
		if (names.contains("io.twinwright.cli.jar")) {
			train(application, List.of("check", arguments[3]));
			train(application, List.of("import", arguments[4]));
			train(application, List.of("generate", "--force", "--output", arguments[2], "--target", TARGETS, arguments[3]));
		}
	}

	private static List<Bundle> newest(Path plugins) throws IOException {
		Map<String, Bundle> newest = new TreeMap<>(Comparator.comparing((String name) -> !name.startsWith("io.twinwright."))
				.thenComparing(Comparator.naturalOrder()));
		try (var jars = Files.list(plugins)) {
			for (Path path : (Iterable<Path>) jars.filter(file -> file.toString().endsWith(".jar"))::iterator) {
				try (JarFile jar = new JarFile(path.toFile(), false)) {
					Attributes manifest = jar.getManifest().getMainAttributes();
					String name = manifest.getValue("Bundle-SymbolicName").replaceFirst(";.*", "").strip();
					var entries = jar.stream().map(ZipEntry::getName).toList();
					if (USER_INTERFACE.test(name) || entries.stream().allMatch(OSGI_ONLY)) {
						continue;
					}
					var bundle = new Bundle(name, numbers(manifest.getValue("Bundle-Version")), path, entries.stream().anyMatch(SIGNATURE));
					newest.merge(name, bundle, (one, other) -> Arrays.compare(one.version(), other.version()) < 0 ? other : one);
				}
			}
		}
		return List.copyOf(newest.values());
	}

	/** The numbers of an OSGi version, without its qualifier. */
	private static int[] numbers(String version) {
		return Pattern.compile("\\.").splitAsStream(version).limit(3).mapToInt(Integer::parseInt).toArray();
	}

	private static void copy(Bundle bundle, Path target) throws IOException {
		Files.copy(bundle.jar(), target, StandardCopyOption.REPLACE_EXISTING);
		if (!bundle.signed()) {
			return;
		}
		try (var content = FileSystems.newFileSystem(URI.create("jar:" + target.toUri()), Map.of())) {
			Path folder = content.getPath("META-INF");
			try (var files = Files.list(folder)) {
				for (Path file : files.filter(file -> SIGNATURE.test("META-INF/" + file.getFileName())).toList()) {
					Files.delete(file);
				}
			}
			// The digests of the classes: large, read at each start, and of no use without the signatures.
			Path file = folder.resolve("MANIFEST.MF");
			Manifest manifest;
			try (var in = Files.newInputStream(file)) {
				manifest = new Manifest(in);
			}
			manifest.getEntries().clear();
			try (OutputStream out = Files.newOutputStream(file)) {
				manifest.write(out);
			}
		}
	}

	private static void removeAllBut(List<String> names, Path lib) throws IOException {
		try (var files = Files.list(lib)) {
			files.filter(file -> !names.contains(file.getFileName().toString())).forEach(file -> {
				try {
					Files.delete(file);
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			});
		}
	}

	private static void writeLauncher(Path jar, List<String> names) throws IOException {
		var manifest = new Manifest();
		var attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.put(Attributes.Name.MAIN_CLASS, MAIN_CLASS);
		// As an option on the command line this would make the shared classes unusable.
		attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
		attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", names.stream().map("lib/"::concat).toList()));
		new JarOutputStream(Files.newOutputStream(jar), manifest).close();
	}

	/** Runs a command once and keeps the classes that this took by its name. Without the archive all works, only slower. */
	private static void train(Path application, List<String> arguments) throws IOException, InterruptedException {
		boolean caches = Runtime.version().feature() >= 25;
		Path kept = application.resolve(arguments.getFirst() + (caches ? ".aot" : ".jsa"));
		Files.deleteIfExists(kept);
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		// the options of the launcher, because the archive fits only a heap of the same kind
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=50",
				(caches ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + kept, "-Xlog:disable", "-jar", application.resolve(LAUNCHER).toString()));
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
		if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly();
		} else if (process.exitValue() != 0) {
			throw new IOException("The command '%s' failed.".formatted(String.join(" ", arguments)));
		}
	}
}
