import java.io.IOException;
import java.nio.file.FileSystemException;
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
	public static void main(String[] arguments) {
		try {
			System.out.println("The program is in " + make(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]), Path.of(arguments[2]).toAbsolutePath()));
		} catch (IOException e) {
			System.err.println("twinwright: No program was made. " + e.getMessage());
			System.exit(3);
		}
	}

	private static Path make(Path product, Path icons, Path into) throws IOException {
		ToolProvider jpackage = ToolProvider.findFirst("jpackage")
				.orElseThrow(() -> new IOException("This JDK has no jpackage. Point JAVA_HOME to a full JDK."));
		boolean mac = System.getProperty("os.name").startsWith("Mac");
		Path program = into.resolve(mac ? NAME + ".app" : NAME);
		Path input = Files.createTempDirectory("twinwright");
		try {
			Files.createDirectories(into);
			deleteFormer(program);
			Path launcher = launcher(product);
			Files.copy(launcher, input.resolve(launcher.getFileName()));
			if (jpackage.run(System.out, System.err, options(product, icon(icons), input, into, mac).toArray(String[]::new)) != 0) {
				throw new IOException("What jpackage said stands above.");
			}
		} catch (FileSystemException e) {
			throw new IOException("'%s' cannot be read or written. Name another folder.".formatted(e.getFile()), e);
		} finally {
			delete(input);
		}
		return program;
	}

	/** @param input a folder with nothing but the launcher, for all jars in it come onto the class path, where bundles must not be */
	private static List<String> options(Path product, Path icon, Path input, Path into, boolean mac) throws IOException {
		List<String> options = new ArrayList<>(List.of("--type", "app-image", "--name", NAME, "--app-version", "1.0.0", "--vendor", NAME,
				"--icon", icon.toString(), "--input", input.toString(), "--app-content", product.toString(), "--dest", into.toString(),
				"--main-jar", launcher(product).getFileName().toString(), "--main-class", "org.eclipse.equinox.launcher.Main",
				"--arguments", "-showsplash", "--add-modules", MODULES,
				"--jlink-options", "--no-header-files --no-man-pages --compress zip-6"));
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

	/** A folder of that name which something else made is kept. */
	private static void deleteFormer(Path program) throws IOException {
		if (Files.exists(program) && Stream.of("lib/app", "app", "Contents/app").noneMatch(app -> Files.exists(program.resolve(app).resolve(NAME + ".cfg")))) {
			throw new IOException("'%s' is there already and is no program made before. Name another folder.".formatted(program));
		}
		delete(program);
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
