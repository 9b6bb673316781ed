package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.behaviour.Fault;
import io.twinwright.opcua.behaviour.Observation;
import io.twinwright.opcua.nodes.Addressed;
import io.twinwright.opcua.plant.EvaluatedInsights;
import io.twinwright.opcua.plant.PlantBuilder;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.opcua.security.OwnCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server on a free port and a real client. */
class SimulatedPlantTest {
	private static final String PLANT = """
			namespace a
			enum Phase { one = 3 two }
			type Tank {
			  sensor flow : [l/min] range 0..220 every 100 [ms] node "Process/Flow" alarm high 200
			  actuator flowSet : [l/min] range 0..220 node "Process/FlowSet"
			  sensor speed : [/h] range 0..12000 every 100 [ms]
			  sensor many : integer range 0..120 every 100 [ms]
			  sensor count : counter every 100 [ms]
			  sensor energy : counter [kW.h] every 100 [ms]
			  state mode : PackML every 100 [ms]
			  state phase : Phase every 100 [ms]
			  state batch : string every 100 [ms]
			  sensor open : boolean every 100 [ms]
			  sensor at : geopoint every 100 [ms]
			  sensor since : timestamp every 100 [ms]
			  property volume : [m3] = 36.8 [m3]
			  parameter level : [%] = 40 [%] range 0..100
			  insight half : [l/min] = flow / 2
			}
			asset T1 : Tank
			asset L : Line { part tank : Tank uses T1 part free : Tank }
			asset Dcs : Tank
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			endpoint dcs { url "opc.tcp://localhost:4841" security None }
			bind T1 to plc "nsu=https://acme.example/ua;s=Tank1"
			bind T1.speed to plc "nsu=https://acme.example/ua;i=42" as [/min]
			bind Dcs to dcs "ns=7;s=DCS"
			""";
	private static final int SECONDS = 20;

	@TempDir
	private Path folder;
	private final Queue<String> log = new ConcurrentLinkedQueue<>();
	private SimulatedPlant plant;
	private OpcUaClient client;

	private SimulatedPlant start(PlantBuilder builder) throws Exception {
		plant = builder.log(log::add).start(folder).get(60, TimeUnit.SECONDS);
		assertEquals(List.of(), plant.unread());
		return plant;
	}

	private static PlantBuilder plant(TwinModel twin) {
		return SimulatedPlant.of(twin, Twins.nodeSets(twin));
	}

	@AfterEach
	void stop() throws Exception {
		if (client != null) {
			client.disconnectAsync().get(SECONDS, TimeUnit.SECONDS);
		}
		if (plant != null) {
			plant.close();
		}
	}

	private OpcUaClient connect(SecurityPolicy policy, IdentityProvider identity) throws Exception {
		OwnCertificate own = OwnCertificate.in(folder, "client", "test", "urn:test:client");
		OpcUaClient made = OpcUaClient.create(plant.url(),
				endpoints -> endpoints.stream().filter(one -> one.getSecurityPolicyUri().equals(policy.getUri())).findFirst(),
				transport -> {
				}, config -> config.setApplicationUri("urn:test:client").setApplicationName(LocalizedText.english("test"))
						.setKeyPair(own.keyPair()).setCertificate(own.certificate())
						.setCertificateChain(new java.security.cert.X509Certificate[] {own.certificate()})
						.setCertificateValidator(new CertificateValidator.InsecureCertificateValidator())
						.setIdentityProvider(identity));
		made.connectAsync().get(SECONDS, TimeUnit.SECONDS);
		client = made;
		return made;
	}

	private OpcUaClient connect() throws Exception {
		return connect(SecurityPolicy.None, new AnonymousProvider());
	}

	private NodeId id(TwinModel twin, Located located) {
		return Addressed.id(Addresses.of(twin, located), client.getNamespaceTable())
				.orElseThrow(() -> new AssertionError("No namespace for " + located.path()));
	}

	private DataValue read(NodeId id, AttributeId attribute) throws UaException {
		return client.read(0, TimestampsToReturn.Both, List.of(new ReadValueId(id, attribute.uid(), null, null)))
				.getResults()[0];
	}

	private DataValue read(TwinModel twin, String path) throws UaException {
		return read(id(twin, Twins.at(twin, path)), AttributeId.Value);
	}

