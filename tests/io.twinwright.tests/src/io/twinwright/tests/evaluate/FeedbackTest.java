package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When a feedback would fire. */
class FeedbackTest {
	private static final String SIGNALS = """
			party Shop { name "Shop" }
			asset P { state mode : PackML  sensor x : [bar]  actuator speed : [/h] range 0..12000
			""";

	private static Rig feedback(String reactions) {
		return new Rig(SIGNALS + "feedback f advise {\n" + reactions + "\n} }");
	}

	@Test
	void firesWhenTheConditionHasHeld() {
		Rig rig = feedback("when x > 8 [bar] for 5 [s]  notify Shop \"high\"");
		rig.put(0, "x", 9).put(4, "x", 7).put(6, "x", 9).until(10.9);
		assertEquals(List.of(), rig.feedbacks());
		rig.until(11);
		assertEquals(List.of("11 FIRES"), rig.feedbacks());
	}

	@Test
	void firesOnceUntilItEnds() {
		Rig rig = feedback("when x > 8 [bar]  notify Shop \"high\"  until x < 5 [bar] for 2 [s]");
		rig.put(0, "x", 9).put(1, "x", 7).put(2, "x", 9).put(3, "x", 4).until(4.9).put(5, "x", 4).put(8, "x", 9).until(8);
		assertEquals(List.of("0 FIRES", "5 ENDS", "8 FIRES"), rig.feedbacks());
	}

	@Test
	void withoutUntilItMayFireAgainAfterTheConditionCeased() {
		Rig rig = feedback("when x > 8 [bar]  notify Shop \"high\"");
		rig.put(0, "x", 9).put(1, "x", 9.5).put(2, "x", 7).put(3, "x", 9).until(3);
		assertEquals(List.of("0 FIRES", "2 ENDS", "3 FIRES"), rig.feedbacks());
	}

	@Test
	void guardMustHold() {
		Rig rig = feedback("when x > 8 [bar] for 5 [s]  guard mode is Execute  notify Shop \"high\"");
		rig.put(0, "x", 9).put(0, "mode", "Idle").until(20).put(20, "mode", "Execute").until(20);
		assertEquals(List.of("20 FIRES"), rig.feedbacks());
	}

	@Test
	void actsOnGoodValuesOnly() {
		Rig rig = feedback("when x > 8 [bar]  guard mode is Execute  notify Shop \"high\"");
		rig.uncertain(0, "x", 9).put(0, "mode", "Execute").until(5);
		assertEquals(List.of(), rig.feedbacks());
		rig.bad(6, "mode").put(6, "x", 9).until(7);
		assertEquals(List.of(), rig.feedbacks());
		rig.put(8, "mode", "Execute").until(8);
		assertEquals(List.of("8 FIRES"), rig.feedbacks());
	}

	@Test
	void firesNotMoreOftenThanItsLimit() {
		Rig rig = feedback("when x > 8 [bar]  notify Shop \"high\"  limit 2 per 1 [min]");
		for (int i = 0; i < 4; i++) {
			rig.put(10 * i, "x", 9).put(10 * i + 5, "x", 1);
		}
		rig.until(40);
		assertEquals(List.of("0 FIRES", "5 ENDS", "10 FIRES", "15 ENDS", "20 HELD_BACK", "30 HELD_BACK"), rig.feedbacks());
		assertEquals("It has fired 2 times, as often as its limit allows.", rig.feedbacks.getLast().reason());
		rig.put(50, "x", 9).until(59);
		assertEquals("50 HELD_BACK", rig.feedbacks().getLast());
		rig.until(60);
		assertEquals("60 FIRES", rig.feedbacks().getLast());
	}

	@Test
	void valueIsComputedOnceAndClipped() {
		Rig rig = feedback("""
				when x > 8 [bar]  guard mode is Execute
				set speed to 0.7 * speed within 6000..12000 ramp 500 [/h/s]
				until x < 5 [bar]""");
		rig.put(0, "speed", 12000).put(0, "mode", "Execute").put(0, "x", 9).put(1, "speed", 8000).put(2, "x", 4)
				.put(3, "x", 9).until(3);
		assertEquals(List.of("0 FIRES", "2 ENDS", "3 FIRES"), rig.feedbacks());
		assertEquals("8400", Rig.value(rig.feedbacks.getFirst().writes().getFirst().value()));
		assertEquals("6000", Rig.value(rig.feedbacks.getLast().writes().getFirst().value()));
		assertEquals("P.speed", rig.feedbacks.getFirst().writes().getFirst().target().path());
	}

