package io.twinwright.generators.nodered;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinwright.core.address.Addresses;
import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.Attachment;
import io.twinwright.core.structure.Point;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.generators.nodered.Canvas.Place;
import io.twinwright.model.Endpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes a tab for each root asset, with a group for each position that has signals at a server, and a tab for each server. */
final class Flow {
	/** The canvas of Node-RED has 8000 pixels each way. */
	private static final int ON_TAB = 99;
	private static final int COLUMNS = 3;
	private static final int MARGIN = 20;

	private final TwinModel twin;
	private final Findings findings;
	private final Canvas canvas = new Canvas();
	private final Map<Endpoint, ServerTab> servers = new LinkedHashMap<>();
	private final Set<String> paths = new HashSet<>();

	Flow(TwinModel twin, Findings findings) {
		this.twin = twin;
		this.findings = findings;
	}

	FlowFolder build() {
		ObjectNode credentials = JsonNodeFactory.instance.objectNode();
		ObjectNode logins = JsonNodeFactory.instance.objectNode();
		twin.roots().forEach(this::root);
		if (!servers.isEmpty()) {
			servers.values().forEach(server -> {
				server.draw(canvas);
				server.login(credentials, logins);
			});
			Subflows.draw(canvas);
		}
		return new FlowFolder(canvas.nodes(), credentials, logins);
	}

	private void root(Position root) {
		SignalFacts facts = new SignalFacts(twin, findings);
		String tab = null;
		int drawn = 0;
		for (Position position : root.all()) {
			List<Attachment> attached = attached(position);
			if (attached.isEmpty()) {
				continue;
			}
			int place = drawn++ % ON_TAB;
			if (place == 0) {
				tab = tab(root, drawn / ON_TAB + 1);
			}
			attached.forEach(each -> servers.computeIfAbsent(each.endpoint(), this::server).add(each));
			new AssetGroup(position, attached, path(position.qualifiedName())).draw(canvas, new Place(tab, null,
					MARGIN + place % COLUMNS * AssetGroup.WIDTH, MARGIN + place / COLUMNS * AssetGroup.HEIGHT), facts);
		}
	}

	private String tab(Position root, int number) {
		String name = root.qualifiedName();
		String id = Canvas.id("tab " + number, name);
		canvas.add(id, "tab").put("label", number == 1 ? root.path() : "%s (%s)".formatted(root.path(), number)).put("disabled", false)
				.put("info", "").putArray("env");
		return id;
	}

	private ServerTab server(Endpoint endpoint) {
		ServerTab server = new ServerTab(twin, endpoint);
		if (server.isSecured()) {
			String name = TwinModel.qualifiedName(endpoint);
			findings.add(Rule.NO_NODE, name, "The certificate of endpoint '%s' is not checked. The nodes of the flow trust each server.".formatted(name));
		}
		return server;
	}

	private List<Attachment> attached(Position position) {
		List<Attachment> attached = new ArrayList<>();
		for (Point point : position.points()) {
			if (!point.signal().isPrivate()) {
				twin.attachment(point).filter(Attachment::isRead).filter(this::isReached).ifPresent(attached::add);
			}
		}
		return attached;
	}

	private boolean isReached(Attachment attachment) {
		boolean reached = Addresses.isOpcUa(attachment.endpoint()) && Addresses.node(attachment.binding()).isPresent();
		if (!reached) {
			String name = TwinModel.qualifiedName(attachment.endpoint());
			findings.add(Rule.NO_NODE, name, "The signals of endpoint '%s' are left out of the flow. It reaches OPC UA servers only.".formatted(name));
		}
		return reached;
	}

	/** Paths that differ only in the case of letters are one to Node-RED. */
	private String path(String name) {
		String free = name;
		while (!paths.add(free.toLowerCase(Locale.ROOT))) {
			free += "~";
		}
		return free;
	}
}
