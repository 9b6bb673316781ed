package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.twinwright.cli.live.EnvironmentSecrets;
import io.twinwright.model.Endpoint;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.NewCertificate;
import io.twinwright.opcua.live.ServerSettings;
import io.twinwright.tests.opcua.Twins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What the text and the command line say of a server, and where its secrets are. */
class ServerSettingsTest {
	private static final Path PKI = Path.of("pki");

	private static LinkSettings of(String entries, Map<String, String> environment) {
		Endpoint server = Twins.parse("namespace a\nendpoint plc { url \"opc.tcp://localhost:4840/twin\" %s }".formatted(entries))
				.all(Endpoint.class).getFirst();
		return new ServerSettings(PKI, NewCertificate.REFUSED, new EnvironmentSecrets(environment)).of(server);
	}

	private static String refused(Executable task) {
		return assertThrows(IllegalArgumentException.class, task).getMessage();
	}

	@Test
	void readsAllThatAnEndpointSays() {
		assertEquals(new LinkSettings("opc.tcp://localhost:4840/twin", "Basic256Sha256", "Sign", "minji", "pa:ss", PKI, NewCertificate.REFUSED,
				Duration.ofMillis(1500), Duration.ofSeconds(30), null),
				of("security Basic256Sha256 mode Sign user secret \"plc-1\" timeout 1500 [ms] keepAlive 0.5 [min]",
						Map.of("TWINWRIGHT_SECRET_PLC_1", "minji:pa:ss")));
	}

	@Test
	void takesTheUsualWhereNothingIsSaid() {
		assertEquals(new LinkSettings("opc.tcp://localhost:4840/twin", "None", "None", null, null, PKI, NewCertificate.REFUSED, LinkSettings.TIMEOUT,
				LinkSettings.KEEP_ALIVE, null), of("", Map.of()));
		assertEquals("SignAndEncrypt", of("security Aes256_Sha256_RsaPss", Map.of()).mode());
	}

	@Test
	void takesAPasswordOfItsOwn() {
		LinkSettings settings = of("user \"minji\" password secret \"word\"", Map.of("TWINWRIGHT_SECRET_WORD", "a:b"));
		assertEquals("minji", settings.user());
		assertEquals("a:b", settings.password());
		assertNull(of("user secret \"u\"", Map.of("TWINWRIGHT_SECRET_U", "minji")).password());
	}

	@Test
	void namesASecretThatIsNotInTheEnvironment() {
		assertEquals("The secret 'plc' of endpoint 'plc' is not known. Set TWINWRIGHT_SECRET_PLC=user:password in the environment.",
				refused(() -> of("user secret \"plc\"", Map.of("TWINWRIGHT_SECRET_OTHER", "x"))));
		assertEquals("The secret 'word' of endpoint 'plc' is not known. Set TWINWRIGHT_SECRET_WORD=password in the environment.",
				refused(() -> of("user \"minji\" password secret \"word\"", Map.of())));
	}

	@Test
	void readsTheCertificateOfTheServer(@TempDir Path folder) throws Exception {
		byte[] der = new SelfSignedCertificateBuilder(SelfSignedCertificateGenerator.generateRsaKeyPair(2048)).setCommonName("plc")
				.setApplicationUri("urn:plc").build().getEncoded();
		Files.write(Files.createDirectories(folder.resolve("certificates")).resolve("plc.der"), der);
		Files.writeString(folder.resolve("plc.pem"), "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
				+ "\n-----END CERTIFICATE-----\n");
		Files.writeString(folder.resolve("plc.txt"), "no certificate");
		assertArrayEquals(der, in(folder, "\"certificates/plc.der\"", Map.of()).certificate().getEncoded());
		assertArrayEquals(der, in(folder, "\"plc.pem\"", Map.of()).certificate().getEncoded());
		assertArrayEquals(der, in(folder, "secret \"cert\"", Map.of("TWINWRIGHT_SECRET_CERT", folder.resolve("plc.pem").toString()))
				.certificate().getEncoded());
		assertEquals("There is no certificate '%s' for endpoint 'plc'. Export it from the server, or correct 'certificate'."
				.formatted(folder.resolve("none.der")), refused(() -> in(folder, "\"none.der\"", Map.of())));
		assertEquals("'%s' is no certificate for endpoint 'plc'. Export that of the server as X.509, in DER or PEM form."
				.formatted(folder.resolve("plc.txt")), refused(() -> in(folder, "\"plc.txt\"", Map.of())));
		assertEquals("The certificate '%s' of endpoint 'plc' cannot be read. Check that it is a file that you may read."
				.formatted(folder.resolve("certificates")), refused(() -> in(folder, "\"certificates\"", Map.of())));
	}

	/** @return the settings of an endpoint in a file of a folder */
	private static LinkSettings in(Path folder, String certificate, Map<String, String> environment) throws IOException {
		Path file = Files.writeString(folder.resolve("plant.twin"),
				"namespace a\nendpoint plc { url \"opc.tcp://localhost:4840\" certificate %s }".formatted(certificate));
		return new ServerSettings(PKI, NewCertificate.REFUSED, new EnvironmentSecrets(environment)).of(Twins.load(file).all(Endpoint.class).getFirst());
	}

	@Test
	void readsAUrlOfTheCommandLine() {
		ServerSettings settings = new ServerSettings(PKI, NewCertificate.TRUSTED, new EnvironmentSecrets(Map.of("TWINWRIGHT_PASSWORD", "word")));
		assertEquals(new LinkSettings("opc.tcp://localhost:4841", "Basic256Sha256", "SignAndEncrypt", "minji", "word", PKI, NewCertificate.TRUSTED,
				LinkSettings.TIMEOUT, LinkSettings.KEEP_ALIVE, null), settings.of("opc.tcp://localhost:4841", "basic256sha256", "minji"));
		assertNull(settings.of("opc.tcp://localhost:4841", "None", null).password());
	}

	@Test
	void refusesWhatIsNoUrlOfAServer() {
		ServerSettings settings = new ServerSettings(PKI, NewCertificate.TRUSTED, new EnvironmentSecrets(Map.of()));
		assertEquals("'localhost:4840' is no OPC UA server. Write it as in 'opc.tcp://localhost:4840'.",
				refused(() -> settings.of("localhost:4840", "None", null)));
		assertEquals("'mqtt://localhost' is no OPC UA server. Write it as in 'opc.tcp://localhost:4840'.",
				refused(() -> settings.of("mqtt://localhost", "None", null)));
		assertEquals("Security policy 'Basic' is not known. Known are None, Basic256Sha256, Aes128_Sha256_RsaOaep, Aes256_Sha256_RsaPss.",
				refused(() -> settings.of("opc.tcp://localhost:4841", "Basic", null)));
	}
}
