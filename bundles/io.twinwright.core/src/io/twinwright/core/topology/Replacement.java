package io.twinwright.core.topology;

import io.twinwright.core.capability.Limits;
import io.twinwright.core.capability.Provider;
import io.twinwright.core.capability.Providers;
import io.twinwright.core.capability.Recipes;
import io.twinwright.core.diagnostic.Phrases;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.BayPlacement;
import io.twinwright.model.Medium;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Part;
import io.twinwright.model.Path;
import io.twinwright.model.Port;
import io.twinwright.model.Recipe;
import io.twinwright.model.Segment;
import io.twinwright.model.Signal;
import io.twinwright.model.Step;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;

/**
 * Whether one piece or part can stand in for a position: it must offer each connected port, each capability that a recipe
 * needs there, and each signal that anything reads there.
 */
public final class Replacement {
	private final TwinModel twin;
	private final Joints joints;
	private final Providers providers;
	private final Recipes recipes;
	private Map<Part, Set<Step>> steps;
	private Map<Part, Set<List<String>>> read;

	public Replacement(TwinModel twin, Joints joints, Providers providers, Recipes recipes) {
		this.twin = twin;
		this.joints = joints;
		this.providers = providers;
		this.recipes = recipes;
	}

	/**
	 * @param part the position
	 * @param piece an asset or part with its members
	 * @return the connected ports that it lacks or has otherwise, in words
	 */
	public List<String> missingPorts(Part part, Structure piece) {
		List<String> missing = new ArrayList<>();
		Members members = new Members(Members.Cache.none());
		joints.of(part).forEach((port, peers) -> {
			NamedElement found = members.find(piece, port.getName());
			if (found != port && !(found instanceof Port own && fits(own, port, peers))) {
				missing.add("port '" + port.getName() + "'");
			}
		});
		return missing;
	}

	private static boolean fits(Port own, Port port, List<Joints.Peer> peers) {
		Medium medium = PortFit.medium(own);
		return medium != null && own.getDirection() == port.getDirection() && Media.join(medium, port.getMedium())
				&& peers.stream().allMatch(peer -> peer.gives() ? PortFit.join(peer.port(), own)
				: PortFit.join(own, peer.port()));
	}

	/**
	 * @param positions of the piece or part that is to stand in
	 * @return the capabilities that recipes need at the position and that it does not provide as they need them, in words
	 */
	public List<String> missingCapabilities(Part part, List<Position> positions) {
		List<String> missing = new ArrayList<>();
		for (Step step : steps().getOrDefault(part, Set.of())) {
			Map<String, Limits> needs = recipes.needs(step);
			boolean able = positions.stream().flatMap(position -> providers.within(position, step.getCapability()).stream())
					.anyMatch(provider -> Providers.unmet(provider, needs) == null);
			String name = "capability '" + step.getCapability().getName() + "'";
			if (!able && !missing.contains(name)) {
				missing.add(name);
			}
		}
		return missing;
	}

	private Map<Part, Set<Step>> steps() {
		if (steps == null) {
			steps = new HashMap<>();
			for (Recipe recipe : twin.all(Recipe.class)) {
				for (Step step : recipe.getSteps()) {
					if (step.getCapability() != null && !step.getCapability().eIsProxy()) {
						recipes.staffing(step).forEach(staffing -> staffing.fit().forEach(provider -> add(step, provider)));
					}
				}
			}
		}
		return steps;
	}

	private void add(Step step, Provider provider) {
		for (Position up = provider.position(); up != null; up = up.parent()) {
			if (up.element() instanceof Part part) {
				steps.computeIfAbsent(part, key -> new LinkedHashSet<>()).add(step);
			}
		}
	}

	/** @return the ways behind a position at whose end anything of the project reads or writes a signal */
	public Set<List<String>> read(Part part) {
		return read().getOrDefault(part, Set.of());
	}

