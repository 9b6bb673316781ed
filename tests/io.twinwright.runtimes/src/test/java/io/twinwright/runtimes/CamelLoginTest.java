package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apache Camel in a generated folder at servers and brokers that are secured; the environment alone has secrets. */
class CamelLoginTest {
	private static final Duration LIMIT = Duration.ofMinutes(3);
	private static final String FILLER = "/twin/Juice1.fill";
	private static final String COMMANDS = "spBv1.0/acme.bottling/DCMD/twin/Juice1.fill";
	private static final String KEY_STORE = "changed-it";

	@TempDir
	private Path folder;
	private Path routes;
	private String classPath;

	@Test
	void logsInToServersAndBrokersThatAreSecured() throws IOException {
		Path keys = keys();
		Map<String, String> broker = Map.of("HOST_USER", "edge", "HOST_PASSWORD", "only here", "HOST_KEYS", keys.toString(), "HOST_KEYS_PASSWORD", KEY_STORE);
		try (Application.Plant plant = Application.plant(Checkout.example("bottling"), folder); SparkplugHost host = new SparkplugHost(SparkplugHost.installed(Camel.NAME), broker)) {
			routes = Application.generate("camel", Application.securelyAt(plant.url(), Checkout.example("bottling"), folder.resolve("model")), folder.resolve("out"));
			classPath = Camel.installed(routes);
			refuses(plant, host, keys, Map.of(), "The key store does not trust the certificate of '");
			trust(keys, folder.resolve("plant-pki/plant.p12"));
			Map<String, String> wrong = environment(plant, keys);
			wrong.keySet().removeIf(name -> !name.startsWith("TWINWRIGHT_SECRET_"));
			wrong.replaceAll((name, value) -> value + "x");
			refuses(plant, host, keys, wrong, "Bad_UserAccessDenied");
			refuses(plant, host, keys, Map.of("TWIN_MQTT_PASSWORD", "wrong"), "The broker cannot be told: Bad user name or password");
			try (Running camel = secured(host, keys, environment(plant, keys))) {
				host.await(message -> SparkplugHost.isOf(message, "DDATA", FILLER) && message.at("/payload/metrics/0").hasNonNull("value"));
				SparkplugHost.inOrder(host.messages());
				host.command(COMMANDS, "[{\"name\":\"speed\",\"type\":\"Double\",\"value\":7000}]");
				camel.line(line -> line.contains("A host has set 'speed' of 'Juice1.fill' to 7000.0."), LIMIT);
			}
			for (Path file : List.of(routes.resolve("plant.camel.yaml"), routes.resolve("signals.json"))) {
				assertFalse(Files.readString(file).contains(plant.password()), file::toString);
			}
		}
		Proofs.proven("camel", Camel.NAME, Consumers.version(classPath, "camel-main"),
				"reads and writes the simulated bottling line by Basic256Sha256 with user and password, and tells it to a broker by TLS with user and password");
	}

	private void refuses(Application.Plant plant, SparkplugHost host, Path keys, Map<String, String> changed, String sentence) throws IOException {
		Map<String, String> environment = environment(plant, keys);
		environment.putAll(changed);
		try (Running camel = secured(host, keys, environment)) {
			camel.line(line -> line.contains(sentence), LIMIT);
			assertEquals(List.of(), host.messages());
		}
	}

	/** Takes the certificate of a server for one that is trusted. */
	private static void trust(Path keys, Path server) throws IOException {
		try {
			KeyStore other = KeyStore.getInstance(server.toFile(), new char[0]);
			KeyStore store = KeyStore.getInstance(keys.toFile(), KEY_STORE.toCharArray());
			store.setCertificateEntry("server", other.getCertificate(other.aliases().nextElement()));
			try (OutputStream stream = Files.newOutputStream(keys)) {
				store.store(stream, KEY_STORE.toCharArray());
			}
		} catch (GeneralSecurityException e) {
			throw new AssertionError(e);
		}
	}

	private static Map<String, String> environment(Application.Plant plant, Path keys) {
		Map<String, String> environment = new HashMap<>();
		for (String name : List.of("PLC_FILLER", "PLC_LINE", "PLC_RESERVE")) {
			environment.put("TWINWRIGHT_SECRET_" + name, plant.user() + ":" + plant.password());
		}
		environment.putAll(Map.of("TWIN_KEYSTORE_URL", keys.toUri().toString(), "TWIN_KEYSTORE_PASSWORD", KEY_STORE, "TWIN_MQTT_USER", "edge",
				"TWIN_MQTT_PASSWORD", "only here", "TWIN_SPARKPLUG_COMMANDS", "true"));
		return environment;
	}

	private Running secured(SparkplugHost host, Path keys, Map<String, String> environment) throws IOException {
		Map<String, String> all = new HashMap<>(environment);
		all.put("TWIN_MQTT_URL", "ssl://localhost:" + host.port());
		return Camel.start(classPath, routes, all, "-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=" + KEY_STORE);
	}

	/** @return a key store with one key, which is that of the client, that of the broker and what both trust */
	private Path keys() throws IOException {
		Path keys = folder.resolve("keystore.p12");
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		Running made = Running.toItsEnd(folder, List.of(keytool, "-genkeypair", "-alias", "client", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=localhost",
				"-ext", "san=uri:urn:twinwright:camel,dns:localhost", "-ext", "ku:c=digitalSignature,nonRepudiation,keyEncipherment,dataEncipherment,keyCertSign",
				"-ext", "bc:c=ca:true", "-validity", "30", "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", KEY_STORE), LIMIT);
		assertEquals(0, made.code(), made::toString);
		return keys;
	}
}
