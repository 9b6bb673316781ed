package io.twinwright.tests.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.LimitAlarm;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.NamedElement;
import io.twinwright.model.TextKind;
import io.twinwright.tests.language.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for a signal at its place: position, piece, type, base type. */
class NearestWinsTest {
	private static final String FILLERS = """
			namespace example
			policy Confidential { permit read }
			abstract type Machine every 1 [s] {
			  property ideal : [/h] = 10000 [/h]
			  sensor load : [kW] range 0..25 node "Base/Load"
			}
			type Filler extends Machine {
			  sensor vibration : [mm/s] range 0..40 alarm high 7.1 priority 2 alarm highhigh 11.2
			  sensor level 1..3 : [%] range 0..100 alarm low 20
			}
			""";

	private final Language language = new Language();

	private Point point(String path, String text) {
		TwinModel twin = new TwinModel(List.of(language.model(FILLERS + text)));
		return twin.roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.filter(point -> point.path().equals(path)).findFirst().orElseThrow();
	}

	private static Map<String, String> limits(Point point) {
		return point.alarms().stream().map(LimitAlarm.class::cast).collect(Collectors.toMap(alarm -> alarm.getLevel().getLiteral(),
				alarm -> alarm.getLimit().getNumber().toPlainString()));
	}

	private static String value(Point point) {
		return ((io.twinwright.model.QuantityLiteral) point.value()).getNumber().toPlainString();
	}

	@Test
	void tighterOfTwoLimitsHolds() {
		String text = """
				asset FX17 : Filler { refine vibration alarm high %s }
				asset Line1 : Line { part fill : Filler uses FX17 { refine vibration alarm high %s } }
				""";
		assertEquals(Map.of("high", "6.5", "highhigh", "11.2"), limits(point("Line1.fill.vibration", text.formatted("6.5", "7.0"))));
		assertEquals(Map.of("high", "6.0", "highhigh", "11.2"), limits(point("Line1.fill.vibration", text.formatted("6.5", "6.0"))));
		assertEquals(Map.of("high", "6400", "highhigh", "11.2"),
				limits(point("Line1.fill.vibration", text.formatted("6.5", "6400 [um/s]"))));
	}

	@Test
	void tighterLowLimitIsTheHigherOne() {
		String text = """
				asset FX17 : Filler { refine level alarm low 30 refine level#2 alarm low 25 refine level#3 alarm low 40 }
				""";
		assertEquals(Map.of("low", "30"), limits(point("FX17.level#1", text)));
		assertEquals(Map.of("low", "30"), limits(point("FX17.level#2", text)));
		assertEquals(Map.of("low", "40"), limits(point("FX17.level#3", text)));
	}

	@Test
	void nearestValueHolds() {
		String piece = "asset FX17 : Filler { refine ideal = 11000 [/h] }\n";
		assertEquals("10000", value(point("F.ideal", "asset F : Filler\n")));
		assertEquals("11000", value(point("FX17.ideal", piece)));
		assertEquals("11000", value(point("Line1.fill.ideal", piece + "asset Line1 : Line { part fill : Filler uses FX17 }\n")));
		assertEquals("9000", value(point("Line1.fill.ideal", piece
				+ "asset Line1 : Line { part fill : Filler uses FX17 { refine ideal = 9000 [/h] } }\n")));
		assertEquals("8000", value(point("Line1.fill.ideal", piece + "type Block { part fill : Filler { refine ideal = 9000 [/h] } }\n"
				+ "asset Line1 : Block { refine fill.ideal = 8000 [/h] refine fill uses FX17 }\n")));
	}

	@Test
	void refinementOfAPartHoldsForItsSignals() {
		String text = """
				type Block { part fill : Filler every 2 [s] under Confidential }
				asset Line1 : Block { refine fill every 5 [s] coverage 60 [%] }
				asset Line2 : Block
				policy Secret { permit read }
				asset Line3 : Block { refine fill under Secret refine fill.load every 7 [s] node "Here/Load" }
				""";
		assertEquals("5", point("Line1.fill.load", text).measure(MeasureKind.EVERY).orElseThrow().getNumber().toPlainString());
		assertEquals("60", point("Line1.fill.load", text).measure(MeasureKind.COVERAGE).orElseThrow().getNumber().toPlainString());
		assertEquals("2", point("Line2.fill.load", text).measure(MeasureKind.EVERY).orElseThrow().getNumber().toPlainString());
		assertEquals("7", point("Line3.fill.load", text).measure(MeasureKind.EVERY).orElseThrow().getNumber().toPlainString());
		assertEquals("Here/Load", point("Line3.fill.load", text).text(TextKind.NODE).orElseThrow());
		assertEquals("Base/Load", point("Line2.fill.load", text).text(TextKind.NODE).orElseThrow());
		assertEquals(List.of("Secret", "Confidential"), point("Line3.fill.load", text).policies().stream().map(NamedElement::getName)
				.toList());
	}

	@Test
	void refinementOfOneNumberLeavesTheOthers() {
		String text = """
				type Block { part fill 1..2 : Filler }
				asset Line1 : Block { refine fill#2 every 5 [s] }
				""";
		assertEquals("1", point("Line1.fill#1.load", text).measure(MeasureKind.EVERY).orElseThrow().getNumber().toPlainString());
		assertEquals("5", point("Line1.fill#2.load", text).measure(MeasureKind.EVERY).orElseThrow().getNumber().toPlainString());
	}

	@Test
	void whatIsSaidOfANumberIsNearerThanWhatIsSaidOfAll() {
		String text = """
				asset FX17 : Filler { refine level range 1..90 refine level#2 range 2..80 }
				""";
		assertEquals("1", point("FX17.level#1", text).range().orElseThrow().getLow().getNumber().toPlainString());
		assertEquals("2", point("FX17.level#2", text).range().orElseThrow().getLow().getNumber().toPlainString());
	}

	@Test
	void piecesFillTheNumbersThatAreNamed() {
		String text = """
				type Block { part fill 4..6 : Filler }
				asset A : Filler  asset B : Filler  asset C : Filler
				asset Line1 : Block { refine fill uses A, B refine fill#6 uses C }
				asset D : Filler
				asset Line2 : Block { refine fill#5 uses D }
				""";
		TwinModel twin = new TwinModel(List.of(language.model(FILLERS + text)));
		assertEquals(List.of("Line1.fill#4=A", "Line1.fill#5=B", "Line1.fill#6=C", "Line2.fill#4=none", "Line2.fill#5=D",
				"Line2.fill#6=none"), twin.roots().stream().flatMap(root -> root.parts().stream()).map(part -> part.path() + "="
				+ (part.piece() == null ? "none" : part.piece().getName())).toList());
	}
}
