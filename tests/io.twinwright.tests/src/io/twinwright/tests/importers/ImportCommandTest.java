package io.twinwright.tests.importers;

import static io.twinwright.tests.importers.Imports.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.cli.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code import}. */
class ImportCommandTest {
	@TempDir
	private Path folder;

	private Path list() {
		return file(folder, "tags.csv", "Name,Unit\nPump.Speed,rpm\nPump.Level,xyz\n");
	}

	@Test
	void printsTheTextAndReportsBesideIt() {
		Command command = Command.run("import", list()).ends(0);
		assertEquals("""
				// Imported from tags.csv: Tag list, 2 tags, 1 asset.
				namespace tags

				asset Pump {
				  sensor Speed : [/min]
				  // Unit 'xyz' is not known.
				  sensor Level : real
				}
				""", command.out());
		assertEquals(List.of("tags.csv: Tag list, 2 tags, 1 asset.", "Level: Unit 'xyz' is not known."), command.err().lines().toList());
	}

	@Test
	void writesAFileThatTheCheckerReads() throws IOException {
		Path text = folder.resolve("plant.twin");
		assertEquals("", Command.run("import", list(), "-o", text).ends(0).out());
		assertTrue(Files.readString(text).contains("namespace plant\n"));
		Command.run("check", text).ends(0);
		Command.run("format", "--check", text).ends(0);
		try (var files = Files.list(folder)) {
			assertEquals(2, files.count());
		}
	}

	@Test
	void replacesAFileOnlyWhereItIsTold() throws IOException {
		Path text = Files.writeString(folder.resolve("plant.twin"), "mine");
		Command refused = Command.run("import", list(), "-o", text).ends(2);
		assertTrue(refused.err().contains("exists already. Give --force to replace it."), refused.err());
		assertEquals("mine", Files.readString(text));
		Command.run("import", list(), "-o", text, "--force").ends(0);
		assertTrue(Files.readString(text).contains("asset Pump"));
	}

	@Test
	void aFailedImportLeavesTheFile() throws IOException {
		Path text = Files.writeString(folder.resolve("plant.twin"), "mine");
		Command.run("import", list(), file(folder, "other.csv", "a,b\n"), "-o", text, "--force").ends(2);
		assertEquals("mine", Files.readString(text));
	}

	@Test
	void saysWhyNothingIsImported() {
		String unknown = Command.run("import", file(folder, "a.docx", "PK")).ends(2).err();
		assertTrue(unknown.contains("a.docx' cannot be imported. Its format is not known. There are: "), unknown);
		assertTrue(Command.run("import", folder).ends(2).err().contains("It is a folder. Name the files in it."));
		assertTrue(Command.run("import", folder.resolve("none.csv")).ends(2).err().contains("none.csv' does not exist. Check the path."));
		assertTrue(Command.run("import", list(), "-o", "plant.txt").ends(2).err().contains("'plant.txt' is no name of a twin file. It must end in '.twin'."));
		assertTrue(Command.run("import").ends(2).err().contains("FILE is missing."));
		assertTrue(Command.run("import", list(), "-o", folder.resolve("no/such/plant.twin")).ends(3).err().contains("cannot be written")
				|| Command.run("import", list(), "-o", folder.resolve("no/such/plant.twin")).err().contains("does not exist"));
		assertFalse(Files.exists(folder.resolve("no")));
	}
}
