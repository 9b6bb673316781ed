package io.twinwright.opcua.swap;

import io.twinwright.core.discovery.Machine;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Controlled;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.StateModel;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.behaviour.Constant;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.swap.Commands.Course;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A machine takes a position of a plant that runs. The steps are done in their order; where one cannot be done, all before it are
 * taken back, the last one first, so that the position has its old piece with the old bindings and set points. The session that
 * runs stays open until the very last, so that there is nothing to be opened again. To be run once; takes its time.
 */
public final class HotSwap {
	/** How long each wait may take where nothing else is said. */
	public static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final Set<SignalKind> SET = EnumSet.of(SignalKind.ACTUATOR, SignalKind.PARAMETER);
	private static final Set<SignalKind> VARYING = EnumSet.of(SignalKind.ACTUATOR, SignalKind.PARAMETER, SignalKind.SENSOR, SignalKind.STATE);

	private static final Set<String> AT_REST = Set.of(StateModel.STOPPED, StateModel.ABORTED);

	private final Machine machine;
	private final LinkSettings server;
	private final String position;
	private final SwapPlant plant;
	private final SwapListener listener;
	private final Duration patience;
	private final Deque<Undo> done = new ArrayDeque<>();
	/** The good values of the position before anything was written. */
	private final Map<Point, Value> before = new LinkedHashMap<>();
	private final List<SetPointChange> resumed = new ArrayList<>();
	/** The machines and services of the position that take commands and were not at rest, on their way to it. */
	private final List<Course> stops = new ArrayList<>();
	private final Commands commands;
	private final Writes writes;
	private Fit fit;
	private TwinModel rebound;
	private SwapSession second;

	/** Takes one thing back, and says what it could not. */
	private interface Undo {
		List<String> run() throws SwapFailure, InterruptedException;
	}

	/**
	 * @param server of the machine
	 * @param position the path of the position that it is to take
	 * @param patience how long each wait may take
	 */
	public HotSwap(Machine machine, LinkSettings server, String position, SwapPlant plant, SwapListener listener, Duration patience) {
		this.machine = machine;
		this.server = server;
		this.position = position;
		this.plant = plant;
		this.listener = listener;
		this.patience = patience;
		this.commands = new Commands(plant, position, patience);
		this.writes = new Writes(plant, position, patience);
	}

	/** @throws InterruptedException if the thread is interrupted; then all is taken back too */
	public SwapOutcome run() throws InterruptedException {
		SwapStep step = SwapStep.FIT;
		boolean finished = false;
		try {
			for (SwapStep each : SwapStep.values()) {
				step = each;
				listener.begins(step);
				Waiting.requireWanted(plant, position);
				listener.ends(step, run(step));
			}
			finished = true;
			return new SwapOutcome.Swapped();
		} catch (SwapFailure e) {
			finished = true;
			listener.rollsBack(step, e.getMessage());
			return new SwapOutcome.RolledBack(step, e.getMessage(), rollBack());
		} finally {
			if (!finished) {
				rollBack();
			}
		}
	}

	/** @return what a step has come to, a sentence for each thing that the listener cannot know */
	private List<String> run(SwapStep step) throws SwapFailure, InterruptedException {
		return switch (step) {
			case FIT -> fit();
			case SAFE_STATE -> bringIntoSafeState();
			case REBIND -> {
				rebound = plant.rebind();
				done.push(() -> {
					plant.restore();
					return List.of();
				});
				yield List.of();
			}
			case COME_UP -> comeUp();
			case RESUME -> resume();
		};
	}

	private List<String> fit() throws SwapFailure {
		Optional<String> refusal = plant.refusal();
		if (refusal.isPresent()) {
			throw new SwapFailure(refusal.get());
		}
		fit = new Fit(machine, position, plant.prepare());
		SwapSession session = plant.session();
		points(session).forEach(point -> session.value(point).ifPresent(value -> before.put(point, value)));
		Set<Point> taking = Commands.of(session, position(session)).stream().map(Controlled::command).collect(Collectors.toSet());
		before.forEach((point, value) -> {
			if (SET.contains(point.kind()) && fit.has(point.path()) && !taking.contains(point)) {
				resumed.add(new SetPointChange(point, null, value));
			}
		});
		for (SetPointChange change : resumed) {
			fit.requireTakes(change);
		}
		return List.of();
	}

	/** @return the paths that had a good value and that the machine has */
	private Set<String> good() {
		return before.keySet().stream().map(Point::path).filter(fit::has).collect(Collectors.toSet());
	}

	/** @return what varies at the position, in a session */
	private List<Point> points(SwapSession session) throws SwapFailure {
		return position(session).all().stream().flatMap(inner -> inner.points().stream()).filter(point -> VARYING.contains(point.kind())).toList();
	}

	private Position position(SwapSession session) throws SwapFailure {
		return session.twin().roots().stream().flatMap(root -> root.all().stream()).filter(one -> one.path().equals(position)).findFirst()
				.orElseThrow(() -> new SwapFailure("The session has no '%s'. Connect the project again, then swap again.".formatted(position)));
	}

