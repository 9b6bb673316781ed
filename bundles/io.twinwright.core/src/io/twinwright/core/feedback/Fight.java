package io.twinwright.core.feedback;

import io.twinwright.core.expression.Exclusion;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Authority;
import io.twinwright.model.Element;
import io.twinwright.model.Expression;
import io.twinwright.model.Feedback;
import io.twinwright.model.Path;
import io.twinwright.model.Reaction;
import io.twinwright.model.Structure;
import io.twinwright.model.Trigger;
import io.twinwright.model.TriggerKind;
import io.twinwright.model.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two automatic feedbacks of different positions that write one actuator under guards that may hold at once.
 *
 * @param one what writes it, at the outer position of the two
 * @param other what writes it too
 * @param actuator what both write
 */
public record Fight(Writer one, Writer other, Point actuator) {
	/**
	 * A feedback at a position.
	 *
	 * @param feedback its declaration
	 * @param at where it runs
	 */
	public record Writer(Feedback feedback, Position at) {
	}

	/** @return the condition under which a feedback may write, null if it says none */
	public static Expression guard(Feedback feedback) {
		return feedback.getReactions().stream().filter(Trigger.class::isInstance).map(Trigger.class::cast)
				.filter(trigger -> trigger.getKind() == TriggerKind.GUARD).map(Trigger::getCondition).findFirst().orElse(null);
	}

	/** @return by the declaration of the outer feedback, the first fight that it takes part in */
	public static Map<Feedback, Fight> all(TwinModel twin) {
		Map<Point, List<Writer>> writers = new LinkedHashMap<>();
		Map<Structure, List<Feedback>> known = new HashMap<>();
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				for (Structure layer : position.layers()) {
					for (Feedback feedback : known.computeIfAbsent(layer, Fight::automatic)) {
						collect(twin, new Writer(feedback, position), writers);
					}
				}
			}
		}
		Map<Feedback, Fight> fights = new LinkedHashMap<>();
		writers.forEach((actuator, rivals) -> {
			for (int i = 1; i < rivals.size(); i++) {
				for (int j = 0; j < i && !fights.containsKey(rivals.get(i).feedback); j++) {
					Fight fight = of(rivals.get(j), rivals.get(i), actuator);
					if (fight.one.at != fight.other.at && !fight.isExcluded(twin)) {
						fights.putIfAbsent(fight.one.feedback, fight);
					}
				}
			}
		});
		return fights;
	}

	private static List<Feedback> automatic(Structure layer) {
		List<Feedback> found = new ArrayList<>();
		for (Element element : layer.getElements()) {
			if (element instanceof Feedback feedback && feedback.getAuthority() == Authority.AUTOMATIC) {
				found.add(feedback);
			}
		}
		return found;
	}

	private static void collect(TwinModel twin, Writer writer, Map<Point, List<Writer>> writers) {
		for (Reaction reaction : writer.feedback.getReactions()) {
			if (reaction instanceof Write write && write.getTarget() != null) {
				for (Located located : twin.resolve(write.getTarget(), writer.at)) {
					if (located instanceof Point point) {
						List<Writer> known = writers.computeIfAbsent(point, key -> new ArrayList<>());
						if (!known.contains(writer)) {
							known.add(writer);
						}
					}
				}
			}
		}
	}

	private static Fight of(Writer first, Writer second, Point actuator) {
		boolean outer = depth(second.at) < depth(first.at);
		return outer ? new Fight(second, first, actuator) : new Fight(first, second, actuator);
	}

	private static int depth(Position position) {
		return position.parent() == null ? 0 : 1 + depth(position.parent());
	}

	private boolean isExcluded(TwinModel twin) {
		return Exclusion.between(guard(one.feedback), guard(other.feedback),
				(left, right) -> isSame(twin.resolve(left, one.at), twin.resolve(right, other.at)));
	}

	private static boolean isSame(List<Located> one, List<Located> other) {
		return one.size() == 1 && one.equals(other);
	}
}
