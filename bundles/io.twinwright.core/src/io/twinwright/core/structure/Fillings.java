package io.twinwright.core.structure;

import io.twinwright.model.Asset;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Event;
import io.twinwright.model.Part;
import io.twinwright.model.Refinement;
import io.twinwright.model.Scenario;
import io.twinwright.model.ScenarioItem;
import io.twinwright.model.Swap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What pieces bring to the positions that they fill or may take: those that are used, that wait as standby, and that a
 * scenario swaps in.
 */
public final class Fillings {
	private final Map<Part, Set<Asset>> pieces = new HashMap<>();
	private final Map<Refinement, Map<List<ClauseHolder>, Start>> starts = new HashMap<>();

	/**
	 * What a refinement of a signal starts from where a piece is.
	 *
	 * @param point the signal there
	 * @param piece the nearest piece
	 * @param filled the position around it that the piece fills
	 * @param inherited what is said of the signal further away, the nearest first, its declaration last
	 */
	public record Start(Point point, Asset piece, Position filled, List<ClauseHolder> inherited) {
	}

	public Fillings(TwinModel twin) {
		for (Position root : twin.roots()) {
			for (Position inner : root.parts()) {
				visit(inner);
			}
		}
		twin.all(Scenario.class).forEach(scenario -> swaps(scenario, twin));
	}

	private void visit(Position position) {
		if (position.piece() != null) {
			fill(position);
		}
		for (Asset piece : position.standby()) {
			if (piece.getName() != null && piece != position.piece()) {
				fill(position.filledBy(piece));
			}
		}
		position.parts().forEach(this::visit);
	}

	private void swaps(Scenario scenario, TwinModel twin) {
		for (ScenarioItem item : scenario.getItems()) {
			if (item instanceof Event event && event.getAction() instanceof Swap swap && swap.getTarget() != null
					&& swap.getAsset() != null && swap.getAsset().getName() != null) {
				Located subject = scenario.getSubject() == null ? null : twin.resolve(scenario.getSubject()).stream().findFirst().orElse(null);
				for (Located located : twin.resolve(swap.getTarget(), subject instanceof Position at ? at : null)) {
					if (located instanceof Position position && position.element() instanceof Part) {
						fill(position.filledBy(swap.getAsset()));
					}
				}
			}
		}
	}

	private void fill(Position filled) {
		pieces.computeIfAbsent((Part) filled.element(), part -> new LinkedHashSet<>()).add(filled.piece());
		for (Position position : filled.all()) {
			if (position.isRefined()) {
				Position nearest = position;
				while (nearest.piece() == null) {
					nearest = nearest.parent();
				}
				for (Point point : position.points()) {
					start(point, nearest);
				}
			}
		}
	}

	private void start(Point point, Position filled) {
		List<ClauseHolder> said = point.said();
		for (int i = 0; i + 1 < said.size(); i++) {
			List<ClauseHolder> inherited = List.copyOf(said.subList(i + 1, said.size()));
			starts.computeIfAbsent((Refinement) said.get(i), refinement -> new LinkedHashMap<>())
					.putIfAbsent(inherited, new Start(point, filled.piece(), filled, inherited));
		}
	}

	/** @return what a refinement starts from at all positions that are filled, or around which one is; each case once */
	public List<Start> of(Refinement refinement) {
		return new ArrayList<>(starts.getOrDefault(refinement, Map.of()).values());
	}

	/** @return the pieces that fill or may take the positions of a part */
	public Set<Asset> of(Part part) {
		return pieces.getOrDefault(part, Set.of());
	}
}
