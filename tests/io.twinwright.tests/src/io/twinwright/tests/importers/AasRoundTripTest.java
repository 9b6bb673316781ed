package io.twinwright.tests.importers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.aas.AasPackage;
import io.twinwright.generators.aas.AasTarget;
import io.twinwright.importers.aas.AasImporter;
import io.twinwright.tests.language.Checkout;
import io.twinwright.tests.language.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shells that this product writes come back as the model that they were made from, as far as shells say it. */
class AasRoundTripTest {
	private static final Language LANGUAGE = new Language();

	@TempDir
	Path folder;

	static List<Path> examples() {
		return Checkout.examples();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void importedShellsSayTheSameAgain(Path example) throws Exception {
		AasPackage before = shells(LANGUAGE.load(example).twin());
		for (String ending : List.of(".json", ".xml", ".aasx")) {
			Incoming incoming = Incoming.of(new AasImporter(), write(before, ending));
			Map<String, Set<String>> lost = lost(Facts.of(before.environment()), Facts.of(shells(incoming.twin()).environment()));
			assertEquals(Map.of(), lost, () -> incoming.text());
			assertTrue(incoming.counts().get("shell") > 0);
			String remarks = String.join("\n", incoming.remarks());
			boolean hasSeries = before.environment().getSubmodels().stream().anyMatch(submodel -> submodel.getIdShort().equals("TimeSeries"));
			assertTrue(remarks.contains("A shell holds no connections, standby pieces, sites, "), remarks);
			assertEquals(hasSeries, remarks.contains("A shell holds no formulas, so values that are computed are left out: '"), remarks);
		}
	}

	/** @return what was said before and is not said now, by kind */
	private static Map<String, Set<String>> lost(Map<String, Set<String>> before, Map<String, Set<String>> after) {
		Map<String, Set<String>> lost = new TreeMap<>();
		before.forEach((kind, facts) -> {
			Set<String> missing = new TreeSet<>(facts);
			missing.removeAll(after.getOrDefault(kind, Set.of()));
			if (!missing.isEmpty()) {
				lost.put(kind, missing);
			}
		});
		return lost;
	}

	private static AasPackage shells(TwinModel twin) {
		return switch (new AasTarget().map(twin)) {
			case Outcome.Done<AasPackage> done -> done.value();
			case Outcome.Refused<AasPackage> refused -> throw new AssertionError(refused.diagnostics());
		};
	}

	private Path write(AasPackage shells, String ending) throws IOException {
		new AasTarget().write(shells, path -> {
			Path file = folder.resolve(path);
			Files.createDirectories(file.getParent());
			OutputStream out = Files.newOutputStream(file);
			return out;
		});
		return folder.resolve("aas").resolve(shells.name() + ending);
	}
}
