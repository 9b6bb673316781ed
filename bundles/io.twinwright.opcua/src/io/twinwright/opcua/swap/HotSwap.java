package io.twinwright.opcua.swap;

import io.twinwright.core.discovery.Machine;
import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.SignalKind;
import io.twinwright.opcua.behaviour.Constant;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.Shown;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
				run(step);
				listener.ends(step);
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

	private void run(SwapStep step) throws SwapFailure, InterruptedException {
		switch (step) {
			case FIT -> fit();
			case SAFE_STATE -> bringIntoSafeState();
			case REBIND -> {
				rebound = plant.rebind();
				done.push(() -> {
					plant.restore();
					return List.of();
				});
			}
			case COME_UP -> {
				second = new ComingUp(machine, server, position, plant, patience).await(rebound, good());
				done.push(() -> {
					second.close();
					return List.of();
				});
			}
			case RESUME -> resume();
		}
	}

	private void fit() throws SwapFailure {
		Optional<String> refusal = plant.refusal();
		if (refusal.isPresent()) {
			throw new SwapFailure(refusal.get());
		}
		fit = new Fit(machine, position, plant.prepare());
		SwapSession session = plant.session();
		points(session).forEach(point -> session.value(point).ifPresent(value -> before.put(point, value)));
		before.forEach((point, value) -> {
			if (SET.contains(point.kind()) && fit.has(point.path())) {
				resumed.add(new SetPointChange(point, null, value));
			}
		});
		for (SetPointChange change : resumed) {
			fit.requireTakes(change);
		}
	}

	/** @return the paths that had a good value and that the machine has */
	private Set<String> good() {
		return before.keySet().stream().map(Point::path).filter(fit::has).collect(Collectors.toSet());
	}

	/** @return what varies at the position, in a session */
	private List<Point> points(SwapSession session) throws SwapFailure {
		Position at = session.twin().roots().stream().flatMap(root -> root.all().stream()).filter(one -> one.path().equals(position)).findFirst()
				.orElseThrow(() -> new SwapFailure("The session has no '%s'. Connect the project again, then swap again.".formatted(position)));
		return at.all().stream().flatMap(inner -> inner.points().stream()).filter(point -> VARYING.contains(point.kind())).toList();
	}

	/** Where nothing of the position has a good value its machine is gone, and nothing can be written to it. */
	private void bringIntoSafeState() throws SwapFailure, InterruptedException {
		SwapSession session = plant.session();
		List<SetPointChange> safe = new ArrayList<>();
		for (Point point : before.isEmpty() ? List.<Point>of() : points(session)) {
			Optional<Value> declared = point.kind() == SignalKind.ACTUATOR ? Constant.of(point) : Optional.empty();
			if (declared.isPresent() && !before.containsKey(point)) {
				throw new SwapFailure("'%s' has no good value now, so that nobody could set it back. Check its machine, then swap again.".formatted(point.path()));
			}
			declared.filter(value -> !Values.same(value, before.get(point))).ifPresent(value -> safe.add(new SetPointChange(point, before.get(point), value)));
		}
		if (!plant.confirms(List.copyOf(safe), List.copyOf(resumed))) {
			throw new SwapFailure("The swap at '%s' was not confirmed. Nothing was written.".formatted(position));
		}
		write(session, safe);
	}

	private void resume() throws SwapFailure, InterruptedException {
		List<SetPointChange> changes = new ArrayList<>();
		for (Point point : points(second)) {
			Optional<Value> now = second.value(point);
			resumed.stream().filter(change -> change.point().path().equals(point.path())).map(SetPointChange::after)
					.filter(wanted -> now.isEmpty() || !Values.same(wanted, now.get())).forEach(wanted -> changes.add(new SetPointChange(point, now.orElse(null), wanted)));
		}
		write(second, changes);
		plant.replace(second);
	}

	/** Writes set points and waits until the plant shows them; from the first one on they are to be taken back. */
	private void write(SwapSession session, List<SetPointChange> changes) throws SwapFailure, InterruptedException {
		if (!changes.isEmpty()) {
			done.push(() -> takeBack(session, changes));
		}
		for (SetPointChange change : changes) {
			Waiting.requireWanted(plant, position);
			session.write(change.point(), change.after());
		}
		List<SetPointChange> unseen = unseen(session, changes);
		if (!unseen.isEmpty()) {
			throw new SwapFailure("'%s' does not show %s within %d s after it was written. Check whether the machine is in local mode, then swap again.".formatted(
					unseen.getFirst().point().path(), shown(unseen.getFirst().point(), unseen.getFirst().after()), patience.toSeconds()));
		}
	}

	private List<String> takeBack(SwapSession session, List<SetPointChange> changes) throws InterruptedException {
		Map<Point, String> refused = new HashMap<>();
		List<SetPointChange> back = changes.reversed().stream().filter(change -> change.before() != null)
				.map(change -> new SetPointChange(change.point(), change.after(), change.before())).toList();
		for (SetPointChange change : back) {
			try {
				session.write(change.point(), change.after());
			} catch (SwapFailure e) {
				refused.put(change.point(), e.getMessage());
			}
		}
		String whose = session == second ? machine.title() : position;
		return unseen(session, back).stream().map(change -> "'%s' could not be set back to %s at '%s'. %s".formatted(change.point().path(),
				shown(change.point(), change.after()), whose, refused.getOrDefault(change.point(), "Check its machine, and set it by hand."))).toList();
	}

	/** @return those that the plant does not show within the patience, all together */
	private List<SetPointChange> unseen(SwapSession session, List<SetPointChange> changes) throws InterruptedException {
		List<SetPointChange> unseen = new ArrayList<>(changes);
		Waiting.<RuntimeException>until(patience, () -> {
			unseen.removeIf(change -> session.value(change.point()).filter(now -> Values.same(now, change.after())).isPresent());
			return unseen.isEmpty();
		});
		return unseen;
	}

	private static String shown(Point point, Value value) {
		return Shown.value(value) + Shown.unit(point);
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
