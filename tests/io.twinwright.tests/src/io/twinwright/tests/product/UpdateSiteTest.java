package io.twinwright.tests.product;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The update site, tried on a platform that has nothing of Twinwright. */
class UpdateSiteTest {
	private static final Path RELEASES = Checkout.root().resolve("releng");
	private static final Path BARE = RELEASES.resolve("io.twinwright.bare/target/products/io.twinwright.bare/linux/gtk/x86_64/bare");
	private static final Path SITE = RELEASES.resolve("io.twinwright.repository/target/repository");

	@TempDir
	private Path folder;

	@Test
	void bringsTheWorkbenchToABarePlatform() throws IOException, InterruptedException {
		assumeTrue(System.getenv("DISPLAY") != null, "There is no screen.");
		Path platform = folder.resolve("platform");
		copy(BARE, platform);
		assertFalse(bundles(platform).stream().anyMatch(name -> name.startsWith("io.twinwright.")));
		List<String> java = java(platform);
		List<String> director = new ArrayList<>(java);
		director.addAll(List.of("-nosplash", "-application", "org.eclipse.equinox.p2.director", "-repository", SITE.toUri().toString(),
				"-installIU", "io.twinwright.ide.feature.group"));
		StartedProgram.start(folder, director).succeeds();
		assertTrue(bundles(platform).stream().anyMatch(name -> name.startsWith("io.twinwright.workbench_")));
		StartedProgram.opensAnExample(folder, java);
	}

	/** @return the command line that starts a platform */
	private static List<String> java(Path platform) throws IOException {
		String launcher = bundles(platform).stream().filter(bundle -> bundle.startsWith("org.eclipse.equinox.launcher_")).findFirst().orElseThrow();
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
				platform.resolve("plugins").resolve(launcher).toString());
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
