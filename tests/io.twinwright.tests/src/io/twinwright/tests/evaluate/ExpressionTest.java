package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators, names, functions with formulas, parts. */
class ExpressionTest {
	@Test
	void arithmeticAndPrecedence() {
		Rig rig = Rig.plant("""
				sensor x : real  insight a : real = 2 + 3 * x - 4 / 2  insight b : real = -(2 + x) * 2
				insight c : real = -x * -x""");
		rig.put(0, "x", 5).until(0);
		assertEquals(List.of("0=15"), rig.told("a"));
		assertEquals(List.of("0=-14"), rig.told("b"));
		assertEquals(List.of("0=25"), rig.told("c"));
	}

	@Test
	void comparisons() {
		Rig rig = Rig.plant("""
				sensor x : real
				insight less : boolean = x < 5         insight atMost : boolean = x <= 5
				insight more : boolean = x > 5         insight atLeast : boolean = x >= 5
				insight same : boolean = x == 5        insight other : boolean = x != 5""");
		rig.put(0, "x", 5).put(1, "x", 6).until(1);
		assertEquals(List.of("0=false", "1=false"), rig.told("less"));
		assertEquals(List.of("0=true", "1=false"), rig.told("atMost"));
		assertEquals(List.of("0=false", "1=true"), rig.told("more"));
		assertEquals(List.of("0=true", "1=true"), rig.told("atLeast"));
		assertEquals(List.of("0=true", "1=false"), rig.told("same"));
		assertEquals(List.of("0=false", "1=true"), rig.told("other"));
	}

	@Test
	void conditionsAreJoined() {
		Rig rig = Rig.plant("""
				sensor p : boolean  sensor q : boolean
				insight a : boolean = p and q   insight b : boolean = p or q   insight c : boolean = not p and q or true""");
		rig.put(0, "p", true).put(0, "q", false).until(0);
		assertEquals(List.of("0=false"), rig.told("a"));
		assertEquals(List.of("0=true"), rig.told("b"));
		assertEquals(List.of("0=true"), rig.told("c"));
	}

	@Test
	void conditionChoosesAValue() {
		Rig rig = Rig.plant("""
				state fuel : PackML
				insight f : [t/t] = if fuel is Idle then 2.75 else if fuel is Execute then 1.375 else 3.114""");
		rig.put(0, "fuel", "Idle").put(1, "fuel", 6).put(2, "fuel", "Stopped").until(2);
		assertEquals(List.of("0=2.75", "1=1.375", "2=3.114"), rig.told("f"));
	}

	@Test
	void valueThatIsNotChosenDoesNotDecide() {
		Rig rig = Rig.plant("sensor x : [kW] sensor y : [kW]  insight r : [kW] = if x > 1 [kW] then x else y");
		rig.put(0, "x", 2).put(1, "x", 0.5).until(1);
		assertEquals(List.of("0=2", "1!"), rig.told("r"));
	}

	@Test
	void stateIsOneOfSome() {
		Rig rig = Rig.plant("state mode : PackML  insight idle : boolean = mode is Idle | Stopped");
		rig.put(0, "mode", "Idle").put(1, "mode", "Execute").put(2, "mode", "Stopped").until(2);
		assertEquals(List.of("0=true", "1=false", "2=true"), rig.told("idle"));
	}

	@Test
	void literalsWithoutNumberCountOn() {
		Rig rig = new Rig("""
				enum Fuel { hfo vlsfo mgo lng = 7 methanol }  asset P {  state fuel : Fuel
				insight m : boolean = fuel is methanol }""");
		rig.put(0, "fuel", 8).put(1, "fuel", 2).until(1);
		assertEquals(List.of("0=true", "1=false"), rig.told("m"));
	}

	@Test
	void textsAreCompared() {
		Rig rig = Rig.plant("""
				state b : string  insight r : boolean = b == "A7"
				insight s : string = if r then b else "none\"""");
		rig.put(0, "b", "A7").put(1, "b", "A8").until(1);
		assertEquals(List.of("0=true", "1=false"), rig.told("r"));
		assertEquals(List.of("0=A7", "1=none"), rig.told("s"));
	}

	@Test
	void instantsAreSubtracted() {
		Rig rig = Rig.plant("""
				sensor from : timestamp  sensor to : timestamp  insight d : [min] = to - from
				insight l : boolean = to > from""");
		rig.put(0, "from", Instant.parse("2027-01-01T00:00:00Z")).put(0, "to", Instant.parse("2027-01-01T01:30:00Z"))
				.until(0);
		assertEquals(List.of("0=90"), rig.told("d"));
		assertEquals(List.of("0=true"), rig.told("l"));
	}

	@Test
	void placesPassThrough() {
		Rig rig = Rig.plant("sensor p : geopoint  insight l : geopoint = last(p) over 1 [min]");
		rig.evaluation.offer(rig.point("P.p"), Sample.good(rig.time(0), new Value.Geo(36.5, 129.25)));
		rig.until(70);
		assertEquals(List.of("60=36.5,129.25"), rig.told("l"));
	}

	@Test
	void functionsAreFormulasWithUnits() {
		Rig rig = new Rig("""
				function cop(outdoor : [Cel]) : [1] = 3.2 + 0.06 * (outdoor - 7 [Cel]) / 1 [K]
				function corrected(n : [/min], t : [[degR]]) : [/min] = n / sqrt(t / 518.67 [[degR]])
				asset P { sensor t : [[degF]]  sensor n : [/s]  sensor r : [[degR]]
				  insight c : [1] = cop(t)  insight m : [/min] = corrected(n, r) }""");
		rig.put(0, "t", 62.6).put(0, "n", 10).put(0, "r", 4 * 518.67).until(0);
		assertEquals(List.of("0=3.8"), rig.told("c"));
		assertEquals(List.of("0=300"), rig.told("m"));
	}

