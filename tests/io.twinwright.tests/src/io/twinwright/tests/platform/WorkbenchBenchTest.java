package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement of the workbench, with plants so small that its figures say nothing: each of them is there. */
class WorkbenchBenchTest {
	private static final String ROOT = System.getProperty("twinwright.root");
	private static final long LIMIT_SECONDS = 600;
	private static final List<String> ROWS = List.of("window", "usable", "all files checked after the start", "open the long file",
			"a key in the long file, drawn", "key to finding, in the long file", "key to finding, in the large workspace", "checking", "opening",
			"line.typing", "connecting", "live", "MB");

	@TempDir
	private Path folder;

	@Test
	void givesEachFigure() throws IOException, InterruptedException {
		assumeTrue(System.getenv("DISPLAY") != null, "There is no screen.");
		assertEquals(0, bench(Path.of(ROOT)), () -> said("out.txt") + said("errors.txt"));
		String report = said("out.txt");
		for (String row : ROWS) {
			String line = report.lines().filter(one -> one.startsWith("| " + row + " |")).findFirst().orElse("");
			assertTrue(line.matches(".*\\d.*"), () -> "No figures of '" + row + "':\n" + report);
		}
		assertFalse(report.contains("NaN"), report);
	}

	@Test
	void saysWhatIsMissing() throws IOException, InterruptedException {
		assertEquals(3, bench(folder));
		assertEquals("The workbench was not built. Build it with: twinwright build", said("errors.txt").strip());
	}

	/** @return the exit code */
	private int bench(Path root) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dtwinwright.root=" + root, "-jar",
				Path.of(ROOT, "releng/io.twinwright.application/target/app/twinwright.jar").toString(), "bench", "--workbench", "--tiny")
				.redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("errors.txt").toFile()).start();
		try {
			assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "Measuring goes on.");
		} finally {
			process.descendants().forEach(ProcessHandle::destroy);
			process.destroy();
		}
		return process.exitValue();
	}

	private String said(String file) {
		try {
			return Files.readString(folder.resolve(file));
		} catch (IOException e) {
			return e.getMessage();
		}
	}
}
