package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Apache Camel does in a generated folder when hosts command, and when servers and brokers go and come. */
class CamelPlantTest {
	private static final Duration LIMIT = Duration.ofMinutes(3);
	private static final String NODE = "spBv1.0/acme.bottling/%s/twin";
	private static final String FILLER = "/twin/Juice1.fill";
	private static final String SPEED = "Juice1.fill.speed";
	private static final String SILENCE = "-Dtwin.sparkplug.silence=5";
	private static final String COMMANDS = "-Dtwin.sparkplug.commands=true";
	private static final int GOOD = 192;
	private static final int STALE = 500;
	private static final String PUMP = """
			namespace two
			type Pump {
			  sensor flow : [m3/h] range 0..10 every 1 [s]
			  sensor heat : [Cel] range 0..100 every 1 [s]
			}
			asset P1 : Pump
			endpoint flows { url "opc.tcp://127.0.0.1:%d/twin" security None }
			endpoint heats { url "opc.tcp://127.0.0.1:%d/twin" security None }
			bind P1.flow to flows "nsu=urn:pumps;s=P1.flow"
			bind P1.heat to heats "nsu=urn:pumps;s=P1.heat"
			""";

	@TempDir
	private Path folder;
	private Path installed;
	private Path routes;
	private Path model;
	private String classPath;

	@BeforeEach
	void install() throws IOException {
		installed = SparkplugHost.installed(Camel.NAME);
	}

	private void generate(Path from) throws IOException {
		model = from;
		routes = Application.generate("camel", model, folder.resolve("out"));
		classPath = Camel.installed(routes);
	}

	private Running camel(SparkplugHost host, String... properties) throws IOException {
		return Camel.start(classPath, routes, Map.of("TWIN_MQTT_URL", "tcp://127.0.0.1:" + host.port()), properties);
	}

	private static String metric(String name, String type, Object value) {
		return "[{\"name\":\"%s\",\"type\":\"%s\",\"value\":%s}]".formatted(name, type, value);
	}

	private static String topic(String type) {
		return NODE.formatted(type);
	}

	@Test
	void writesWhatHostsMayCommand() throws IOException {
		try (Application.Plant plant = Application.plant(Checkout.example("bottling"), folder); SparkplugHost host = new SparkplugHost(installed, Map.of())) {
			generate(Application.at(plant.url(), Checkout.example("bottling"), folder.resolve("model")));
			double before;
			try (Running camel = camel(host)) {
				host.await(message -> SparkplugHost.isOf(message, "DDATA", FILLER));
				before = Application.read(plant.url(), model, SPEED);
				host.command(topic("DCMD") + "/Juice1.fill", metric("speed", "Double", 7000));
				camel.line(line -> line.contains("commands are off"), LIMIT);
				assertEquals(before, Application.read(plant.url(), model, SPEED));
			}
			assertTrue(before != 7000 && before != 7100, "The speed of the plant is one that is commanded: " + before);
			try (Running camel = camel(host, COMMANDS)) {
				int born = host.messages().size();
				host.awaitTopic("DBIRTH" + FILLER, born);
				refuses(host, camel, metric("speed", "Double", 12_001), "'speed' of 'Juice1.fill' to 12001.0: its range is 0..12000.");
				refuses(host, camel, metric("speed", "String", "\"fast\""), "'speed' of 'Juice1.fill' to fast: it has another data type.");
				refuses(host, camel, metric("flow", "Double", 1), "'flow' of 'Juice1.fill' to 1.0: it is not writable.");
				refuses(host, camel, metric("pressure", "Double", 1), "'pressure' of 'Juice1.fill' to 1.0: the device has no such metric.");
				assertEquals(before, Application.read(plant.url(), model, SPEED));
				host.command(topic("DCMD") + "/Juice1.fill", metric("speed", "Double", 7000));
				camel.line(line -> line.contains("A host has set 'speed' of 'Juice1.fill' to 7000.0."), LIMIT);
				assertEquals(7000, Application.read(plant.url(), model, SPEED));
				host.await(message -> SparkplugHost.isOf(message, "DDATA", FILLER) && message.at("/payload/metrics/0/value").asDouble() == 7000);
				long alias = alias(host.await(message -> SparkplugHost.isOf(message, "DBIRTH", FILLER)), "speed");
				host.command(topic("DCMD") + "/Juice1.fill", "[{\"alias\":%d,\"type\":\"Float\",\"value\":7100}]".formatted(alias));
				camel.line(line -> line.contains("A host has set 'alias %d' of 'Juice1.fill' to 7100.0.".formatted(alias)), LIMIT);
				assertEquals(7100, Application.read(plant.url(), model, SPEED));
			}
		}
		proven("writes set points that a host commands by Eclipse Tahu to the simulated bottling line, and refuses what is not writable or out of range");
	}

	private void proven(String what) {
		Proofs.proven("camel", Camel.NAME, Consumers.version(classPath, "camel-main"), what);
	}

	private void refuses(SparkplugHost host, Running camel, String metric, String sentence) throws IOException {
		host.command(topic("DCMD") + "/Juice1.fill", metric);
		camel.line(line -> line.contains("A host cannot set " + sentence), LIMIT);
	}

