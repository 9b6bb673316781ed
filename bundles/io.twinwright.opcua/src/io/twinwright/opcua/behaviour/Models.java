package io.twinwright.opcua.behaviour;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.quantity.Dimension;
import io.twinwright.core.quantity.Unit;
import io.twinwright.core.quantity.Units;
import io.twinwright.core.structure.Controlled;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.StateModel;
import io.twinwright.core.structure.States;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Mounting;
import io.twinwright.model.Clause;
import io.twinwright.model.Enumeration;
import io.twinwright.model.GeoPosition;
import io.twinwright.model.Literal;
import io.twinwright.model.Site;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * Gives each signal its model. Sensors that are numbers follow a {@link Process}, or are a {@link Whole} where the text
 * has a balance; counters count while the machine executes; PackML states have the rhythm of their machine, other states
 * change every quarter to half minute; a state with commands follows them from the first one on, and that of a service is
 * Idle before; booleans are true for five seconds in two minutes; texts are numbered batches; geographic points circle slowly
 * around the site.
 */
final class Models {
	private static final double BATCH = 300;
	private static final double COUNT_PER_SECOND = 0.1;
	private static final double AMOUNT_PER_SECOND = 0.01;
	private static final double TRUE_EVERY = 120;
	private static final double TRUE_FROM = 90;
	private static final double TRUE_FOR = 5;
	private static final double ORBIT = 0.01;
	private static final double ORBIT_TIME = 3600;
	private static final double FARTHEST_NORTH = 60;
	private static final double FARTHEST_EAST = 170;

	private final long seed;
	private final Instant start;
	private final Rhythms rhythms;
	private final Balances balances;
	private final Map<Position, Couplings> couplings = new HashMap<>();
	private final Map<Point, Held> held = new HashMap<>();
	private final Map<Point, Process> processes = new HashMap<>();
	private final Map<Point, Commanded> commanded = new HashMap<>();

	Models(TwinModel twin, long seed, Instant start) {
		this.seed = seed;
		this.start = start;
		this.rhythms = new Rhythms(new Mounting(twin), seed);
		this.balances = new Balances(twin);
	}

	/** @return the model of a signal that is no insight */
	Model of(Point point) {
		return switch (point.kind()) {
			case ACTUATOR, PARAMETER, PROPERTY -> held(point);
			case SENSOR, STATE -> moving(point);
			case INSIGHT, METER, SHARE -> throw new IllegalArgumentException("'%s' is computed.".formatted(point.path()));
		};
	}

	/** @return the value of a signal that stays until it is written: its default, else the middle of its range */
	Held held(Point point) {
		Held value = held.get(point);
		if (value == null) {
			value = new Held(Constant.of(point).orElseGet(() -> initial(point)));
			held.put(point, value);
		}
		return value;
	}

	private Value initial(Point point) {
		Bounds bounds = Bounds.of(point);
		return switch (Shape.of(point)) {
			case REAL, INTEGER, COUNTER, MONEY -> Numbers.of(point, (bounds.normalLow() + bounds.normalHigh()) / 2);
			case BOOLEAN -> new Value.Bool(false);
			case STRING -> new Value.Text("");
			case TIMESTAMP -> new Value.Timestamp(start);
			case GEOPOINT -> place(point.position(), noise(point));
			case STATE -> states(point).stream().findFirst().map(Value.State::of).map(Value.class::cast)
					.orElse(new Value.State("", 0));
		};
	}

	private Noise noise(Point point) {
		return new Noise(seed, point.qualifiedName());
	}

	private static List<Literal> states(Point point) {
		Enumeration states = States.of(point.signal().getType());
		return states == null ? List.of() : states.getLiterals();
	}

	private Model moving(Point point) {
		Noise noise = noise(point);
		return switch (Shape.of(point)) {
			case REAL, INTEGER, MONEY -> number(point, noise);
			case COUNTER -> counter(point, noise);
			case STATE -> state(point, noise);
			case BOOLEAN -> (step, seconds, since) -> new Value.Bool(isIn(seconds + noise.constant(0, 0, TRUE_FROM / 2)));
			case STRING -> (step, seconds, since) -> new Value.Text(batch(point, seconds));
			case TIMESTAMP -> (step, seconds, since) -> new Value.Timestamp(
					start.plusMillis(Math.round(seconds * 1000)).truncatedTo(ChronoUnit.MINUTES));
			case GEOPOINT -> orbit(place(point.position(), noise), noise);
		};
	}

	private static boolean isIn(double seconds) {
		double at = seconds % TRUE_EVERY;
		return at >= TRUE_FROM && at < TRUE_FROM + TRUE_FOR;
	}

	private String batch(Point point, double seconds) {
		long number = rhythms.of(point.position()).map(rhythm -> rhythm.cycle(seconds))
				.orElseGet(() -> (long) (seconds / BATCH) + 1);
		return String.format(Locale.ROOT, "%s-%04d", point.signal().getName(), number);
	}

