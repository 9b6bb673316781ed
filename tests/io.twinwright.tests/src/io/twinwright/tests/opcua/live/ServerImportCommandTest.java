package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.cli.Main;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.opcua.Twins;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code twinwright import} with a running server. */
class ServerImportCommandTest {
	@TempDir
	private Path folder;
	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	private int run(String... arguments) {
		return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
	}

	@Test
	void makesATextToWhichThePlantIsAttached() throws Exception {
		TwinModel twin = Twins.load(Files.writeString(folder.resolve("tank.twin"), """
				namespace a
				type Tank { sensor level : [m] range 0..4 alarm high 3.5 state mode : PackML actuator inflow : [l/min] range 0..90 }
				asset T1 : Tank
				"""));
		String pki = folder.resolve("pki").toString();
		String text = folder.resolve("plant.twin").toString();
		SimulatedPlant plant = SimulatedPlant.of(twin, Twins.nodeSets(twin)).start(folder.resolve("plant")).get(60, TimeUnit.SECONDS);
		try (plant) {
			assertEquals(0, run("import", plant.url(), "-o", text, "--pki", pki), err.toString());
			assertTrue(err.toString().startsWith(plant.url() + ": OPC UA server, "), err.toString());
			assertTrue(Files.readString(Path.of(text)).contains("sensor   level  : [m]     range 0..4 alarm high 3.5\n"), Files.readString(Path.of(text)));
			assertEquals(0, run("live", text, "--for", "3s", "--pki", pki), () -> err + "\n" + out);
			assertTrue(out.toString().contains("T1.level"), out.toString());
		}
	}

	@Test
	void saysThatNoServerAnswers() throws Exception {
		Path text = folder.resolve("plant.twin");
		assertEquals(3, run("import", "opc.tcp://127.0.0.1:" + TestServer.freePort(), "-o", text.toString(), "--pki", folder.resolve("pki").toString()));
		assertTrue(err.toString().startsWith("No server answers at 'opc.tcp://127.0.0.1:"), err.toString());
		assertFalse(Files.exists(text));
	}
}
