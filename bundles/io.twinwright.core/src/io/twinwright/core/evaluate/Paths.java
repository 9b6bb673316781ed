package io.twinwright.core.evaluate;

import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Path;
import io.twinwright.model.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which signals the paths of an expression mean. */
final class Paths {
	private final TwinModel twin;

	Paths(TwinModel twin) {
		this.twin = twin;
	}

	/** @return the one signal that is meant */
	Point one(Path path, Scope scope) throws Unevaluable {
		List<Point> reached = reached(path, scope);
		if (scope.visited() instanceof Point visited && reached.contains(visited)) {
			return visited;
		}
		if (reached.isEmpty()) {
			throw new Unevaluable("'%s' reaches no signal at '%s'. Use a name that is known there.", text(path),
					scope.at().path());
		}
		if (reached.size() > 1) {
			throw new Unevaluable("'%s' means %d signals. Write 'each' before it in a function across parts, or choose one "
					+ "with '#'.", text(path), reached.size());
		}
		return reached.getFirst();
	}

	/** @return the signals or parts that {@code each} visits; perhaps none */
	List<Located> each(Path path, Scope scope) throws Unevaluable {
		for (Segment segment : path.getSegments()) {
			if (segment.getTarget() == null || segment.getTarget().eIsProxy()) {
				throw new Unevaluable("'%s' is not known. Use a name that is.", text(path));
			}
		}
		return located(path, scope);
	}

	private List<Point> reached(Path path, Scope scope) {
		return points(located(path, scope));
	}

	private List<Located> located(Path path, Scope scope) {
		Position visited = switch (scope.visited()) {
			case Point point -> point.position();
			case Position position -> position;
			case null -> null;
		};
		List<Located> inside = visited == null ? List.of() : twin.resolve(path, visited);
		return inside.isEmpty() ? twin.resolve(path, scope.at()) : inside;
	}

	private static List<Point> points(List<Located> reached) {
		List<Point> points = new ArrayList<>();
		for (Located located : reached) {
			if (located instanceof Point point) {
				points.add(point);
			}
		}
		return points;
	}

	/** @return the path as in the text */
	static String text(Path path) {
		return path.getSegments().stream().map(Paths::text).collect(Collectors.joining("."));
	}

	private static String text(Segment segment) {
		NamedElement target = segment.getTarget();
		String name = target == null || target.getName() == null ? "?" : target.getName();
		return segment.getIndex() > 0 ? name + "#" + segment.getIndex() : name;
	}
}
