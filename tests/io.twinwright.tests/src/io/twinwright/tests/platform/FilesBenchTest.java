package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.generators.Target;
import io.twinwright.generators.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement of generating, from plants so small that its times say nothing: each target is there. */
class FilesBenchTest {
	@TempDir
	private Path folder;

	@Test
	void givesEachTarget() throws IOException, InterruptedException {
		StartedBench bench = StartedBench.run(StartedBench.ROOT, Map.of(), folder, "--files=generate", "--tiny");
		assertEquals(0, bench.exitCode(), bench::toString);
		for (Target<?> target : Targets.all()) {
			for (String assets : List.of("10", "20")) {
				List<String> row = bench.row("%s | %s".formatted(target.id(), assets));
				assertEquals(7, row.size(), () -> "'%s' of %s assets in\n%s".formatted(target.id(), assets, bench));
				row.subList(2, 4).forEach(seconds -> assertTrue(seconds.matches("\\d+\\.\\d\\d"), bench::toString));
			}
		}
	}

	@Test
	void saysThatNodeOpcUaIsMissing() throws IOException, InterruptedException {
		StartedBench bench = StartedBench.run(folder, Map.of(), folder, "--files", "--tiny");
		assertEquals(3, bench.exitCode(), bench::toString);
		assertEquals("node-opcua is not installed, with which reading is compared. Install it with: twinwright test --with-runtimes", bench.errors().strip());
		assertEquals("", bench.report());
	}
}
