package io.twinwright.core.capability;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Capability;
import io.twinwright.model.Element;
import io.twinwright.model.Provision;
import io.twinwright.model.ProvisionKind;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which requirements of positions no partner meets. Partners are the other positions of the same root asset and of all at
 * the same site; for what stands at no site, all of the project.
 */
public final class Requirements {
	private final Providers providers;
	private final Map<Provision, Position> unmet = new HashMap<>();

	public Requirements(TwinModel twin, Providers providers) {
		this.providers = providers;
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				for (Structure layer : position.layers()) {
					for (Element element : layer.getElements()) {
						if (element instanceof Provision provision && provision.getKind() == ProvisionKind.REQUIRES
								&& provision.getCapability() != null && !provision.getCapability().eIsProxy()) {
							check(position, provision);
						}
					}
				}
			}
		}
	}

	private void check(Position position, Provision required) {
		if (unmet.containsKey(required)) {
			return;
		}
		Map<String, Limits> needs = Arguments.of(required);
		Capability capability = required.getCapability();
		if (providers.within(position.root(), capability).stream().noneMatch(provider -> meets(provider, position, needs))
				&& noneElsewhere(position, capability, needs)) {
			unmet.put(required, position);
		}
	}

	private boolean noneElsewhere(Position position, Capability capability, Map<String, Limits> needs) {
		Site site = position.site();
		for (Map.Entry<Position, List<Provider>> root : providers.all(capability).entrySet()) {
			if (root.getKey() != position.root() && root.getValue().stream().anyMatch(provider -> (site == null
					|| Objects.equals(site, provider.position().site())) && meets(provider, position, needs))) {
				return false;
			}
		}
		return true;
	}

	/** What a position or its own parts provide comes from no partner. */
	private static boolean meets(Provider provider, Position position, Map<String, Limits> needs) {
		return !provider.isWithin(position) && Providers.unmet(provider, needs) == null;
	}

	/** @return the first position of which nobody meets a requirement, null if there is none */
	public Position unmet(Provision required) {
		return unmet.get(required);
	}
}
