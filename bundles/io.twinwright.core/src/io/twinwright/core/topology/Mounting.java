package io.twinwright.core.topology;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Bay;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Clause;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Cover;
import io.twinwright.model.Element;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Placement;
import io.twinwright.model.Refinement;
import io.twinwright.model.Segment;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import io.twinwright.model.UseKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which pieces fill which positions, and what stands in which bays of a project. */
public final class Mounting {
	private final Map<Asset, List<Position>> positions = new HashMap<>();
	private final Map<Asset, List<Use>> uses = new HashMap<>();
	private final Map<Bay, List<BayPlacement>> bays = new HashMap<>();
	private final Map<Part, List<Position>> filled = new HashMap<>();
	private final Set<Part> watched = new HashSet<>();
	private final Set<Part> covered = new HashSet<>();
	private final Set<Asset> spare = new HashSet<>();

	/**
	 * One name of a piece behind {@code uses}.
	 *
	 * @param occupancy the clause
	 * @param index which of its names
	 */
	public record Use(Occupancy occupancy, int index) {
	}

	public Mounting(TwinModel twin) {
		Structures.visit(twin, this::read);
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				if (position.parent() == null) {
					continue;
				}
				if (position.piece() != null) {
					positions.computeIfAbsent(position.piece(), key -> new ArrayList<>(1)).add(position);
				}
				if (position.element() instanceof Part part && (watched.contains(part) || position.piece() != null)) {
					filled.computeIfAbsent(part, key -> new ArrayList<>(1)).add(position);
				}
			}
		}
	}

	private void read(Structure structure) {
		if (structure instanceof Part part) {
			read((ClauseHolder) part);
		}
		for (Element element : structure.getElements()) {
			if (element instanceof Refinement refinement) {
				read(refinement);
			}
		}
	}

	private void read(ClauseHolder holder) {
		for (Clause clause : holder.getClauses()) {
			if (clause instanceof Occupancy occupancy) {
				for (int i = 0; i < occupancy.getAssets().size(); i++) {
					Asset asset = occupancy.getAssets().get(i);
					if (occupancy.getKind() == UseKind.STANDBY) {
						spare.add(asset);
					} else if (!asset.eIsProxy()) {
						uses.computeIfAbsent(asset, key -> new ArrayList<>(1)).add(new Use(occupancy, i));
					}
				}
			} else if (clause instanceof BayPlacement placement && placement.getBay() != null
					&& !placement.getBay().eIsProxy() && holder instanceof Part part) {
				bays.computeIfAbsent(placement.getBay(), key -> new ArrayList<>(1)).add(placement);
				watched.add(part);
			} else if (clause instanceof Cover cover && holder instanceof Part part) {
				watched.add(part);
				covered.add(cover.getPart());
			}
		}
	}

	/** @return the positions that a piece fills in the root assets: one, if all is well */
	public List<Position> positions(Asset piece) {
		return positions.getOrDefault(piece, List.of());
	}

	/** @return where the text says that a piece is used, in the order of files and text */
	public List<Use> uses(Asset piece) {
		return uses.getOrDefault(piece, List.of());
	}

	/** @return the clauses that put a part into a bay, in the order of files and text */
	public List<BayPlacement> in(Bay bay) {
		return bays.getOrDefault(bay, List.of());
	}

	/** @return the positions of a part that stands in a bay, is a reserve, or is filled by a piece */
	public List<Position> of(Part part) {
		return filled.getOrDefault(part, List.of());
	}

	/** @return whether a piece waits as standby for a position and fills none */
	public boolean isSpare(Asset piece) {
		return spare.contains(piece) && !positions.containsKey(piece);
	}

	/** @return whether another part is an installed reserve of a part */
	public boolean isCovered(Part part) {
		return covered.contains(part);
	}

	/** @return the part that a clause on it or on a refinement of it is about, null if it is about none */
	public static Part part(Clause clause) {
		if (clause.eContainer() instanceof Refinement refinement && refinement.getTarget() != null
				&& !refinement.getTarget().getSegments().isEmpty()) {
			Segment last = refinement.getTarget().getSegments().getLast();
			return last.getTarget() instanceof Part part && !part.eIsProxy() ? part : null;
		}
		return clause.eContainer() instanceof Part part ? part : null;
	}

	/** @return the clause that puts an element at a site, null if none does */
	public static Placement placement(ClauseHolder holder) {
		for (Clause clause : holder.getClauses()) {
			if (clause instanceof Placement placement && placement.getPlace() instanceof Site site && !site.eIsProxy()) {
				return placement;
			}
		}
		return null;
	}

	/** @return the bays of a site in which nothing stands and a module fits */
	public Set<Bay> free(Site site, Module module) {
		Set<Bay> free = new LinkedHashSet<>();
		for (Element element : site.getElements()) {
			if (element instanceof Bay bay && bay.getName() != null && in(bay).isEmpty() && module.fits(bay)
					&& module.isBorne(bay)) {
				free.add(bay);
			}
		}
		return free;
	}
}