	/** A set point counts more than a balance. */
	private Model number(Point point, Noise noise) {
		List<Point> parts = balances.partsOf(point);
		Drive drive = parts.isEmpty() ? null : couplings(point.position()).of(point);
		return parts.isEmpty() || drive != null && drive.setPoint() != null ? process(point)
				: new Whole(point, noise, Bounds.of(point), parts, this::process);
	}

	private Couplings couplings(Position position) {
		return couplings.computeIfAbsent(position, at -> new Couplings(at, this::held));
	}

	private Process process(Point point) {
		return processes.computeIfAbsent(point, one -> process(one, noise(one)));
	}

	/** Temperatures, pure numbers and numbers with a low limit stay where they are when the machine rests. */
	private Process process(Point point, Noise noise) {
		Bounds bounds = Bounds.of(point);
		Optional<Dimension> dimension = Units.parse(point.unit() == null ? "1" : point.unit()).unit()
				.map(Unit::dimension);
		boolean slow = dimension.filter(Dimension.TEMPERATURE::equals).isPresent();
		boolean steady = slow || bounds.hasLow() || dimension.filter(Dimension::isNone).isPresent();
		Position position = point.position();
		DoublePredicate working = steady ? seconds -> true : seconds -> rhythms.isWorking(position, seconds);
		double lag = slow ? noise.constant(3, 10, 20) : noise.constant(3, 2, 5);
		return new Process(point, noise, bounds, couplings(position).of(point), lag, working);
	}

	private Model counter(Point point, Noise noise) {
		double rate = point.unit() != null ? AMOUNT_PER_SECOND : Rhythms.pieces(point.position()).orElse(COUNT_PER_SECOND);
		return new Model() {
			private double count = Math.floor(noise.constant(0, 0, 1000));

			@Override
			public Value next(long step, double seconds, double since) {
				if (rhythms.isWorking(point.position(), seconds)) {
					count += rate * since;
				}
				return Numbers.of(point, count);
			}
		};
	}

	private Model state(Point point, Noise noise) {
		List<Literal> states = states(point);
		if (states.isEmpty()) {
			return held(point);
		}
		Optional<Controlled> controlled = Controlled.of(point.position()).stream().filter(one -> one.state() == point).findFirst();
		if (controlled.isPresent()) {
			return commanded(controlled.get(), noise);
		}
		return uncommanded(point, states, noise);
	}

	/** A service waits for its first command. */
	private Model commanded(Controlled controlled, Noise noise) {
		Point point = controlled.state();
		boolean machine = Rhythms.isPackMl(States.of(point.signal().getType()));
		Value idle = Value.State.of(Controlled.literal(point, StateModel.IDLE));
		Commanded model = new Commanded(controlled, machine ? uncommanded(point, states(point), noise) : (step, seconds, since) -> idle);
		commanded.put(controlled.command(), model);
		if (machine) {
			rhythms.add(point.position(), model);
		}
		return model;
	}

	/** Tells a machine or service what was written, where that is a command. */
	void command(Point point, Value value, long step, double seconds) {
		if (commanded.containsKey(point) && value instanceof Value.State command) {
			commanded.get(point).command(command, step, seconds);
		}
	}

	private Model uncommanded(Point point, List<Literal> states, Noise noise) {
		if (Rhythms.isPackMl(States.of(point.signal().getType()))) {
			Rhythm rhythm = rhythms.of(point.position()).orElseThrow();
			Map<Integer, Value> byNumber = new HashMap<>();
			states.forEach(state -> byNumber.put(Value.State.of(state).number(), Value.State.of(state)));
			return (step, seconds, since) -> byNumber.get(rhythm.state(seconds));
		}
		double dwell = noise.constant(0, 15, 30);
		double head = noise.constant(1, 0, dwell * states.size());
		return (step, seconds, since) -> Value.State.of(states.get((int) ((seconds + head) / dwell) % states.size()));
	}

	/** @return where the site is, else somewhere on earth */
	private static Value.Geo place(Position position, Noise noise) {
		Site site = position.site();
		if (site != null) {
			for (Clause clause : site.getClauses()) {
				if (clause instanceof GeoPosition place && place.getLatitude() != null && place.getLongitude() != null) {
					return new Value.Geo(number(place.getLatitude().getNumber()), number(place.getLongitude().getNumber()));
				}
			}
		}
		return new Value.Geo(noise.constant(4, -FARTHEST_NORTH, FARTHEST_NORTH),
				noise.constant(5, -FARTHEST_EAST, FARTHEST_EAST));
	}

	private static double number(BigDecimal number) {
		return number == null ? 0 : number.doubleValue();
	}

	private static Model orbit(Value.Geo centre, Noise noise) {
		double phase = noise.constant(6, 0, 2 * Math.PI);
		return (step, seconds, since) -> {
			double angle = 2 * Math.PI * seconds / ORBIT_TIME + phase;
			return new Value.Geo(centre.latitude() + ORBIT * Math.sin(angle), centre.longitude() + ORBIT * Math.cos(angle));
		};
	}
}
