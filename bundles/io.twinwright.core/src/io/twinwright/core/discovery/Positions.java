package io.twinwright.core.discovery;

import io.twinwright.core.capability.Providers;
import io.twinwright.core.capability.Recipes;
import io.twinwright.core.diagnostic.Phrases;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.core.topology.Joints;
import io.twinwright.core.topology.Replacement;
import io.twinwright.model.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which positions of a project a machine could take. Not thread safe, like the view of the model that it reads. */
public final class Positions {
	private final TwinModel twin;
	private final Replacement replacement;

	public Positions(TwinModel twin) {
		this.twin = twin;
		Providers providers = new Providers(twin);
		this.replacement = new Replacement(twin, new Joints(twin), providers, new Recipes(twin, providers));
	}

	/** @return the positions that ask for the type of a match, each with what stands against it */
	public List<StandIn> of(Match match) {
		List<StandIn> positions = new ArrayList<>();
		twin.roots().stream().flatMap(root -> root.all().stream()).filter(position -> position.element() instanceof Part).forEach(position -> {
			Part part = (Part) position.element();
			if (part.getType() != null && Members.isKindOf(match.type(), part.getType())) {
				positions.add(new StandIn(position, obstacle(part, match)));
			}
		});
		return positions;
	}

	private Optional<String> obstacle(Part part, Match match) {
		Set<String> absent = match.signals().stream().filter(fit -> fit.degree() == 0).map(fit -> fit.point().name().replaceAll("#\\d+", "")).collect(Collectors.toSet());
		List<String> read = replacement.read(part).stream().map(names -> String.join(".", names)).filter(absent::contains).map(name -> "signal '" + name + "'").toList();
		if (!read.isEmpty()) {
			return Optional.of("the server lacks what is read there: %s.".formatted(Phrases.listed(read)));
		}
		return replacement.unfit(part, match.piece());
	}
}
