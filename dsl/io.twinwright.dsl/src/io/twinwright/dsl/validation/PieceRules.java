package io.twinwright.dsl.validation;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Phrases;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Mounting.Use;
import io.twinwright.core.topology.Mounting;
import io.twinwright.model.Asset;
import io.twinwright.model.ClauseHolder;
import io.twinwright.model.Cover;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Occupancy;
import io.twinwright.model.Part;
import io.twinwright.model.Placement;
import io.twinwright.model.Refinement;
import io.twinwright.model.Site;
import io.twinwright.model.Swap;
import io.twinwright.model.TwinPackage;
import io.twinwright.model.UseKind;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;

/** Groups 3 and 4: whether pieces fill their positions, and whether reserves can take them. */
public class PieceRules extends Rules {
	private static final EStructuralFeature ASSETS = TwinPackage.Literals.OCCUPANCY__ASSETS;
	private static final EStructuralFeature KIND = TwinPackage.Literals.OCCUPANCY__KIND;

	/** @return whether the names of a clause are known as far as that rules ask for them */
	private static boolean isKnown(Asset piece) {
		return piece != null && !piece.eIsProxy() && piece.getName() != null;
	}

	@Check(CheckType.NORMAL)
	public void pieceHasOnePosition(Occupancy occupancy) {
		for (int i = 0; occupancy.getKind() == UseKind.USES && i < occupancy.getAssets().size(); i++) {
			Asset piece = occupancy.getAssets().get(i);
			List<Position> positions = isKnown(piece) ? facts(occupancy).mounting().positions(piece) : List.of();
			boolean again = occupancy.getAssets().indexOf(piece) < i;
			if (again || positions.size() > 1) {
				List<Use> uses = facts(occupancy).mounting().uses(piece);
				boolean once = uses.size() == 1;
				if (again || once || !uses.getFirst().equals(new Use(occupancy, i))) {
					report(Rule.PIECE_IN_TWO_POSITIONS,
							"'%s' %s, but a piece has one position. Use another piece.".formatted(
							piece.getName(), again ? "is named twice" : "fills "
									+ Phrases.quoted(positions.stream().map(Position::path).toList())), occupancy, ASSETS, i,
							once ? List.of() : removal("Remove this use of '%s'".formatted(piece.getName()), occupancy, i));
				}
			}
		}
	}

	/** @return a fix that takes a name out of a clause, or removes the clause with its only name */
	private static List<Fix> removal(String title, Occupancy occupancy, int index) {
		return Edits.fix(title, occupancy.getAssets().size() < 2 ? Edits.remove(occupancy)
				: Edits.removeListed(occupancy, ASSETS, index));
	}

	@Check
	public void everyPieceHasAPosition(Occupancy occupancy) {
		Part part = Mounting.part(occupancy);
		if (part == null || part.getName() == null || occupancy.getKind() != UseKind.USES) {
			return;
		}
		boolean one = part.getMultiplicity() == null || occupancy.eContainer() instanceof Refinement refinement
				&& refinement.getTarget().getSegments().getLast().getIndex() > 0;
		int room = one ? 1 : part.getMultiplicity().getHigh() - part.getMultiplicity().getLow() + 1;
		for (int i = Math.max(1, room); i < occupancy.getAssets().size(); i++) {
			Asset piece = occupancy.getAssets().get(i);
			if (isKnown(piece)) {
				report(Rule.PIECES_LEFT_OVER, "Position '%s' takes %s, so '%s' would stand nowhere. Name it as standby, or not at all."
						.formatted(part.getName(), room == 1 ? "one piece" : room + " pieces", piece.getName()), occupancy, ASSETS, i,
						removal("Remove '%s'".formatted(piece.getName()), occupancy, i));
			}
		}
	}

	@Check(CheckType.NORMAL)
	public void pieceIsAtTheSite(Occupancy occupancy) {
		Part part = Mounting.part(occupancy);
		for (int i = 0; part != null && occupancy.getKind() == UseKind.USES && i < occupancy.getAssets().size(); i++) {
			Asset piece = occupancy.getAssets().get(i);
			Placement placement = isKnown(piece) ? Mounting.placement(piece) : null;
			Position position = placement == null ? null : facts(occupancy).mounting().positions(piece).stream()
					.filter(one -> one.element() == part).findFirst().orElse(null);
			Site site = position == null ? null : position.site();
			if (site != null && site != placement.getPlace()) {
				report(Rule.PIECE_ELSEWHERE,
						"'%s' is at '%s', but '%s' is at '%s'. Move the piece or use one that is there."
						.formatted(piece.getName(), placement.getPlace().getName(), position.path(), site.getName()),
						occupancy,
						ASSETS, i, moves(occupancy, piece, placement, site));
			}
		}
	}

