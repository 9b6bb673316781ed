package io.twinwright.core.structure;

import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Connection;
import io.twinwright.model.Element;
import io.twinwright.model.Expression;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Refinement;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a refinement of a signal starts from, as far as its text shows it. What a piece says that fills a position is known
 * to {@link Fillings}.
 */
public final class Inherited {
	private Inherited() {
	}

	/**
	 * @return what is said of the same signal for all numbers in the same braces, in base types, the braces of the part and
	 *     its types, the nearest first, its declaration last; empty if it is no signal
	 */
	public static List<ClauseHolder> by(Refinement refinement) {
		if (!(target(refinement) instanceof Signal signal) || signal.eIsProxy()) {
			return List.of();
		}
		List<ClauseHolder> inherited = new ArrayList<>();
		covering(refinement).stream().filter(other -> other.eContainer() != refinement.eContainer()
				|| !covers(refinement.getTarget().getSegments(), other.getTarget().getSegments())).forEach(inherited::add);
		inherited.add(signal);
		return inherited;
	}

	/**
	 * @return the value that a refinement without one leaves to its signal: that of another refinement in the same braces,
	 *     else the nearest inherited one; null if there is none or it is no signal
	 */
	public static Expression value(Refinement refinement) {
		if (!(target(refinement) instanceof Signal signal) || signal.eIsProxy()) {
			return null;
		}
		return covering(refinement).stream().map(Refinement::getValue).filter(Objects::nonNull).findFirst().orElse(signal.getValue());
	}

	private static NamedElement target(Refinement refinement) {
		return refinement.getTarget() == null || refinement.getTarget().getSegments().isEmpty() ? null
				: refinement.getTarget().getSegments().getLast().getTarget();
	}

	/** The refinements in the same braces and further away that say something of all that a refinement is about. */
	private static Set<Refinement> covering(Refinement refinement) {
		Set<Refinement> found = new LinkedHashSet<>();
		if (refinement.eContainer() instanceof Structure structure) {
			collect(structure, refinement.getTarget().getSegments(), found);
		}
		return found;
	}

	private static void collect(Structure structure, List<Segment> path, Set<Refinement> found) {
		for (Structure layer : Members.lineage(structure)) {
			List<Refinement> inside = new ArrayList<>();
			for (Element element : layer.getElements()) {
				if (element instanceof Refinement refinement && refinement.getTarget() != null
						&& covers(refinement.getTarget().getSegments(), path)) {
					inside.add(refinement);
				}
			}
			inside.sort(Comparator.comparing(Inherited::numbers).reversed());
			found.addAll(inside);
		}
		int step = path.getFirst().getTarget() instanceof Connection ? 1 : 0;
		if (path.size() > step + 1 && path.get(step).getTarget() instanceof Part part && !part.eIsProxy()) {
			collect(part, path.subList(step + 1, path.size()), found);
		}
	}

	/** @return how many numbers a refinement names; in one place, what is said of a number is nearer than what is said of all */
	static long numbers(Refinement refinement) {
		return refinement.getTarget().getSegments().stream().filter(segment -> segment.getIndex() > 0).count();
	}

	/** Whether a path leads to all that the other one leads to; without a number it leads to each of a repeated element. */
	private static boolean covers(List<Segment> wider, List<Segment> path) {
		if (wider.size() != path.size()) {
			return false;
		}
		for (int i = 0; i < path.size(); i++) {
			if (wider.get(i).getTarget() != path.get(i).getTarget()
					|| wider.get(i).getIndex() != 0 && wider.get(i).getIndex() != path.get(i).getIndex()) {
				return false;
			}
		}
		return true;
	}
}
