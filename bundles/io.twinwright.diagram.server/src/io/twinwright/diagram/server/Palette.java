package io.twinwright.diagram.server;

import com.google.inject.Inject;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.library.Library;
import io.twinwright.diagram.DiagramKind;
import io.twinwright.model.Asset;
import io.twinwright.model.Capability;
import io.twinwright.model.Declaration;
import io.twinwright.model.Footprint;
import io.twinwright.model.Medium;
import io.twinwright.model.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.glsp.server.actions.TriggerEdgeCreationAction;
import org.eclipse.glsp.server.actions.TriggerNodeCreationAction;
import org.eclipse.glsp.server.features.toolpalette.PaletteItem;
import org.eclipse.glsp.server.features.toolpalette.ToolPaletteItemProvider;

/** What can be added to a diagram: of the types that the project declares and of those of the library. */
class Palette implements ToolPaletteItemProvider {
	@Inject
	private ProjectTexts texts;
	@Inject
	private OpenDiagram open;

	/** Something that adds elements of one declaration. */
	private record Tool(String label, String node, Map<String, String> arguments) {
	}

	@Override
	public List<PaletteItem> getItems(Map<String, String> arguments) {
		return open.shown() == null ? List.of() : texts.read(state -> groups(state, open.shown().diagram().kind()));
	}

	private static List<PaletteItem> groups(ProjectState state, DiagramKind kind) {
		List<PaletteItem> groups = new ArrayList<>();
		switch (kind) {
			case LINE -> {
				addBoth(groups, state, "modules", "modules", Type.class, type -> !type.isAbstract(), type -> List.of(tool(type, "node:module")));
				addBoth(groups, state, "ports", "ports", Medium.class, medium -> true, Palette::ports);
				add(groups, "standby", "Standby pieces", state.twin().all(Asset.class).stream().filter(asset -> asset.getName() != null)
						.map(asset -> tool(asset, "node:standby")).toList());
				groups.add(edges(edge("Connection", "edge:flow"), edge("Covers", "edge:covers")));
			}
			case SITE -> {
				addBoth(groups, state, "modules", "modules", Type.class, type -> !type.isAbstract(),
						type -> List.of(tool(type, "node:module"), new Tool(type.getName() + " in store", "node:idle", arguments(type))));
				addBoth(groups, state, "bays", "bays", Footprint.class, footprint -> true, footprint -> List.of(tool(footprint, "node:bay")));
				addBoth(groups, state, "utilities", "utilities", Medium.class, medium -> true, medium -> List.of(tool(medium, "node:utility")));
			}
			case RECIPE -> {
				addBoth(groups, state, "steps", "steps", Capability.class, capability -> true, capability -> List.of(tool(capability, "node:step")));
				groups.add(edges(edge("Order", "edge:sequence")));
			}
		}
		return groups;
	}

	private static <T extends Declaration> void addBoth(List<PaletteItem> groups, ProjectState state, String id, String name, Class<T> type,
			Predicate<T> isOffered, Function<T, List<Tool>> tools) {
		add(groups, "own-" + id, "Own " + name, tools(state.twin().all(type).stream(), isOffered, tools));
		add(groups, "library-" + id, "Library " + name, tools(library(state).filter(type::isInstance).map(type::cast), isOffered, tools));
	}

	private static <T extends Declaration> List<Tool> tools(Stream<T> declarations, Predicate<T> isOffered, Function<T, List<Tool>> tools) {
		return declarations.filter(declaration -> declaration.getName() != null).filter(isOffered).sorted(Comparator.comparing(Declaration::getName))
				.flatMap(declaration -> tools.apply(declaration).stream()).toList();
	}

	private static Stream<Declaration> library(ProjectState state) {
		return state.files().isEmpty() ? Stream.empty() : Library.of(state.files().getFirst().getResourceSet()).declarations().values().stream();
	}

	private static List<Tool> ports(Medium medium) {
		return List.of(new Tool(medium.getName() + " in", "node:own-port", Map.of("type", TwinModel.qualifiedName(medium), "direction", "in")),
				new Tool(medium.getName() + " out", "node:own-port", Map.of("type", TwinModel.qualifiedName(medium), "direction", "out")));
	}

	private static Tool tool(Declaration declaration, String node) {
		return new Tool(declaration.getLabel() == null ? declaration.getName() : declaration.getLabel(), node, arguments(declaration));
	}

	private static Map<String, String> arguments(Declaration declaration) {
		return Map.of("type", TwinModel.qualifiedName(declaration));
	}

	private static void add(List<PaletteItem> groups, String id, String label, List<Tool> tools) {
		if (!tools.isEmpty()) {
			List<PaletteItem> items = new ArrayList<>();
			for (Tool tool : tools) {
				items.add(new PaletteItem(id + "." + tool.arguments().get("type") + "." + items.size(), tool.label(),
						new TriggerNodeCreationAction(tool.node(), tool.arguments()), null, "%04d".formatted(items.size())));
			}
			groups.add(PaletteItem.createPaletteGroup(id, label, items, null, "%02d".formatted(groups.size())));
		}
	}

	private static PaletteItem edge(String label, String type) {
		return new PaletteItem(type, label, new TriggerEdgeCreationAction(type));
	}

	private static PaletteItem edges(PaletteItem... items) {
		return PaletteItem.createPaletteGroup("connections", "Connections", List.of(items), null, "99");
	}
}
