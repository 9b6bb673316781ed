import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes a native program of the workbench for the machine's own platform, with a Java runtime of its own, by the JDK's jpackage. Runs as
 * a source file of a JDK of 21 or later.
 */
final class NativePackage {
	private static final String NAME = "Twinwright";
	private static final String OPTIONS = "twinwright-ide.options";
	/** What the workbench needs of Java: all that Java SE has, and what of the JDK its parts ask for or find by name. */
	private static final String MODULES = "java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.xml.dom,jdk.zipfs";

	private NativePackage() {
	}

	/** @param arguments the folder of the product, the folder with its icons, the folder in which the program is made */
	public static void main(String[] arguments) throws IOException {
		if (arguments.length != 3) {
			throw new IllegalArgumentException("Name the folder of the product, that of its icons, and that for the program.");
		}
		Path product = Path.of(arguments[0]).toAbsolutePath();
		Path into = Files.createDirectories(Path.of(arguments[2]).toAbsolutePath());
		boolean mac = System.getProperty("os.name").startsWith("Mac");
		Path program = into.resolve(mac ? NAME + ".app" : NAME);
		delete(program);
		ToolProvider jpackage = ToolProvider.findFirst("jpackage").orElse(null);
		if (jpackage == null) {
			System.err.println("twinwright: This JDK has no jpackage. Point JAVA_HOME to a full JDK.");
			System.exit(3);
		}
		Path input = Files.createTempDirectory("twinwright");
		Path launcher = launcher(product);
		Files.copy(launcher, input.resolve(launcher.getFileName()));
		int code = jpackage.run(System.out, System.err, options(product, icon(Path.of(arguments[1])), input, into, mac).toArray(String[]::new));
		delete(input);
		if (code != 0) {
			System.err.println("twinwright: jpackage made no program; it says why above.");
			System.exit(3);
		}
		System.out.println("The program is in " + program);
	}

	/** @param input a folder with nothing but the launcher, for all jars in it come onto the class path, where bundles must not be */
	private static List<String> options(Path product, Path icon, Path input, Path into, boolean mac) throws IOException {
		List<String> options = new ArrayList<>(List.of("--type", "app-image", "--name", NAME, "--app-version", "1.0.0", "--vendor", NAME,
				"--icon", icon.toString(), "--input", input.toString(), "--app-content", product.toString(), "--dest", into.toString(),
				"--main-jar", launcher(product).getFileName().toString(), "--main-class", "org.eclipse.equinox.launcher.Main",
				"--arguments", "-showsplash", "--add-modules", MODULES,
				"--jlink-options", "--strip-debug --no-header-files --no-man-pages --compress zip-6"));
		List<String> java = new ArrayList<>(Files.readAllLines(product.resolve(OPTIONS)));
		java.removeIf(line -> line.isBlank() || line.startsWith("#"));
		java.add("-Dosgi.install.area=$APPDIR/../" + product.getFileName());
		if (mac) {
			java.add("-XstartOnFirstThread");
		}
		java.forEach(option -> options.addAll(List.of("--java-options", option)));
		return options;
	}

	private static Path launcher(Path product) throws IOException {
		try (Stream<Path> plugins = Files.list(product.resolve("plugins"))) {
			return plugins.filter(plugin -> plugin.getFileName().toString().matches("org\\.eclipse\\.equinox\\.launcher_.*\\.jar")).findFirst()
					.orElseThrow(() -> new IOException("There is no launcher in " + product));
		}
	}

	private static Path icon(Path icons) {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		return icons.resolve("twinwright" + (system.startsWith("mac") ? ".icns" : system.startsWith("windows") ? ".ico" : ".png"));
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> all = Files.walk(folder)) {
				for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(path);
				}
			}
		}
	}
}
