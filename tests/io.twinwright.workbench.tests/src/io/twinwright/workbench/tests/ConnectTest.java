package io.twinwright.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.workbench.live.Certificates;
import io.twinwright.workbench.live.LiveSessions;
import io.twinwright.workbench.plant.SimulatedPlants;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the user is asked and told when a project is attached to a server that wants a user and shows a certificate. */
@ExtendWith(NoErrors.class)
class ConnectTest {
	private static final String TEXT = """
			namespace secured
			type Meter { sensor power : [kW] range 0..250 every 1 [s] }
			asset Meter1 : Meter { identity { SerialNumber "M-1" } }
			endpoint plc { url "URL" security Basic256Sha256 mode SignAndEncrypt user secret "SECRET" }
			bind Meter1 to plc "nsu=urn:secured:plc;s=Meter1"
			""";
	private static final long LIMIT_SECONDS = 90;

	private IProject server;
	private IProject client;
	private IFile text;
	private SimulatedPlant plant;

	@BeforeEach
	void startServer() throws CoreException {
		server = Workbench.project("server");
		Workbench.file(server, "plant.twin", TEXT.replace("URL", "opc.tcp://localhost:4840").replace("SECRET", "s"));
		SimulatedPlants.start(server, 1, List.of(), sentence -> {
			// nobody reads it here
		});
		plant = SimulatedPlants.of(server).orElseThrow();
		client = Workbench.project("client");
		text = Workbench.file(client, "plant.twin", "");
	}

	@AfterEach
	void stopServer() throws CoreException {
		// a question that a test that failed did not answer
		Workbench.closeDialogs();
		LiveSessions.disconnect(client);
		SimulatedPlants.stop(server);
	}

	@Test
	void asksForTheSecretThenForTheCertificate() throws Exception {
		write(TEXT.replace("URL", plant.url()).replace("SECRET", "right-" + plant.password()));
		CompletableFuture<Void> refused = connect();
		Shell secret = Workbench.shell("Secret");
		Workbench.until("it says which", () -> Workbench.says(secret, "names the secret 'right-" + plant.password() + "'"));
		Workbench.screenshot("secret");
		enter(secret, plant.user() + ":" + plant.password());
		Shell certificate = Workbench.shell("New Certificate");
		Workbench.until("it shows whose it is", () -> Workbench.says(certificate, "CN=Twinwright simulated plant"));
		Workbench.screenshot("certificate");
		Workbench.press(certificate, "Refuse");
		assertTrue(sentence(refused).startsWith("This program refused the server's certificate"), sentence(refused));

		CompletableFuture<Void> once = connect();
		Workbench.press(Workbench.shell("New Certificate"), "Trust Once");
		once.get(LIMIT_SECONDS, TimeUnit.SECONDS);
		assertTrue(LiveSessions.of(client).isPresent());

		CompletableFuture<Void> always = connect();
		Workbench.press(Workbench.shell("New Certificate"), "Trust Always");
		always.get(LIMIT_SECONDS, TimeUnit.SECONDS);
		connect().get(LIMIT_SECONDS, TimeUnit.SECONDS);
		changesItsMindUnderPreferences();
	}

	/** The certificate is trusted at first; each button of the page is pressed, and the server connected to. */
	private void changesItsMindUnderPreferences() throws Exception {
		PreferenceDialog preferences = Workbench.ui(() -> {
			PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(Workbench.window().getShell(),
					"io.twinwright.workbench.certificates", null, null);
			dialog.setBlockOnOpen(false);
			dialog.open();
			return dialog;
		});
		Shell page = Workbench.ui(preferences::getShell);
		Table table = Workbench.ui(() -> Workbench.find(page, Table.class).getFirst());
		choose(table, plant.thumbprint());
		Workbench.screenshot("certificates");
		Workbench.begin(() -> {
			Workbench.button(page, "View").notifyListeners(SWT.Selection, new Event());
			return null;
		});
		Shell view = Workbench.shell("Who");
		Workbench.until("it shows whose it is", () -> Workbench.says(view, "Who: O=Twinwright,CN=Twinwright simulated plant")
				&& Workbench.says(view, "SHA-256: "));
		Workbench.screenshot("certificate-view");
		Workbench.press(view, "OK");

		Workbench.press(page, "Refuse");
		choose(table, plant.thumbprint());
		assertEquals("refused", Workbench.ui(() -> table.getSelection()[0].getText(0)));
		CompletableFuture<Void> asked = connect();
		Workbench.press(Workbench.shell("New Certificate"), "Refuse");
		assertTrue(sentence(asked).endsWith("If it is your server, connect again and trust it, or trust it under Window > Preferences > Certificates."),
				sentence(asked));

		Workbench.press(page, "Trust");
		connect().get(LIMIT_SECONDS, TimeUnit.SECONDS);
		choose(table, plant.thumbprint());
		assertEquals("trusted", Workbench.ui(() -> table.getSelection()[0].getText(0)));

		Workbench.press(page, "Forget");
		assertTrue(new Certificates(Path.of(System.getProperty("twinwright.pki"))).all().stream().noneMatch(Certificates.Known::trusted));
		assertFalse(Workbench.ui(() -> Workbench.button(page, "View").isEnabled()), "Nothing is selected.");
		Workbench.ui(preferences::close);
		CompletableFuture<Void> again = connect();
		Workbench.press(Workbench.shell("New Certificate"), "Trust Once");
		again.get(LIMIT_SECONDS, TimeUnit.SECONDS);
	}

