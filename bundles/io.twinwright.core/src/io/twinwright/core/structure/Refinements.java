package io.twinwright.core.structure;

import io.twinwright.model.Element;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Refinement;
import io.twinwright.model.Segment;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The refinements that hold below a position, the outermost first: each still has some names to go until it reaches what it refines. */
final class Refinements {
	/** No refinements. */
	static final Refinements NONE = new Refinements(List.of());

	private final List<Pending> pending;

	private record Pending(Refinement refinement, int next) {
		/** @return whether the names that are left lead along a way; only the last may have a number */
		boolean leads(List<NamedElement> way, int number) {
			List<Segment> path = refinement.getTarget().getSegments();
			if (left() < way.size()) {
				return false;
			}
			for (int i = 0; i < way.size(); i++) {
				Segment segment = path.get(next + i);
				int wanted = i == way.size() - 1 ? number : 0;
				if (segment.getTarget() != way.get(i) || segment.getIndex() != 0 && segment.getIndex() != wanted) {
					return false;
				}
			}
			return true;
		}

		int left() {
			return refinement.getTarget().getSegments().size() - next;
		}
	}

	private Refinements(List<Pending> pending) {
		this.pending = pending;
	}

	/** @return these, and behind them those that stand in the braces of layers */
	Refinements and(List<Structure> layers) {
		List<Pending> all = new ArrayList<>(pending);
		for (Structure layer : layers) {
			int first = all.size();
			for (Element inner : layer.getElements()) {
				if (inner instanceof Refinement refinement && refinement.getTarget() != null) {
					all.add(new Pending(refinement, 0));
				}
			}
			all.subList(first, all.size()).sort(Comparator.comparing((Pending waiting) -> Inherited.numbers(waiting.refinement())).reversed());
		}
		return all.isEmpty() ? NONE : new Refinements(all);
	}

	boolean isEmpty() {
		return pending.isEmpty();
	}

	/** @return those that refine what is at the end of a way, which has a number, 0 for none */
	List<Refinement> of(List<NamedElement> way, int number) {
		return pending.stream().filter(waiting -> waiting.left() == way.size() && waiting.leads(way, number)).map(Pending::refinement).toList();
	}

	/** @return those that refine something below the end of a way, which has a number, 0 for none */
	Refinements below(List<NamedElement> way, int number) {
		List<Pending> down = pending.stream().filter(waiting -> waiting.left() > way.size() && waiting.leads(way, number))
				.map(waiting -> new Pending(waiting.refinement(), waiting.next() + way.size())).toList();
		return down.isEmpty() ? NONE : new Refinements(down);
	}
}
