package io.twinwright.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.inject.Injector;
import io.twinwright.core.evaluate.AlarmChange;
import io.twinwright.core.evaluate.Evaluation;
import io.twinwright.core.evaluate.EvaluationListener;
import io.twinwright.core.evaluate.FeedbackChange;
import io.twinwright.core.evaluate.NotEvaluable;
import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Result;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.TwinStandaloneSetup;
import io.twinwright.dsl.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A plant from a text, its evaluation, and what came of it. Times are seconds from the start. */
final class Rig implements EvaluationListener {
	/** A Monday, midnight in UTC. */
	static final Instant MONDAY = Instant.parse("2027-03-01T00:00:00Z");
	private static final Injector INJECTOR = new TwinStandaloneSetup().createInjectorAndDoEMFRegistration();

	final List<Result> results = new ArrayList<>();
	final List<AlarmChange> alarms = new ArrayList<>();
	final List<FeedbackChange> feedbacks = new ArrayList<>();
	final List<NotEvaluable> notEvaluable = new ArrayList<>();
	final List<Sample> late = new ArrayList<>();
	final TwinModel twin;
	final Instant start;
	final Evaluation evaluation;
	private final Map<String, Point> points = new HashMap<>();
	private final String root;

	Rig(String text) {
		this(text, MONDAY);
	}

	Rig(String text, Instant start) {
		this(load(text), start, Map.of());
	}

	Rig(TwinModel twin, Instant start, Map<String, Double> lives) {
		this(twin, twin.roots(), start, lives);
	}

	Rig(TwinModel twin, Collection<? extends Located> interest, Instant start, Map<String, Double> lives) {
		this(twin, interest, start, lives, "P.");
	}

	/** @param root what stands before the paths that are given and told */
	Rig(TwinModel twin, Collection<? extends Located> interest, Instant start, Map<String, Double> lives, String root) {
		this.twin = twin;
		this.root = root;
		this.start = start;
		this.evaluation = Evaluation.of(twin, interest, start, lives, this);
	}

	static TwinModel load(String text) {
		try {
			Path folder = Files.createTempDirectory("rig");
			Path file = folder.resolve("plant.twin");
			try {
				Files.writeString(file, "namespace rig\n" + text);
				return load(file);
			} finally {
				Files.deleteIfExists(file);
				Files.delete(folder);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static TwinModel load(Path path) throws IOException {
		Project project = Project.load(INJECTOR, List.of(path));
		for (var file : project.files()) {
			assertEquals(List.of(), file.getErrors());
		}
		return project.twin();
	}

	/** A plant {@code P} with some elements. */
	static Rig plant(String elements) {
		return new Rig(site("asset P at S {\n" + elements + "\n}"));
	}

	static String site(String text) {
		return "site S zone \"UTC\" { shift early 06:00..14:00 on Mon..Fri shift late 14:00..22:00 on Mon..Fri }\n" + text;
	}

	Point point(String path) {
		return points.computeIfAbsent(path, any -> point(twin, path));
	}

	static Point point(TwinModel twin, String path) {
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				for (Point point : position.points()) {
					if (point.path().equals(path)) {
						return point;
					}
				}
			}
		}
		throw new IllegalArgumentException(path);
	}

	Instant time(double seconds) {
		return start.plusNanos(Math.round(seconds * 1e9));
	}

	Rig put(double seconds, String path, double number) {
		Point point = point(root + path);
		evaluation.offer(point, Value.of(point.signal().getType(), number).map(value -> Sample.good(time(seconds), value))
				.orElse(Sample.bad(time(seconds))));
		return this;
	}

	Rig put(double seconds, String path, Object raw) {
		Point point = point(root + path);
		evaluation.offer(point, Sample.good(time(seconds), Value.of(point.signal().getType(), raw).orElseThrow()));
		return this;
	}

	Rig bad(double seconds, String path) {
		evaluation.offer(point(root + path), Sample.bad(time(seconds)));
		return this;
	}

	/** A connection that reports changes only carries signals from a time on. */
	Rig connected(double seconds, String... paths) {
		evaluation.connected(Stream.of(paths).map(path -> point(root + path)).toList(), time(seconds));
		return this;
	}

	/** The connection gave its last sign of life at a time. */
	Rig disconnected(double seconds, String... paths) {
		evaluation.disconnected(Stream.of(paths).map(path -> point(root + path)).toList(), time(seconds));
		return this;
	}

	Rig uncertain(double seconds, String path, double number) {
		evaluation.offer(point(root + path), new Sample(time(seconds), new Value.Number(number), Quality.UNCERTAIN));
		return this;
	}

	/** Lets the clock reach a time. */
	Rig until(double seconds) {
		evaluation.advance(time(seconds));
		return this;
	}

	List<Result> results(String path) {
		return results.stream().filter(result -> result.point().path().equals(root + path)).toList();
	}

	Result last(String path) {
		return results(path).getLast();
	}

	/**
	 * Time in seconds, value and quality of all results of an insight: {@code 60=1.5}, {@code 60~1.5} uncertain, {@code
	 * 60!}.
	 */
	List<String> told(String path) {
		return results(path).stream().map(result -> told(result.sample())).toList();
	}

	private String told(Sample sample) {
		return seconds(sample.instant()) + switch (sample.quality()) {
			case GOOD -> "=" + value(sample.value());
			case UNCERTAIN -> "~" + value(sample.value());
			case BAD -> "!";
		};
	}

	private String seconds(Instant instant) {
		return number((instant.toEpochMilli() - start.toEpochMilli()) / 1000.0);
	}

	static String value(Value value) {
		return switch (value) {
			case Value.Number(double number) -> number(number);
			case Value.Text(String text) -> text;
			case Value.Bool(boolean is) -> Boolean.toString(is);
			case Value.State state -> state.name();
			case Value.Timestamp(Instant instant) -> instant.toString();
			case Value.Geo geo -> geo.latitude() + "," + geo.longitude();
			case Value.Money money -> money.currency() + " " + money.amount().stripTrailingZeros().toPlainString();
		};
	}

	/** To ten digits, so that a hand-computed number can be written down. */
	private static String number(double number) {
		return new java.math.BigDecimal(number).round(new java.math.MathContext(10)).stripTrailingZeros().toPlainString();
	}

	/** The alarms as {@code 5 +HIGH}, {@code 9 -HIGH}, with {@code ?} if uncertain. */
	List<String> alarms(String path) {
		return alarms.stream().filter(change -> change.point().path().equals(root + path))
				.map(change -> seconds(change.instant()) + (change.active() ? " +" : " -") + change.level()
						+ (change.uncertain() ? "?" : ""))
				.toList();
	}

	List<String> feedbacks() {
		return feedbacks.stream().map(change -> seconds(change.instant()) + " " + change.phase()).toList();
	}

	@Override
	public void result(Result result) {
		results.add(result);
	}

	@Override
	public void alarm(AlarmChange change) {
		alarms.add(change);
	}

	@Override
	public void feedback(FeedbackChange change) {
		feedbacks.add(change);
	}

	@Override
	public void notEvaluable(NotEvaluable what) {
		notEvaluable.add(what);
	}

	@Override
	public void late(Point point, Sample sample) {
		late.add(sample);
	}
}