	/** @return the signals that are read at the position and that the piece lacks, in words */
	public List<String> missingSignals(Part part, Structure piece) {
		List<String> missing = new ArrayList<>();
		Members members = new Members(Members.Cache.none());
		for (List<String> path : read(part)) {
			NamedElement found = null;
			for (int i = 0; i < path.size() && (i == 0 || found != null); i++) {
				found = members.find(i == 0 ? piece : found, path.get(i));
			}
			if (!(found instanceof Signal)) {
				missing.add("signal '" + String.join(".", path) + "'");
			}
		}
		return missing;
	}

	/** @return by parts, the names behind them in all paths of the project that end at a signal */
	private Map<Part, Set<List<String>>> read() {
		if (read == null) {
			read = new HashMap<>();
			for (Model file : twin.files()) {
				TreeIterator<EObject> contents = file.eAllContents();
				while (contents.hasNext()) {
					if (contents.next() instanceof Path path && !path.getSegments().isEmpty()
							&& path.getSegments().getLast().getTarget() instanceof Signal signal && !signal.eIsProxy()) {
						add(path.getSegments());
					}
				}
			}
		}
		return read;
	}

	private void add(List<Segment> segments) {
		for (int i = 0; i + 1 < segments.size(); i++) {
			if (segments.get(i).getTarget() instanceof Part part) {
				List<String> names = segments.subList(i + 1,
						segments.size()).stream().map(segment -> segment.getTarget().getName())
						.toList();
				if (names.stream().allMatch(name -> name != null)) {
					read.computeIfAbsent(part, key -> new LinkedHashSet<>()).add(names);
				}
			}
		}
	}

	/** @return why a piece cannot take a position and what to do, as the rest of a sentence; empty if it can or is not known */
	public Optional<String> unfit(Part part, Asset piece) {
		if (piece == null || piece.eIsProxy() || piece.getName() == null || piece.getType() != null && piece.getType().eIsProxy()) {
			return Optional.empty();
		}
		Position own = twin.positionOf(piece);
		List<String> missing = new ArrayList<>(missingPorts(part, piece));
		missing.addAll(missingCapabilities(part, List.of(own)));
		if (!Members.isKindOf(piece.getType(), part.getType())) {
			missing.addAll(missingSignals(part, piece));
		}
		if (!missing.isEmpty()) {
			boolean one = missing.size() == 1;
			return Optional.of("%s %s missing. Name a piece that has %s.".formatted(Phrases.listed(missing), one ? "is" : "are", one ? "it" : "them"));
		}
		Module module = Module.of(own);
		return part.getClauses().stream().filter(BayPlacement.class::isInstance).map(clause -> ((BayPlacement) clause).getBay())
				.filter(bay -> bay != null && !bay.eIsProxy()).findFirst().map(bay -> !module.fits(bay)
				? "it is too large for bay '%s'. Name a piece that fits.".formatted(bay.getName()) : !module.isBorne(bay)
				? "it is too heavy for bay '%s'. Name a lighter piece.".formatted(bay.getName()) : null);
	}

	/**
	 * @param positions where the reserve is in the plant
	 * @return why a part cannot be the reserve of another, as a sentence; empty if it can
	 */
	public Optional<String> uncovered(Part reserve, Part covered, List<Position> positions) {
		if (covered == reserve) {
			return Optional.of("'%s' covers itself. Name the part that it stands in for.".formatted(reserve.getName()));
		}
		if (Wiring.covered(covered) != null) {
			return Optional.of("'%s' covers '%s', which is a reserve itself. Cover the part that runs.".formatted(reserve.getName(), covered.getName()));
		}
		List<String> missing = new ArrayList<>(missingPorts(covered, reserve));
		missing.addAll(missingCapabilities(covered, positions));
		return missing.isEmpty() ? Optional.empty() : Optional.of("'%s' cannot cover '%s': %s %s missing. Cover it by a part that has %s.".formatted(
				reserve.getName(), covered.getName(), Phrases.listed(missing), missing.size() == 1 ? "is" : "are", missing.size() == 1 ? "it" : "them"));
	}
}
