package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code twinwright export}. */
class ExportCommandTest {
	private static final Path BOTTLING = Checkout.root().resolve("examples/bottling");

	@TempDir
	private Path folder;

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".svg")).sorted().toList();
		}
	}

	@Test
	void drawsAFileForEachLineSiteRecipeAndAsset() throws IOException {
		Path out = folder.resolve("out");
		Command command = Command.run("export", BOTTLING, "--format", "svg", "-o", out).ends(0);
		assertEquals("9 diagrams drawn.", command.lines().getLast());
		assertEquals(List.of("acme.bottling.CP04.partners.svg", "acme.bottling.CP09.partners.svg", "acme.bottling.FX17.partners.svg",
				"acme.bottling.FX33.partners.svg", "acme.bottling.Gwangyang.site.svg", "acme.bottling.Juice05Bottle.recipe.svg",
				"acme.bottling.Juice1.line.svg", "acme.bottling.Juice1.partners.svg", "acme.bottling.Pohang.site.svg"), names(out));
	}

	@Test
	void drawsOnlyWhatIsAskedFor() throws IOException {
		Command.run("export", BOTTLING, "--format", "svg", "--diagram", "line", "-o", folder.resolve("out")).ends(0);
		assertEquals(List.of("acme.bottling.Juice1.line.svg"), names(folder.resolve("out")));
	}

	@Test
	void givesTheSameBytesAgain() throws IOException {
		Command.run("export", BOTTLING, "--format", "svg", "-o", folder.resolve("one")).ends(0);
		Command.run("export", BOTTLING, "--format", "svg", "-o", folder.resolve("other")).ends(0);
		for (String name : names(folder.resolve("one"))) {
			assertEquals(-1, Files.mismatch(folder.resolve("one").resolve(name), folder.resolve("other").resolve(name)), name);
		}
	}

	@Test
	void takesThePositionsBesideTheText() throws IOException {
		Path text = Files.writeString(folder.resolve("row.twin"), Drawn.stations(2, ""));
		Command.run("export", text, "--format", "svg", "-o", folder.resolve("one")).ends(0);
		Files.writeString(folder.resolve("row.layout.json"), "{\"line plant.Row\": {\"plant.Row.s1\": {\"x\": 900, \"y\": 700}}}");
		Command.run("export", text, "--format", "svg", "-o", folder.resolve("other")).ends(0);
		assertTrue(Files.mismatch(folder.resolve("one/plant.Row.line.svg"), folder.resolve("other/plant.Row.line.svg")) >= 0);
		assertTrue(Files.readString(folder.resolve("other/plant.Row.line.svg")).contains("<rect x=\"900\" y=\"700\""));
	}

	@Test
	void refusesABrokenListOfPositions() throws IOException {
		Path text = Files.writeString(folder.resolve("row.twin"), Drawn.stations(2, ""));
		Files.writeString(folder.resolve("row.layout.json"), "<<<<<<< ours");
		Command command = Command.run("export", text, "--format", "svg", "-o", folder.resolve("out")).ends(2);
		assertTrue(command.err().contains("row.layout.json' cannot be read: it is no list of positions; correct it, or delete it to have all placed anew."), command::toString);
		assertFalse(Files.exists(folder.resolve("out")));
	}

	@Test
	void refusesATextThatCannotBeRead() throws IOException {
		Path text = Files.writeString(folder.resolve("row.twin"), "namespace plant\nasset Row : Line { part \n");
		Command command = Command.run("export", text, "--format", "svg", "-o", folder.resolve("out")).ends(1);
		assertEquals("Nothing was drawn, because not all of the text can be read.", command.lines().getLast());
		assertFalse(Files.exists(folder.resolve("out")));
	}

	@Test
	void saysThatThereIsNothingToDraw() throws IOException {
		Path text = Files.writeString(folder.resolve("row.twin"), "namespace plant\nmedium Milk extends Liquid\n");
		Command command = Command.run("export", text, "--format", "svg", "-o", folder.resolve("out")).ends(0);
		assertEquals("There is nothing to draw: the model has no assets, parts, sites or recipes.", command.lines().getLast());
		assertFalse(Files.exists(folder.resolve("out")));
	}

	@Test
	void keepsFilesThatOthersMade() throws IOException {
		Path out = Files.createDirectories(folder.resolve("out"));
		Files.writeString(out.resolve("acme.bottling.Juice1.line.svg"), "mine");
		Command command = Command.run("export", BOTTLING, "--format", "svg", "-o", out).ends(2);
		assertTrue(command.err().contains("Nothing was written. Keep the change elsewhere, or give --force to drop it."), command::toString);
		assertEquals("mine", Files.readString(out.resolve("acme.bottling.Juice1.line.svg")));
		Command.run("export", BOTTLING, "--format", "svg", "-o", out, "--force").ends(0);
		assertTrue(Files.readString(out.resolve("acme.bottling.Juice1.line.svg")).startsWith("<?xml"));
	}

	@Test
	void namesTheFormatsThatThereAre() {
		Command command = Command.run("export", BOTTLING, "--format", "png").ends(2);
		assertTrue(command.err().contains("svg"), command::toString);
		assertTrue(Command.run("export", BOTTLING, "--format", "svg", "--diagram", "lines").ends(2).err().contains("line"));
	}
}
