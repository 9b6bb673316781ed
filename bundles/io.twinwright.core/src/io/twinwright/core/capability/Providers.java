package io.twinwright.core.capability;

import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Capability;
import io.twinwright.model.Element;
import io.twinwright.model.Invocation;
import io.twinwright.model.Parametrized;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.HashSet;

/** Who can do what in a project: all positions by what they provide, asked for by a capability or one it extends. */
public final class Providers {
	private final Map<Capability, Map<Position, List<Provider>>> byRoot = new HashMap<>();
	private final Map<Invocation, Map<String, Limits>> limits = new HashMap<>();

	private final Set<Position> roots;

	public Providers(TwinModel twin) {
		roots = Set.copyOf(twin.roots());
		for (Position root : twin.roots()) {
			for (Position position : root.all()) {
				for (Provider provider : at(position)) {
					add(root, provider);
				}
			}
		}
	}

	/** @return what a position itself offers, without the parts in it */
	List<Provider> at(Position position) {
		List<Provider> found = new ArrayList<>();
		for (Structure layer : position.layers()) {
			for (Element element : layer.getElements()) {
				Capability capability = Provider.offered(element);
				if (capability != null) {
					Invocation offer = (Invocation) element;
					found.add(new Provider(position, offer, capability, limits.computeIfAbsent(offer, Arguments::of)));
				}
			}
		}
		return found;
	}

	private void add(Position root, Provider provider) {
		Set<Parametrized> seen = new HashSet<>();
		Parametrized next = provider.capability();
		while (next instanceof Capability capability && seen.add(capability)) {
			byRoot.computeIfAbsent(capability, key -> new LinkedHashMap<>())
					.computeIfAbsent(root, key -> new ArrayList<>()).add(provider);
			next = Members.base(capability);
		}
	}

	/** @return the providers of a capability or a kind of it below a place, also of one that no text has; in the order of the text */
	public List<Provider> within(Position place, Capability needed) {
		if (!roots.contains(place.root())) {
			return place.all().stream().flatMap(position -> at(position).stream())
					.filter(provider -> Members.isKindOf(provider.capability(), needed)).toList();
		}
		List<Provider> all = byRoot.getOrDefault(needed, Map.of()).getOrDefault(place.root(), List.of());
		return place.parent() == null ? all : all.stream().filter(provider -> provider.isWithin(place)).toList();
	}

	/** @return the providers of a capability or a kind of it by their root assets, in the order of the text */
	public Map<Position, List<Provider>> all(Capability needed) {
		return byRoot.getOrDefault(needed, Map.of());
	}

	/**
	 * @param asked what is asked for, by the names of parameters; what the provider does not limit is met
	 * @return the first request that the provider does not meet, null if it meets all
	 */
	public static String unmet(Provider provider, Map<String, Limits> asked) {
		for (Map.Entry<String, Limits> request : asked.entrySet()) {
			Limits offered = provider.limits().get(request.getKey());
			if (offered != null && !offered.meet(request.getValue())) {
				return request.getKey();
			}
		}
		return null;
	}
}
