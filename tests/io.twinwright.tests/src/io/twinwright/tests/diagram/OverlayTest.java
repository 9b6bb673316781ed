package io.twinwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.AlarmChange.Level;
import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.diagram.Diagram;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.diagram.Diagrams;
import io.twinwright.diagram.Diagrams.Inner;
import io.twinwright.diagram.View;
import io.twinwright.diagram.layout.Layouts;
import io.twinwright.diagram.live.AlarmClass;
import io.twinwright.diagram.live.LiveState;
import io.twinwright.diagram.live.Overlay;
import io.twinwright.diagram.live.Reading;
import io.twinwright.dsl.project.Project;
import io.twinwright.model.NamedElement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What diagrams show while the plant is attached. */
class OverlayTest {
	private static final String JUICE = "acme.bottling.Juice1";

	@TempDir
	private Path folder;

	private final Project bottling = Drawn.example("bottling");
	private final Diagram juice = Drawn.of(bottling, DiagramKind.LINE, "Juice1");

	private static Reading number(double number) {
		return Reading.good(new Value.Number(number));
	}

	private static Reading alarmed(Project project, String path, double number, Level level, int priority, String text) {
		Point point = project.twin().roots().stream().flatMap(root -> root.all().stream()).map(Position::points).flatMap(List::stream)
				.filter(found -> found.path().equals(path)).findFirst().orElseThrow(() -> new AssertionError(path));
		return new Reading(new Value.Number(number), Quality.GOOD, false, new AlarmChange(point, level, true, false, Instant.EPOCH, text, priority));
	}

	static Map<String, Reading> running(Project bottling) {
		return Map.of("Juice1.rinse.mode", Reading.good(new Value.State("Execute", 6)), "Juice1.rinse.load", number(11.23456),
				"Juice1.fill.mode", Reading.good(new Value.State("Held", 11)), "Juice1.fill.vibration",
				alarmed(bottling, "Juice1.fill.vibration", 11.9, Level.HIGHHIGH, 1, "bearing damage"), "Juice1.fill.flow", number(180),
				"Juice1.cap.mode", new Reading(new Value.State("Idle", 4), Quality.GOOD, true, null), "Juice1.belt.queue", number(90));
	}

	@Test
	void showsStateAndValuesOfModules() {
		Map<String, LiveState> shown = Overlay.of(juice, running(bottling));
		assertEquals(new LiveState(List.of("load 11.235 [kW]"), "Execute", AlarmClass.OK, Double.NaN), shown.get(JUICE + ".rinse"));
	}

	@Test
	void showsTheMostUrgentAlarmFirstAndInWords() {
		LiveState fill = Overlay.of(juice, running(bottling)).get(JUICE + ".fill");
		assertEquals(List.of("vibration 11.9 [mm/s] HIGH HIGH: bearing damage", "flow 180 [l/min]"), fill.lines());
		assertEquals(AlarmClass.ALARM, fill.alarm());
		assertEquals("Held", fill.state());
	}

	@Test
	void saysWhatIsNotHeard() {
		LiveState cap = Overlay.of(juice, running(bottling)).get(JUICE + ".cap");
		assertEquals(new LiveState(List.of("mode Idle not heard"), "", AlarmClass.BAD, Double.NaN), cap);
	}

	@Test
	void showsHowFullABufferIs() {
		Map<String, LiveState> shown = Overlay.of(juice, running(bottling));
		assertEquals(new LiveState(List.of("queue 90"), "", AlarmClass.OK, 0.75), shown.get(JUICE + ".belt"));
		assertEquals(0.75, shown.get(JUICE + ".fill.bottles").level());
		assertTrue(!shown.containsKey(JUICE + ".fill.filled"));
	}