	private double number(TwinModel twin, String path) {
		try {
			return ((Number) read(twin, path).value().value()).doubleValue();
		} catch (UaException e) {
			throw new AssertionError(e);
		}
	}

	/** @return a property of a node that OPC UA itself names */
	private Object property(NodeId node, String name) throws UaException {
		var path = new BrowsePath(node, new RelativePath(new RelativePathElement[] {
				new RelativePathElement(new NodeId(0, 46), false, true, new QualifiedName(0, name))}));
		var result = client.translateBrowsePaths(List.of(path)).getResults()[0];
		if (!result.getStatusCode().isGood()) {
			return null;
		}
		NodeId target = result.getTargets()[0].getTargetId().toNodeId(client.getNamespaceTable()).orElseThrow();
		Object value = read(target, AttributeId.Value).value().value();
		return value instanceof ExtensionObject object ? object.decode(client.getStaticEncodingContext()) : value;
	}

	private static void await(String what, BooleanSupplier condition) {
		Instant limit = Instant.now().plusSeconds(SECONDS);
		while (!condition.getAsBoolean()) {
			assertTrue(Instant.now().isBefore(limit), "Not within %d s: %s".formatted(SECONDS, what));
			Thread.onSpinWait();
		}
	}

	@Test
	void servesEverySignalOfEveryExampleAtItsAddress() throws Exception {
		TwinModel twin = Twins.load(Twins.example("bottling"));
		start(plant(twin));
		connect();
		for (Located located : Twins.all(twin)) {
			NodeId id = id(twin, located);
			assertEquals(Optional.of(id), plant.id(located));
			DataValue browseName = read(id, AttributeId.BrowseName);
			assertTrue(browseName.statusCode().isGood(), located.path());
			if (located instanceof Point point) {
				DataValue value = read(id, AttributeId.Value);
				boolean waits = value.statusCode().value() == StatusCodes.Bad_WaitingForInitialData;
				assertEquals(point.kind() == SignalKind.INSIGHT, waits, located.path());
				assertEquals(point.range().isPresent(), property(id, "EURange") instanceof Range, located.path());
				assertEquals(point.unit() != null, property(id, "EngineeringUnits") instanceof EUInformation, located.path());
			}
		}
	}

