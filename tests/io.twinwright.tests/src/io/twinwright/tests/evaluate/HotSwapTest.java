package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.TwinModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The language on hot swaps, sentence by sentence: the text says who fills a position, and a swap changes it. */
class HotSwapTest {
	private static final String TYPES = """
			type Spindle { sensor turns : counter  insight turned : [1] = lifetime(turns) }
			type Filler {
			  sensor load : [kW] range 0..40 alarm high 20
			  sensor count : counter
			  insight made : [1] = lifetime(count)
			  insight used : [kW.s] = integral(load) over 1 [min]
			  part spindle : Spindle
			}
			asset A : Filler { refine load alarm high 15 }
			asset B : Filler
			endpoint one { url "opc.tcp://localhost:4840" }
			endpoint two { url "opc.tcp://localhost:4841" }
			bind A to one "nsu=u;s=FillerA"
			bind B to two "nsu=u;s=FillerB"
			""";

	/** A line whose position is filled by one piece, with the other on standby. */
	private static TwinModel line(String piece, String other) {
		return Rig.load(TYPES + "asset P : Line { part fill : Filler uses %s standby %s  part rest : Filler }\n".formatted(piece, other));
	}

	private static Rig rig(String piece, String other, double start, Map<String, Double> lives) {
		return new Rig(line(piece, other), Rig.MONDAY.plusSeconds((long) start), lives);
	}

	private static String wire(TwinModel twin) {
		Attachment attachment = twin.attachment(Rig.point(twin, "P.fill.load")).orElseThrow();
		return attachment.endpoint().getName() + " " + attachment.address() + " " + attachment.relative();
	}

	@Test
	void signalsGoOnUnderTheSameNamesFromTheNewPiecesBinding() {
		assertEquals("one nsu=u;s=FillerA load", wire(line("A", "B")));
		assertEquals("two nsu=u;s=FillerB load", wire(line("B", "A")));
	}

	@Test
	void openWindowsRestart() {
		Rig before = rig("A", "B", 0, Map.of());
		before.put(0, "fill.load", 5).until(100);
		assertEquals(List.of("60=300"), before.told("fill.used"));
		Rig after = rig("B", "A", 100, before.evaluation.lives());
		after.put(0, "fill.load", 2).until(100);
		// of the minute in which the swap falls only 20 s are known, and only of the new piece
		assertEquals(List.of("20=40", "80=120"), after.told("fill.used").stream().map(told -> told.replace('~', '=')).toList());
		assertEquals("20~40", after.told("fill.used").getFirst());
	}

	@Test
	void lifetimeStaysWithThePieceAndItsParts() {
		Rig before = rig("A", "B", 0, Map.of());
		before.put(0, "fill.count", 1000).put(0, "fill.spindle.turns", 70).put(0, "rest.spindle.turns", 3).until(10);
		Rig swapped = rig("B", "A", 10, before.evaluation.lives());
		swapped.put(0, "fill.count", 5).put(0, "fill.spindle.turns", 2).put(0, "rest.spindle.turns", 3).until(10);
		assertEquals("0=5", swapped.told("fill.made").getLast());
		assertEquals("0=2", swapped.told("fill.spindle.turned").getLast());
		assertEquals("0=3", swapped.told("rest.spindle.turned").getLast());
		Rig back = rig("A", "B", 20, swapped.evaluation.lives());
		back.put(0, "fill.count", 4).put(1, "fill.count", 6).put(0, "fill.spindle.turns", 4).put(1, "fill.spindle.turns", 9).until(10);
		assertEquals("1=1002", back.told("fill.made").getLast());
		assertEquals("1=75", back.told("fill.spindle.turned").getLast());
	}

	@Test
	void whatWasSaidOfThePieceGoesWithIt() {
		Rig before = rig("A", "B", 0, Map.of());
		before.put(0, "fill.load", 18).until(1);
		assertEquals(List.of("0 +HIGH"), before.alarms("fill.load"));
		Rig after = rig("B", "A", 0, Map.of());
		after.put(0, "fill.load", 18).until(1);
		assertEquals(List.of(), after.alarms("fill.load"));
	}
}
