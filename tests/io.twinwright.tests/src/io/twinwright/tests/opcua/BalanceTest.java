package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.behaviour.Behaviour;
import io.twinwright.opcua.behaviour.Fault;
import io.twinwright.opcua.behaviour.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sensors that the text of a plant ties together by a balance. */
class BalanceTest {
	private static final String FILLER = """
			namespace a
			type Filler every 100 [ms] {
			  state  mode        : PackML
			  sensor flow        : [l/min] range 0..220
			  sensor nozzle 1..8 : [l/h]   range 0..1500
			  actuator speed     : [/h]    range 0..12000
			  insight leak : [l/min] = %s
			}
			asset F : Filler
			""";
	private static final double LITRES_PER_MINUTE = 1 / 60.0;
	/** Just above the most that the noise of the meter and the eight nozzles makes together. */
	private static final double NOISE = 2.5;
	private static final int STEPS = 2000;

	private final Map<String, Double> last = new HashMap<>();

	/** @return what is missing between the nozzles and the meter after each step */
	private List<Double> leaks(Behaviour behaviour, int steps) {
		List<Double> leaks = new ArrayList<>();
		for (int i = 0; i < steps; i++) {
			for (Observation one : behaviour.advance()) {
				if (one.sample().value() instanceof Value.Number number) {
					last.put(one.point().name(), number.number());
				}
			}
			double nozzles = last.entrySet().stream().filter(one -> one.getKey().startsWith("nozzle"))
					.mapToDouble(Map.Entry::getValue).sum();
			leaks.add(last.get("flow") - nozzles * LITRES_PER_MINUTE);
		}
		return leaks;
	}

	private static Behaviour behaviour(TwinModel twin, String... faults) {
		return new Behaviour(twin, new Behaviour.Settings(1, Duration.ofMillis(100), Instant.parse("2027-03-01T00:00:00Z"),
				Stream.of(faults).map(Fault::parse).toList()));
	}

	private static boolean isKept(List<Double> leaks) {
		return leaks.stream().allMatch(leak -> Math.abs(leak) < NOISE);
	}

	@ParameterizedTest
	@ValueSource(strings = {"flow - sum(each nozzle)", "sum(each nozzle) - flow"})
	void keepsWhatTheModelSaysToBeEqual(String leak) {
		TwinModel twin = Twins.parse(FILLER.formatted(leak));
		assertTrue(isKept(leaks(behaviour(twin), STEPS)));
	}

	@ParameterizedTest
	@ValueSource(strings = {"flow + sum(each nozzle)", "flow - max(each nozzle)", "flow - sum(each nozzle where mode is Idle)"})
	void leavesEachSensorAloneWithOtherFormulas(String leak) {
		assertFalse(isKept(leaks(behaviour(Twins.parse(FILLER.formatted(leak))), STEPS)));
	}

	@Test
	void movesTheWholeWithItsParts() {
		TwinModel twin = Twins.parse(FILLER.formatted("flow - sum(each nozzle)"));
		Behaviour behaviour = behaviour(twin);
		leaks(behaviour, 10);
		double before = last.get("flow");
		Point speed = Twins.point(twin, "F.speed");
		assertTrue(behaviour.write(speed, new Value.Number(9000)).isPresent());
		assertTrue(isKept(leaks(behaviour, 200)));
		assertTrue(last.get("flow") > before + 10, last.toString());
	}

	@Test
	void showsAFaultOfOnePartAsADifference() {
		TwinModel twin = Twins.parse(FILLER.formatted("flow - sum(each nozzle)"));
		Behaviour behaviour = behaviour(twin, "F.nozzle#3@1s:drift");
		assertTrue(isKept(leaks(behaviour, 10)));
		assertTrue(leaks(behaviour, 400).getLast() < -NOISE, last.toString());
	}

	@Test
	void letsASensorWithASetPointFollowIt() {
		TwinModel twin = Twins.parse(FILLER.replace("speed     : [/h]    range 0..12000", "flowSet   : [l/min] range 0..220")
				.formatted("flow - sum(each nozzle)"));
		Behaviour behaviour = behaviour(twin);
		assertTrue(behaviour.write(Twins.point(twin, "F.flowSet"), new Value.Number(50)).isPresent());
		leaks(behaviour, 300);
		assertEquals(50, last.get("flow"), NOISE);
	}
}
