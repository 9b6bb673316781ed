package io.twinwright.core.binding;

import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Call;
import io.twinwright.model.Expression;
import io.twinwright.model.KeyWindow;
import io.twinwright.model.Operand;
import io.twinwright.model.Path;
import io.twinwright.model.Signal;
import io.twinwright.model.SignalKind;
import io.twinwright.model.ValueOf;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/**
 * Which signals an expression reads. In the {@code where} and the other operands of a call with {@code each}, names
 * belong to the visited positions first.
 */
public final class Reads {
	private final TwinModel twin;
	private final Set<Point> points = new LinkedHashSet<>();
	private final Set<Signal> business = new HashSet<>();

	private Reads(TwinModel twin) {
		this.twin = twin;
	}

	/**
	 * @param expression any part of the model with paths in it
	 * @param at the position at which it is evaluated, null where its paths begin with assets
	 * @return the signals it names, in the order of the text; meters and shares count as what they are computed from
	 */
	public static Set<Point> direct(TwinModel twin, EObject expression, Position at) {
		Reads reads = new Reads(twin);
		reads.visit(expression, at, List.of());
		return reads.points;
	}

	/**
	 * @param expression any part of the model with paths in it
	 * @param at the position at which it is evaluated, null where its paths begin with assets
	 * @return the signals it names, and those from which the insights among them are computed, over any number of steps
	 */
	public static Set<Point> all(TwinModel twin, EObject expression, Position at) {
		Set<Point> all = new LinkedHashSet<>(direct(twin, expression, at));
		Deque<Point> waiting = new ArrayDeque<>(all);
		while (!waiting.isEmpty()) {
			for (Point read : of(twin, waiting.remove())) {
				if (all.add(read)) {
					waiting.add(read);
				}
			}
		}
		return all;
	}

	/** @return the signals from which an insight is computed, its window's key included; none for other signals */
	public static Set<Point> of(TwinModel twin, Point point) {
		if (point.kind() != SignalKind.INSIGHT) {
			return Set.of();
		}
		Reads reads = new Reads(twin);
		Expression formula = point.value();
		if (formula != null) {
			reads.visit(formula, point.position(), List.of());
		}
		point.window().filter(KeyWindow.class::isInstance)
				.ifPresent(window -> reads.visit(window, point.position(), List.of()));
		return reads.points;
	}

	private void visit(EObject part, Position at, Collection<Position> visited) {
		switch (part) {
			case ValueOf value -> read(value.getPath(), at, visited);
			case KeyWindow window -> read(window.getKey(), at, visited);
			case Call call -> {
				Operand each = call.getOperands().stream().filter(Operand::isEach).findFirst().orElse(null);
				Collection<Position> inside = each == null ? visited : positions(each, at, visited);
				for (EObject inner : call.eContents()) {
					visit(inner, at, inner == each ? visited : inside);
				}
			}
			default -> part.eContents().forEach(inner -> visit(inner, at, visited));
		}
	}

	private Collection<Position> positions(Operand each, Position at, Collection<Position> visited) {
		Set<Position> positions = new LinkedHashSet<>();
		if (each.getValue() instanceof ValueOf value && value.getPath() != null
				&& (value.getPath().getSegments().size() > 1 || !(value.getPath().getSegments().getFirst().getTarget() instanceof Signal))) {
			for (Located located : resolve(value.getPath(), at, visited)) {
				positions.add(located instanceof Point point ? point.position() : (Position) located);
			}
		}
		return positions;
	}

	private void read(Path path, Position at, Collection<Position> visited) {
		if (path == null || path.getSegments().isEmpty()) {
			return;
		}
		if (path.getSegments().getFirst().getTarget() instanceof Signal signal
				&& (signal.getKind() == SignalKind.SHARE || signal.getKind() == SignalKind.METER)) {
			if (business.add(signal) && signal.getValue() != null) {
				visit(signal.getValue(), at, List.of());
			}
			return;
		}
		for (Located located : resolve(path, at, visited)) {
			if (located instanceof Point point) {
				points.add(point);
			}
		}
	}

	private Collection<Located> resolve(Path path, Position at, Collection<Position> visited) {
		Set<Located> reached = new LinkedHashSet<>();
		for (Position position : visited) {
			reached.addAll(twin.resolve(path, position));
		}
		return reached.isEmpty() ? twin.resolve(path, at) : reached;
	}
}
