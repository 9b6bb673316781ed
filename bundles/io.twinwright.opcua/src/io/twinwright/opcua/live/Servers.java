package io.twinwright.opcua.live;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Endpoint;
import io.twinwright.model.SignalKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which signals of a model come over links, and from which servers. */
public final class Servers {
	private static final Set<SignalKind> CARRIED = Set.of(SignalKind.SENSOR, SignalKind.STATE, SignalKind.ACTUATOR,
			SignalKind.PARAMETER, SignalKind.PROPERTY);

	private Servers() {
	}

	/** @return the signals that come over a link: fixed, set, read and written ones */
	public static List<Point> carried(TwinModel twin) {
		return twin.roots().stream().flatMap(root -> root.all().stream()).map(Position::points).flatMap(List::stream)
				.filter(point -> CARRIED.contains(point.kind())).toList();
	}

	/** @return the signals that a server carries: those that are bound to it, all where the model does not know it */
	public static List<Point> carried(TwinModel twin, String url) {
		List<Point> all = carried(twin);
		List<Point> bound = all.stream().filter(point -> twin.attachment(point).map(Attachment::endpoint).filter(Objects::nonNull)
				.flatMap(Addresses::url).filter(url::equals).isPresent()).toList();
		return bound.isEmpty() ? all : bound;
	}

	/**
	 * @return what each OPC UA server carries of what is bound
	 * @throws IllegalArgumentException with a sentence if an endpoint lacks something
	 */
	public static Map<LinkSettings, List<Point>> bound(TwinModel twin, ServerSettings settings) {
		Map<LinkSettings, List<Point>> links = new LinkedHashMap<>();
		Map<Endpoint, LinkSettings> servers = new HashMap<>();
		for (Point point : carried(twin)) {
			twin.attachment(point).map(Attachment::endpoint).filter(server -> server != null && Addresses.isOpcUa(server))
					.map(server -> servers.computeIfAbsent(server, settings::of))
					.ifPresent(server -> links.computeIfAbsent(server, key -> new ArrayList<>()).add(point));
		}
		return links;
	}
}
