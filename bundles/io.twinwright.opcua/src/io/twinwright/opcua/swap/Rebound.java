package io.twinwright.opcua.swap;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LinkSettings;
import io.twinwright.opcua.live.Servers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which servers carry the signals of a plant after one position has gone to another server. */
public final class Rebound {
	private Rebound() {
	}

	/**
	 * @param running the servers of the session that runs, with the signals that they carry
	 * @param twin what the text says now
	 * @param position the path of the position whose piece is another one
	 * @param server of that piece
	 * @return the position at its new server, all else by its path where it is; a piece that fills no position any more is left out
	 */
	public static Map<LinkSettings, List<Point>> servers(Map<LinkSettings, List<Point>> running, TwinModel twin, String position, LinkSettings server) {
		Map<String, LinkSettings> before = new HashMap<>();
		running.forEach((settings, points) -> points.forEach(point -> before.put(point.path(), settings)));
		Map<LinkSettings, List<Point>> servers = new LinkedHashMap<>();
		for (Point point : Servers.carried(twin)) {
			boolean moved = point.path().startsWith(position + ".") && twin.attachment(point).map(Attachment::endpoint).flatMap(Addresses::url)
					.filter(server.url()::equals).isPresent();
			Optional.ofNullable(moved ? server : before.get(point.path())).ifPresent(carrier -> servers.computeIfAbsent(carrier, key -> new ArrayList<>()).add(point));
		}
		return servers;
	}
}
