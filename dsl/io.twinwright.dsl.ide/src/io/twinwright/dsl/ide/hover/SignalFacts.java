package io.twinwright.dsl.ide.hover;

import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Located;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.text.Headers;
import io.twinwright.model.Alarm;
import io.twinwright.model.Clause;
import io.twinwright.model.Expression;
import io.twinwright.model.Measure;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Path;
import io.twinwright.model.PrimitiveType;
import io.twinwright.model.QuantityType;
import io.twinwright.model.Range;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EObject;

/**
 * What is known about a signal: what it is, and what holds for it where it occurs. Where a path leads to one position, what
 * refinements say there is said; else what the declaration says.
 */
final class SignalFacts {
	private static final int MOST = 50;

	private SignalFacts() {
	}

	/**
	 * @param use the segment of a path that means the signal, null at its declaration
	 */
	static void add(Page page, Signal signal, Segment use, TwinModel twin) {
		page.fact("Unit", UnitFacts.line(unit(signal)));
		List<Point> points = points(signal, use, twin);
		if (points.size() == 1 && use != null) {
			addEffective(page, points.getFirst());
		} else {
			addDeclared(page, signal);
		}
		page.fact("Occurs at", points.stream().map(point -> Page.code(point.path())).toList());
		page.fact("Bound to", bindings(points, twin));
	}

	private static String unit(Signal signal) {
		return switch (signal.getType()) {
			case QuantityType type -> type.getUnit();
			case PrimitiveType type -> type.getUnit();
			case null, default -> null;
		};
	}

	private static void addEffective(Page page, Point point) {
		page.fact("Range", point.range().map(SignalFacts::range).orElse(""));
		page.fact("Value", formula(point.value()));
		page.fact("Sampled", point.measure(MeasureKind.EVERY).map(every -> "every " + Headers.text(every)).orElse(""));
		page.fact("Alarms", point.alarms().stream().map(SignalFacts::alarm).toList());
		page.fact("Policies", point.policies().stream().map(policy -> Page.code(Headers.name(policy))).toList());
	}

	private static void addDeclared(Page page, Signal signal) {
		List<String> alarms = new ArrayList<>();
		page.fact("Value", formula(signal.getValue()));
		for (Clause clause : signal.getClauses()) {
			switch (clause) {
				case Range range -> page.fact("Range", range(range));
				case Alarm alarm -> alarms.add(alarm(alarm));
				case Measure measure when measure.getKind() == MeasureKind.EVERY ->
					page.fact("Sampled", "every " + Headers.text(measure.getValue()));
				default -> {
					// says nothing for this page
				}
			}
		}
		page.fact("Alarms", alarms);
	}

	private static String range(Range range) {
		return Headers.text(range.getLow()) + " to " + Headers.text(range.getHigh());
	}

	private static String formula(Expression value) {
		return value == null ? "" : Page.code(Headers.text(value));
	}

	private static String alarm(Alarm alarm) {
		return Headers.text(alarm).replaceFirst("^alarm ", "");
	}

	private static List<Point> points(Signal signal, Segment use, TwinModel twin) {
		if (use != null && use.eContainer() instanceof Path path && path.getSegments().getLast() == use) {
			List<Located> reached = twin.resolve(path);
			List<Point> points = reached.stream().filter(Point.class::isInstance).map(Point.class::cast).toList();
			if (!points.isEmpty()) {
				return points;
			}
		}
		List<Point> found = new ArrayList<>();
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				if (position.layers().stream().anyMatch(layer -> isInside(signal, layer))) {
					position.points().stream().filter(point -> point.signal() == signal).forEach(found::add);
				}
				if (found.size() >= MOST) {
					return found;
				}
			}
		}
		return found;
	}

	private static boolean isInside(EObject element, EObject outer) {
		for (EObject up = element; up != null; up = up.eContainer()) {
			if (up == outer) {
				return true;
			}
		}
		return false;
	}

	private static Set<String> bindings(List<Point> points, TwinModel twin) {
		Set<String> bindings = new TreeSet<>();
		points.forEach(point -> twin.attachment(point).ifPresent(attachment -> bindings.add(binding(attachment))));
		return bindings;
	}

	private static String binding(Attachment attachment) {
		String where = attachment.byTag() ? "by tag" : attachment.relative().isEmpty() ? attachment.address()
				: attachment.address() + "/" + attachment.relative();
		return Page.code(Headers.name(attachment.endpoint())) + (where.isEmpty() ? "" : " " + Page.code(where));
	}
}
