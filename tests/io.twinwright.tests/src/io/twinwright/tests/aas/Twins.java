package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import io.twinwright.generators.aas.AasPackage;
import io.twinwright.generators.aas.AasTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Loads twins for these tests: the examples of the checkout, and texts. */
final class Twins {
	private final Injector injector = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();

	/** @return the folders of all examples, sorted */
	static List<Path> examples() throws IOException {
		try (Stream<Path> folders = Files.list(root().resolve("examples"))) {
			return folders.filter(Files::isDirectory).sorted().toList();
		}
	}

	private static Path root() {
		String given = System.getProperty("twinwright.root");
		Path folder = Path.of(given != null ? given : System.getProperty("user.dir")).toAbsolutePath();
		while (folder != null && !Files.isDirectory(folder.resolve("examples"))) {
			folder = folder.getParent();
		}
		assumeTrue(folder != null, "The folder 'examples' was not found. Run the test inside of the checkout.");
		return folder;
	}

	/** @return a file of the folder with schemas and templates beside the checkout; the test is skipped without it */
	static Path data(String name) {
		Path file = root().resolveSibling("shared").resolve("data").resolve(name);
		assumeTrue(Files.exists(file), "Skipped: '" + name + "' is not beside the checkout.");
		return file;
	}

	TwinModel load(Path path) throws IOException {
		return Project.load(injector, List.of(path)).twin();
	}

	/** @param folder that may be written to */
	TwinModel parse(Path folder, String text) throws IOException {
		return load(Files.writeString(Files.createTempFile(folder, "model", ".twin"), text));
	}

	/** @return the package of a twin that must have no errors */
	static AasPackage map(TwinModel twin) {
		Outcome<AasPackage> outcome = new AasTarget().map(twin);
		return switch (outcome) {
			case Outcome.Done<AasPackage> done -> done.value();
			case Outcome.Refused<AasPackage> refused -> throw new AssertionError(refused.diagnostics().toString());
		};
	}

	/** @return the files that are written, by their path */
	static Map<String, byte[]> write(AasPackage mapped) throws IOException {
		return write(new AasTarget(), mapped);
	}

	/** @return the files that a target writes, by their path */
	static Map<String, byte[]> write(AasTarget target, AasPackage mapped) throws IOException {
		Map<String, ByteArrayOutputStream> streams = new TreeMap<>();
		target.write(mapped, path -> {
			ByteArrayOutputStream stream = new ByteArrayOutputStream();
			streams.put(path, stream);
			return stream;
		});
		Map<String, byte[]> files = new TreeMap<>();
		streams.forEach((path, stream) -> files.put(path, stream.toByteArray()));
		return files;
	}

	/** @return the files of a twin by their endings */
	static Map<String, byte[]> files(TwinModel twin) throws IOException {
		AasPackage mapped = map(twin);
		Map<String, byte[]> files = new TreeMap<>();
		write(mapped).forEach((path, bytes) -> files.put(path.substring(("aas/" + mapped.name()).length()), bytes));
		return files;
	}

	/** @return the JSON file of a twin */
	static byte[] json(TwinModel twin) throws IOException {
		return files(twin).get(".json");
	}
}
