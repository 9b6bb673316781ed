package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.live.NewCertificate;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.opcua.Twins;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that cannot be opened say whose fault it is and what to do, in whole sentences and in bounded time. */
class RefusalTest {
	private static final String TWIN = """
			namespace a
			type Tank { sensor flow : [l/min] every 100 [ms] }
			asset T1 : Tank
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			bind T1 to plc "nsu=urn:test:plant;s=T1"
			""";
	private static final Consumer<Nodes> TANK = nodes -> nodes.variable(nodes.object("T1"), "flow", NodeIds.Double, 1.0);
	private final TwinModel twin = Twins.parse(TWIN);
	@TempDir
	private Path pki;

	private void assertOpens(LinkSettings settings) throws Exception {
		Recorder recorder = new Recorder();
		LiveLink link = Links.open(settings, twin, recorder);
		try {
			assertEquals(1.0, recorder.value(Twins.point(twin, "T1.flow")));
		} finally {
			Links.end(link);
		}
	}

	private String refusal(LinkSettings settings) throws Exception {
		return Links.refusal(settings, twin);
	}

	@Test
	void sayThatNoServerAnswers() throws Exception {
		String url = TestServer.url(TestServer.freePort());
		assertEquals("No server answers at '%s'. Check that it runs, and the port.".formatted(url),
				refusal(LinkSettings.local(url, pki)));
	}

	@Test
	void sayThatAHostIsNotKnown() throws Exception {
		assertEquals("The host of 'opc.tcp://nowhere.invalid:4840' is not known. Check its name.",
				refusal(LinkSettings.local("opc.tcp://nowhere.invalid:4840", pki)));
	}

