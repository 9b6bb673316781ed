package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Quality;
import io.twinwright.core.evaluate.Sample;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.expression.Quantities;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.SignalKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All signals of a plant but the insights, step by step. Each is sampled at the multiples of its {@code every}, or each
 * second, and reported when it has moved by more than its {@code deadband} or changed its quality. What is fixed or set is
 * reported once, and again when it was written. Confined to one thread.
 */
public final class Behaviour {
	private static final Unit SECOND = Units.of("s");
	private static final double NANOS = 1e9;

	private final Settings settings;
	private final Models models;
	private final Map<Point, Track> tracks = new LinkedHashMap<>();
	private final List<Observation> written = new ArrayList<>();
	private long step = -1;

	/**
	 * What a trajectory depends on besides the model.
	 *
	 * @param seed the same seed gives the same trajectory
	 * @param step the simulated time of one step; positive
	 * @param start the simulated time of step 0
	 * @param faults what goes wrong; the first that hits a signal counts
	 */
	public record Settings(long seed, Duration step, Instant start, List<Fault> faults) {
	}

	/** What is known of one signal. */
	private static final class Track {
		private final Model model;
		private final FaultyModel faulty;
		private final long period;
		private final double deadband;
		private long sampled = -1;
		private Observation reported;

		Track(Model model, FaultyModel faulty, long period, double deadband) {
			this.model = model;
			this.faulty = faulty;
			this.period = period;
			this.deadband = deadband;
		}
	}

	/** @throws IllegalArgumentException with a sentence for the user if a fault names no or several elements */
	public Behaviour(TwinModel twin, Settings settings) {
		this.settings = settings;
		this.models = new Models(twin, settings.seed(), settings.start());
		Map<Point, Fault> faults = new LinkedHashMap<>();
		FaultTargets targets = new FaultTargets(twin);
		for (Fault fault : settings.faults()) {
			Set<Point> hit = targets.of(fault);
			hit.forEach(point -> faults.putIfAbsent(point, fault));
		}
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				position.points().stream().filter(point -> !isComputed(point))
						.forEach(point -> tracks.put(point, track(point, faults.get(point))));
			}
		}
	}

	private static boolean isComputed(Point point) {
		return point.kind() == SignalKind.INSIGHT || point.kind() == SignalKind.METER || point.kind() == SignalKind.SHARE;
	}

	private Track track(Point point, Fault fault) {
		Model model = models.of(point);
		boolean moves = point.kind() == SignalKind.SENSOR || point.kind() == SignalKind.STATE;
		double every = point.measure(MeasureKind.EVERY).flatMap(value -> Quantities.in(Quantities.of(value, "s"), SECOND))
				.map(BigDecimal::doubleValue).orElse(1.0);
		long period = Math.max(1, Math.round(every * NANOS / settings.step().toNanos()));
		double deadband = point.measure(MeasureKind.DEADBAND).flatMap(value -> Bounds.difference(point, value)).orElse(0.0);
		return new Track(model, fault == null ? null : new FaultyModel(model, point, fault, settings.seed()),
				moves ? period : 0, deadband);
	}

	/** @return the number of the last step, -1 before the first */
	public long step() {
		return step;
	}

	/** @return the simulated time of the last step */
	public Instant time() {
		return settings.start().plus(settings.step().multipliedBy(Math.max(0, step)));
	}

	/** @return all signals that are simulated */
	public Set<Point> points() {
		return Set.copyOf(tracks.keySet());
	}

	/** Goes on by one step. The first step reports every signal. */
	public List<Observation> advance() {
		step++;
		double seconds = seconds(step);
		List<Observation> observations = new ArrayList<>(written);
		written.clear();
		tracks.forEach((point, track) -> {
			if (step == 0 || track.period > 0 && step % track.period == 0) {
				sample(point, track, seconds).ifPresent(observations::add);
			}
		});
		return observations;
	}

	private double seconds(long number) {
		return number * (settings.step().toNanos() / NANOS);
	}

	private Optional<Observation> sample(Point point, Track track, double seconds) {
		double since = track.sampled < 0 ? 0 : seconds(step - track.sampled);
		track.sampled = step;
		Value value = (track.faulty == null ? track.model : track.faulty).next(step, seconds, since);
		Observation observation = observation(point, track, value, seconds);
		if (track.reported != null && isSame(track.reported, observation, track.deadband)) {
			return Optional.empty();
		}
		track.reported = observation;
		return Optional.of(observation);
	}

	private Observation observation(Point point, Track track, Value value, double seconds) {
		if (track.faulty != null && track.faulty.isActive(seconds)) {
			switch (track.faulty.fault().kind()) {
				case OFFLINE -> {
					return new Observation(point, Sample.bad(time()), false);
				}
				case BAD -> {
					return new Observation(point, Sample.bad(time()), true);
				}
				case DRIFT, STUCK, SPIKE -> {
					return new Observation(point, Sample.good(time(), value), true);
				}
			}
		}
		return new Observation(point, Sample.good(time(), value), true);
	}

	/** Without a deadband every sample is reported, as a new one of the same value; nothing comes from what is offline. */
	private static boolean isSame(Observation last, Observation next, double deadband) {
		if (!next.connected() && !last.connected()) {
			return true;
		}
		return deadband > 0 && last.sample().quality() == Quality.GOOD && next.sample().quality() == Quality.GOOD
				&& last.sample().value() instanceof Value.Number one && next.sample().value() instanceof Value.Number other
				&& Math.abs(one.number() - other.number()) <= deadband;
	}

	/**
	 * Writes an actuator or parameter; the next step reports what came of it. Numbers are clipped to the range of the
	 * signal, as a controller would; a command that is disturbed reaches no machine.
	 *
	 * @return what the signal is now; empty if it cannot be written or the value is not of its kind
	 */
	public Optional<Observation> write(Point point, Value value) {
		Track track = tracks.get(point);
		if (track == null || point.kind() != SignalKind.ACTUATOR && point.kind() != SignalKind.PARAMETER) {
			return Optional.empty();
		}
		Held held = models.held(point);
		Value last = held.next(step, seconds(Math.max(0, step)), 0);
		if (value == null || !last.getClass().equals(value.getClass())) {
			return Optional.empty();
		}
		held.set(value instanceof Value.Number number ? Numbers.of(point, Bounds.of(point).clip(number.number())) : value);
		double seconds = seconds(Math.max(0, step));
		if (track.faulty == null || !track.faulty.isActive(seconds)) {
			models.command(point, value, step, seconds);
		}
		Observation observation = observation(point, track, held.next(step, seconds, 0), seconds);
		written.add(observation);
		return Optional.of(observation);
	}
}
