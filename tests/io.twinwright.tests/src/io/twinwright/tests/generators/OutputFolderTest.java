package io.twinwright.tests.generators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.twinwright.generators.OutputFolder;
import io.twinwright.tests.generators.FaultyFileSystem.Change;
import io.twinwright.tests.generators.FaultyFileSystem.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The folder is as it was or entirely new, whatever happens. */
class OutputFolderTest {
	private static final Map<String, String> FIRST = Map.of("aas/a.json", "a1", "aas/b.json", "b1", "opcua/c.xml", "c1");
	private static final Map<String, String> SECOND = Map.of("aas/a.json", "a2", "opcua/c.xml", "c1", "sql/d/e.sql", "e2");
	private static final String LOG = ".twinwright-files";
	private static final int MANY = 200;

	@TempDir
	private Path parent;

	/** What goes wrong from a certain change on. */
	private enum Disaster {
		/** One change fails, what follows works again. */
		FAILURE {
			@Override
			boolean fails(int number, int at, Change change) {
				return number == at;
			}
		},
		/** Nothing works any more, as if the process was killed. */
		DEATH {
			@Override
			boolean fails(int number, int at, Change change) {
				return number >= at;
			}
		},
		/** Nothing can be written any more, but files can be renamed and removed. */
		FULL_DISK {
			@Override
			boolean fails(int number, int at, Change change) {
				return number >= at && FILLING.contains(change);
			}
		};

		private static final Set<Change> FILLING = EnumSet.of(Change.WRITE, Change.MAKE_FOLDER, Change.GROW);

		abstract boolean fails(int number, int at, Change change);

		/** @param struck counts how often it struck */
		Fault at(int at, AtomicInteger struck) {
			int[] number = { 0 };
			return change -> {
				if (fails(number[0]++, at, change)) {
					struck.incrementAndGet();
					throw new IOException("%s of a test at step %d".formatted(this, at));
				}
			};
		}
	}

	@ParameterizedTest
	@EnumSource
	void isAsItWasOrEntirelyNew(Disaster disaster) throws IOException {
		int refused = 0;
		for (int step = 0; step < MANY; step++) {
			Path folder = folderWithForeignFile("disaster" + step);
			Map<String, String> before = content(folder);
			AtomicInteger struck = new AtomicInteger();
			boolean done = succeeds(new FaultyFileSystem(disaster.at(step, struck)).wrap(folder), SECOND);
			if (struck.get() == 0) {
				assertTrue(done);
				assertTrue(refused > 10, "Only %d runs were refused.".formatted(refused));
				return;
			}
			refused += done ? 0 : 1;
			if (disaster != Disaster.DEATH && !Files.exists(folder.resolve(".twinwright-aside/journal"))) {
				Map<String, String> after = content(folder);
				assertTrue(after.equals(before) || after.equals(expected(SECOND)), () -> "%s leaves %s".formatted(disaster, after));
			}
			new OutputFolder(folder).close();
			Map<String, String> recovered = content(folder);
			assertTrue(recovered.equals(before) || recovered.equals(expected(SECOND)), "%s at step %d recovers %s".formatted(disaster, step, recovered));
			write(folder, SECOND);
			assertEquals(expected(SECOND), content(folder));
		}
		fail("The disaster struck at each of %d steps.".formatted(MANY));
	}

	@Test
	void survivesThatTheRecoveryIsCutOffToo() throws IOException {
		Map<String, String> changed = Map.of("changes", "2", "comes", "2");
		for (int step = 0; step < MANY; step++) {
			for (int next = 0; next < MANY; next++) {
				Path folder = parent.resolve("twice%d-%d".formatted(step, next));
				write(folder, Map.of("changes", "1", "goes", "1"));
				Map<String, String> before = content(folder);
				boolean done = succeeds(new FaultyFileSystem(Disaster.DEATH.at(step, new AtomicInteger())).wrap(folder), changed);
				boolean committing = Files.exists(folder.resolve(".twinwright-aside/journal"));
				boolean recovered = done || opens(new FaultyFileSystem(Disaster.DEATH.at(next, new AtomicInteger())).wrap(folder));
				new OutputFolder(folder).close();
				Map<String, String> after = content(folder);
				assertTrue(after.equals(before) || after.equals(Map.of("changes", "2", "comes", "2", LOG, "")), "Death at steps %d and %d leaves %s".formatted(step, next, after));
				remove(folder);
				if (done && next == 0) {
					return;
				}
				if (recovered || !committing) {
					break;
				}
			}
		}
		fail("A commit takes more than %d steps.".formatted(MANY));
	}

	@Test
	void removesStaleFilesAndTheirFolders() throws IOException {
		Path folder = parent.resolve("stale");
		write(folder, FIRST);
		write(folder, Map.of("opcua/c.xml", "c1"));
		assertEquals(Set.of("opcua/c.xml", LOG), content(folder).keySet());
		assertFalse(Files.exists(folder.resolve("aas")));
	}

