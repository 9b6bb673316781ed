package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.evaluate.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The language on units, as far as it concerns evaluation. */
class UnitsTest {
	private static List<String> last(String elements, Object... paths) {
		Rig rig = Rig.plant(elements);
		for (int i = 0; i < paths.length; i += 2) {
			rig.put(0, (String) paths[i], ((Number) paths[i + 1]).doubleValue());
		}
		return rig.until(0).told("r");
	}

	@Test
	void declaredUnitIsTheResults() {
		assertEquals(List.of("0=5.4"), last("sensor x : [m/s]  insight r : [km/h] = x", "x", 1.5));
	}

	@Test
	void unitsAreConvertedWhereTheyMeet() {
		assertEquals(List.of("0=2.5"), last("sensor x : [kW] sensor y : [W]  insight r : [kW] = x + y", "x", 2, "y", 500));
		assertEquals(List.of("0=true"), last("sensor x : [kW]  insight r : boolean = x >= 1500 [W]", "x", 1.5));
		assertEquals(List.of("0=true"), last("sensor x : [min]  insight r : boolean = x == 1 [h]", "x", 60));
		assertEquals(List.of("0=90"), last("""
				sensor x : [h]  sensor y : [s]
				insight r : [min] = if y > 1 [min] then x else y""", "x", 1.5, "y", 61));
	}

	@Test
	void ratioInPercentNeedsNoHundred() {
		assertEquals(List.of("0=25"), last("sensor x : [kW] sensor y : [W]  insight r : [%] = x / y", "x", 1, "y", 4000));
		assertEquals(List.of("0=0.5"), last("sensor x : [%]  insight r : [1] = x", "x", 50));
		assertEquals(List.of("0=20"), last("sensor x : [%] sensor y : [kW]  insight r : [kW] = x * y", "x", 50, "y", 40));
	}

	@Test
	void productsAndQuotientsMakeUnits() {
		assertEquals(List.of("0=34.89"),
				last("""
						sensor flow : [m3/h] sensor a : [Cel] sensor b : [Cel]
						insight r : [kW] = flow * 1.163 [kW.h/m3/K] * (a - b)""", "flow", 3, "a", 80, "b", 70));
		assertEquals(List.of("0=2"), last("sensor x : [m2]  insight r : [m] = sqrt(x)", "x", 4));
		assertEquals(List.of("0=0.000008"), last("sensor x : [cm]  insight r : [m3] = pow(x, 3)", "x", 2));
	}

	@Test
	void differenceOfTemperaturesIsInKelvin() {
		assertEquals(List.of("0=15"), last("sensor a : [Cel] sensor b : [Cel]  insight r : [K] = a - b", "a", 20, "b", 5));
		assertEquals(List.of("0=20"), last("sensor a : [Cel] sensor b : [[degF]]  insight r : [K] = a - b",
				"a", 20, "b", 32));
		assertEquals(List.of("0=10"), last("sensor a : [[degF]] sensor b : [[degF]]  insight r : [K] = a - b",
				"a", 50, "b", 32));
	}

	@Test
	void differenceIsAddedToATemperature() {
		assertEquals(List.of("0=25"), last("sensor a : [Cel] sensor d : [K]  insight r : [Cel] = a + d", "a", 20, "d", 5));
		assertEquals(List.of("0=15"), last("sensor a : [Cel] sensor d : [K]  insight r : [Cel] = a - d", "a", 20, "d", 5));
		assertEquals(List.of("0=29"), last("sensor a : [Cel]  insight r : [Cel] = 9 [K] + a", "a", 20));
		assertEquals(List.of("0=41"), last("sensor a : [[degF]]  insight r : [[degF]] = a + 5 [K]", "a", 32));
	}

	@Test
	void temperatureConvertsWithItsOffset() {
		assertEquals(List.of("0=68"), last("sensor a : [Cel]  insight r : [[degF]] = a", "a", 20));
		assertEquals(List.of("0=293.15"), last("sensor a : [Cel]  insight r : [K] = max(a, 0 [Cel])", "a", 20));
		assertEquals(List.of("0=true"), last("sensor a : [Cel]  insight r : boolean = a > 60 [[degF]]", "a", 20));
	}

	@Test
	void meanOfTemperaturesStaysATemperature() {
		Rig rig = Rig.plant("sensor a : [Cel]  insight r : [[degF]] = mean(a) over 1 [min]");
		rig.put(0, "a", 10).put(30, "a", 30).until(70);
		assertEquals(List.of("60=68"), rig.told("r"));
	}

	@Test
	void slopeOfATemperatureIsInKelvinPerTime() {
		Rig rig = Rig.plant("sensor a : [[degF]]  insight r : [K/h] = slope(a) over 1 [min]");
		rig.put(0, "a", 32).put(30, "a", 41).until(70);
		assertEquals(List.of("60=600"), rig.told("r"));
	}

	@Test
	void annotationsChangeNothing() {
		assertEquals(List.of("0=2.5"), last("sensor a : [bar{gauge}]  insight r : [10*5.Pa] = a", "a", 2.5));
		assertEquals(List.of("0=250"), last("sensor a : [bar]  insight r : [kPa{gauge}] = a", "a", 2.5));
	}

	@Test
	void bracketedUnitsConvert() {
		assertEquals(List.of("0=1"), last("sensor a : [[ft_i]]  insight r : [m] = a", "a", 1 / 0.3048));
	}

	@Test
	void resultsAreRoundedOnce() {
		Rig rig = Rig.plant("sensor x : [kW]  insight e : [kW.h] = energy(x) over 15 [min]");
		rig.put(0, "x", 10).until(910);
		assertEquals(new Value.Number(2.5), rig.last("e").sample().value());
	}

	@Test
	void temperaturesAreNeitherAddedNorScaled() {
		for (String formula : List.of("a + a", "2 * a", "a / 2", "3 [K] - a", "abs(a)")) {
			Rig rig = Rig.plant("sensor a : [Cel]  insight r : [K] = " + formula);
			assertEquals(1, rig.notEvaluable.size(), formula);
		}
	}

	@Test
	void unitsThatDoNotConvertAreNotEvaluated() {
		Rig rig = Rig.plant("sensor x : [kW]  sensor y : [l]  insight r : [kW] = x + y  insight s : [kg] = x");
		assertEquals("'+' joins power in [kW] and volume in [l], which do not fit.", rig.notEvaluable.getFirst().sentence());
		assertEquals("The value is power in [kW] and cannot be mass in [kg].", rig.notEvaluable.getLast().sentence());
	}

	@Test
	void moneyIsDecimal() {
		Rig rig = Rig.plant("""
				sensor x : [kW]
				insight cost : money = USD 0.10 * (energy(x) / 1 [kW.h]) + USD 0.20 over 1 [h]
				insight dear : boolean = USD 0.10 + USD 0.20 == USD 0.30
				insight share : [%] = USD 1.00 / USD 4.00""");
		rig.put(0, "x", 3).until(3610);
		assertEquals(List.of("3600=USD 0.5"), rig.told("cost"));
		assertEquals(List.of("0=true"), rig.told("dear"));
		assertEquals(List.of("0=25"), rig.told("share"));
	}

	@Test
	void currenciesNeverMix() {
		Rig rig = Rig.plant("insight cost : money = USD 0.10 + EUR 0.20");
		assertEquals(1, rig.notEvaluable.size());
	}
}