	@Test
	void givesEachValueTypeItsDataTypeOnTheWire() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin));
		connect();
		List<Class<?>> classes = List.of("flow", "many", "count", "energy", "mode", "phase", "batch", "open", "at", "since")
				.stream().<Class<?>>map(name -> {
					try {
						return read(twin, "L.tank." + name).value().value().getClass();
					} catch (UaException e) {
						throw new AssertionError(e);
					}
				}).toList();
		assertEquals(List.of("Double", "Integer", "UInteger", "Double", "Integer", "Integer", "String", "Boolean", "Double[]",
				"DateTime"), classes.stream().map(Class::getSimpleName).toList());
		assertEquals(36.8, number(twin, "L.free.volume"));
		assertTrue(List.of(3, 4).contains((int) number(twin, "L.free.phase")));
	}

	@Test
	void servesBoundNodesInTheirNamespaceAndUnit() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin));
		connect();
		int acme = client.getNamespaceTable().getIndex("https://acme.example/ua").intValue();
		NodeId speed = new NodeId(acme, 42);
		assertEquals(speed, id(twin, Twins.at(twin, "L.tank.speed")));
		Range range = (Range) property(speed, "EURange");
		assertEquals(200, range.getHigh(), 1e-9);
		assertTrue(number(twin, "L.tank.speed") <= 200);
		assertEquals("/min", ((EUInformation) property(speed, "EngineeringUnits")).getDisplayName().text().replace("1/", "/")
				.replace("r", ""));
		assertTrue(read(new NodeId(acme, "Tank1.Process.Flow"), AttributeId.Value).statusCode().isGood());
	}

	@Test
	void keepsTheNamespaceNumbersThatTheModelNames() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin));
		connect();
		assertTrue(read(new NodeId(7, "DCS.Process.Flow"), AttributeId.Value).statusCode().isGood());
		for (String uri : client.getNamespaceTable().toArray()) {
			assertEquals(uri, client.getNamespaceTable().get(client.getNamespaceTable().getIndex(uri)));
		}
	}

	@Test
	void letsAWriteToAnActuatorActOnTheProcess() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin).speed(20));
		connect();
		NodeId set = id(twin, Twins.at(twin, "L.tank.flowSet"));
		assertEquals(StatusCode.GOOD, write(set, 180.0));
		assertEquals(180.0, number(twin, "L.tank.flowSet"));
		await("the flow follows its set point", () -> Math.abs(number(twin, "L.tank.flow") - 180) < 5);
		assertEquals(StatusCode.GOOD, write(set, 1000.0));
		assertEquals(220.0, number(twin, "L.tank.flowSet"));
		assertEquals(StatusCodes.Bad_NotWritable, write(id(twin, Twins.at(twin, "L.tank.flow")), 1.0).value());
		assertEquals(StatusCodes.Bad_TypeMismatch, write(set, "fast").value());
		assertEquals(StatusCode.GOOD, write(id(twin, Twins.at(twin, "L.tank.level")), 55.0));
		await("the parameter is shown", () -> number(twin, "L.tank.level") == 55);
	}

	private StatusCode write(NodeId id, Object value) throws Exception {
		return client.writeValuesAsync(List.of(id), List.of(DataValue.valueOnly(new Variant(value))))
				.get(SECONDS, TimeUnit.SECONDS).getFirst();
	}

	@Test
	void letsOnlyItsUserUseTheSecureEndpoint() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin));
		assertEquals("operator", plant.user());
		assertTrue(plant.password().length() >= 12);
		connect(SecurityPolicy.Basic256Sha256, new UsernameProvider(plant.user(), plant.password()));
		assertTrue(read(twin, "L.tank.flow").statusCode().isGood());
		assertTrue(log.stream().anyMatch(line -> line.contains(OwnCertificateOf.client(folder).thumbprint())), log.toString());
		client.disconnectAsync().get(SECONDS, TimeUnit.SECONDS);
		client = null;
		assertRefused(SecurityPolicy.Basic256Sha256, new UsernameProvider(plant.user(), "wrong"));
		assertRefused(SecurityPolicy.Basic256Sha256, new UsernameProvider("somebody", plant.password()));
		assertRefused(SecurityPolicy.Basic256Sha256, new AnonymousProvider());
	}

	/** The certificate that this test's client has. */
	private static final class OwnCertificateOf {
		static OwnCertificate client(Path folder) {
			try {
				return OwnCertificate.in(folder, "client", "test", "urn:test:client");
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		}
	}

	private void assertRefused(SecurityPolicy policy, IdentityProvider identity) {
		assertThrows(Exception.class, () -> connect(policy, identity));
		assertEquals(null, client);
	}

	@Test
	void takesAUserOfTheCaller() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin).user("시험", "비밀"));
		connect(SecurityPolicy.Basic256Sha256, new UsernameProvider("시험", "비밀"));
		assertTrue(read(twin, "L.tank.flow").statusCode().isGood());
	}

	@Test
	void startsAgainOnTheSamePortWithTheSameCertificate() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin));
		connect();
		int port = URI.create(plant.url()).getPort();
		String thumbprint = plant.thumbprint();
		plant.close();
		plant.close();
		assertTrue(plant.ended().isDone());
		client.disconnectAsync().get(SECONDS, TimeUnit.SECONDS);
		client = null;
		start(plant(twin).port(port));
		assertEquals(port, URI.create(plant.url()).getPort());
		assertEquals(thumbprint, plant.thumbprint());
		connect();
		assertTrue(read(twin, "L.tank.flow").statusCode().isGood());
	}

	@Test
	void leavesNoThreadBehind() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin));
		connect();
		plant.close();
		await("the plant's threads end", () -> Thread.getAllStackTraces().keySet().stream()
				.noneMatch(thread -> thread.getName().startsWith("plant-")));
	}

	@Test
	void saysThatAnotherProgramHasThePort() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin));
		int port = URI.create(plant.url()).getPort();
		ExecutionException failed = assertThrows(ExecutionException.class,
				() -> plant(twin).port(port).start(folder).get(60, TimeUnit.SECONDS));
		IOException cause = SimulatedPlant.failure(failed.getCause()).orElseThrow();
		assertTrue(cause.getMessage().contains(String.valueOf(port)), cause.getMessage());
	}

	@Test
	void saysThatAFaultNamesNothing() {
		TwinModel twin = Twins.parse(PLANT);
		ExecutionException failed = assertThrows(ExecutionException.class,
				() -> plant(twin).fault(Fault.parse("L.nothing@1s")).start(folder).get(60, TimeUnit.SECONDS));
		assertInstanceOf(IllegalArgumentException.class, failed.getCause());
	}

	@Test
	void marksWhatAFaultHits() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin).fault(Fault.parse("L.tank.flow@0s:bad")).fault(Fault.parse("L.free.flow@0s:offline")));
		connect();
		assertEquals(StatusCodes.Bad_SensorFailure, read(twin, "L.tank.flow").statusCode().value());
		assertEquals(StatusCodes.Bad_NoCommunication, read(twin, "L.free.flow").statusCode().value());
		assertTrue(read(twin, "L.free.speed").statusCode().isGood());
	}

	@Test
	void showsTheStateInTheCompanionsMachines() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin));
		connect();
		assertEquals(6, number(twin, "L.tank.mode"));
		int packml = client.getNamespaceTable().getIndex("http://opcfoundation.org/UA/PackML/").intValue();
		NodeId tank = id(twin, Twins.at(twin, "L.tank"));
		NodeId state = below(tank, new QualifiedName(packml, "BaseStateMachine"), new QualifiedName(packml, "MachineState"),
				new QualifiedName(packml, "ExecuteState"), new QualifiedName(0, "CurrentState"));
		assertEquals("Execute", ((LocalizedText) read(state, AttributeId.Value).value().value()).text());
		NodeId stateId = below(state, new QualifiedName(0, "Id"));
		assertEquals(new NodeId(packml, 36), read(stateId, AttributeId.Value).value().value());
		NodeId outer = below(tank, new QualifiedName(packml, "BaseStateMachine"), new QualifiedName(0, "CurrentState"));
		assertEquals("Cleared", ((LocalizedText) read(outer, AttributeId.Value).value().value()).text());
	}

	private NodeId below(NodeId from, QualifiedName... names) throws UaException {
		RelativePathElement[] elements = new RelativePathElement[names.length];
		for (int i = 0; i < names.length; i++) {
			elements[i] = new RelativePathElement(new NodeId(0, 33), false, true, names[i]);
		}
		var result = client.translateBrowsePaths(List.of(new BrowsePath(from, new RelativePath(elements)))).getResults()[0];
		assertTrue(result.getStatusCode().isGood(), List.of(names) + " " + result.getStatusCode());
		return result.getTargets()[0].getTargetId().toNodeId(client.getNamespaceTable()).orElseThrow();
	}

	@Test
	void servesInsightsOfWhoeverComputesThem() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		Point half = Twins.point(twin, "L.tank.half");
		start(plant(twin).insights(begin -> (now, samples) -> List.of(new Observation(half, Sample.good(now, 12.5), true))));
		connect();
		assertEquals(12.5, number(twin, "L.tank.half"));
		assertEquals(StatusCodes.Bad_WaitingForInitialData, read(twin, "L.free.half").statusCode().value());
	}

	@Test
	void servesInsightsAsTheProductEvaluatesThem() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		start(plant(twin).insights(begin -> new EvaluatedInsights(twin, begin)));
		connect();
		await("the insight has a value", () -> isGood(twin, "L.tank.half"));
		assertTrue(Math.abs(number(twin, "L.tank.half") - number(twin, "L.tank.flow") / 2) < 20);
	}

	private boolean isGood(TwinModel twin, String path) {
		try {
			return read(twin, path).statusCode().isGood();
		} catch (UaException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void stampsValuesWithTheSimulatedTime() throws Exception {
		TwinModel twin = Twins.parse(PLANT);
		Instant begin = Instant.parse("2027-03-01T00:00:00Z");
		start(plant(twin).begin(begin).speed(100));
		connect();
		await("a minute has passed in the plant", () -> plant.time().isAfter(begin.plus(Duration.ofMinutes(1))));
		Instant source = read(twin, "L.tank.flow").sourceTime().getJavaInstant();
		assertTrue(source.isAfter(begin) && source.isBefore(begin.plus(Duration.ofHours(1))), source.toString());
		assertFalse(plant.ended().isDone());
	}
}
