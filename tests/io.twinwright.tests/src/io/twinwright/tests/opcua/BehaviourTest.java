package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.behaviour.Behaviour;
import io.twinwright.opcua.behaviour.Fault;
import io.twinwright.opcua.behaviour.Observation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the signals of a simulated plant move. */
class BehaviourTest {
	private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
	private static final Duration STEP = Duration.ofMillis(100);
	private static final String PLANT = """
			namespace a
			enum Phase { one two three }
			type Tank {
			  sensor level : [%] range 0..100 alarm high 90 every 100 [ms]
			  sensor temperature : [Cel] range 0..200 every 100 [ms]
			  actuator temperatureSet : [[degF]] range 40..300
			  actuator inlet : [l/min] range 0..60
			  sensor inflow : [l/min] range 0..80 every 100 [ms]
			  sensor pressure : [bar] range 0..10 every 100 [ms]
			  sensor slow : [bar] range 0..10 every 1 [min]
			  sensor still : [bar] range 0..10 every 100 [ms] deadband 5
			}
			type Machine {
			  state mode : PackML every 100 [ms]
			  state phase : Phase every 100 [ms]
			  state batch : string every 100 [ms]
			  sensor count : counter every 100 [ms]
			  sensor power : [kW] range 0..20 every 100 [ms]
			  sensor door : boolean every 100 [ms]
			  sensor place : geopoint every 100 [ms]
			  provides Rinsing rate 36000 [/h]
			  parameter length : [m] = 2 [km]
			  insight double : [kW] = power + power
			  insight twice : [kW] = double + double
			}
			asset T : Tank
			asset M : Machine
			asset L : Line { part m : Machine uses M2 part n : Machine }
			asset M2 : Machine
			""";

	private static Behaviour behaviour(TwinModel twin, long seed, String... faults) {
		return new Behaviour(twin, new Behaviour.Settings(seed, STEP, START, Stream.of(faults).map(Fault::parse).toList()));
	}

	/** @return what is reported of a signal in some steps */
	private static List<Observation> run(Behaviour behaviour, Point point, int steps) {
		List<Observation> found = new ArrayList<>();
		for (int i = 0; i < steps; i++) {
			behaviour.advance().stream().filter(one -> one.point() == point).forEach(found::add);
		}
		return found;
	}

	private static List<Double> numbers(List<Observation> observations) {
		return observations.stream().map(one -> ((Value.Number) one.sample().value()).number()).toList();
	}

	private static List<Value> values(List<Observation> observations) {
		return observations.stream().map(one -> one.sample().value()).toList();
	}

	static List<Path> examples() throws Exception {
		return Twins.examples();
	}