	/**
	 * What takes commands is stopped first, then actuators get their declared values. Where nothing of the position has a good value
	 * its machine is gone, and nothing can be written to it.
	 */
	private List<String> bringIntoSafeState() throws SwapFailure, InterruptedException {
		SwapSession session = plant.session();
		List<Controlled> machines = before.isEmpty() ? List.of() : Commands.of(session, position(session));
		for (Controlled machine : machines) {
			String state = Commands.state(session, machine).orElseThrow(() -> notGood(machine.state()));
			if (!AT_REST.contains(state)) {
				stops.add(new Course(machine, state, StateModel.STOPPED));
			}
		}
		Set<Point> taking = machines.stream().map(Controlled::command).collect(Collectors.toSet());
		List<SetPointChange> safe = new ArrayList<>();
		int declared = 0;
		for (Point point : before.isEmpty() ? List.<Point>of() : points(session)) {
			Optional<Value> value = point.kind() == SignalKind.ACTUATOR && !taking.contains(point) ? Constant.of(point) : Optional.empty();
			if (value.isPresent() && !before.containsKey(point)) {
				throw notGood(point);
			}
			declared += value.isPresent() ? 1 : 0;
			value.filter(wanted -> !Values.same(wanted, before.get(point))).ifPresent(wanted -> safe.add(new SetPointChange(point, before.get(point), wanted)));
		}
		List<SetPointChange> first = Stream.concat(stops.stream().map(stop -> stop.change(true)), safe.stream()).toList();
		List<SetPointChange> then = Stream.concat(resumed.stream(), stops.stream().map(Course::back).map(course -> course.change(false))).toList();
		if (!plant.confirms(first, then)) {
			throw new SwapFailure("The swap at '%s' was not confirmed. Nothing was written.".formatted(position));
		}
		bring(session, stops);
		write(session, safe);
		return safeState(session, machines, declared > 0);
	}

	private static SwapFailure notGood(Point point) {
		return new SwapFailure("'%s' has no good value now, so that nobody could set it back. Check its machine, then swap again.".formatted(point.path()));
	}

	private List<String> safeState(SwapSession session, List<Controlled> machines, boolean isDeclared) {
		List<String> said = new ArrayList<>(states(session, machines));
		if (before.isEmpty()) {
			said.add("Nothing of '%s' has a good value, so nothing was written to it.".formatted(position));
		} else if (isDeclared) {
			said.add("The actuators of '%s' have their declared values.".formatted(position));
		} else if (machines.isEmpty()) {
			said.add("The text says no safe state of '%s', so nothing was written to it.".formatted(position));
		}
		return said;
	}

	private static List<String> states(SwapSession session, List<Controlled> machines) {
		return machines.stream().map(machine -> "'%s' is %s.".formatted(machine.state().path(), Commands.state(session, machine).orElse("?"))).toList();
	}

	/** From the first command on, machines are to be brought back. */
	private void bring(SwapSession session, List<Course> courses) throws SwapFailure, InterruptedException {
		if (!courses.isEmpty()) {
			done.push(() -> commands.takeBack(session, courses, whose(session)));
			commands.bring(session, courses);
		}
	}

	/** What has stopped for the machine is made ready on it; what runs or is ready already stays as it is. */
	private List<String> comeUp() throws SwapFailure, InterruptedException {
		second = new ComingUp(machine, server, position, plant, patience).await(rebound, good());
		done.push(() -> {
			second.close();
			return List.of();
		});
		List<Course> courses = courses(StateModel.IDLE);
		courses.removeIf(course -> course.before().equals(StateModel.EXECUTE));
		bring(second, courses);
		return states(second, courses.stream().map(Course::controlled).toList());
	}

	/** @return the courses to a state of what takes commands at the machine, and had stopped for it */
	private List<Course> courses(String state) throws SwapFailure {
		List<Course> courses = new ArrayList<>();
		for (Controlled taking : Commands.of(second, position(second))) {
			boolean stopped = stops.stream().anyMatch(stop -> stop.controlled().state().path().equals(taking.state().path())
					&& (state.equals(StateModel.IDLE) || stop.back().after().equals(state)));
			if (stopped && fit.has(taking.state().path()) && fit.has(taking.command().path())) {
				courses.add(new Course(taking, Commands.state(second, taking).orElseThrow(() -> notGood(taking.state())), state));
			}
		}
		return courses;
	}

	private List<String> resume() throws SwapFailure, InterruptedException {
		List<SetPointChange> changes = new ArrayList<>();
		for (Point point : points(second)) {
			Optional<Value> now = second.value(point);
			resumed.stream().filter(change -> change.point().path().equals(point.path())).map(SetPointChange::after)
					.filter(wanted -> now.isEmpty() || !Values.same(wanted, now.get())).forEach(wanted -> changes.add(new SetPointChange(point, now.orElse(null), wanted)));
		}
		write(second, changes);
		List<Course> courses = courses(StateModel.EXECUTE);
		bring(second, courses);
		List<String> said = new ArrayList<>(states(second, courses.stream().map(Course::controlled).toList()));
		if (said.isEmpty() && stops.stream().anyMatch(stop -> stop.back().after().equals(StateModel.EXECUTE))) {
			said.add("'%s' takes no commands, so nothing has started it.".formatted(machine.title()));
		}
		plant.replace(second);
		return said;
	}

	/** From the first set point on, they are to be taken back. */
	private void write(SwapSession session, List<SetPointChange> changes) throws SwapFailure, InterruptedException {
		if (!changes.isEmpty()) {
			done.push(() -> writes.takeBack(session, changes, whose(session)));
			writes.write(session, changes);
		}
	}

	private String whose(SwapSession session) {
		return session == second ? machine.title() : position;
	}

	/** @return what could not be taken back */
	private List<String> rollBack() throws InterruptedException {
		List<String> left = new ArrayList<>();
		while (!done.isEmpty()) {
			try {
				left.addAll(done.pop().run());
			} catch (SwapFailure e) {
				left.add(e.getMessage());
			}
		}
		return List.copyOf(left);
	}
}
