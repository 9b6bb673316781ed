package io.twinwright.tests.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.diagnostic.Diagnostic;
import io.twinwright.core.rules.Rule;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code [Cel]} minus {@code [Cel]} is {@code [K]}, and does not become a temperature again by itself. */
class TemperatureDifferencesTest extends RuleTest {
	private static final String HEATER = """
			namespace example
			type Heater every 1 [s] {
			  sensor supply : [Cel]
			  sensor back : [Cel]
			  sensor absolute : [K]
			  insight lift : [K] = supply - back
			  %s
			}
			""";

	private List<String> codes(String element) {
		return checker.check(HEATER.formatted(element)).stream().map(Diagnostic::code).toList();
	}

	@TestFactory
	Stream<DynamicTest> refusesDifferencesAsTemperatures() {
		return Stream.of("insight x : [Cel] = supply - back", "insight x : [Cel] = (supply - back) / 2",
				"insight x : [Cel] = lift", "insight x : [Cel] = mean(lift) over 1 [min]", "insight x : [[degF]] = -(supply - back)",
				"insight x : [1] = if supply - back > 5 [Cel] then 1 else 0", "insight x : [1] = if 5 [Cel] < lift then 1 else 0",
				"feedback f { when lift > 5 [Cel] notify Firm \"hot\" } } party Firm { name \"F\"")
				.map(element -> DynamicTest.dynamicTest(element, () -> assertEquals(List.of(Rule.SCALED_TEMPERATURE.code()),
						codes(element))));
	}

	@TestFactory
	Stream<DynamicTest> acceptsWhatIsATemperature() {
		return Stream.of("insight x : [K] = supply - back", "insight x : [Cel] = absolute", "insight x : [Cel] = back + lift / 2",
				"insight x : [Cel] = supply - 3 [K]", "insight x : [1] = if lift > 5 [K] then 1 else 0",
				"insight x : [1] = if absolute > 5 [Cel] then 1 else 0", "insight x : [1] = if supply > 300 [K] then 1 else 0",
				"insight x : [Cel] = mean(supply) over 1 [min]", "insight x : [kW] = (supply - back) * 4.2 [kW/K]")
				.map(element -> DynamicTest.dynamicTest(element, () -> assertEquals(List.of(), codes(element))));
	}

	@Test
	void givesTheDifferenceInKelvin() {
		String text = HEATER.formatted("insight x : [1] = if lift > 5 [Cel] then 1 else 0");
		assertEquals(List.of(), checker.check(checker.check(text).getFirst().fixes().getFirst().apply(text)));
	}
}