	@Test
	void sayThatAServerDoesNotAnswer() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName(TestServer.HOST))) {
			String url = TestServer.url(silent.getLocalPort());
			String sentence = refusal(Links.impatient(url, pki));
			assertEquals("The server at '%s' did not answer in time. Check that it runs and is an OPC UA server.".formatted(url), sentence);
		}
	}

	@Test
	void sayThatAnotherProgramAnswers() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getByName(TestServer.HOST))) {
			Thread.ofPlatform().daemon().start(() -> {
				while (!other.isClosed()) {
					try (var socket = other.accept()) {
						socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
					} catch (java.io.IOException closed) {
						return;
					}
				}
			});
			String url = TestServer.url(other.getLocalPort());
			String sentence = refusal(Links.impatient(url, pki));
			assertEquals("What answers at '%s' is no OPC UA server. Check the port.".formatted(url), sentence);
		}
	}

	@Test
	void sayThatThePathIsNotServed() throws Exception {
		try (TestServer server = new TestServer.Plan().start(TANK)) {
			String url = server.url().replace(TestServer.PATH, "/other");
			String sentence = refusal(Links.impatient(url, pki));
			assertTrue(sentence.contains("'" + url + "'") && sentence.endsWith("Check the path of the URL."), sentence);
		}
	}

	@Test
	void sayWhichSecurityIsOffered() throws Exception {
		try (TestServer server = new TestServer.Plan().start(TANK)) {
			assertEquals("The server at '%s' offers no endpoint with Basic256Sha256 and SignAndEncrypt. It offers: None None."
					.formatted(server.url()), refusal(Links.secure(server.url(), pki, null, null, true)));
		}
	}

	@Test
	void sayThatOurProgramRefusesAServerThatIsNotTrustedYet() throws Exception {
		try (TestServer server = new TestServer.Plan().secured().start(TANK)) {
			String sentence = refusal(Links.secure(server.url(), pki, null, null, false));
			Path rejected = only(pki.resolve("rejected"));
			assertTrue(sentence.startsWith("This program refused the server's certificate '"), sentence);
			assertTrue(sentence.contains("it is not trusted yet") && sentence.contains("--trust")
					&& sentence.contains(rejected.toString()) && sentence.contains(pki.resolve("trusted").toString()), sentence);
			// what the sentence says helps
			Files.move(rejected, Files.createDirectories(pki.resolve("trusted")).resolve(rejected.getFileName()));
			assertOpens(Links.secure(server.url(), pki, null, null, false));
		}
	}

	private static Path only(Path folder) throws Exception {
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> all = files.toList();
			assertEquals(1, all.size(), all.toString());
			return all.getFirst();
		}
	}

	@Test
	void trustANewServerWhereThatIsWanted() throws Exception {
		try (TestServer server = new TestServer.Plan().secured().start(TANK)) {
			assertOpens(Links.secure(server.url(), pki, null, null, true));
			only(pki.resolve("trusted"));
			assertFalse(Files.exists(pki.resolve("rejected")));
			assertOpens(Links.secure(server.url(), pki, null, null, false));
		}
	}

	@Test
	void trustTheNamedCertificateAlone() throws Exception {
		try (TestServer server = new TestServer.Plan().secured().start(TANK);
				TestServer other = new TestServer.Plan().secured().expired().start(TANK)) {
			assertOpens(named(server.url(), server));
			assertFalse(Files.exists(pki.resolve("trusted")), "the text names it");
			assertOpens(Links.secure(server.url(), pki, null, null, true));
			String sentence = refusal(named(server.url(), other));
			assertTrue(sentence.matches("This program refused the server's certificate '.*CN=test server' \\(SHA-1 \\p{XDigit}{40}\\): the "
					+ "endpoint trusts '.*CN=test server' \\(SHA-1 \\p{XDigit}{40}\\) only. If the server has a new one, put that into the file "
					+ "of 'certificate'."), sentence);
			assertTrue(refusal(named(other.url(), other)).endsWith("only. Renew it on the server, or set the clock."));
		}
	}

	/** Trusts one server only, whatever lies in the folder and is seen for the first time. */
	private LinkSettings named(String url, TestServer trusted) {
		return new LinkSettings(url, "Basic256Sha256", "SignAndEncrypt", null, null, pki, NewCertificate.TRUSTED, LinkSettings.TIMEOUT,
				LinkSettings.KEEP_ALIVE, trusted.certificate());
	}

	@Test
	void sayThatTheServersCertificateIsOver() throws Exception {
		try (TestServer server = new TestServer.Plan().secured().expired().start(TANK)) {
			String sentence = refusal(Links.secure(server.url(), pki, null, null, true));
			assertTrue(sentence.startsWith("This program refused the server's certificate '") && sentence.contains("CN=test server"), sentence);
			assertTrue(sentence.endsWith("only. Renew it on the server, or set the clock."), sentence);
			assertFalse(Files.exists(pki.resolve("trusted")), "an expired certificate is not trusted for later");
		}
	}

	@Test
	void sayThatTheServerRefusesOurCertificate() throws Exception {
		try (TestServer server = new TestServer.Plan().secured().distrustful().start(TANK)) {
			String sentence = refusal(Links.secure(server.url(), pki, null, null, true));
			assertTrue(sentence.startsWith("The server at '%s' refused the certificate of this program (".formatted(server.url())), sentence);
			Path ours = pki.resolve("own").resolve("client.der");
			assertTrue(sentence.endsWith("Let its administrator trust '%s', then connect again.".formatted(ours)), sentence);
			assertTrue(Files.exists(ours));
		}
	}

	@Test
	void sayThatTheServerRefusesAUser() throws Exception {
		try (TestServer server = new TestServer.Plan().secured().user("minji", "right").start(TANK)) {
			assertOpens(Links.secure(server.url(), pki, "minji", "right", true));
			assertEquals("The server at '%s' refused user 'minji'. Check name and password.".formatted(server.url()),
					refusal(Links.secure(server.url(), pki, "minji", "wrong", true)));
			assertEquals("The server at '%s' refused user 'nobody'. Check name and password.".formatted(server.url()),
					refusal(Links.secure(server.url(), pki, "nobody", "right", true)));
			assertEquals("The server at '%s' refused user 'minji'. Check name and password.".formatted(server.url()),
					refusal(Links.secure(server.url(), pki, "minji", null, true)));
			assertEquals("The server at '%s' refuses anonymous sessions. Give a user and a password.".formatted(server.url()),
					refusal(Links.secure(server.url(), pki, null, null, true)));
		}
	}

	@Test
	void sayThatAServerTakesNoUsers() throws Exception {
		try (TestServer server = new TestServer.Plan().start(TANK)) {
			assertEquals("The server at '%s' takes no user names. Leave the user out.".formatted(server.url()),
					refusal(new LinkSettings(server.url(), "None", "None", "minji", "right", pki, NewCertificate.REFUSED, LinkSettings.TIMEOUT,
							LinkSettings.KEEP_ALIVE, null)));
		}
	}

	@Test
	void sayThatTheCertificatesCannotBeKept() throws Exception {
		Path file = Files.writeString(pki.resolve("file"), "");
		String sentence = refusal(LinkSettings.local(TestServer.url(TestServer.freePort()), file));
		assertTrue(sentence.startsWith("The certificates in '%s' cannot be read or written: ".formatted(file)), sentence);
	}

	@Test
	void areNoneAtTheSimulatedPlantForItsUser() throws Exception {
		try (SimulatedPlant plant = SimulatedPlant.of(twin, Twins.nodeSets(twin)).user("시험", "비밀").start(pki).get(60, TimeUnit.SECONDS)) {
			for (LinkSettings settings : List.of(LinkSettings.local(plant.url(), pki),
					Links.secure(plant.url(), pki, "시험", "비밀", true))) {
				Recorder recorder = new Recorder();
				LiveLink link = Links.open(settings, twin, recorder);
				recorder.value(Twins.point(twin, "T1.flow"));
				Links.end(link);
			}
			assertEquals("The server at '%s' refused user '시험'. Check name and password.".formatted(plant.url()),
					refusal(Links.secure(plant.url(), pki, "시험", "secret", true)));
		}
	}
}
