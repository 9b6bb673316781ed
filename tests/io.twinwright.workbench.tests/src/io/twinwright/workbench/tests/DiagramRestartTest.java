package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workbench shows that was closed with diagrams open and is started again: another process, in a workspace of its own. */
class DiagramRestartTest {
	private static final long LIMIT_SECONDS = 300;

	@TempDir
	private Path folder;
	private Path project;

	@BeforeEach
	void configure() throws IOException {
		project = folder.resolve("workspace/bottling");
		Path configuration = Files.createDirectory(folder.resolve("configuration"));
		Files.copy(area("osgi.configuration.area").resolve("config.ini"), configuration.resolve("config.ini"), StandardCopyOption.REPLACE_EXISTING);
	}

	private static Path area(String property) {
		return IPath.fromOSString(System.getProperty(property).replaceFirst("^file:", "")).toPath();
	}

	/** @return what the workbench says until it is closed */
	private List<String> start(String wanted) throws IOException, InterruptedException {
		Path said = folder.resolve(wanted + ".txt");
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-Dosgi.noShutdown=false"));
		for (String property : List.of("twinwright.root", "twinwright.screenshots", "twinwright.patience")) {
			if (System.getProperty(property) != null) {
				command.add("-D" + property + "=" + System.getProperty(property));
			}
		}
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.eclipse.equinox.launcher.Main", "-configuration", folder.resolve("configuration").toString(), "-data",
				folder.resolve("workspace").toString(), "-application", "org.eclipse.ui.ide.workbench", "-product", "io.twinwright.workbench.product",
				SecondWorkbench.OPTION, wanted));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
		try {
			assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), () -> "The workbench is not closed; it says " + text(said));
		} finally {
			process.descendants().forEach(ProcessHandle::destroy);
			process.destroy();
		}
		assertEquals(0, process.exitValue(), () -> text(said));
		return Files.readAllLines(said).stream().filter(line -> line.startsWith(SecondWorkbench.SAYS)).map(line -> line.substring(SecondWorkbench.SAYS.length())).toList();
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			return e.toString();
		}
	}

	@Test
	void showsTheSameDiagrams() throws IOException, InterruptedException {
		List<String> before = start("open");
		assertEquals(List.of("Gone | gone.twin#line/gone.Gone | Gone 2 | ", "Old | old.twin#line/old.Old | Old 2 | ",
				"Juice05Bottle | business.twin#recipe/acme.bottling.Juice05Bottle | Juice05Bottle 7 | ", "Pohang | plant.twin#site/acme.bottling.Pohang | Pohang 11 | "), before);
		Files.delete(project.resolve("gone.twin"));
		Files.writeString(project.resolve("old.twin"), SecondWorkbench.OLD.replace("Old", "New"));
		List<String> after = start("look");
		assertEquals(List.of("gone.twin | gone.twin#line/gone.Gone | nothing | 'gone.twin' is not there any more.",
				"old.Old | old.twin#line/old.Old | old.Old 0 | Read-only.There is no line diagram of 'old.Old' in this project. Choose another one.",
				before.get(2), before.get(3)), after, "The same, or why not.");
	}
}
