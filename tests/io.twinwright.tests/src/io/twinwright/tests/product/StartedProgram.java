package io.twinwright.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the tests, and what it says. */
final class StartedProgram {
	private static final long LIMIT_SECONDS = 240;

	private final Process process;
	private final Path output;

	private StartedProgram(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/** @param folder where its output is kept */
	static StartedProgram start(Path folder, List<String> command) throws IOException {
		Path output = Files.createTempFile(folder, "output", ".txt");
		return new StartedProgram(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
	}

	/** Waits until it ends well. */
	void succeeds() throws InterruptedException {
		assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), () -> "It goes on: " + said());
		assertEquals(0, process.exitValue(), this::said);
	}

	/** Starts the workbench, which opens an example, and ends it. Only a bundle of ours opens examples. */
	static void opensAnExample(Path folder, List<String> workbench) throws IOException, InterruptedException {
		Path workspace = Files.createTempDirectory(folder, "workspace");
		List<String> command = new ArrayList<>(workbench);
		command.addAll(List.of("-nosplash", "-data", workspace.toString(), "-project", "example:bottling"));
		StartedProgram program = start(folder, command);
		try {
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
			while (!Files.exists(workspace.resolve("bottling/scenarios.twin"))) {
				assertTrue(program.process.isAlive() && System.nanoTime() < end, program::said);
				program.process.waitFor(100, TimeUnit.MILLISECONDS);
			}
			Path log = workspace.resolve(".metadata/.log");
			List<String> errors = Files.exists(log) ? Files.readAllLines(log).stream().filter(line -> line.matches("!ENTRY \\S+ 4 .*")).toList()
					: List.of();
			assertEquals(List.of(), errors);
		} finally {
			program.end();
		}
	}

	private void end() throws InterruptedException {
		process.destroy();
		if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly();
		}
	}

	private String said() {
		try {
			return Files.readString(output);
		} catch (IOException e) {
			return e.getMessage();
		}
	}
}
