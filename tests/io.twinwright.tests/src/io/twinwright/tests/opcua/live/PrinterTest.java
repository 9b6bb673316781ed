package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.cli.live.TextPrinter;
import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Awaited;
import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LiveValue;
import io.twinwright.opcua.live.WatchListener;
import io.twinwright.opcua.record.RecordWriter;
import io.twinwright.tests.opcua.Twins;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people and programs read of a plant. */
class PrinterTest {
	private static final String CLOCK = "\\d\\d:\\d\\d:\\d\\d\\.\\d{3}";
	private static final Instant LONG_AGO = Instant.parse("2026-03-01T12:00:00Z");
	private final TwinModel twin = Twins.parse("""
			namespace a
			type Tank { sensor level 1..2 : [m]  insight share : [1] = level#1 / level#2  insight other : [1] = 2 * share  state mode : PackML }
			asset T : Tank
			""");
	private final StringWriter text = new StringWriter();
	private final WatchListener people = new TextPrinter(new PrintWriter(text));
	private final Point share = Twins.point(twin, "T.share");

	private static AlarmChange alarm(Point point, boolean active, boolean uncertain, Instant at) {
		return new AlarmChange(point, AlarmChange.Level.HIGH, active, uncertain, at, "too full", 1);
	}

	private List<String> lines() {
		people.flush();
		return text.toString().lines().toList();
	}

	private static void assertMatches(String pattern, String line) {
		assertTrue(line.matches(pattern), line);
	}

	@Test
	void marksAlarmsOnUncertainValues() {
		people.alarm(alarm(share, true, true, Instant.now()));
		people.alarm(alarm(share, true, false, Instant.now()));
		people.alarm(alarm(share, false, true, Instant.now()));
		assertEquals(3, lines().size());
		assertMatches(CLOCK + "  alarm T\\.share high raised \\(uncertain\\): too full", lines().get(0));
		assertMatches(CLOCK + "  alarm T\\.share high raised: too full", lines().get(1));
		assertMatches(CLOCK + "  alarm T\\.share high gone: too full", lines().get(2));
		StringWriter records = new StringWriter();
		WatchListener programs = new RecordWriter(new PrintWriter(records), false);
		programs.alarm(alarm(share, true, true, LONG_AGO));
		programs.alarm(alarm(share, true, false, LONG_AGO));
		programs.end();
		assertEquals(List.of("""
				{"time":"2026-03-01T12:00:00Z","event":"alarm","path":"T.share","value":true,"unit":null,"status":"high",\
				"text":"too full","mark":"uncertain"}""", """
				{"time":"2026-03-01T12:00:00Z","event":"alarm","path":"T.share","value":true,"unit":null,"status":"high",\
				"text":"too full","mark":null}"""), records.toString().lines().toList());
	}

	private List<String> records(boolean csv, Consumer<WatchListener> told) {
		StringWriter records = new StringWriter();
		WatchListener programs = new RecordWriter(new PrintWriter(records), csv);
		told.accept(programs);
		programs.end();
		return records.toString().lines().toList();
	}

	private void values(WatchListener programs) {
		Point level = Twins.point(twin, "T.level#1");
		programs.value(new LiveValue(level, 0.1 + 0.2, LiveValue.Quality.GOOD, "Good", LONG_AGO, false));
		programs.value(new LiveValue(level, null, LiveValue.Quality.BAD, "Bad \"so, so\"", LONG_AGO, false));
		programs.value(new LiveValue(Twins.point(twin, "T.mode"), 6, LiveValue.Quality.GOOD, "Good", LONG_AGO.plusMillis(5), false));
		programs.insight(new Result(share, new Sample(LONG_AGO, new Value.Number(1e-7), Quality.UNCERTAIN), "It is young,\nand new."));
		programs.insight(new Result(share, Sample.good(LONG_AGO, 12345678.0), ""));
		programs.insight(new Result(share, Sample.bad(LONG_AGO), "It is divided by zero."));
	}

	@Test
	void printsObjectsForPrograms() {
		assertEquals(List.of("""
				{"time":"2026-03-01T12:00:00Z","event":"value","path":"T.level#1","value":0.30000000000000004,"unit":"m",\
				"status":"Good","text":null,"mark":null}""", """
				{"time":"2026-03-01T12:00:00Z","event":"value","path":"T.level#1","value":null,"unit":"m",\
				"status":"Bad \\"so, so\\"","text":null,"mark":null}""", """
				{"time":"2026-03-01T12:00:00.005Z","event":"value","path":"T.mode","value":"Execute","unit":null,\
				"status":"Good","text":null,"mark":null}""", """
				{"time":"2026-03-01T12:00:00Z","event":"insight","path":"T.share","value":1.0E-7,"unit":"1",\
				"status":"uncertain","text":"It is young,\\nand new.","mark":null}""", """
				{"time":"2026-03-01T12:00:00Z","event":"insight","path":"T.share","value":1.2345678E7,"unit":"1",\
				"status":"good","text":null,"mark":null}""", """
				{"time":"2026-03-01T12:00:00Z","event":"insight","path":"T.share","value":null,"unit":"1",\
				"status":"bad","text":"It is divided by zero.","mark":null}"""), records(false, this::values));
	}

