package io.twinwright.diagram.server;

import com.google.inject.Inject;
import io.twinwright.diagram.Palette.Tool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.glsp.server.actions.TriggerEdgeCreationAction;
import org.eclipse.glsp.server.actions.TriggerElementCreationAction;
import org.eclipse.glsp.server.actions.TriggerNodeCreationAction;
import org.eclipse.glsp.server.features.toolpalette.PaletteItem;
import org.eclipse.glsp.server.features.toolpalette.ToolPaletteItemProvider;

/** What can be added to the diagram that is open. */
class Tools implements ToolPaletteItemProvider {
	@Inject
	private ProjectTexts texts;
	@Inject
	private OpenDiagram open;

	@Override
	public List<PaletteItem> getItems(Map<String, String> arguments) {
		return open.shown() == null ? List.of() : texts.read(state -> groups(state, open.shown().address()));
	}

	private List<PaletteItem> groups(ProjectState state, Address address) {
		Map<String, List<Tool>> groups = new LinkedHashMap<>();
		new Contents(texts.root(), state).subject(address).ifPresent(subject -> Misfits.palette(state).tools(address.kind(), subject)
				.forEach(tool -> groups.computeIfAbsent(tool.group(), key -> new ArrayList<>()).add(tool)));
		List<PaletteItem> items = new ArrayList<>();
		// clients show the library's folded, because it is long
		groups.forEach((group, tools) -> items.add(PaletteItem.createPaletteGroup((tools.getFirst().isOfLibrary() ? "library " : "group ") + group, group,
				tools.stream().map(Tools::item).toList(), null, "%03d".formatted(items.size()))));
		return items;
	}

	private static PaletteItem item(Tool tool) {
		Map<String, String> arguments = Map.of("type", tool.type(), "description", tool.description());
		TriggerElementCreationAction action = switch (tool.use()) {
			case PART -> new TriggerNodeCreationAction("node:module", arguments);
			case PORT_IN -> new TriggerNodeCreationAction("port:in", arguments);
			case PORT_OUT -> new TriggerNodeCreationAction(tool.node() == null ? "port:out" : "node:utility", arguments);
			case PORT_INOUT -> new TriggerNodeCreationAction("port:inout", arguments);
			case BAY -> new TriggerNodeCreationAction("node:bay", arguments);
			case ASSET -> new TriggerNodeCreationAction("node:idle", arguments);
			case STEP -> new TriggerNodeCreationAction("node:step", arguments);
			case STANDBY -> new TriggerNodeCreationAction("node:standby", arguments);
			case CONNECT -> new TriggerEdgeCreationAction("edge:flow");
			case COVER -> new TriggerEdgeCreationAction("edge:covers");
			case AFTER -> new TriggerEdgeCreationAction("edge:sequence");
		};
		return new PaletteItem(tool.id(), tool.label(), action, null, tool.label());
	}
}
