package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.workbench.live.Certificates;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Machines are looked for as the projects reach their servers: with the logins that are known, and nobody is asked. */
@ExtendWith(NoErrors.class)
class DiscoverLoginTest {
	private static final String TEXT = """
			namespace secured
			type Meter {
			  identity { ManufacturerName "ACME" ManufacturerProductDesignation "PM-5" }
			  sensor power : [kW] range 0..250 every 1 [s]
			}
			asset Meter1 : Meter { identity { SerialNumber "M-1" } }
			endpoint plc { url "%s" security Basic256Sha256 mode SignAndEncrypt user secret "%s" }
			bind Meter1 to plc "nsu=urn:secured:plc;s=Meter1"
			""";
	private static final long LIMIT_SECONDS = 90;

	private final FoundPlants plants = new FoundPlants();
	private IProject server;
	private IProject client;
	private SimulatedPlant plant;

	@BeforeEach
	void start() throws CoreException {
		server = Workbench.project("server");
		Workbench.file(server, "plant.twin", TEXT.formatted("opc.tcp://localhost:4840", "s"));
		SimulatedPlants.start(server, 1, List.of(), sentence -> {
			// nobody reads it here
		});
		plant = SimulatedPlants.of(server).orElseThrow();
		client = Workbench.project("client");
		Workbench.file(client, "plant.twin", TEXT.formatted(plant.url(), "found-" + plant.password()));
	}

	@AfterEach
	void stop() throws Exception {
		plants.close();
		LiveSessions.disconnect(client);
		SimulatedPlants.stop(server);
		Certificates certificates = new Certificates(Path.of(System.getProperty("twinwright.pki")));
		for (Certificates.Known known : certificates.all()) {
			certificates.forget(known);
		}
	}

	/** @return what is said of the machine after it was looked for */
	private String discovered() {
		plants.discover(plant.url());
		plants.select("PM-5, M-1");
		return Workbench.ui(FoundPlants::said);
	}

	private void connect() throws Exception {
		CompletableFuture<Void> connected = CompletableFuture.runAsync(() -> {
			try {
				LiveSessions.connect(client);
			} catch (CoreException e) {
				throw new IllegalStateException(e);
			}
		});
		Shell secret = Workbench.shell("Secret");
		Workbench.ui(() -> {
			Workbench.find(secret, Text.class).stream().filter(Text::getEditable).findFirst().orElseThrow().setText(plant.user() + ":" + plant.password());
			return null;
		});
		Workbench.press(secret, "OK");
		Workbench.press(Workbench.shell("New Certificate"), "Trust Always");
		connected.get(LIMIT_SECONDS, TimeUnit.SECONDS);
	}

	@Test
	void usesTheLoginThatIsKnown() throws Exception {
		String login = plant.url() + "   " + plant.user() + "   ";
		String anonymous = discovered();
		assertFalse(anonymous.contains(login), anonymous);
		connect();
		String attached = discovered();
		assertTrue(attached.contains(login), attached);
		LiveSessions.disconnect(client);
		String stored = discovered();
		assertTrue(stored.contains(login), stored);
		Workbench.screenshot("discovered-login");
	}
}
