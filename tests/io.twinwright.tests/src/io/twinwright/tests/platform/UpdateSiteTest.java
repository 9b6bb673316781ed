package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The update site, tried on a platform that has nothing of Twinwright. */
class UpdateSiteTest {
	private static final Path RELEASES = Path.of(System.getProperty("twinwright.root"), "releng");
	private static final Path BARE = RELEASES.resolve("io.twinwright.product/target/products/io.twinwright.bare/linux/gtk/x86_64/bare");
	private static final Path SITE = RELEASES.resolve("io.twinwright.repository/target/repository");
	private static final long LIMIT_SECONDS = 240;

	@TempDir
	private Path folder;

	@Test
	void bringsTheWorkbenchToABarePlatform() throws IOException, InterruptedException {
		assumeTrue(System.getenv("DISPLAY") != null, "There is no screen.");
		Path platform = folder.resolve("platform");
		copy(BARE, platform);
		assertFalse(bundles(platform).stream().anyMatch(name -> name.startsWith("io.twinwright.")));
		Process director = start(platform, "director", "-nosplash", "-application", "org.eclipse.equinox.p2.director", "-repository",
				SITE.toUri().toString(), "-installIU", "io.twinwright.ide.feature.group");
		assertTrue(director.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "Installing goes on.");
		assertEquals(0, director.exitValue(), () -> said("director"));
		assertTrue(bundles(platform).stream().anyMatch(name -> name.startsWith("io.twinwright.workbench_")));
		startsWith(platform);
	}

	/** The workbench opens an example, which only a bundle of ours does. */
	private void startsWith(Path platform) throws IOException, InterruptedException {
		Path workspace = folder.resolve("workspace");
		Process workbench = start(platform, "workbench", "-nosplash", "-data", workspace.toString(), "-project", "example:bottling");
		try {
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
			while (!Files.exists(workspace.resolve("bottling/scenarios.twin"))) {
				assertTrue(workbench.isAlive() && System.nanoTime() < end, () -> said("workbench"));
				workbench.waitFor(100, TimeUnit.MILLISECONDS);
			}
			Path log = workspace.resolve(".metadata/.log");
			List<String> errors = Files.exists(log) ? Files.readAllLines(log).stream().filter(line -> line.matches("!ENTRY \\S+ 4 .*")).toList()
					: List.of();
			assertEquals(List.of(), errors);
		} finally {
			workbench.destroy();
			if (!workbench.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
				workbench.destroyForcibly();
			}
		}
	}

	private Process start(Path platform, String name, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar"));
		command.add(platform.resolve("plugins").resolve(bundles(platform).stream()
				.filter(bundle -> bundle.startsWith("org.eclipse.equinox.launcher_")).findFirst().orElseThrow()).toString());
		command.addAll(List.of(arguments));
		File output = folder.resolve(name + ".txt").toFile();
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
	}

	private String said(String name) {
		try {
			return Files.readString(folder.resolve(name + ".txt"));
		} catch (IOException e) {
			return e.getMessage();
		}
	}

	private static List<String> bundles(Path platform) throws IOException {
		try (Stream<Path> all = Files.list(platform.resolve("plugins"))) {
			return all.map(path -> path.getFileName().toString()).toList();
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> all = Files.walk(from)) {
			for (Path path : all.toList()) {
				Files.copy(path, to.resolve(from.relativize(path).toString()));
			}
		}
	}
}