	@Test
	void valueIsClippedToTheRangeToo() {
		Rig rig = feedback("when x > 8 [bar]  set speed to 5 [/s]");
		rig.put(0, "x", 9).until(0);
		assertEquals("12000", Rig.value(rig.feedbacks.getFirst().writes().getFirst().value()));
	}

	@Test
	void isHeldBackWhileItsValueIsNotGood() {
		Rig rig = feedback("when x > 8 [bar]  set speed to 0.7 * speed");
		rig.put(0, "x", 9).until(1);
		assertEquals(List.of("0 HELD_BACK"), rig.feedbacks());
		assertEquals("The value for 'P.speed' is not good: 'P.speed' has no value yet.", rig.feedbacks.getFirst().reason());
		rig.put(2, "speed", 10000).until(2);
		assertEquals(List.of("0 HELD_BACK", "2 FIRES"), rig.feedbacks());
	}

	@Test
	void whatComesTooLateNeverFires() {
		Rig rig = feedback("when x > 8 [bar]  notify Shop \"high\"");
		rig.put(0, "x", 5).until(100).put(50, "x", 9).until(110);
		assertEquals(List.of(), rig.feedbacks());
		rig.put(120, "x", 5).put(121, "x", 9).until(121);
		assertEquals(List.of("121 FIRES"), rig.feedbacks());
	}

	@Test
	void whatComesTooLateForAWindowNeverFires() {
		Rig rig = new Rig(SIGNALS + """
				insight m : [bar] = max(x) over 1 [min]
				feedback f advise { when m > 8 [bar]  notify Shop "high" } }""");
		rig.put(0, "x", 5).put(40, "x", 4).until(100).put(30, "x", 9).until(200);
		assertEquals(List.of("60=5", "120=4", "180=4"), rig.told("m"));
		assertEquals(List.of(), rig.feedbacks());
		assertEquals(1, rig.late.size());
	}

	@Test
	void uncertainInsightsNeitherFireNorEnd() {
		Rig rig = new Rig(SIGNALS + """
				insight m : [bar] = mean(x) over 1 [min]
				feedback f advise { when m > 8 [bar]  notify Shop "high"  until m < 5 [bar] } }""");
		rig.put(30, "x", 9).until(100);
		assertEquals(List.of("60~9"), rig.told("m"));
		assertEquals(List.of(), rig.feedbacks());
		rig.put(120, "x", 2).uncertain(130, "x", 2).until(260);
		assertEquals(List.of("60~9", "120=9", "180~2", "240!"), rig.told("m"));
		assertEquals(List.of("120 FIRES"), rig.feedbacks());
	}

	@Test
	void whatHeldBeforeTheStartMayFire() {
		Rig rig = new Rig(SIGNALS + """
				insight m : [bar] = mean(x) over 1 [min]
				feedback f advise { when x > 8 [bar] and m > 1 [bar]  notify Shop "high" } }""");
		rig.put(-1000, "x", 9).until(70);
		assertEquals(List.of("60 FIRES"), rig.feedbacks());
	}

	@Test
	void insightsWithWindowsFire() {
		Rig rig = new Rig(SIGNALS + """
				insight m : [bar] = mean(x) over 1 [min]
				feedback f advise { when m > 8 [bar] for 90 [s]  notify Shop "high" } }""");
		rig.put(0, "x", 9).until(160);
		assertEquals(List.of("150 FIRES"), rig.feedbacks());
	}

	@Test
	void feedbackOfATypeIsThatOfEachPosition() {
		Rig rig = new Rig("""
				party Shop { name "Shop" }
				type T { sensor x : [bar]  feedback f advise { when x > 8 [bar]  notify Shop "high" } }
				asset P { part a : T  part b : T }""");
		rig.put(0, "a.x", 1).put(0, "b.x", 9).until(0);
		assertEquals(List.of("P.b"), rig.feedbacks.stream().map(change -> change.position().path()).toList());
	}

	@Test
	void feedbackThatReadsAModelIsToldOnce() {
		Rig rig = new Rig("""
				function f(x : [bar]) : [1] from "f.onnx"
				party Shop { name "Shop" }
				asset P { sensor x : [bar]  feedback g advise { when f(x) > 0.5  notify Shop "high" } }""");
		assertEquals(List.of("Feedback 'g' is not evaluated. Function 'f' is the model 'f.onnx', which is not run here."),
				rig.notEvaluable.stream().map(what -> what.sentence()).toList());
	}
}