	@Test
	void printsColumnsForPrograms() {
		assertEquals(List.of("time,event,path,value,unit,status,text,mark",
				"2026-03-01T12:00:00Z,value,T.level#1,0.30000000000000004,m,Good,,",
				"2026-03-01T12:00:00Z,value,T.level#1,,m,\"Bad \"\"so, so\"\"\",,",
				"2026-03-01T12:00:00.005Z,value,T.mode,Execute,,Good,,",
				"2026-03-01T12:00:00Z,insight,T.share,1.0E-7,1,uncertain,\"It is young,", "and new.\",",
				"2026-03-01T12:00:00Z,insight,T.share,1.2345678E7,1,good,,",
				"2026-03-01T12:00:00Z,insight,T.share,,1,bad,It is divided by zero.,"), records(true, this::values));
	}

	@Test
	void printsMessagesOfAnyLength() {
		Point level = Twins.point(twin, "T.level#2");
		List<String> records = records(true, programs -> IntStream.range(0, 1000)
				.forEach(i -> programs.value(new LiveValue(level, i, LiveValue.Quality.GOOD, "Good", LONG_AGO, false))));
		assertEquals(IntStream.range(0, 1000).mapToObj("2026-03-01T12:00:00Z,value,T.level#2,%d.0,m,Good,,"::formatted).toList(),
				records.subList(1, records.size()));
	}

	@Test
	void tellsTheTimeOfWhatHappenedBefore() {
		people.alarm(alarm(share, true, false, LONG_AGO));
		assertMatches(CLOCK + "  alarm T\\.share high raised: too full  at " + CLOCK, lines().getFirst());
	}

	@Test
	void showsBareNumbersWithoutAUnit() {
		people.insight(new Result(share, new Sample(Instant.now(), new Value.Number(0.3), Quality.UNCERTAIN), "It is young."));
		assertMatches(CLOCK + "  insight T\\.share = 0\\.3 \\(uncertain\\): It is young\\.", lines().getFirst());
		people.end();
		assertMatches("insight +T\\.share +0\\.3 +Uncertain +" + CLOCK + "  It is young\\.", lines().getLast());
	}

	@Test
	void showsWhatHasNoValueYetAndWhy() {
		Point mode = Twins.point(twin, "T.mode");
		people.insight(new Result(Twins.point(twin, "T.other"), Sample.bad(Instant.now()), "'T.level#2' is bad."));
		people.awaited(List.of(mode, Twins.point(twin, "T.level#1")), List.of(
				new Awaited(share, new LinkedHashSet<>(List.of(Twins.point(twin, "T.level#1"), mode)), Instant.parse("2036-03-01T12:00:00Z"))));
		people.end();
		assertMatches("sensor +T\\.level#… +– \\[m] +no value yet", lines().get(2));
		assertMatches("state +T\\.mode +– +no value yet", lines().get(3));
		assertMatches("insight +T\\.other +– +Bad +" + CLOCK + "  'T\\.level#2' is bad\\.", lines().get(4));
		assertMatches("insight +T\\.share +– +no result yet +Waits for the first value of 'T\\.level#1' and 1 other signal\\."
				+ " Waits until 2036-03-\\d\\d \\d\\d:\\d\\d:00, when a window is complete\\.", lines().get(5));
		assertEquals(6, lines().size());
		StringWriter records = new StringWriter();
		WatchListener programs = new RecordWriter(new PrintWriter(records), false);
		programs.awaited(List.of(mode), List.of(new Awaited(share, Set.of(mode), null)));
		programs.end();
		assertEquals("", records.toString());
	}

	@Test
	void showsTheLastValuesInOneTable() {
		people.value(new LiveValue(Twins.point(twin, "T.level#1"), 7, LiveValue.Quality.GOOD, "Good", Instant.now(), false));
		people.value(new LiveValue(Twins.point(twin, "T.level#1"), 1.5, LiveValue.Quality.GOOD, "Good", Instant.now(), false));
		people.value(new LiveValue(Twins.point(twin, "T.level#2"), null, LiveValue.Quality.BAD, "Bad_SensorFailure", Instant.now(), false));
		people.value(new LiveValue(Twins.point(twin, "T.mode"), 6, LiveValue.Quality.GOOD, "Good", Instant.now(), false));
		people.end();
		assertEquals(List.of("", "kind       signal       value unit  status   time"), lines().subList(0, 2));
		assertMatches("sensor     T\\.level#…        … \\[m]   differs  " + CLOCK, lines().get(2));
		assertMatches("state      T\\.mode     Execute       Good     " + CLOCK, lines().get(3));
		assertEquals(4, lines().size());
	}
}
