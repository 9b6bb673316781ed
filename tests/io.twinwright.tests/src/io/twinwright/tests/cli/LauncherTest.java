package io.twinwright.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own: what only a process shows, and the first five minutes. */
class LauncherTest {
	private static final Path APPLICATION = Checkout.root().resolve("releng/io.twinwright.application/target/app/twinwright.jar");
	private static final long BOUND_SECONDS = 180;

	@TempDir
	private Path folder;

	/** @param output all that it wrote */
	private record Ended(int code, String output) {
	}

	@BeforeAll
	static void isUnix() {
		assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "The launcher for Windows cannot run here.");
	}

	/** @return the command line that starts the application as it was built */
	static List<String> java(Object... arguments) {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dtwinwright.examples=" + Checkout.root().resolve("examples"), "-jar", APPLICATION.toString()));
		List.of(arguments).forEach(argument -> line.add(argument.toString()));
		return line;
	}

	private Ended run(List<String> line) throws IOException, InterruptedException {
		Path output = folder.resolve("output");
		ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().remove("NO_COLOR");
		builder.environment().put("TERM", "xterm");
		Process process = builder.start();
		if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new AssertionError("%s did not end: %s".formatted(line, Files.readString(output)));
		}
		return new Ended(process.exitValue(), Files.readString(output));
	}

	/** Runs a command with a terminal on its streams. */
	private Ended onTerminal(List<String> line) throws IOException, InterruptedException {
		Path script = Path.of("/usr/bin/script");
		assumeTrue(Files.isExecutable(script), "There is no 'script', which lends a terminal.");
		return run(List.of(script.toString(), "-qec", String.join(" ", line), "/dev/null"));
	}

	@Test
	void demoGoesTheWholeWay() throws IOException, InterruptedException {
		Ended demo = run(java("demo", "--for", "10s", "-o", folder.resolve("configs")));
		assertEquals(0, demo.code(), demo.output());
		for (String part : List.of("4 files, no findings.", "aas/acme.bottling.json", "opcua/acme.bottling-Juice1.NodeSet2.xml",
				"The plant is at opc.tcp://127.0.0.1:", "Juice1.fill.", "The configs are in ")) {
			assertTrue(demo.output().contains(part), () -> "'%s' is missing in %s".formatted(part, demo.output()));
		}
		assertTrue(Files.exists(folder.resolve("configs/aas/acme.bottling.json")));
	}

	@Test
	void usesColourAndProgressOnATerminalOnly() throws IOException, InterruptedException {
		Path wrong = Files.writeString(folder.resolve("wrong.twin"), "namespace w\ntype Pump { sensor flow : [m3/h] range 60..0 }\n");
		Ended seen = onTerminal(java("check", wrong));
		assertEquals(1, seen.code(), seen.output());
		assertTrue(seen.output().contains("\u001b[1;31merror TW203\u001b[0m") && seen.output().contains("checking"), seen.output());
		Ended plain = onTerminal(java("check", "--no-color", wrong));
		assertFalse(plain.output().contains("\u001b[1;"), plain.output());
		Ended piped = run(java("check", wrong));
		assertEquals(1, piped.code(), piped.output());
		assertFalse(piped.output().contains("\u001b") || piped.output().contains("checking"), piped.output());
	}

	@Test
	void saysThatOutputWasLost() throws IOException, InterruptedException {
		assumeTrue(Files.exists(Path.of("/dev/full")), "There is no /dev/full.");
		Ended full = run(List.of("/bin/sh", "-c", String.join(" ", java("list", "units")) + " >/dev/full"));
		assertEquals(3, full.code(), full.output());
		assertTrue(full.output().contains("The output could not be written"), full.output());
	}

	@Test
	void isSilentWhenAReaderHasEnough() throws IOException, InterruptedException {
		Ended head = run(List.of("/bin/sh", "-c", String.join(" ", java("list", "units")) + " | head -n 1"));
		assertTrue(head.output().startsWith("["), head.output());
		assertFalse(head.output().contains("could not be written"), head.output());
	}

	/** Plant and live go on until they are asked to end. */
	@Test
	void showsTheLastValuesWhenAskedToEnd() throws IOException, InterruptedException {
		Path tank = Files.writeString(folder.resolve("tank.twin"), "namespace t\ntype Tank { sensor level : [m] range 0..3 }\nasset T1 : Tank\n");
		Process plant = start("plant.out", java("plant", tank, "--port", "0", "--pki", folder.resolve("plant")));
		try {
			String url = awaited("plant.out", Pattern.compile("opc\\.tcp://127\\.0\\.0\\.1:\\d+/twin"), plant);
			Process live = start("live.out", java("live", tank, "--endpoint", url, "--pki", folder.resolve("pki")));
			try {
				awaited("live.out", Pattern.compile("Drift: .*agree"), live);
				live.destroy();
				assertTrue(live.waitFor(BOUND_SECONDS, TimeUnit.SECONDS), "It goes on.");
				String said = Files.readString(folder.resolve("live.out"));
				assertTrue(said.contains("closed: " + url) && said.lines().anyMatch(line -> line.startsWith("sensor     T1.level ")), said);
			} finally {
				live.destroyForcibly();
			}
			plant.destroy();
			assertTrue(plant.waitFor(BOUND_SECONDS, TimeUnit.SECONDS), "It goes on.");
		} finally {
			plant.destroyForcibly();
		}
	}

	private Process start(String output, List<String> line) throws IOException {
		return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(folder.resolve(output).toFile()).start();
	}

	/** @return what a process that goes on has printed */
	private String awaited(String output, Pattern sought, Process process) throws IOException, InterruptedException {
		long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
		while (System.nanoTime() < limit && !process.waitFor(50, TimeUnit.MILLISECONDS)) {
			Matcher found = sought.matcher(Files.readString(folder.resolve(output)));
			if (found.find()) {
				return found.group();
			}
		}
		throw new AssertionError("'%s' is missing in %s".formatted(sought, Files.readString(folder.resolve(output))));
	}
}