	private static long alias(JsonNode birth, String name) {
		for (JsonNode metric : birth.at("/payload/metrics")) {
			if (metric.get("name").asText().equals(name)) {
				return metric.get("alias").asLong();
			}
		}
		throw new AssertionError(birth.toString());
	}

	@Test
	void tellsTheDeathOfDevicesWhoseServerIsLost() throws IOException {
		int port = Ports.free();
		try (SparkplugHost host = new SparkplugHost(installed, Map.of())) {
			generate(Application.at("opc.tcp://127.0.0.1:%d/twin".formatted(port), Checkout.example("bottling"), folder.resolve("model")));
			try (Application.Plant first = Application.plant(port, Checkout.example("bottling"), folder); Running camel = camel(host, SILENCE)) {
				host.await(message -> SparkplugHost.isOf(message, "DDATA", FILLER));
				first.close();
				host.awaitTopic("DDEATH" + FILLER, 0);
				Set<String> born = SparkplugHost.devices(host.messages(), "DBIRTH");
				assertTrue(born.size() > 1, born::toString);
				host.await(message -> SparkplugHost.devices(host.messages(), "DDEATH").equals(born));
				int dead = host.messages().size();
				host.rebirth(topic("NCMD"));
				host.awaitTopic("/NBIRTH/twin", dead);
				int reborn = host.messages().size();
				try (Application.Plant second = Application.plant(port, Checkout.example("bottling"), folder)) {
					host.awaitTopic("DBIRTH" + FILLER, reborn);
					host.awaitTopic("DDATA" + FILLER, host.messages().size());
				}
				SparkplugHost.inOrder(host.messages());
			}
		}
		proven("tells the death of each device when the simulated bottling line ends, and its birth when that is back");
	}

	@Test
	void tellsWhatIsStaleWhereOneOfTwoServersIsLost() throws IOException {
		int flows = Ports.free();
		int heats = Ports.free();
		Path text = Files.writeString(Files.createDirectories(folder.resolve("two")).resolve("pump.twin"), PUMP.formatted(flows, heats));
		generate(text);
		try (SparkplugHost host = new SparkplugHost(installed, Map.of()); Application.Plant flow = Application.plant(flows, text, folder);
				Application.Plant heat = Application.plant(heats, text, folder); Running camel = camel(host, SILENCE)) {
			JsonNode birth = host.await(message -> SparkplugHost.isOf(message, "DBIRTH", "/twin/P1"));
			long alias = alias(birth, "heat");
			host.await(message -> SparkplugHost.isOf(message, "DDATA", "/twin/P1") && quality(message, alias) == GOOD);
			heat.close();
			host.await(message -> SparkplugHost.isOf(message, "DDATA", "/twin/P1") && quality(message, alias) == STALE);
			int stale = host.messages().size();
			host.awaitTopic("DDATA/twin/P1", stale);
			try (Application.Plant again = Application.plant(heats, text, folder)) {
				host.await(stale, message -> SparkplugHost.isOf(message, "DDATA", "/twin/P1") && quality(message, alias) == GOOD);
			}
			assertEquals(Set.of(), SparkplugHost.devices(host.messages(), "DDEATH"));
			SparkplugHost.inOrder(host.messages());
		}
	}

	/** @return the quality of a metric, -1 where a message does not tell it; no quality means a good one */
	private static int quality(JsonNode message, long alias) {
		for (JsonNode metric : message.at("/payload/metrics")) {
			if (metric.get("alias").asLong() == alias) {
				return metric.at("/properties/Quality/value").asInt(GOOD);
			}
		}
		return -1;
	}

	@Test
	void isBornAgainWhereItsBrokerWasLost() throws IOException {
		try (Application.Plant plant = Application.plant(Checkout.example("bottling"), folder); SparkplugHost first = new SparkplugHost(installed, Map.of())) {
			generate(Application.at(plant.url(), Checkout.example("bottling"), folder.resolve("model")));
			try (Running camel = camel(first)) {
				long before = bdSeq(first.awaitTopic("/NBIRTH/twin", 0));
				first.await(message -> SparkplugHost.isOf(message, "DDATA", FILLER));
				first.close();
				try (SparkplugHost second = new SparkplugHost(installed, Map.of("HOST_PORT", Integer.toString(first.port())))) {
					second.await(message -> SparkplugHost.isOf(message, "DDATA", FILLER));
					JsonNode birth = second.messages().getFirst();
					assertEquals(topic("NBIRTH"), birth.get("topic").asText());
					assertTrue(bdSeq(birth) > before, "Each connection has a number of its own.");
					assertEquals(SparkplugHost.devices(first.messages(), "DBIRTH"), SparkplugHost.devices(second.messages(), "DBIRTH"));
					SparkplugHost.inOrder(second.messages());
					camel.close();
					assertEquals(bdSeq(birth), bdSeq(second.awaitTopic("/NDEATH/twin", 0)), "The will belongs to the birth.");
				}
			}
		}
		proven("is born again with a number of its own after its broker was lost");
	}

	private static long bdSeq(JsonNode message) {
		return message.at("/payload/metrics/0/value").asLong();
	}
}