	@Test
	void tellsAlarmsApartByUrgency() {
		String path = "Juice1.fill.vibration";
		assertEquals(AlarmClass.WARNING, alarmed(bottling, path, 7.2, Level.HIGH, 0, "").alarmClass());
		assertEquals(AlarmClass.ALARM, alarmed(bottling, path, 7.2, Level.HIGH, 1, "").alarmClass());
		assertEquals(AlarmClass.ALARM, alarmed(bottling, path, 12, Level.HIGHHIGH, 0, "").alarmClass());
		assertEquals(AlarmClass.WARNING, alarmed(bottling, path, 12, Level.HIGHHIGH, 3, "").alarmClass());
		assertEquals(AlarmClass.ALARM, alarmed(bottling, path, 0, Level.CONDITION, 0, "").alarmClass());
		assertEquals(AlarmClass.BAD, alarmed(bottling, path, 0, Level.BAD, 0, "").alarmClass());
		assertEquals(AlarmClass.BAD, new Reading(null, Quality.BAD, false, null).alarmClass());
		assertEquals(AlarmClass.OK, new Reading(new Value.Number(1), Quality.UNCERTAIN, false, null).alarmClass());
	}

	@Test
	void showsAlarmsInsideOfWhatIsNotOpen() {
		Project project = Drawn.text(folder, """
				namespace plant
				type Pump { sensor heat : [Cel] range 0..100 alarm high 80 }
				type Skid { part pump 1..3 : Pump }
				asset House : Plant { part skid 1..2 : Skid part lone : Skid }
				""");
		Diagrams diagrams = Drawn.diagrams(project);
		NamedElement house = diagrams.find(DiagramKind.LINE, "plant.House").orElseThrow();
		Map<String, Reading> readings = new HashMap<>();
		for (String path : List.of("House.lone.pump#2.heat", "House.skid#2.pump#1.heat", "House.skid#2.pump#3.heat")) {
			readings.put(path, alarmed(project, path, 90, Level.HIGH, 0, ""));
		}
		readings.put("House.lone.pump#1.heat", number(20));
		Map<String, LiveState> shown = Overlay.of(diagrams.of(DiagramKind.LINE, house), readings);
		assertEquals(new LiveState(List.of("pump#2.heat HIGH"), "", AlarmClass.WARNING, Double.NaN), shown.get("plant.House.lone"));
		assertEquals(List.of("skid#2.pump#1.heat HIGH and 1 more"), shown.get("plant.House.skid").lines());
		View open = View.PLAIN.expanding("plant.House.lone", true);
		assertEquals(List.of("pump#2.heat HIGH"), Overlay.of(diagrams.of(DiagramKind.LINE, house, open), readings).get("plant.House.lone.pump").lines());
		Inner inner = diagrams.inner(house, View.PLAIN, "plant.House.lone").orElseThrow();
		Diagram skid = diagrams.of(DiagramKind.LINE, inner.subject(), new View(Set.of(), null, inner.place()));
		assertEquals(List.of("pump#2.heat HIGH"), Overlay.of(skid, readings).get("plant.Skid.pump").lines());
		assertEquals(Map.of(), Overlay.of(diagrams.of(DiagramKind.LINE, inner.subject()), readings));
	}

	@Test
	void showsNothingWithoutValues() {
		assertEquals(Map.of(), Overlay.of(juice, Map.of()));
	}

	@Test
	void tellsWhatChanged() {
		Map<String, Reading> readings = new HashMap<>(running(bottling));
		Map<String, LiveState> before = Overlay.of(juice, readings);
		readings.put("Juice1.belt.queue", number(30));
		readings.remove("Juice1.rinse.mode");
		readings.remove("Juice1.rinse.load");
		Map<String, LiveState> changed = Overlay.changed(before, Overlay.of(juice, readings));
		assertEquals(Set.of(JUICE + ".belt", JUICE + ".rinse", JUICE + ".rinse.rinsed", JUICE + ".fill.bottles"), changed.keySet());
		assertEquals(LiveState.NONE, changed.get(JUICE + ".rinse"));
		assertEquals(0.25, changed.get(JUICE + ".belt").level());
	}

	@Test
	void drawsValuesInThePicture() {
		String svg = Drawn.svg(juice, Layouts.of(juice, Map.of()), Overlay.of(juice, running(bottling)));
		assertTrue(svg.contains("vibration 11.9 [mm/s] HIGH HIGH: bearing damage") && svg.contains(">Held<") && svg.contains("Urgent alarm"), svg);
	}
}
