package io.twinwright.core.binding;

import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Binding;
import io.twinwright.model.ConditionAlarm;
import io.twinwright.model.Feedback;
import io.twinwright.model.Match;
import io.twinwright.model.NamedElement;
import io.twinwright.model.SignalKind;
import io.twinwright.model.Structure;
import io.twinwright.model.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/**
 * An insight, feedback or signal with an alarm that needs signals which nothing binds.
 *
 * @param reader the declaration of the insight, feedback or signal
 * @param at the first position at which it lacks something
 * @param missing the signals that are not bound, at all positions; at least one
 */
public record UnboundRead(NamedElement reader, Position at, List<Point> missing) {
	/** @return one for each declaration, only below root positions in which something is bound */
	public static List<UnboundRead> of(TwinModel twin, Bindings bindings) {
		Search search = new Search(twin, bindings);
		bindings.roots().forEach(root -> search.visit(root, false));
		List<UnboundRead> found = new ArrayList<>();
		search.missing.forEach((reader, points) ->
			found.add(new UnboundRead(reader, search.first.get(reader), List.copyOf(points))));
		return found;
	}

	private static final class Search {
		private final TwinModel twin;
		private final Bindings bindings;
		private final Map<NamedElement, Set<Point>> missing = new LinkedHashMap<>();
		private final Map<NamedElement, Position> first = new LinkedHashMap<>();

		Search(TwinModel twin, Bindings bindings) {
			this.twin = twin;
			this.bindings = bindings;
		}

		/** What stands below something bound is found by its name, unless by its tag. */
		void visit(Position position, boolean bound) {
			Binding binding = twin.binding(position);
			boolean inside = binding == null ? bound : !(binding.isSetMatch() && binding.getMatch() == Match.TAG);
			if (inside && position.parent() == null) {
				return;
			}
			for (Point point : position.points()) {
				formula(point);
				alarms(point);
			}
			for (Structure layer : position.layers()) {
				layer.getElements().stream().filter(Feedback.class::isInstance).map(Feedback.class::cast)
						.forEach(feedback -> need(feedback, position, reads(position, feedback)));
			}
			position.parts().forEach(part -> visit(part, inside));
		}

		private void formula(Point point) {
			if (point.kind() == SignalKind.INSIGHT) {
				need(point.signal(), point.position(), Reads.of(twin, point));
			}
		}

		private void alarms(Point point) {
			var alarms = point.alarms();
			if (alarms.isEmpty()) {
				return;
			}
			Set<Point> read = new LinkedHashSet<>();
			read.add(point);
			alarms.stream().filter(ConditionAlarm.class::isInstance)
					.forEach(alarm -> read.addAll(reads(point.position(), alarm)));
			need(point.signal(), point.position(), read);
		}

		private Set<Point> reads(Position position, EObject part) {
			Set<Point> read = new LinkedHashSet<>(Reads.direct(twin, part, position));
			if (part instanceof Feedback feedback) {
				feedback.getReactions().stream().filter(Write.class::isInstance)
						.map(Write.class::cast).filter(write -> write.getTarget() != null)
						.flatMap(write -> twin.resolve(write.getTarget(), position).stream())
						.filter(Point.class::isInstance).map(Point.class::cast).forEach(read::add);
			}
			return read;
		}

		private void need(NamedElement reader, Position at, Set<Point> read) {
			List<Point> lacking = new ArrayList<>();
			for (Point point : read) {
				boolean live = switch (point.kind()) {
					case SENSOR, ACTUATOR, STATE -> true;
					case PROPERTY, PARAMETER, INSIGHT, METER, SHARE -> false;
				};
				if (live && bindings.roots().contains(point.position().root()) && !bindings.isBound(point)) {
					lacking.add(point);
				}
			}
			if (!lacking.isEmpty()) {
				missing.computeIfAbsent(reader, key -> new LinkedHashSet<>()).addAll(lacking);
				first.putIfAbsent(reader, at);
			}
		}
	}
}
