package io.twinwright.core.structure;

import io.twinwright.model.Asset;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Refinement;
import io.twinwright.model.Segment;
import io.twinwright.model.UseKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which pieces fill a part, as the refinements around it and its own clauses say. */
final class Occupants {
	private Occupants() {
	}

	/** @return the piece that the nearest clause puts there, null if there is none */
	static Asset filler(Refinements around, Part part, int number) {
		for (Refinement refinement : around.of(List.of(part), number)) {
			Set<Asset> pieces = named(refinement, UseKind.USES);
			if (!pieces.isEmpty()) {
				Segment last = refinement.getTarget().getSegments().getLast();
				int low = last.getIndex() > 0 ? last.getIndex() : low(part);
				return numbered(pieces, number - low);
			}
		}
		return numbered(named(part, UseKind.USES), number - low(part));
	}

	/** @return the pieces that may take the place of what fills it */
	static List<Asset> standby(Refinements around, Part part, int number) {
		Set<Asset> found = new LinkedHashSet<>();
		around.of(List.of(part), number).forEach(refinement -> found.addAll(named(refinement, UseKind.STANDBY)));
		return List.copyOf(found.isEmpty() ? named(part, UseKind.STANDBY) : found);
	}

	private static Set<Asset> named(ClauseHolder holder, UseKind kind) {
		Set<Asset> found = new LinkedHashSet<>();
		for (Clause clause : holder.getClauses()) {
			if (clause instanceof Occupancy occupancy && occupancy.getKind() == kind) {
				occupancy.getAssets().stream().filter(asset -> !asset.eIsProxy()).forEach(found::add);
			}
		}
		return found;
	}

	private static int low(Part part) {
		return part.getMultiplicity() == null ? 0 : part.getMultiplicity().getLow();
	}

	/** The n-th of several pieces fills the n-th of a repeated part. */
	private static Asset numbered(Set<Asset> pieces, int at) {
		return at < pieces.size() ? List.copyOf(pieces).get(at) : null;
	}
}
