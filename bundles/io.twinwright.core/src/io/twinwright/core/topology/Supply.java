package io.twinwright.core.topology;

import io.twinwright.core.capability.Amounts;
import io.twinwright.core.quantity.Quantity;
import io.twinwright.core.structure.Members;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Direction;
import io.twinwright.model.Element;
import io.twinwright.model.MeasureKind;
import io.twinwright.model.Medium;
import io.twinwright.model.Multiplicity;
import io.twinwright.model.Part;
import io.twinwright.model.Placement;
import io.twinwright.model.Port;
import io.twinwright.model.Site;
import io.twinwright.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who draws utilities from which site. A port draws from its site if it takes a utility and nothing is connected to it; a
 * port inside of a position that states its own capacity of the same medium draws from there. Installed reserves and
 * standby pieces draw nothing, for they run in the place of others; nor do modules that fill no position, for they stand in
 * store.
 */
public final class Supply {
	private final Joints joints;
	private final Mounting mounting;
	private final Clashes clashes;
	private final Map<Site, List<Port>> offers = new HashMap<>();
	private final Map<Port, List<Draw>> draws = new LinkedHashMap<>();
	private final Map<Placement, Map<Medium, List<String>>> missing = new HashMap<>();
	private final Map<Site, List<Port>> collects = new HashMap<>();
	private final Map<List<Structure>, List<Port>> portsOf = new HashMap<>();

	/**
	 * What one port draws.
	 *
	 * @param path of its position and its name
	 * @param amount in the unit of the site's capacity
	 */
	public record Draw(String path, double amount) {
	}

	public Supply(TwinModel twin, Joints joints, Mounting mounting, Clashes clashes) {
		this.joints = joints;
		this.mounting = mounting;
		this.clashes = clashes;
		for (Site site : twin.all(Site.class)) {
			List<Port> ports = site.getElements().stream().filter(Port.class::isInstance).map(Port.class::cast)
					.filter(PortFit::isKnown).toList();
			offers.put(site, ports.stream().filter(port -> port.getDirection() != Direction.IN).toList());
			collects.put(site, ports.stream().filter(port -> port.getDirection() != Direction.OUT).toList());
		}
		for (Position root : twin.roots()) {
			if (!(root.element() instanceof Asset asset && mounting.isSpare(asset)) && Module.of(root).footprint() == null) {
				visit(root, List.of(), Set.of());
			}
		}
	}

	/**
	 * @param around the media of which positions around this one state what they draw in all
	 * @param passing the ports of the position around this one that draw from the site and do not state how much
	 */
	private void visit(Position position, List<Medium> around, Set<String> passing) {
		if (position.element() instanceof Part part && Wiring.covered(part) != null) {
			return;
		}
		Site site = position.site();
		List<Medium> inner = new ArrayList<>(around);
		Set<String> open = new HashSet<>();
		for (Port port : ports(position.layers())) {
			Quantity capacity = Amounts.of(port, MeasureKind.CAPACITY).orElse(null);
			if (site != null && around.stream().noneMatch(medium -> Media.join(medium, port.getMedium()))
					&& !joints.isConnected(position, port, passing)) {
				draw(position, site, port, capacity);
				open.add(port.getName());
			}
			if (capacity != null) {
				inner.add(port.getMedium());
				open.remove(port.getName());
			}
		}
		position.parts().forEach(part -> visit(part, inner, open));
	}

	/** @return the ports that take something, the nearest of equal names */
	private List<Port> ports(List<Structure> layers) {
		List<Structure> speaking = layers.stream().filter(layer -> !layer.getElements().isEmpty()).toList();
		return portsOf.computeIfAbsent(speaking, key -> {
			Map<String, Port> found = new LinkedHashMap<>();
			for (Structure layer : speaking) {
				for (Element element : layer.getElements()) {
					if (element instanceof Port port && PortFit.isKnown(port)) {
						found.putIfAbsent(port.getName(), port);
					}
				}
			}
			return found.values().stream().filter(port -> port.getDirection() == Direction.IN).toList();
		});
	}

	private void draw(Position position, Site site, Port port, Quantity capacity) {
		Port source = source(site, port);
		String path = position.path() + "." + port.getName();
		if (source == null) {
			Placement placement = placement(position);
			if (placement != null && Media.isUtility(port.getMedium())) {
				missing.computeIfAbsent(placement, key -> new LinkedHashMap<>())
						.computeIfAbsent(port.getMedium(), key -> new ArrayList<>()).add(path);
			}
			return;
		}
		Amounts.of(source, MeasureKind.CAPACITY).filter(offer -> capacity != null)
				.flatMap(offer -> Amounts.in(capacity, offer.unit())).ifPresent(amount -> draws
						.computeIfAbsent(source, key -> new ArrayList<>())
						.add(new Draw(path, amount.doubleValue() * count(port))));
	}

	private static double count(Port port) {
		Multiplicity many = port.getMultiplicity();
		return many == null ? 1 : Math.max(0, (double) many.getHigh() - many.getLow() + 1);
	}

	/** @return the port of a site from which another draws, null if it offers nothing that fits */
	private Port source(Site site, Port port) {
		Port source = null;
		for (Port offer : offers.getOrDefault(site, List.of())) {
			if (Members.isKindOf(offer.getMedium(), port.getMedium()) && clashes.between(offer, port).isEmpty()
					&& (source == null || offer.getMedium() == port.getMedium()
					&& source.getMedium() != port.getMedium())) {
				source = offer;
			}
		}
		return source;
	}

	private static Placement placement(Position position) {
		for (Position up = position; up != null; up = up.parent()) {
			Placement placement = up.element() instanceof Asset asset ? Mounting.placement(asset)
					: up.element() instanceof Part part ? Mounting.placement(part) : null;
			if (placement != null) {
				return placement;
			}
		}
		return null;
	}

	/** @return what is drawn from a port of a site, as far as capacities are stated */
	public List<Draw> draws(Port offer) {
		return draws.getOrDefault(offer, List.of());
	}

	/** @return what a port of a site offers, in the unit of its capacity; infinite if it states none */
	public static double offers(Port offer) {
		return Amounts.of(offer, MeasureKind.CAPACITY).map(capacity -> capacity.number().doubleValue() * count(offer))
				.orElse(Double.POSITIVE_INFINITY);
	}

	/** @return the media that the site of a placement does not offer, with the ports that need them */
	public Map<Medium, List<String>> missing(Placement placement) {
		return missing.getOrDefault(placement, Map.of());
	}

	/**
	 * @param site where the structure stands, null if it may stand anywhere
	 * @return whether a port that takes something may draw it from the site and so needs no connection
	 */
	public boolean isSupplied(Port port, Site site) {
		if (Media.isUtility(port.getMedium())) {
			return true;
		}
		return places(site, offers).anyMatch(offer -> Members.isKindOf(offer.getMedium(), port.getMedium())
				&& clashes.between(offer, port).isEmpty());
	}

	/**
	 * @param site where the structure stands, null if it may stand anywhere
	 * @return whether what a port gives is taken by the site, so that it needs no connection
	 */
	public boolean isCollected(Port port, Site site) {
		return Media.isUtility(port.getMedium()) || places(site, collects)
				.anyMatch(taker -> Members.isKindOf(port.getMedium(), taker.getMedium())
				&& clashes.between(port, taker).isEmpty());
	}

	private static Stream<Port> places(Site site, Map<Site, List<Port>> ports) {
		return site != null ? ports.getOrDefault(site, List.of()).stream() : ports.values().stream().flatMap(List::stream);
	}
}
