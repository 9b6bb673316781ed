package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.diagram.Diagrams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement of the diagrams in a browser, with diagrams so small that its times say nothing: each figure is there. */
class DiagramBenchTest {
	/** Titles, with how many figures each row has. */
	private static final Map<String, Integer> ROWS = Map.ofEntries(Map.entry("the first page of a new server", 5), Map.entry("the page again", 5),
			Map.entry("another diagram in the page", 5), Map.entry("plain shapes", 2), Map.entry("16 elements", 5), Map.entry("16 plain shapes", 3),
			Map.entry("24 elements", 5), Map.entry("24 plain shapes", 3), Map.entry("a text that was saved", 4), Map.entry("renamed in place", 4),
			Map.entry("created from the palette", 4), Map.entry("8 elements, 1 modules selected", 6), Map.entry("24 elements, 2 modules selected", 6));
	/** The steps into a plant, with how many elements are drawn: a frame, two ports, and a connection more than modules; four of each other one. */
	private static final Map<String, Integer> STEPS = Map.of("the whole plant, in a new page", 12, "into a line", 12, "into a cell", 284, "up to the line", 12,
			"up to the plant", 12, "a line expanded in the plant", 21);
	private static final int SENT = 4;

	@TempDir
	private Path folder;

	@Test
	void givesEachFigure() throws IOException, InterruptedException {
		StartedBench bench = StartedBench.run(StartedBench.ROOT, Map.of(), folder, "--diagram", "--tiny");
		assertEquals(0, bench.exitCode(), bench::toString);
		ROWS.forEach((title, figures) -> assertEquals(figures.longValue(), figures(bench.row(title)), () -> "'" + title + "' in\n" + bench));
		STEPS.forEach((title, elements) -> {
			assertEquals(6, figures(bench.row(title)), () -> "'" + title + "' in\n" + bench);
			assertEquals(Integer.toString(elements), bench.row(title).get(SENT), () -> "'" + title + "' in\n" + bench);
		});
		int most = Integer.parseInt(bench.row("into the line without cells").get(SENT));
		assertTrue(most <= Diagrams.MOST_ELEMENTS && most > 0.9 * Diagrams.MOST_ELEMENTS, () -> most + " elements were sent of a line of 140 modules:\n" + bench);
		assertFalse(bench.report().contains("NaN"), bench::toString);
	}

	private static long figures(List<String> row) {
		return row.stream().skip(1).filter(cell -> cell.matches("\\d+(\\.\\d+)?( \\(\\d+\\.\\.\\d+\\))?")).count();
	}

	@Test
	void measuresOnePartAlone() throws IOException, InterruptedException {
		StartedBench bench = StartedBench.run(StartedBench.ROOT, Map.of("PATH", folder.toString()), folder, "--diagram=layout", "--tiny");
		assertEquals(0, bench.exitCode(), bench::toString);
		assertEquals(6, figures(bench.row("24 elements, 2 modules selected")), bench::toString);
		assertEquals(List.of(), bench.row("the page again"), bench::toString);
	}

	@Test
	void saysThatNothingWasBuilt() throws IOException, InterruptedException {
		refuses("The client of the diagrams was not built. Build it with: twinwright build", folder, Map.of());
	}

	@Test
	void saysThatNodeIsMissing() throws IOException, InterruptedException {
		refuses("Node.js 20 or newer was not found, which drives the browser. Install it (Debian: nodejs).", StartedBench.ROOT, Map.of("PATH", folder.toString()));
	}

	@Test
	void saysThatTheBrowserIsMissing() throws IOException, InterruptedException {
		refuses("Diagrams are tested and measured in Chromium. Install it (Debian: chromium), or set CHROMIUM to the path of a browser.", StartedBench.ROOT,
				Map.of("CHROMIUM", folder.resolve("none").toString()));
	}

	private void refuses(String sentence, Path root, Map<String, String> environment) throws IOException, InterruptedException {
		StartedBench bench = StartedBench.run(root, environment, folder, "--diagram=drag", "--tiny");
		assertEquals(3, bench.exitCode(), bench::toString);
		assertEquals(sentence, bench.errors().strip());
		assertEquals("", bench.report());
	}
}
