package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The measurements of the built command line, which ran to its end.
 *
 * @param exitCode what it ended with
 * @param report what it printed
 * @param errors what it complained of
 */
record StartedBench(int exitCode, String report, String errors) {
	static final Path ROOT = Path.of(System.getProperty("twinwright.root"));

	private static final long LIMIT_SECONDS = 600;

	/**
	 * @param root of the checkout that is measured
	 * @param environment variables that are different for it
	 * @param folder for what it prints
	 */
	static StartedBench run(Path root, Map<String, String> environment, Path folder, String... options) throws IOException, InterruptedException {
		Path report = folder.resolve("out.txt");
		Path errors = folder.resolve("errors.txt");
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dtwinwright.root=" + root, "-jar",
				ROOT.resolve("releng/io.twinwright.application/target/app/twinwright.jar").toString(), "bench"));
		command.addAll(List.of(options));
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(report.toFile()).redirectError(errors.toFile());
		builder.environment().putAll(environment);
		Process process = builder.start();
		try {
			assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "Measuring goes on.");
		} finally {
			process.descendants().forEach(ProcessHandle::destroy);
			process.destroy();
		}
		return new StartedBench(process.exitValue(), Files.readString(report), Files.readString(errors));
	}

	/** @return the cells of a row of a table, which begins with a title; nothing if there is no such row */
	List<String> row(String title) {
		return report.lines().filter(line -> line.startsWith("| " + title + " |")).findFirst()
				.map(line -> List.of(line.substring(1, line.lastIndexOf('|')).split("\\|"))).orElse(List.of()).stream().map(String::strip).toList();
	}

	@Override
	public String toString() {
		return report + errors;
	}
}
