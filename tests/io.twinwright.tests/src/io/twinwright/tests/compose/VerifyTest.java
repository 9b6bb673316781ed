package io.twinwright.tests.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.cli.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generate --verify}: what became of generated files. */
class VerifyTest {
	@TempDir
	private Path folder;
	private Path output;

	@BeforeEach
	void generate() throws IOException {
		Path text = Files.writeString(folder.resolve("p.twin"), "namespace p asset A { sensor s : [kW] range 0..1 every 1 [s] }");
		output = folder.resolve("out");
		Command.run("generate", "--target", "compose", "-o", output, text).ends(0);
	}

	@Test
	void findsNothingInWhatWasJustGenerated() {
		assertEquals("5 files as generated.", Command.run("generate", "--verify", output).ends(0).out().strip());
		assertEquals("4 files as generated.", Command.run("generate", "--verify", output.resolve("compose")).ends(0).out().strip());
	}

	@Test
	void namesWhatIsMissingChangedAndAdded() throws IOException {
		Path bundle = output.resolve("compose");
		Files.delete(bundle.resolve("docs/p.A.html"));
		Files.writeString(bundle.resolve(".env"), "TWINWRIGHT_SECRET_X=told\n");
		Files.writeString(bundle.resolve("docs/notes.txt"), "mine");
		Command verify = Command.run("generate", "--verify", bundle).ends(1);
		assertEquals("""
				'docs/p.A.html' is missing.
				'.env' was changed.
				'docs/notes.txt' was added.
				2 files as generated, 1 missing, 1 changed, 1 added.
				""", verify.out().replace("\r", ""));
	}

	@Test
	void refusesAFolderWithoutAList() throws IOException {
		Path empty = Files.createDirectories(folder.resolve("empty"));
		assertTrue(Command.run("generate", "--verify", empty).ends(2).err()
				.contains("cannot be read: it has no list of generated files, neither 'SHA256SUMS' nor '.twinwright-files'."));
		assertTrue(Command.run("generate", "--verify", folder.resolve("nowhere")).ends(2).err().contains("does not exist. Check the path."));
		assertTrue(Command.run("generate", "--verify", folder.resolve("p.twin")).ends(2).err().contains("it is no folder."));
	}

	@Test
	void refusesAListThatLeadsElsewhere() throws IOException {
		Path list = output.resolve("compose/SHA256SUMS");
		String line = Files.readString(list).lines().findFirst().orElseThrow();
		for (String bad : new String[] { line.replace(".env", "../../p.twin"), "no digest", line.replace(".env", "/etc/hostname") }) {
			Files.writeString(list, line + "\n" + bad + "\n");
			Command verify = Command.run("generate", "--verify", list.getParent()).ends(2);
			assertTrue(verify.err().contains("SHA256SUMS' cannot be read: its line 2 is no digest and path in this folder."), verify::toString);
		}
	}
}
