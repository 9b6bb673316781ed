package io.twinwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.generators.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that generate into a folder with older output, and are ended at moments that are seen in that folder. */
class InterruptedGenerateTest {
	private static final int ASSETS = 100;
	private static final String PRESS = """
			namespace a
			type Press { sensor load : [kW] range 0..90  sensor oil : [Cel] range 0..120 }
			""";
	private static final String ASSET = """
			asset A%d "%s" : Press
			""";
	private static final int LIMIT_SECONDS = 120;
	/** Where files and the journal of a commit lie. */
	private static final String ASIDE = ".twinwright-aside";

	@TempDir
	private static Path shared;
	private static Path text;
	/** What a run leaves that nobody ends. */
	private static Map<String, String> after;

	@TempDir
	private Path work;
	private Path folder;
	private Map<String, String> before;

	/** What can be seen of a run from outside, in the order in which it comes. */
	private enum Moment {
		LOCKED(true) {
			@Override
			boolean has(Path folder) {
				return Files.exists(folder.resolve(ASIDE).resolve("lock"));
			}
		},
		COLLECTED_ONE(true) {
			@Override
			boolean has(Path folder) {
				return count(folder.resolve(ASIDE).resolve("new")) > 0;
			}
		},
		COLLECTED_HALF(true) {
			@Override
			boolean has(Path folder) {
				return count(folder.resolve(ASIDE).resolve("new")) > ASSETS / 2;
			}
		},
		BEGUN(false) {
			@Override
			boolean has(Path folder) {
				return Files.exists(folder.resolve(ASIDE).resolve("journal"));
			}
		},
		MOVED_ASIDE(false) {
			@Override
			boolean has(Path folder) {
				return count(folder.resolve(ASIDE).resolve("old")) > ASSETS / 2;
			}
		},
		MOVED_INTO_PLACE(false) {
			@Override
			boolean has(Path folder) {
				return Files.exists(folder.resolve(ASIDE).resolve("journal"))
						&& Files.exists(folder.resolve("opcua/a-A%d.NodeSet2.xml".formatted(ASSETS)));
			}
		},
		COMMITTED(false) {
			@Override
			boolean has(Path folder) {
				return Files.exists(folder.resolve(ASIDE).resolve("old")) && !Files.exists(folder.resolve(ASIDE).resolve("journal"));
			}
		};

		/** Whether much is still to do, so that the process cannot have ended meanwhile. */
		private final boolean early;

		Moment(boolean early) {
			this.early = early;
		}

		abstract boolean has(Path folder);
	}

	private static int count(Path folder) {
		String[] names = folder.resolve("opcua").toFile().list();
		return names == null ? 0 : names.length;
	}

	/** The older output has assets that the newer one has not, and the other way about; some are the same in both. */
	@BeforeAll
	static void generateBoth() throws IOException {
		text = shared.resolve("plant.twin");
		write(0, "old");
		generate(shared.resolve("old"));
		write(ASSETS / 3, "new");
		generate(shared.resolve("new"));
		Files.writeString(shared.resolve("old/notes.txt"), "mine");
		Files.writeString(shared.resolve("new/notes.txt"), "mine");
		after = content(shared.resolve("new"));
	}

	private static void write(int from, String name) throws IOException {
		StringBuilder model = new StringBuilder(PRESS);
		for (int i = from + 1; i <= from + ASSETS; i++) {
			model.append(ASSET.formatted(i, i % 2 == 0 ? "same" : name));
		}
		Files.writeString(text, model);
	}

	private static void generate(Path folder) {
		Command.run("generate", text, "--target", "opcua", "-o", folder).ends(0);
	}

	@BeforeEach
	void copyTheOlderOutput() throws IOException {
		folder = work.resolve("out");
		try (Stream<Path> all = Files.walk(shared.resolve("old"))) {
			for (Path path : all.toList()) {
				Files.copy(path, folder.resolve(shared.resolve("old").relativize(path).toString()));
			}
		}
		before = content(folder);
		assertTrue(before.size() > ASSETS && after.size() > ASSETS && !before.equals(after));
	}

	/** @return the SHA-256 of all files by their paths, but of what lies aside */
	private static Map<String, String> content(Path folder) throws IOException {
		Map<String, String> sums = new TreeMap<>();
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path file : all.filter(Files::isRegularFile).filter(file -> !file.startsWith(folder.resolve(ASIDE))).toList()) {
				sums.put(folder.relativize(file).toString(), digest(Files.readAllBytes(file)));
			}
		}
		return sums;
	}

	private static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}

	/** @return the exit code of a run that was ended when the folder showed something, or that was faster */
	private int endedAt(Moment moment, boolean force) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(LauncherTest.java("generate", text, "--target", "opcua", "-o", folder))
				.redirectErrorStream(true).redirectOutput(work.resolve("said").toFile()).start();
		try {
			assertTrue(awaits(moment, process), "It came to nothing: %s".formatted(Files.readString(work.resolve("said"))));
			if (force) {
				process.destroyForcibly();
			} else {
				process.destroy();
			}
			assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "It goes on.");
			return process.exitValue();
		} finally {
			process.destroyForcibly();
		}
	}

	/** Looks now and then until the run has the folder, then all the time; @return whether the moment or the end came in time */
	private boolean awaits(Moment moment, Process process) throws InterruptedException {
		long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
		while (System.nanoTime() < limit) {
			if (moment.has(folder)) {
				return true;
			}
			if (!process.isAlive()) {
				return !moment.early;
			}
			if (!Moment.LOCKED.has(folder)) {
				process.waitFor(1, TimeUnit.MILLISECONDS);
			}
		}
		return false;
	}

	@ParameterizedTest
	@EnumSource
	void leavesOneOutputOrTheOtherOrAJournalWhenKilled(Moment moment, TestReporter reporter) throws IOException, InterruptedException {
		int code = endedAt(moment, true);
		boolean cutOff = Files.exists(folder.resolve(ASIDE).resolve("journal"));
		reporter.publishEntry(moment.name(), "exit code %d, %s".formatted(code, cutOff ? "in the commit" : "outside of the commit"));
		assertTrue(code != 0 || !moment.early, "It was not killed.");
		if (cutOff) {
			new OutputFolder(folder).close();
			assertEquals(before, content(folder));
			assertFalse(Files.exists(folder.resolve(ASIDE)));
		}
		Map<String, String> left = content(folder);
		assertTrue(left.equals(before) || left.equals(after), () -> "%s leaves %s".formatted(moment, left.keySet()));
		generatesAgain();
	}

	@ParameterizedTest
	@EnumSource(names = { "COLLECTED_ONE", "COLLECTED_HALF", "BEGUN" })
	void leavesOneOutputOrTheOtherAndNothingAsideWhenAskedToEnd(Moment moment, TestReporter reporter)
			throws IOException, InterruptedException {
		int code = endedAt(moment, false);
		Map<String, String> left = content(folder);
		reporter.publishEntry(moment.name(), "exit code %d, %s output".formatted(code, left.equals(before) ? "old" : "new"));
		assertTrue(code != 0 || !moment.early, "It did not end early.");
		assertEquals(moment.early ? before : after, left, () -> "%s leaves %s".formatted(moment, left.keySet()));
		assertFalse(Files.exists(folder.resolve(ASIDE)), "Something lies aside.");
		generatesAgain();
	}

	private void generatesAgain() throws IOException {
		generate(folder);
		assertEquals(after, content(folder));
		assertFalse(Files.exists(folder.resolve(ASIDE)), "Something lies aside.");
	}
}
