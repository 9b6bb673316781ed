package io.twinwright.tests.diagram.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code twinwright diagram}. */
class DiagramCommandTest {
	private static final Path APPLICATION = Checkout.root().resolve("releng/io.twinwright.application/target/app/twinwright.jar");
	private static final Path BOTTLING = Checkout.root().resolve("examples/bottling");
	private static final String SAID = "The diagrams are at ";
	private static final int BOUND_SECONDS = 120;

	@TempDir
	private Path folder;

	private static Process start(Path errors, Object... arguments) throws IOException {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", APPLICATION.toString()));
		List.of(arguments).forEach(argument -> line.add(argument.toString()));
		return new ProcessBuilder(line).redirectError(errors.toFile()).start();
	}

	@Test
	void servesUntilItIsToldToEnd() throws Exception {
		Path text = Files.copy(BOTTLING.resolve("machines.twin"), folder.resolve("machines.twin"));
		Files.copy(BOTTLING.resolve("plant.twin"), folder.resolve("plant.twin"));
		Path errors = folder.resolve("errors");
		Process process = start(errors, "diagram", folder, "--diagram", "line/acme.bottling.Juice1");
		try (BufferedReader out = process.inputReader()) {
			String line = out.readLine();
			assertTrue(line != null && line.startsWith(SAID + "http://127.0.0.1:"), () -> line + read(errors));
			URI page = URI.create(line.substring(SAID.length()));
			assertTrue(page.getQuery().endsWith("&diagram=plant.twin#line/acme.bottling.Juice1"), page::toString);
			Window window = new Window(page);
			assertEquals("acme.bottling.Juice1", Window.argument(window.open(page.getQuery().replaceFirst(".*diagram=", "")), "subject"));
			// the process itself would close its output too
			process.toHandle().destroy();
			assertTrue(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS));
			assertEquals("End with Ctrl+C.", out.readLine());
			assertEquals(null, out.readLine());
			window.ended();
		} finally {
			process.destroyForcibly();
		}
		assertEquals("", read(errors));
		assertEquals(Files.readString(BOTTLING.resolve("machines.twin")), Files.readString(text));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void endsWhenItsTimeIsOver() throws Exception {
		Path errors = folder.resolve("errors");
		Process process = start(errors, "diagram", BOTTLING, "--for", "100ms");
		try {
			assertTrue(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS));
			assertEquals(0, process.exitValue(), () -> read(errors));
		} finally {
			process.destroyForcibly();
		}
	}

	@Test
	void saysWhichDiagramsThereAre() {
		Command command = Command.run("diagram", BOTTLING, "--diagram", "line/acme.bottling.Juice2").ends(2);
		assertTrue(command.err().startsWith("There is no diagram 'line/acme.bottling.Juice2'. There are: line/acme.bottling.Juice1, site/acme.bottling.Pohang, "),
				command::err);
	}

	@Test
	void saysWhatItCannotServe() throws IOException {
		Path empty = Files.writeString(folder.resolve("empty.twin"), "namespace e\n");
		assertTrue(Command.run("diagram", empty).ends(2).err().startsWith("There is nothing to draw in "));
		assertTrue(Command.run("diagram", folder.resolve("gone")).ends(2).err().contains("does not exist. Check the path."));
		Path unbound = Files.writeString(folder.resolve("unbound.twin"), "namespace u\ntype T { sensor s : [kW] }\nasset A : Line { part t : T }\n");
		assertEquals("Nothing in the model is bound to an OPC UA server. Add 'bind', or give --endpoint.\n", Command.run("diagram", unbound, "--live").ends(2).err());
		assertTrue(Command.run("diagram", unbound, "--endpoint", "somewhere").ends(2).err().contains("somewhere"));
		assertTrue(Command.run("diagram", BOTTLING, "--port", "70000").ends(2).err().startsWith("There is no port 70000."));
	}

	@Test
	void costsOtherCommandsNothing() throws Exception {
		Path errors = folder.resolve("errors");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:class+load", "-jar", APPLICATION.toString(),
				"check", BOTTLING.toString()).redirectError(errors.toFile()).start();
		try (BufferedReader out = process.inputReader()) {
			List<String> loaded = out.lines().toList();
			assertTrue(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS));
			assertEquals(0, process.exitValue());
			assertTrue(loaded.stream().anyMatch(line -> line.contains("io.twinwright.cli.CheckCommand")), "nothing was logged");
			assertFalse(loaded.stream().anyMatch(line -> line.matches(".* (org\\.eclipse\\.(glsp|jetty)|io\\.twinwright\\.diagram\\.server)\\..*")));
		} finally {
			process.destroyForcibly();
		}
	}
}
