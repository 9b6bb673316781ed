package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Formulas of numbers give in each step, to the last bit and word, what their operators say one by one. */
class FormulaTest {
	private static final int SEEDS = 100;
	private static final int STEPS = 60;
	private static final List<String> SENSORS = List.of("a", "b", "c");
	private static final List<String> CONSTANTS = List.of("0", "2", "0.5", "1000");
	private static final double[] NUMBERS = { 0, -0.0, 1, -1, 0.1, 3.7, -42, 1e200, -1e300, 1e-320, Double.MAX_VALUE };

	/** What something is, by the straight way. */
	private record Now(double number, Quality quality, String reason) {
		static Now bad(String reason) {
			return new Now(Double.NaN, Quality.BAD, reason);
		}

		Now with(double other) {
			return quality == Quality.BAD ? this
					: Double.isFinite(other) ? new Now(other, quality, reason) : bad("The result is no finite number.");
		}

		Now worst(Now other) {
			return quality.compareTo(other.quality) >= 0 ? this : other;
		}
	}

	private record Expression(String text, Function<Map<String, Now>, Now> of) {
	}

	private static Expression random(Random random, int depth) {
		if (depth == 0) {
			if (random.nextInt(4) > 0) {
				return sensor(SENSORS.get(random.nextInt(SENSORS.size())));
			}
			String constant = CONSTANTS.get(random.nextInt(CONSTANTS.size()));
			return new Expression(constant, any -> new Now(Double.parseDouble(constant), Quality.GOOD, ""));
		}
		Expression one = random(random, depth - 1);
		Expression other = random(random, random.nextInt(depth));
		return switch (random.nextInt(10)) {
			case 0 -> new Expression("abs(" + one.text + ")", now -> one.of.apply(now).with(Math.abs(one.of.apply(now).number)));
			case 1 -> new Expression("sqrt(" + one.text + ")", now -> one.of.apply(now).with(Math.sqrt(one.of.apply(now).number)));
			case 2 -> call("min", one, other);
			case 3 -> call("max", one, other);
			case 4 -> call("pow", one, other);
			case 5, 6 -> binary("/", one, other);
			case 7 -> binary("-", one, other);
			case 8 -> binary("+", one, other);
			default -> binary("*", one, other);
		};
	}

	private static Expression sensor(String name) {
		return new Expression(name, now -> now.get(name));
	}

	private static Expression call(String function, Expression one, Expression other) {
		return new Expression("%s(%s, %s)".formatted(function, one.text, other.text), joined(function, one, other));
	}

	private static Expression binary(String operator, Expression one, Expression other) {
		return new Expression("(%s %s %s)".formatted(one.text, operator, other.text), joined(operator, one, other));
	}

	private static Function<Map<String, Now>, Now> joined(String operator, Expression one, Expression other) {
		return now -> {
			Now left = one.of.apply(now);
			Now right = other.of.apply(now);
			Now worst = left.worst(right);
			return switch (operator) {
				case "/" -> worst.quality != Quality.BAD && right.number == 0 ? Now.bad("It is divided by zero.")
						: worst.with(left.number / right.number);
				case "+" -> worst.with(left.number + right.number);
				case "-" -> worst.with(left.number - right.number);
				case "*" -> worst.with(left.number * right.number);
				case "min" -> worst.with(Math.min(left.number, right.number));
				case "max" -> worst.with(Math.max(left.number, right.number));
				default -> worst.with(Math.pow(left.number, right.number));
			};
		};
	}

	/** Offers a new sample of each sensor, most of them good. */
	private static void offer(Rig rig, int t, Random random, Map<String, Now> now) {
		for (String sensor : SENSORS) {
			double number = random.nextInt(3) == 0 ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextDouble(-10, 10);
			switch (random.nextInt(12)) {
				case 0 -> {
					rig.bad(t, sensor);
					now.put(sensor, Now.bad("'P." + sensor + "' is bad."));
				}
				case 1 -> {
					rig.uncertain(t, sensor, number);
					now.put(sensor, new Now(number, Quality.UNCERTAIN, "'P." + sensor + "' is uncertain."));
				}
				default -> {
					rig.evaluation.offer(rig.point("P." + sensor), Sample.good(rig.time(t), number));
					now.put(sensor, new Now(number, Quality.GOOD, ""));
				}
			}
		}
	}

	private static void check(Random random) {
		Expression formula = binary("+", sensor("a"), random(random, 4));
		Rig rig = Rig.plant("sensor a : real  sensor b : real  sensor c : real  insight r : real = " + formula.text);
		assertEquals(List.of(), rig.notEvaluable);
		Map<String, Now> now = new HashMap<>();
		for (int t = 0; t < STEPS; t++) {
			offer(rig, t, random, now);
			rig.until(t);
			Now expected = formula.of.apply(now);
			Result result = rig.last("r");
			String where = formula.text + " of " + now;
			assertEquals(rig.time(t), result.sample().instant(), where);
			assertEquals(expected.quality, result.sample().quality(), where);
			assertEquals(expected.reason, result.reason(), where);
			assertEquals(expected.quality == Quality.BAD ? null : new Value.Number(expected.number), result.sample().value(), where);
		}
	}

	@TestFactory
	Stream<DynamicTest> givesWhatItsOperatorsSay() {
		return IntStream.range(0, SEEDS).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(new Random(seed))));
	}
}