	/** Selects the row with a fingerprint. */
	private static void choose(Table table, String thumbprint) {
		Workbench.ui(() -> {
			for (int row = 0; row < table.getItemCount(); row++) {
				if (table.getItem(row).getText(4).replace(" ", "").equalsIgnoreCase(thumbprint)) {
					table.setSelection(row);
				}
			}
			assertEquals(1, table.getSelectionCount(), thumbprint);
			table.notifyListeners(SWT.Selection, new Event());
			return null;
		});
	}

	@Test
	void saysThatThePasswordIsWrong() throws Exception {
		write(TEXT.replace("URL", plant.url()).replace("SECRET", "wrong-" + plant.password()));
		CompletableFuture<Void> refused = connect();
		enter(Workbench.shell("Secret"), plant.user() + ":no");
		Workbench.press(Workbench.shell("New Certificate"), "Trust Once");
		assertEquals("The server at '%s' refused user '%s'. Check name and password.".formatted(plant.url(), plant.user()), sentence(refused));
	}

	@Test
	void saysThatNoServerAnswers() throws Exception {
		String url = plant.url();
		SimulatedPlants.stop(server);
		write(TEXT.replace("URL", url).replace("user secret \"SECRET\"", ""));
		assertEquals("No server answers at '%s'. Check that it runs, and the port.".formatted(url), sentence(connect()));
		write("namespace empty\ntype A { }\n");
		assertEquals("Nothing in project 'client' is bound to an OPC UA server. Add 'bind', or start the simulated plant.", sentence(connect()));
	}

	@Test
	void saysThatTheServerIsAnotherOne() throws Exception {
		// our own certificate is that of no server
		try (InputStream other = Files.newInputStream(Path.of(System.getProperty("twinwright.pki"), "own", "client.der"))) {
			client.getFile("other.der").create(other, true, null);
		}
		write(TEXT.replace("URL", plant.url()).replace("user secret \"SECRET\"", "user \"operator\" password secret \"other-" + plant.password()
				+ "\" certificate \"other.der\""));
		CompletableFuture<Void> refused = connect();
		enter(Workbench.shell("Secret"), plant.password());
		assertTrue(sentence(refused).contains("If the server has a new one, put that into the file of 'certificate'."), sentence(refused));
	}

	@Test
	void saysThatAnEndpointDoesNotAnswer() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			String url = "opc.tcp://127.0.0.1:" + silent.getLocalPort() + "/";
			write(TEXT.replace("URL", url).replace("user secret \"SECRET\"", "timeout 2 [s]").replace("security Basic256Sha256 mode SignAndEncrypt",
					"security None"));
			String sentence = sentence(connect());
			assertTrue(sentence.contains("'" + url + "'") && sentence.contains("Check"), sentence);
			assertTrue(LiveSessions.of(client).isEmpty());
		}
	}

	@Test
	void showsInAWindowWhyItCouldNotConnect() throws Exception {
		String url = plant.url();
		SimulatedPlants.stop(server);
		write(TEXT.replace("URL", url).replace("user secret \"SECRET\"", ""));
		ITextEditor editor = Workbench.edit(text);
		Workbench.ui(() -> {
			Workbench.page().activate(editor);
			return null;
		});
		Workbench.command("io.twinwright.workbench.connect");
		Shell problem = Workbench.shell("Connecting 'client'");
		Workbench.until("it says why", () -> Workbench.says(problem, "No server answers at '%s'. Check that it runs, and the port.".formatted(url)));
		Workbench.screenshot("connect-failed");
		Workbench.press(problem, "OK");
		Workbench.ui(() -> Workbench.page().closeAllEditors(false));
	}

	private void write(String content) throws CoreException {
		text.setContents(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), true, false, null);
	}

	private CompletableFuture<Void> connect() {
		return CompletableFuture.runAsync(() -> {
			try {
				LiveSessions.connect(client);
			} catch (CoreException e) {
				throw new IllegalStateException(e.getStatus().getMessage());
			}
		});
	}

	private static String sentence(CompletableFuture<Void> refused) {
		return assertThrows(ExecutionException.class, () -> refused.get(LIMIT_SECONDS, TimeUnit.SECONDS)).getCause().getMessage();
	}

	private static void enter(Shell dialog, String secret) {
		Workbench.ui(() -> {
			Workbench.find(dialog, Text.class).stream().filter(Text::getEditable).findFirst().orElseThrow().setText(secret);
			return null;
		});
		Workbench.press(dialog, "OK");
	}
}
