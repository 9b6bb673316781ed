package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not evaluated is told, with a reason. */
class NotEvaluableTest {
	private static List<String> sentences(Rig rig) {
		return rig.notEvaluable.stream().map(what -> what.at().path() + ": " + what.sentence()).toList();
	}

	private static List<String> told(String elements) {
		return sentences(Rig.plant(elements));
	}

	@Test
	void models() {
		Rig rig = new Rig("""
				function rul(x : [bar]) : [1] from "models/rul.onnx"
				asset P { sensor x : [bar]  insight r : [1] = rul(x) over 30 samples alarm low 50  insight s : [1] = r * 2 }""");
		assertEquals(List.of("P.r: Function 'rul' is the model 'models/rul.onnx', which is not run here.",
				"P.s: It reads 'P.r', which is not evaluated. Function 'rul' is the model 'models/rul.onnx', which is not "
						+ "run here."),
				sentences(rig));
		rig.put(0, "x", 1).until(100);
		assertEquals(List.of(), rig.results);
		assertEquals(2, rig.notEvaluable.size());
	}

	@Test
	void functionsOfScenarios() {
		assertEquals(List.of("P.r: Function 'exponential' belongs to scenarios and has no value here."),
				told("insight r : [h] = exponential(6 [h])"));
	}

	@Test
	void arrivalNeedsThePlan() {
		assertEquals(List.of("P.r: Function 'arrival' needs the plan of the voyage, which is not known here."),
				told("sensor p : geopoint sensor v : [m/s] insight r : timestamp = arrival(p, v) over 1 [h]"));
	}

	@Test
	void aggregateWithoutWindow() {
		assertEquals(List.of("P.r: Function 'mean' needs a window. Add 'over' to the insight or inside the call."),
				told("sensor x : [kW] insight r : [kW] = mean(x)"));
	}

	@Test
	void aggregateInsideAnAggregate() {
		assertEquals(
				List.of("P.r: Function 'max' stands inside a function over time. Give it a window of its own with 'over'."),
				told("sensor x : [kW] insight r : [kW] = mean(max(x)) over 1 [h]"));
		assertEquals(List.of(), told("sensor x : [kW] insight r : [kW] = mean(max(x over 1 [min])) over 1 [h]"));
	}

	@Test
	void shiftWithoutShifts() {
		Rig rig = new Rig("site S  asset P at S { sensor x : [kW] insight r : [kW.h] = energy(x) over shift }");
		assertEquals(List.of("P.r: 'over shift' needs shifts, and site 'S' has none. Add 'shift' to the site, or use "
				+ "'over day'."),
				sentences(rig));
		Rig nowhere = new Rig("asset P { sensor x : [kW] insight r : [kW.h] = energy(x) over shift }");
		assertEquals(List.of("P.r: 'over shift' needs shifts, and there is no site here. Add 'at' and a site with shifts, "
				+ "or use 'over day'."), sentences(nowhere));
	}

	@Test
	void shiftsThatOverlap() {
		Rig rig = new Rig("""
				site S { shift a 06:00..14:00 on Mon..Fri  shift b 13:00..22:00 on Fri..Sat }
				asset P at S { sensor x : [kW] insight r : [kW.h] = energy(x) over shift }""");
		assertEquals(List.of("P.r: Shifts 'a' and 'b' overlap, so 'over shift' is not clear. Let one end where the other "
				+ "begins."),
				sentences(rig));
	}

	@Test
	void unknownZone() {
		Rig rig = new Rig("""
				site S zone "Mars/Olympus"  asset P at S {  sensor x : [kW]
				insight r : [kW.h] = energy(x) over day }""");
		assertEquals(List.of("P.r: Site 'S' has the zone 'Mars/Olympus', which is not known. Use a name as "
				+ "\"Europe/Berlin\"."),
				sentences(rig));
	}

	@Test
	void repeatedSignalWithoutEach() {
		assertEquals(List.of("P.r: 'x' means 3 signals. Write 'each' before it in a function across parts, or choose "
				+ "one with '#'."),
				told("sensor x 1..3 : [kW] insight r : [kW] = x * 2"));
	}

	@Test
	void circle() {
		assertEquals(List.of("P.a: It reads 'P.b', which is not evaluated. Insight 'P.a' depends on itself. "
				+ "Break the circle.", "P.b: Insight 'P.a' depends on itself. Break the circle."),
				told("insight a : real = b + 1  insight b : real = a + 1"));
	}

	@Test
	void recursion() {
		Rig rig = new Rig("function f(x : real) : real = f(x) + 1  asset P { sensor x : real  insight r : real = f(x) }");
		assertEquals(List.of("P.r: Function 'f' calls itself. A formula must not."), sentences(rig));
	}

	@Test
	void unknownUnit() {
		assertEquals(1, told("sensor x : [blah] insight r : [kW] = x").size());
		assertEquals(1, told("sensor x : [kW] insight r : [blah] = x").size());
		assertEquals(1, told("sensor x : [kW] insight r : [kW] = x + 1 [blah]").size());
	}

	@Test
	void partsHaveNoValue() {
		Rig rig = new Rig("type T { }  asset P { part t : T  insight r : real = t }");
		assertEquals(List.of("P.r: 't' is a part and has no value. Name one of its signals."), sentences(rig));
	}

	@Test
	void otherAlarmsOfTheSignalAreEvaluated() {
		Rig rig = Rig.plant("sensor x : [bar] alarm high 8 alarm when missing > 3");
		assertEquals(1, rig.notEvaluable.size());
		rig.put(0, "x", 9).until(0);
		assertEquals(List.of("0 +HIGH"), rig.alarms("x"));
	}

	@Test
	void whatIsEvaluableBesideItIsEvaluated() {
		Rig rig = Rig.plant("sensor x : [kW]  insight bad : [kW] = mean(x)  insight good : [kW] = x");
		rig.put(0, "x", 2).until(0);
		assertEquals(List.of("0=2"), rig.told("good"));
	}
}