	@Test
	void repeatsATrajectoryWithTheSameSeed() {
		TwinModel twin = Twins.parse(PLANT);
		Behaviour one = behaviour(twin, 7);
		Behaviour other = behaviour(twin, 7);
		Behaviour different = behaviour(twin, 8);
		List<Observation> series = new ArrayList<>();
		List<Observation> again = new ArrayList<>();
		List<Observation> otherwise = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			series.addAll(one.advance());
			again.addAll(other.advance());
			otherwise.addAll(different.advance());
		}
		assertEquals(series, again);
		assertNotEquals(values(series), values(otherwise));
	}

	@Test
	void doesNotDependOnWhatStandsBeside() {
		TwinModel alone = Twins.parse(PLANT.substring(0, PLANT.indexOf("asset M :")));
		TwinModel together = Twins.parse(PLANT);
		assertEquals(numbers(run(behaviour(alone, 3), Twins.point(alone, "T.level"), 200)),
				numbers(run(behaviour(together, 3), Twins.point(together, "T.level"), 200)));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void keepsEveryNumberInItsRange(Path example) {
		TwinModel twin = Twins.load(example);
		Behaviour behaviour = new Behaviour(twin, new Behaviour.Settings(1, Duration.ofSeconds(10), START, List.of()));
		for (int i = 0; i < 200; i++) {
			for (Observation one : behaviour.advance()) {
				assertEquals(Quality.GOOD, one.sample().quality());
				if (one.sample().value() instanceof Value.Number number && one.point().range().isPresent()) {
					double low = one.point().range().get().getLow().getNumber().doubleValue();
					double high = one.point().range().get().getHigh().getNumber().doubleValue();
					boolean bare = one.point().range().get().getLow().getUnit() == null;
					assertTrue(!bare || number.number() >= low && number.number() <= high, one.toString());
				}
			}
		}
	}

	@Test
	void reportsEverySignalOnceAndThenAsOftenAsItIsSampled() {
		TwinModel twin = Twins.parse(PLANT);
		Behaviour behaviour = behaviour(twin, 1);
		List<Observation> first = behaviour.advance();
		assertEquals(behaviour.points().size(), first.size());
		assertEquals(START, behaviour.time());
		assertEquals(600, run(behaviour, Twins.point(twin, "T.level"), 600).size());
		Behaviour another = behaviour(twin, 1);
		assertEquals(3, run(another, Twins.point(twin, "T.slow"), 1201).size());
		assertEquals(START.plusSeconds(120), another.time());
		assertEquals(1, run(behaviour(twin, 1), Twins.point(twin, "T.still"), 600).size());
		assertEquals(1, run(behaviour(twin, 1), Twins.point(twin, "M.length"), 600).size());
	}

	@Test
	void takesADeadbandOfATemperatureAsADifference() {
		List<Integer> moves = Stream.of("0.1", "0.1 [K]", "0.1 [Cel]").map("""
				namespace a
				type Tank { sensor heat : [Cel] range 0..80 every 100 [ms] deadband %s }
				asset T : Tank
				"""::formatted).map(Twins::parse).map(twin -> run(behaviour(twin, 1), Twins.point(twin, "T.heat"), 600).size()).toList();
		assertTrue(moves.getFirst() > 1, moves.toString());
		assertEquals(Set.copyOf(moves), Set.of(moves.getFirst()));
	}

	@Test
	void staysBelowItsAlarmWhileNothingIsWrong() {
		TwinModel twin = Twins.parse(PLANT);
		assertTrue(numbers(run(behaviour(twin, 5), Twins.point(twin, "T.level"), 6000)).stream().allMatch(level -> level < 90));
	}

	@Test
	void followsASetPointWithTheTimeConstantOfTheLag() {
		TwinModel twin = Twins.parse(PLANT);
		Point temperature = Twins.point(twin, "T.temperature");
		Behaviour behaviour = behaviour(twin, 1);
		double before = numbers(run(behaviour, temperature, 10)).getLast();
		behaviour.write(Twins.point(twin, "T.temperatureSet"), new Value.Number(212));
		List<Double> after = numbers(run(behaviour, temperature, 1500));
		assertEquals(100, after.getLast(), 3);
		double share = 1 - Math.exp(-1);
		double atTau = before + share * (100 - before);
		int steps = 0;
		while (before < 100 ? after.get(steps) < atTau : after.get(steps) > atTau) {
			steps++;
		}
		assertTrue(steps >= 100 && steps <= 200, "The time constant is %d steps.".formatted(steps));
		double atTwice = after.get(2 * steps);
		assertEquals(before + (1 - Math.exp(-2)) * (100 - before), atTwice, 4);
	}

	@Test
	void pushesWhatAnActuatorIsNoSetPointOf() {
		TwinModel twin = Twins.parse(PLANT);
		Point pressure = Twins.point(twin, "T.pressure");
		Behaviour behaviour = behaviour(twin, 1);
		double before = numbers(run(behaviour, pressure, 10)).getLast();
		behaviour.write(Twins.point(twin, "T.temperatureSet"), new Value.Number(300));
		assertTrue(numbers(run(behaviour, pressure, 600)).getLast() > before + 1);
		Point inflow = Twins.point(twin, "T.inflow");
		behaviour.write(Twins.point(twin, "T.inlet"), new Value.Number(55));
		assertEquals(55, numbers(run(behaviour, inflow, 600)).getLast(), 1);
	}

	@Test
	void clipsWhatIsWrittenAndRefusesWhatCannotBe() {
		TwinModel twin = Twins.parse(PLANT);
		Behaviour behaviour = behaviour(twin, 1);
		behaviour.advance();
		Point inlet = Twins.point(twin, "T.inlet");
		assertEquals(new Value.Number(60), behaviour.write(inlet, new Value.Number(1000)).orElseThrow().sample().value());
		assertEquals(List.of(new Value.Number(60)), values(run(behaviour, inlet, 1)));
		assertTrue(behaviour.write(inlet, new Value.Text("much")).isEmpty());
		assertTrue(behaviour.write(Twins.point(twin, "T.level"), new Value.Number(1)).isEmpty());
		assertTrue(behaviour.write(Twins.point(twin, "M.length"), new Value.Number(5)).isPresent());
	}

	@Test
	void runsThroughTheStatesOfAMachineAndCountsWhileItExecutes() {
		TwinModel twin = Twins.parse(PLANT);
		Point mode = Twins.point(twin, "M.mode");
		Point count = Twins.point(twin, "M.count");
		Behaviour behaviour = behaviour(twin, 2);
		List<String> states = new ArrayList<>();
		List<Double> counts = new ArrayList<>();
		List<Boolean> executing = new ArrayList<>();
		for (int i = 0; i < 1600; i++) {
			for (Observation one : behaviour.advance()) {
				if (one.point() == mode) {
					states.add(((Value.State) one.sample().value()).name());
				} else if (one.point() == count) {
					counts.add(((Value.Number) one.sample().value()).number());
				}
			}
			executing.add(states.getLast().equals("Execute"));
		}
		List<String> changes = new ArrayList<>();
		states.stream().filter(state -> changes.isEmpty() || !changes.getLast().equals(state)).forEach(changes::add);
		assertEquals(List.of("Execute", "Completing", "Complete", "Resetting", "Idle", "Starting", "Execute"),
				changes.subList(0, 7));
		int grown = 0;
		for (int i = 1; i < counts.size(); i++) {
			double more = counts.get(i) - counts.get(i - 1);
			assertTrue(more >= 0 && (more == 0 || executing.get(i)), "At step " + i);
			grown += (int) more;
		}
		assertEquals(executing.stream().filter(working -> working).count(), grown, 5);
	}

	@Test
	void movesAllOtherKindsOfSignals() {
		TwinModel twin = Twins.parse(PLANT);
		assertEquals(3, run(behaviour(twin, 1), Twins.point(twin, "M.phase"), 1000).stream()
				.map(one -> one.sample().value()).distinct().count());
		List<Value> doors = values(run(behaviour(twin, 1), Twins.point(twin, "M.door"), 1300));
		assertTrue(doors.contains(new Value.Bool(true)) && doors.contains(new Value.Bool(false)));
		List<Value> batches = values(run(behaviour(twin, 1), Twins.point(twin, "M.batch"), 1000)).stream().distinct().toList();
		assertEquals(List.of(new Value.Text("batch-0001"), new Value.Text("batch-0002")), batches);
		List<Value> places = values(run(behaviour(twin, 1), Twins.point(twin, "M.place"), 100)).stream().distinct().toList();
		assertEquals(100, places.size());
	}

	@ParameterizedTest
	@ValueSource(strings = {"T.level@10s", "level@10s:drift", "T.level@0.01h:DRIFT"})
	void driftsBeyondTheAlarm(String fault) {
		TwinModel twin = Twins.parse(PLANT);
		List<Double> levels = numbers(run(behaviour(twin, 1, fault), Twins.point(twin, "T.level"), 1500));
		assertTrue(levels.subList(0, 100).stream().allMatch(level -> level < 90));
		assertTrue(levels.getLast() > 90);
	}

	@Test
	void isTheSameBeforeAFault() {
		TwinModel twin = Twins.parse(PLANT);
		Point level = Twins.point(twin, "T.level");
		assertEquals(numbers(run(behaviour(twin, 1), level, 100)), numbers(run(behaviour(twin, 1, "T.level@10s"), level, 100)));
	}

	@Test
	void sticksSpikesFailsAndFallsSilent() {
		TwinModel twin = Twins.parse(PLANT);
		Point level = Twins.point(twin, "T.level");
		List<Double> stuck = numbers(run(behaviour(twin, 1, "T.level@1s:stuck"), level, 200));
		assertEquals(1, stuck.subList(10, 200).stream().distinct().count());
		assertEquals(stuck.get(9), stuck.get(10));
		List<Double> spikes = numbers(run(behaviour(twin, 1, "T.level@1s:spike"), level, 1000));
		Predicate<Double> far = value -> Math.abs(value - stuck.get(9)) > 40;
		long high = spikes.subList(10, 1000).stream().filter(far).count();
		assertTrue(high > 50 && high < 200, "There are %d spikes.".formatted(high));
		List<Observation> bad = run(behaviour(twin, 1, "T.level@1s:bad"), level, 20);
		assertEquals(Quality.BAD, bad.getLast().sample().quality());
		assertTrue(bad.getLast().connected());
		List<Observation> silent = run(behaviour(twin, 1, "T.level@1s:offline"), level, 100);
		assertEquals(11, silent.size());
		assertFalse(silent.getLast().connected());
	}

	@Test
	void letsAFaultOnAnInsightActOnWhatItReads() {
		TwinModel twin = Twins.parse(PLANT);
		List<Observation> power = run(behaviour(twin, 1, "M.twice@0s:bad"), Twins.point(twin, "M.power"), 1);
		assertEquals(Quality.BAD, power.getLast().sample().quality());
	}

	@Test
	void findsTheSignalOfAPieceInItsPosition() {
		TwinModel twin = Twins.parse(PLANT);
		List<Observation> power = run(behaviour(twin, 1, "M2.power@0s:bad"), Twins.point(twin, "L.m.power"), 1);
		assertEquals(Quality.BAD, power.getLast().sample().quality());
		List<Observation> all = behaviour(twin, 1, "L.n@0s:offline").advance();
		assertEquals(7, all.stream().filter(one -> !one.connected()).count());
	}

	@ParameterizedTest
	@ValueSource(strings = {"T.level", "T.level@", "T.level@5", "T.level@5d", "@5s", "T.level@5s:broken"})
	void refusesAFaultThatItCannotRead(String text) {
		String message = assertThrows(IllegalArgumentException.class, () -> Fault.parse(text)).getMessage();
		assertTrue(message.startsWith("The fault '") && message.endsWith("."), message);
	}

	@Test
	void refusesAFaultThatNamesNothingOrSeveralSignals() {
		TwinModel twin = Twins.parse(PLANT);
		assertEquals("The fault names 'T.nothing', which is no signal and no position of the plant.",
				assertThrows(IllegalArgumentException.class, () -> behaviour(twin, 1, "T.nothing@1s")).getMessage());
		assertEquals("The fault names 'power', which can be 'M.power' or 'L.m.power' or 'L.n.power'. Name it from its asset on.",
				assertThrows(IllegalArgumentException.class, () -> behaviour(twin, 1, "power@1s")).getMessage());
	}

	@Test
	void reservesRest() {
		TwinModel twin = Twins.parse("""
				namespace a
				type Drive { sensor current : [A] range -50..50 every 100 [ms] }
				type Pump {
				  state mode : PackML every 100 [ms]
				  sensor count : counter every 100 [ms]
				  sensor flow : [l/min] every 100 [ms]
				  provides Rinsing rate 36000 [/h]
				  part drive : Drive
				}
				asset L : Line { part duty : Pump uses P1 standby P2 part spare : Pump covers duty }
				asset P1 : Pump
				asset P2 : Pump
				""");
		Behaviour plant = behaviour(twin, 7);
		List<Observation> all = new ArrayList<>();
		for (int i = 0; i < 3000; i++) {
			all.addAll(plant.advance());
		}
		assertEquals(Set.of("Idle"), states(all, "L.spare.mode"));
		assertEquals(Set.of("Idle"), states(all, "P2.mode"));
		assertTrue(states(all, "L.duty.mode").contains("Execute"));
		assertEquals(1, values(all, "L.spare.count").distinct().count());
		assertTrue(values(all, "L.duty.count").distinct().count() > 100);
		assertTrue(values(all, "L.spare.flow").max(Double::compare).orElseThrow() < values(all, "L.duty.flow").max(Double::compare)
				.orElseThrow() / 4);
	}

	private static Set<String> states(List<Observation> all, String path) {
		return all.stream().filter(one -> one.point().path().equals(path)).map(one -> ((Value.State) one.sample().value()).name())
				.collect(Collectors.toSet());
	}

	private static Stream<Double> values(List<Observation> all, String path) {
		return all.stream().filter(one -> one.point().path().equals(path)).map(one -> ((Value.Number) one.sample().value()).number());
	}
}
