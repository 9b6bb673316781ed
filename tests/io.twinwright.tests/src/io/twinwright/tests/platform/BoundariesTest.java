package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

/** Who may know whom, read from the manifests of the bundles that run without a user interface. */
class BoundariesTest {
	private static final Path ROOT = Path.of(System.getProperty("twinwright.root"));
	private static final Pattern USER_INTERFACE = Pattern.compile("(^|\\.)(ui|swt|jface|e4|workbench)(\\.|$)");

	/** What a bundle may require of ours; those missing here are siblings, which do not know each other. */
	private static final Map<String, Set<String>> MAY_REQUIRE = Map.ofEntries(
			Map.entry("model", Set.of()),
			Map.entry("core", Set.of("model")),
			Map.entry("nodeset", Set.of()),
			Map.entry("dsl", Set.of("model", "core")),
			Map.entry("dsl.ide", Set.of("model", "core", "dsl")),
			Map.entry("generators", Set.of("model", "core", "nodeset")),
			Map.entry("opcua", Set.of("model", "core", "nodeset")),
			Map.entry("diagram", Set.of("model", "core")),
			Map.entry("diagram.server", Set.of("model", "core", "dsl", "dsl.ide", "diagram")),
			Map.entry("sirius", Set.of("model", "core", "dsl", "dsl.ide", "diagram")),
			Map.entry("importers", Set.of("model", "core", "nodeset", "dsl")),
			Map.entry("cli", Set.of("model", "core", "nodeset", "dsl", "dsl.ide", "generators", "importers", "opcua", "diagram", "diagram.server")));

	private final Map<String, Attributes> manifests = read();

	@Test
	void bundlesRequireOnlyWhatTheyMay() {
		MAY_REQUIRE.forEach((bundle, allowed) -> assertEquals(Set.of(), without(allowed, ours(bundle)), bundle));
	}

	@Test
	void noBundleRequiresTheUserInterface() {
		for (String bundle : MAY_REQUIRE.keySet()) {
			Stream.concat(required(bundle).stream().map(ManifestElement::getValue), imported(bundle))
					.forEach(name -> assertTrue(!USER_INTERFACE.matcher(name).find(), bundle + " needs " + name));
		}
	}

	@Test
	void onlyTheModelIsPassedOn() {
		var passedOn = new TreeSet<String>();
		MAY_REQUIRE.keySet().stream().filter(bundle -> !bundle.equals("model")).flatMap(bundle -> required(bundle).stream())
				.filter(element -> "reexport".equals(element.getDirective("visibility")))
				.forEach(element -> passedOn.add(element.getValue()));
		assertEquals(Set.of("io.twinwright.model"), passedOn);
	}

	private Set<String> ours(String bundle) {
		return required(bundle).stream().map(ManifestElement::getValue).filter(name -> name.startsWith("io.twinwright."))
				.map(name -> name.substring("io.twinwright.".length())).collect(Collectors.toCollection(TreeSet::new));
	}

	private List<ManifestElement> required(String bundle) {
		return elements(bundle, "Require-Bundle");
	}

	private Stream<String> imported(String bundle) {
		return elements(bundle, "Import-Package").stream().map(ManifestElement::getValue);
	}

	private List<ManifestElement> elements(String bundle, String header) {
		try {
			var elements = ManifestElement.parseHeader(header, manifests.get(bundle).getValue(header));
			return elements == null ? List.of() : List.of(elements);
		} catch (BundleException e) {
			throw new AssertionError(e);
		}
	}

	private static Set<String> without(Set<String> allowed, Set<String> names) {
		return names.stream().filter(name -> !allowed.contains(name)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, Attributes> read() {
		var manifests = new TreeMap<String, Attributes>();
		for (String bundle : MAY_REQUIRE.keySet()) {
			Path file = Stream.of("bundles", "dsl").map(place -> manifest(place, bundle)).filter(Files::exists).findFirst().orElseThrow();
			try (var in = Files.newInputStream(file)) {
				manifests.put(bundle, new Manifest(in).getMainAttributes());
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		}
		return manifests;
	}

	private static Path manifest(String place, String bundle) {
		return ROOT.resolve(place).resolve("io.twinwright." + bundle).resolve("META-INF/MANIFEST.MF");
	}
}
