package io.twinwright.opcua.behaviour;

import io.twinwright.core.binding.Reads;
import io.twinwright.core.expression.BuiltIn;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binary;
import io.twinwright.model.BinaryOperator;
import io.twinwright.model.Call;
import io.twinwright.model.Expression;
import io.twinwright.model.SignalKind;
import io.twinwright.model.ValueOf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sensors measure in one what others measure in parts. The model says so by an insight without a window that is the
 * difference of a sensor and a sum over sensors, such as {@code flow - sum(each nozzle)}: it watches for what gets lost on
 * the way, so nothing does while nothing is wrong.
 */
final class Balances {
	private final Map<Point, List<Point>> parts = new HashMap<>();
	private final Set<Point> taken = new HashSet<>();

	Balances(TwinModel twin) {
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				position.points().stream().filter(point -> point.kind() == SignalKind.INSIGHT && point.window().isEmpty())
						.forEach(insight -> add(twin, insight));
			}
		}
	}

	/** @return the sensors of the parts, empty if the sensor measures no whole */
	List<Point> partsOf(Point sensor) {
		return parts.getOrDefault(sensor, List.of());
	}

	private void add(TwinModel twin, Point insight) {
		if (insight.value() instanceof Binary difference && difference.getOperator() == BinaryOperator.MINUS) {
			add(twin, insight.position(), difference.getLeft(), difference.getRight());
			add(twin, insight.position(), difference.getRight(), difference.getLeft());
		}
	}

	/** A sensor that is a part of a whole itself, or has parts of its own already, is left as it is. */
	private void add(TwinModel twin, Position at, Expression one, Expression sum) {
		if (one instanceof ValueOf && isSum(sum)) {
			Set<Point> wholes = Reads.direct(twin, one, at);
			Set<Point> found = Reads.direct(twin, sum, at);
			Point whole = wholes.size() == 1 ? wholes.iterator().next() : null;
			if (whole != null && isMeasured(whole) && !taken.contains(whole) && !found.isEmpty() && !found.contains(whole)
					&& found.stream().allMatch(part -> isMeasured(part) && !parts.containsKey(part))
					&& parts.putIfAbsent(whole, List.copyOf(found)) == null) {
				taken.addAll(found);
			}
		}
	}

	private static boolean isSum(Expression expression) {
		return expression instanceof Call call && call.getFilter() == null && call.getWindow() == null
				&& BuiltIn.of(call.getFunction()).filter(BuiltIn.SUM::equals).isPresent();
	}

	private static boolean isMeasured(Point point) {
		Shape shape = Shape.of(point);
		return point.kind() == SignalKind.SENSOR && (shape == Shape.REAL || shape == Shape.INTEGER);
	}
}