	@Test
	void operandsMayBeGivenByNameAndHaveDefaults() {
		Rig rig = new Rig("""
				function line(x : real, slope : real = 2, start : real = slope * 10) : real = start + slope * x
				asset P { sensor x : real
				  insight a : real = line(x)  insight b : real = line(x, 3)  insight c : real = line(start = 1, x = x) }""");
		rig.put(0, "x", 5).until(0);
		assertEquals(List.of("0=30"), rig.told("a"));
		assertEquals(List.of("0=45"), rig.told("b"));
		assertEquals(List.of("0=11"), rig.told("c"));
	}

	@Test
	void parameterOfAnyUnitTakesTheUnitOfItsOperand() {
		Rig rig = Rig.plant("""
				sensor u : [mm] sensor l : [mm] sensor s : [um]
				insight cp : [1] = processCapabilityIndex(u, l, s)""");
		rig.put(0, "u", 10).put(0, "l", 4).put(0, "s", 500).until(0);
		assertEquals(List.of("0=2"), rig.told("cp"));
	}

	@Test
	void functionsMayCallFunctionsAndGoOverAWindow() {
		Rig rig = new Rig("""
				function twice(x : [kW]) : [kW] = 2 * x
				function swing(x : [kW]) : [kW] = twice(max(x)) - twice(min(x))
				asset P { sensor x : [kW]  insight s : [W] = swing(x) over 1 [min] }""");
		rig.put(0, "x", 1).put(10, "x", 4).until(70);
		assertEquals(List.of("60=6000"), rig.told("s"));
	}

	@Test
	void plainMathematics() {
		Rig rig = Rig.plant("""
				sensor x : [m] sensor n : real
				insight a : [m] = abs(x)      insight e : [1] = exp(n)   insight l : [1] = log(exp(n))
				insight p : [1] = pow(n, 0.5) insight r : [m] = round(x, 50 [cm])
				insight lo : [m] = min(x, 1 [m], 20 [cm])  insight hi : [m] = max(x, 1 [m])""");
		rig.put(0, "x", -1.3).put(0, "n", 4).until(0);
		assertEquals(List.of("0=1.3"), rig.told("a"));
		assertEquals(List.of("0=54.59815003"), rig.told("e"));
		assertEquals(List.of("0=4"), rig.told("l"));
		assertEquals(List.of("0=2"), rig.told("p"));
		assertEquals(List.of("0=-1.5"), rig.told("r"));
		assertEquals(List.of("0=-1.3"), rig.told("lo"));
		assertEquals(List.of("0=1"), rig.told("hi"));
	}

	@Test
	void whatHasNoFiniteResultIsBad() {
		Rig rig = Rig.plant("""
				sensor n : real  insight l : [1] = log(n)  insight s : [1] = sqrt(n)
				insight e : [1] = exp(n * -1000)""");
		rig.put(0, "n", -1).until(0);
		assertEquals(List.of("0!"), rig.told("l"));
		assertEquals(List.of("0!"), rig.told("s"));
		assertEquals(List.of("0!"), rig.told("e"));
	}

	@Test
	void namesAreSearchedOutwards() {
		Rig rig = new Rig("""
				type Pump { sensor flow : [l/min] }
				type Skid { sensor level : [%]  part pump : Pump { insight dry : boolean = flow > 1 [l/min] and level < 5 [%] } }
				asset P { part a : Skid  part b : Skid }""");
		rig.put(0, "a.level", 3).put(0, "a.pump.flow", 2).put(0, "b.level", 30).put(0, "b.pump.flow", 2).until(0);
		assertEquals(List.of("0=true"), rig.told("a.pump.dry"));
		assertEquals(List.of("0=false"), rig.told("b.pump.dry"));
	}

	@Test
	void propertiesHaveTheValueOfTheTextUntilASampleComes() {
		Rig rig = new Rig("""
				type T { property area : [m2] = 20 [m2]  parameter height : [m] = 250 [cm]  insight volume : [m3] = area * height }
				asset P : T { refine area = 40 [m2] }""");
		rig.until(0);
		assertEquals(List.of("0=100"), rig.told("volume"));
		rig.put(5, "height", 3).until(5);
		assertEquals(List.of("0=100", "5=120"), rig.told("volume"));
	}

	@Test
	void insightOfAnInsightOfAnInsight() {
		Rig rig = Rig.plant("sensor x : real  insight c : real = b + 1  insight b : real = a + 1  insight a : real = x + 1");
		rig.put(0, "x", 1).put(1, "x", 2).until(1);
		assertEquals(List.of("0=4", "1=5"), rig.told("c"));
	}

	@Test
	void signalsOfConnectionsAndServicesAreRead() {
		Rig rig = new Rig("""
				type M { port in i : Item  port out o : Item
				  service clean : Cleaning { procedure cip { parameter time : [min] = 5 [min] } }
				  insight half : [min] = clean.cip.time / 2 }
				asset P { part a : M  part b : M  connect belt : a.o -> b.i { sensor queue : integer }
				  insight full : [%] = belt.queue / 120 }""");
		rig.put(0, "belt.queue", 60).until(0);
		assertEquals(List.of("0=50"), rig.told("full"));
		assertEquals(List.of("0=2.5"), rig.told("a.half"));
	}
}
