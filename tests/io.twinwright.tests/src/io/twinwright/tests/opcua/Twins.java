package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.inject.Injector;
import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.generators.opcua.OpcUaTarget;
import io.twinwright.nodeset.NodeSets;
import io.twinwright.nodeset.xml.UANodeSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Loads twins, makes their node sets and finds what is in them. */
public final class Twins {
	private static final Injector INJECTOR = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();

	private Twins() {
	}

	/** @return the language, for what works on loaded twins */
	public static Injector injector() {
		return INJECTOR;
	}

	/** @return the folders of all examples, sorted */
	public static List<Path> examples() throws IOException {
		try (Stream<Path> folders = Files.list(root().resolve("examples"))) {
			return folders.filter(Files::isDirectory).sorted().toList();
		}
	}

	public static Path example(String name) {
		return root().resolve("examples").resolve(name);
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

	/** @return a node set of the folder with data beside the checkout; the test is skipped without it */
	static UANodeSet data(String name) {
		Path file = root().resolveSibling("shared").resolve("data").resolve("opcua").resolve(name);
		assumeTrue(Files.exists(file), "Skipped: '" + name + "' is not beside the checkout.");
		try (InputStream stream = Files.newInputStream(file)) {
			return NodeSets.read(stream);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public static TwinModel load(Path path) {
		try {
			return Project.load(INJECTOR, List.of(path)).twin();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @param texts whole files; all of them must be read without a syntax or linking error */
	public static TwinModel parse(String... texts) {
		try {
			Path folder = Files.createTempDirectory("twin");
			for (int i = 0; i < texts.length; i++) {
				Files.writeString(folder.resolve("file" + i + ".twin"), texts[i]);
			}
			TwinModel twin = load(folder);
			twin.files().forEach(file -> {
				Resource resource = file.eResource();
				EcoreUtil.resolveAll(resource);
				assertEquals(List.of(), resource.getErrors());
			});
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(folder);
			return twin;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return the documents of a twin that the target must accept */
	static List<NodeSetFile> map(TwinModel twin) {
		return switch (new OpcUaTarget().map(twin)) {
			case Outcome.Done<List<NodeSetFile>> done -> done.value();
			case Outcome.Refused<List<NodeSetFile>> refused -> throw new AssertionError(refused.diagnostics().toString());
		};
	}

	public static List<UANodeSet> nodeSets(TwinModel twin) {
		return map(twin).stream().map(NodeSetFile::nodeSet).toList();
	}

	/** @return the written files by their paths, in the order in which they were written */
	static Map<String, byte[]> write(List<NodeSetFile> mapped) throws IOException {
		Map<String, ByteArrayOutputStream> streams = new LinkedHashMap<>();
		new OpcUaTarget().write(mapped, path -> {
			ByteArrayOutputStream stream = new ByteArrayOutputStream();
			streams.put(path, stream);
			return stream;
		});
		Map<String, byte[]> files = new LinkedHashMap<>();
		streams.forEach((path, stream) -> files.put(path, stream.toByteArray()));
		return files;
	}

	/** @return the node sets of the OPC Foundation that ours build upon; nobody changes them */
	static List<UANodeSet> shipped() {
		return Shipped.ALL;
	}

	/** Read once, because the base types are large. */
	private static final class Shipped {
		static final List<UANodeSet> ALL = NodeSets.shipped().stream().map(Shipped::read).toList();

		private static UANodeSet read(String model) {
			try (InputStream stream = NodeSets.open(model).orElseThrow()) {
				return NodeSets.read(stream);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	/** @return all positions and signals */
	static List<Located> all(TwinModel twin) {
		List<Located> all = new ArrayList<>();
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				all.add(position);
				all.addAll(position.points());
			}
		}
		return all;
	}

	/** @return the position or signal of a path */
	static Located at(TwinModel twin, String path) {
		return all(twin).stream().filter(located -> located.path().equals(path)).findFirst()
				.orElseThrow(() -> new AssertionError("There is no '" + path + "'."));
	}

	public static Point point(TwinModel twin, String path) {
		return (Point) at(twin, path);
	}
}
