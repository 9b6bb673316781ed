package io.twinwright.opcua.swap;

import io.twinwright.core.evaluate.Value;
import io.twinwright.core.structure.Point;
import io.twinwright.opcua.live.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes set points, and waits until the plant shows them. */
final class Writes {
	private final SwapPlant plant;
	private final String position;
	private final Duration patience;

	Writes(SwapPlant plant, String position, Duration patience) {
		this.plant = plant;
		this.position = position;
		this.patience = patience;
	}

	/** Writes set points and waits until the plant shows them. */
	void write(SwapSession session, List<SetPointChange> changes) throws SwapFailure, InterruptedException {
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

	/** @return what could not be set back, a sentence for each */
	List<String> takeBack(SwapSession session, List<SetPointChange> changes, String whose) throws InterruptedException {
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
}