	@Test
	void isClosedThoughTheFolderWasDeletedMeanwhile() throws IOException {
		Path folder = parent.resolve("deleted");
		OutputFolder output = new OutputFolder(folder);
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.toList().reversed()) {
				Files.delete(path);
			}
		}
		output.close();
		assertFalse(Files.exists(folder));
	}

	@Test
	void leavesNothingOfAFolderThatWasNotCommitted() throws IOException {
		Files.createDirectories(parent.resolve("mine"));
		try (OutputFolder output = new OutputFolder(parent.resolve("mine/deep/er/down"))) {
			collect(output, FIRST);
		}
		assertFalse(Files.exists(parent.resolve("mine/deep")));
		assertTrue(Files.exists(parent.resolve("mine")), "It was there before, though empty.");
	}

	@Test
	void leavesAFolderAroundItInWhichSomethingCameMeanwhile() throws IOException {
		try (OutputFolder output = new OutputFolder(parent.resolve("deep/er/down"))) {
			collect(output, FIRST);
			Files.writeString(parent.resolve("deep/notes.txt"), "mine");
		}
		assertEquals(Map.of("notes.txt", "mine"), content(parent.resolve("deep")));
		assertFalse(Files.exists(parent.resolve("deep/er")));
	}

	@Test
	void leavesNoFolderAroundItWhateverFails() throws IOException {
		for (int step = 0; step < MANY; step++) {
			Path around = parent.resolve("around" + step);
			AtomicInteger struck = new AtomicInteger();
			boolean done = succeeds(new FaultyFileSystem(Disaster.FULL_DISK.at(step, struck)).wrap(around.resolve("deep/down")), FIRST);
			if (struck.get() == 0) {
				assertTrue(done);
				assertEquals("a1", Files.readString(around.resolve("deep/down/aas/a.json")));
				return;
			}
			assertFalse(Files.exists(around), "A full disk at step %d leaves %s".formatted(step, around));
		}
		fail("The disaster struck at each of %d steps.".formatted(MANY));
	}

	@Test
	void namesFilesThatWereChangedByHandOrAreNotItsOwn() throws IOException {
		Path folder = parent.resolve("hand");
		write(folder, FIRST);
		Files.writeString(folder.resolve("aas/a.json"), "by hand");
		Files.writeString(folder.resolve("aas/b.json"), "by hand");
		Files.writeString(folder.resolve("opcua/c.xml"), "c2");
		Files.createDirectories(folder.resolve("sql/d"));
		Files.writeString(folder.resolve("sql/d/e.sql"), "of somebody else");
		try (OutputFolder output = new OutputFolder(folder)) {
			collect(output, Map.of("aas/a.json", "a2", "opcua/c.xml", "c2", "sql/d/e.sql", "e2"));
			assertEquals(List.of("aas/a.json", "aas/b.json", "sql/d/e.sql"), List.copyOf(output.foreign()));
		}
	}

	@Test
	void touchesNothingOutsideThoughTheListSaysSo() throws IOException {
		Path folder = parent.resolve("list");
		write(folder, FIRST);
		Path outside = Files.writeString(parent.resolve("outside"), "mine");
		Files.writeString(folder.resolve(LOG), "0".repeat(64) + "  ../outside\n" + "junk\n");
		write(folder, SECOND);
		assertEquals("mine", Files.readString(outside));
	}

	@Test
	void refusesPathsThatLeadOutAndFilesMadeTwice() throws IOException {
		try (OutputFolder output = new OutputFolder(parent.resolve("paths"))) {
			collect(output, FIRST);
			assertThrows(IllegalArgumentException.class, () -> output.open("../escaped"));
			assertThrows(IllegalArgumentException.class, () -> output.open("aas/a.json"));
		}
	}

	@Test
	void isHadByOneRunAtATime() throws IOException {
		Path folder = parent.resolve("busy");
		try (OutputFolder first = new OutputFolder(folder)) {
			collect(first, FIRST);
			IOException refusal = assertThrows(IOException.class, () -> new OutputFolder(folder));
			assertTrue(refusal.getMessage().contains("another run"), refusal::getMessage);
			first.commit();
		}
		write(folder, SECOND);
		assertEquals(expected(SECOND).keySet().stream().filter(path -> !path.equals("notes.txt")).toList(),
				List.copyOf(content(folder).keySet()));
	}

	@Test
	void writesThroughALinkToAFolder() throws IOException {
		Path folder = Files.createDirectories(parent.resolve("real"));
		Path link = Files.createSymbolicLink(parent.resolve("link"), folder);
		write(link, FIRST);
		assertEquals("a1", Files.readString(folder.resolve("aas/a.json")));
		assertTrue(Files.isSymbolicLink(link));
	}

	@Test
	void refusesAFileAsFolder() throws IOException {
		Path file = Files.writeString(parent.resolve("file"), "mine");
		assertThrows(IOException.class, () -> new OutputFolder(file));
		assertThrows(IOException.class, () -> OutputFolder.preview(file));
		assertEquals("mine", Files.readString(file));
	}

	private Path folderWithForeignFile(String name) throws IOException {
		Path folder = parent.resolve(name);
		write(folder, FIRST);
		Files.writeString(folder.resolve("notes.txt"), "mine");
		return folder;
	}

	private static boolean succeeds(Path folder, Map<String, String> files) {
		try {
			write(folder, files);
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	private static boolean opens(Path folder) {
		try {
			new OutputFolder(folder).close();
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	private static void write(Path folder, Map<String, String> files) throws IOException {
		try (OutputFolder output = new OutputFolder(folder)) {
			collect(output, files);
			output.commit();
		}
	}

	private static void collect(OutputFolder output, Map<String, String> files) throws IOException {
		for (Map.Entry<String, String> file : files.entrySet()) {
			try (OutputStream out = output.open(file.getKey())) {
				out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	/** The files that others see; of the list of files only that it is there. */
	private static Map<String, String> content(Path folder) throws IOException {
		Map<String, String> content = new TreeMap<>();
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				String path = folder.relativize(file).toString().replace('\\', '/');
				if (!path.startsWith(".twinwright-aside")) {
					content.put(path, path.equals(LOG) ? "" : Files.readString(file));
				}
			}
		}
		return content;
	}

	private static Map<String, String> expected(Map<String, String> generated) {
		Map<String, String> expected = new TreeMap<>(generated);
		expected.put(LOG, "");
		expected.put("notes.txt", "mine");
		return expected;
	}

	private static void remove(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}
}
