package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement of the workbench, with plants so small that its figures say nothing: each of them is there. */
class WorkbenchBenchTest {
	private static final List<String> ROWS = List.of("window", "usable", "all files checked after the start", "open the long file",
			"a key in the long file, drawn", "key to finding, in the long file", "key to finding, in the large workspace", "checking", "opening",
			"line.typing", "connecting", "live", "MB");

	@TempDir
	private Path folder;

	@Test
	void givesEachFigure() throws IOException, InterruptedException {
		assumeTrue(System.getenv("DISPLAY") != null, "There is no screen.");
		StartedBench bench = StartedBench.run(StartedBench.ROOT, Map.of(), folder, "--workbench", "--tiny");
		assertEquals(0, bench.exitCode(), bench::toString);
		for (String row : ROWS) {
			assertTrue(bench.row(row).stream().skip(1).anyMatch(cell -> cell.matches(".*\\d.*")), () -> "No figures of '" + row + "':\n" + bench);
		}
		assertFalse(bench.report().contains("NaN"), bench::toString);
	}

	@Test
	void saysWhatIsMissing() throws IOException, InterruptedException {
		StartedBench bench = StartedBench.run(folder, Map.of(), folder, "--workbench", "--tiny");
		assertEquals(3, bench.exitCode(), bench::toString);
		assertEquals("The workbench was not built. Build it with: twinwright build", bench.errors().strip());
	}
}
