package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.behaviour.Fault;
import io.twinwright.opcua.behaviour.Observation;
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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a plant starts, runs and ends: a real server on a free port and a real client. */
class SimulatedPlantTest {
	@TempDir
	private Path folder;
	private final TwinModel twin = Twins.parse(PlantClient.TWIN);
	private final Queue<String> log = new ConcurrentLinkedQueue<>();
	private SimulatedPlant plant;

	private PlantBuilder plant() {
		return SimulatedPlant.of(twin, Twins.nodeSets(twin)).log(log::add);
	}

	private PlantClient start(PlantBuilder builder) throws Exception {
		plant = builder.start(folder).get(60, TimeUnit.SECONDS);
		return PlantClient.connect(plant.url(), twin);
	}

	@AfterEach
	void stop() {
		if (plant != null) {
			plant.close();
		}
	}

	@Test
	void letsAWriteToAnActuatorActOnTheProcess() throws Exception {
		try (PlantClient client = start(plant().speed(20))) {
			assertEquals(StatusCode.GOOD, client.write("L.tank.flowSet", 180.0));
			assertEquals(180.0, client.number("L.tank.flowSet"));
			PlantClient.await("the flow follows its set point", () -> Math.abs(client.number("L.tank.flow") - 180) < 5);
			assertEquals(StatusCode.GOOD, client.write("L.tank.flowSet", 1000.0));
			assertEquals(220.0, client.number("L.tank.flowSet"));
			assertTrue(client.write("L.tank.flow", 1.0).isBad());
			assertEquals(StatusCodes.Bad_TypeMismatch, client.write("L.tank.flowSet", "fast").value());
			assertEquals(StatusCode.GOOD, client.write("L.tank.level", 55.0));
			PlantClient.await("the parameter is shown", () -> client.number("L.tank.level") == 55);
		}
	}

	@Test
	void letsOnlyItsUserUseTheSecureEndpoint() throws Exception {
		start(plant()).close();
		assertEquals("operator", plant.user());
		assertTrue(plant.password().length() >= 12);
		try (PlantClient client = secure(new UsernameProvider(plant.user(), plant.password()))) {
			assertTrue(client.read("L.tank.flow").statusCode().isGood());
		}
		String thumbprint = PlantClient.certificate(folder).thumbprint();
		assertTrue(log.stream().anyMatch(line -> line.contains(thumbprint)), log.toString());
		assertThrows(Exception.class, () -> secure(new UsernameProvider(plant.user(), "wrong")));
		assertThrows(Exception.class, () -> secure(new UsernameProvider("somebody", plant.password())));
		assertThrows(Exception.class, () -> secure(new AnonymousProvider()));
	}

	private PlantClient secure(IdentityProvider identity) throws Exception {
		return PlantClient.connect(plant.url(), twin, PlantClient.certificate(folder), SecurityPolicy.Basic256Sha256, identity);
	}

	@Test
	void startsAgainOnTheSamePortWithTheSameCertificate() throws Exception {
		start(plant()).close();
		int port = URI.create(plant.url()).getPort();
		String thumbprint = plant.thumbprint();
		plant.close();
		plant.close();
		assertTrue(plant.ended().isDone());
		PlantClient.await("the plant's threads end", () -> Thread.getAllStackTraces().keySet().stream()
				.noneMatch(thread -> thread.getName().startsWith("plant-")));
		try (PlantClient client = start(plant().port(port).user("시험", "비밀"))) {
			assertEquals(port, URI.create(plant.url()).getPort());
			assertEquals(thumbprint, plant.thumbprint());
			assertTrue(client.read("L.tank.flow").statusCode().isGood());
			secure(new UsernameProvider("시험", "비밀")).close();
		}
	}

	@Test
	void saysThatAnotherProgramHasThePort() throws Exception {
		start(plant()).close();
		int port = URI.create(plant.url()).getPort();
		ExecutionException failed = assertThrows(ExecutionException.class,
				() -> plant().port(port).start(folder).get(60, TimeUnit.SECONDS));
		IOException cause = SimulatedPlant.failure(failed.getCause()).orElseThrow();
		assertTrue(cause.getMessage().contains(String.valueOf(port)), cause.getMessage());
	}

	@Test
	void saysThatAFaultNamesNothing() {
		ExecutionException failed = assertThrows(ExecutionException.class,
				() -> plant().fault(Fault.parse("L.nothing@1s")).start(folder).get(60, TimeUnit.SECONDS));
		assertInstanceOf(IllegalArgumentException.class, failed.getCause());
	}

	@Test
	void makesANewCertificateForAnotherApplication() throws Exception {
		OwnCertificate one = OwnCertificate.in(folder, "same", "one", "urn:one");
		assertEquals(one.thumbprint(), OwnCertificate.in(folder, "same", "one", "urn:one").thumbprint());
		assertFalse(one.thumbprint().equals(OwnCertificate.in(folder, "same", "two", "urn:two").thumbprint()));
	}

	@Test
	void marksWhatAFaultHitsAndServesTheInsightsOfWhoeverComputesThem() throws Exception {
		Point half = Twins.point(twin, "L.tank.half");
		try (PlantClient client = start(plant().fault(Fault.parse("L.tank.flow@0s:bad"))
				.fault(Fault.parse("L.free.flow@0s:offline"))
				.insights(begin -> (now, samples) -> List.of(new Observation(half, Sample.good(now, 12.5), true))))) {
			assertEquals(StatusCodes.Bad_SensorFailure, client.read("L.tank.flow").statusCode().value());
			assertEquals(StatusCodes.Bad_NoCommunication, client.read("L.free.flow").statusCode().value());
			assertTrue(client.read("L.free.speed").statusCode().isGood());
			assertEquals(12.5, client.number("L.tank.half"));
			assertEquals(StatusCodes.Bad_WaitingForInitialData, client.read("L.free.half").statusCode().value());
		}
	}

	@Test
	void stampsValuesWithTheSimulatedTimeAndServesInsightsAsTheProductEvaluatesThem() throws Exception {
		Instant begin = Instant.parse("2027-03-01T00:00:00Z");
		try (PlantClient client = start(plant().begin(begin).speed(100).insights(at -> new EvaluatedInsights(twin, at)))) {
			PlantClient.await("a minute has passed in the plant", () -> plant.time().isAfter(begin.plusSeconds(60)));
			Instant source = client.read("L.tank.flow").sourceTime().getJavaInstant();
			assertTrue(source.isAfter(begin) && source.isBefore(begin.plus(Duration.ofHours(1))), source.toString());
			PlantClient.await("the insight has a value", () -> client.read("L.tank.half").statusCode().isGood());
			assertEquals(client.number("L.tank.flow") / 2, client.number("L.tank.half"), 20);
			assertFalse(plant.ended().isDone());
		}
	}
}