	private static List<Fix> moves(Occupancy occupancy, Asset piece, Placement placement, Site site) {
		List<Fix> fixes = new ArrayList<>();
		if (piece.eResource() == occupancy.eResource()) {
			fixes.addAll(Edits.fix("Say that '%s' is at '%s'".formatted(piece.getName(), site.getName()),
					Edits.replace(placement, TwinPackage.Literals.PLACEMENT__PLACE, 0, named(site, piece))));
		}
		boolean alone = ((ClauseHolder) occupancy.eContainer()).getClauses().stream()
				.noneMatch(clause -> clause != occupancy && clause instanceof Occupancy);
		if (alone && occupancy.getAssets().size() == 1) {
			fixes.addAll(Edits.fix("Make '%s' a standby".formatted(piece.getName()),
					Edits.replace(occupancy, KIND, 0, UseKind.STANDBY.getLiteral())));
		}
		return fixes;
	}

	/** @return the name by which a site is known in the file of a piece */
	private static String named(Site site, Asset piece) {
		return site.eContainer() instanceof Model there && piece.eContainer() instanceof Model here
				&& there.getNamespace() != null && !there.getNamespace().equals(here.getNamespace())
				? TwinModel.qualifiedName(site) : site.getName();
	}

	@Check
	public void pieceIsOfTheType(Occupancy occupancy) {
		Part part = Mounting.part(occupancy);
		if (part == null || occupancy.getKind() != UseKind.USES || part.getType() == null || part.getType().eIsProxy()) {
			return;
		}
		for (int i = 0; i < occupancy.getAssets().size(); i++) {
			Asset piece = occupancy.getAssets().get(i);
			if (isKnown(piece) && (piece.getType() == null || !piece.getType().eIsProxy())
					&& !Members.isKindOf(piece.getType(), part.getType())) {
				report(Rule.PIECE_OF_WRONG_TYPE,
						"'%s' %s, but position '%s' takes '%s'. Use a piece of that type or a kind of it."
						.formatted(piece.getName(), piece.getType() == null ? "has no type"
								: "is of type '" + piece.getType().getName() + "'", part.getName(),
								part.getType().getName()),
						occupancy, ASSETS, i, List.of());
			}
		}
	}

	@Check(CheckType.NORMAL)
	public void standbyFits(Occupancy occupancy) {
		Part part = Mounting.part(occupancy);
		if (part == null || part.getName() == null || occupancy.getKind() != UseKind.STANDBY) {
			return;
		}
		for (int i = 0; i < occupancy.getAssets().size(); i++) {
			Asset piece = occupancy.getAssets().get(i);
			String reason = facts(occupancy).replacement().unfit(part, piece).orElse(null);
			if (reason != null) {
				report(Rule.STANDBY_DOES_NOT_FIT, "Standby '%s' cannot take position '%s': %s".formatted(piece.getName(),
						part.getName(), reason), occupancy, ASSETS, i, removal("Remove standby '%s'".formatted(piece.getName()),
						occupancy, i));
			}
		}
	}

	@Check(CheckType.NORMAL)
	public void swappedPieceFits(Swap swap) {
		NamedElement target = QuantityRules.last(swap.getTarget());
		Facts facts = facts(swap);
		String reason = target instanceof Part part && part.getName() != null ? facts.replacement().unfit(part, swap.getAsset()).orElse(null) : null;
		if (reason != null) {
			report(Rule.STANDBY_DOES_NOT_FIT, "'%s' cannot take position '%s': %s".formatted(swap.getAsset().getName(),
					target.getName(), reason), swap, TwinPackage.Literals.SWAP__ASSET);
		}
	}

	@Check(CheckType.NORMAL)
	public void reserveFits(Cover cover) {
		if (!(cover.eContainer() instanceof Part part) || part.getName() == null || cover.getPart() == null
				|| cover.getPart().eIsProxy()) {
			return;
		}
		Facts facts = facts(cover);
		facts.replacement().uncovered(part, cover.getPart(), facts.mounting().of(part))
				.ifPresent(message -> report(Rule.COVER_DOES_NOT_FIT, message, cover, TwinPackage.Literals.COVER__PART));
	}
}
