package io.twinwright.diagram.server;

import com.google.inject.Singleton;
import com.google.inject.util.Providers;
import io.twinwright.diagram.EdgeKind;
import io.twinwright.diagram.NodeKind;
import io.twinwright.dsl.ide.edit.Editing;
import io.twinwright.model.Direction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.glsp.graph.DefaultTypes;
import org.eclipse.glsp.graph.GraphPackage;
import org.eclipse.glsp.server.actions.ActionDispatcher;
import org.eclipse.glsp.server.actions.ActionHandler;
import org.eclipse.glsp.server.actions.SaveModelActionHandler;
import org.eclipse.glsp.server.actions.SetEditModeActionHandler;
import org.eclipse.glsp.server.di.DiagramModule;
import org.eclipse.glsp.server.di.MultiBinding;
import org.eclipse.glsp.server.diagram.BaseDiagramConfiguration;
import org.eclipse.glsp.server.diagram.DiagramConfiguration;
import org.eclipse.glsp.server.features.core.model.GModelFactory;
import org.eclipse.glsp.server.features.core.model.ModelSubmissionHandler;
import org.eclipse.glsp.server.features.core.model.SourceModelStorage;
import org.eclipse.glsp.server.features.contextactions.RequestContextActionsHandler;
import org.eclipse.glsp.server.features.toolpalette.ToolPaletteItemProvider;
import org.eclipse.glsp.server.features.typehints.RequestTypeHintsActionHandler;
import org.eclipse.glsp.server.internal.actions.DefaultActionDispatcher;
import org.eclipse.glsp.server.model.GModelState;
import org.eclipse.glsp.server.operations.OperationHandler;
import org.eclipse.glsp.server.types.EdgeTypeHint;
import org.eclipse.glsp.server.types.ShapeTypeHint;

/** Puts a session together: of GLSP what is needed, the rest of it is left out so that no client can reach it. */
final class TwinDiagrams extends DiagramModule {
	/** The type of our diagrams in the protocol. */
	static final String TYPE = "twinwright";

	private final ProjectTexts texts;
	private final Editing editing;
	private final LiveValues live;
	private final Host host;

	TwinDiagrams(ProjectTexts texts, Editing editing, LiveValues live, Host host) {
		this.texts = texts;
		this.editing = editing;
		this.live = live;
		this.host = host;
	}

	@Override
	public String getDiagramType() {
		return TYPE;
	}

	@Override
	protected void configureAdditionals() {
		bind(ProjectTexts.class).toInstance(texts);
		bind(LiveValues.class).toInstance(live);
		bind(Host.class).toInstance(host);
		bind(Hosted.class).in(Singleton.class);
		// it has what it needs from the injector of the language
		bind(Editing.class).toProvider(Providers.of(editing));
		bind(Session.Modes.class).in(Singleton.class);
		bind(Live.Told.class).in(Singleton.class);
		bind(ModelSubmissionHandler.class).to(Live.Submission.class).in(Singleton.class);
	}

	@Override
	protected Class<? extends DiagramConfiguration> bindDiagramConfiguration() {
		return Configuration.class;
	}

	@Override
	protected Class<? extends SourceModelStorage> bindSourceModelStorage() {
		return OpenDiagram.Storage.class;
	}

	@Override
	protected Class<? extends GModelFactory> bindGModelFactory() {
		return OpenDiagram.Painter.class;
	}

	@Override
	protected Class<? extends GModelState> bindGModelState() {
		return OpenDiagram.class;
	}

	@Override
	protected Class<? extends ToolPaletteItemProvider> bindToolPaletteItemProvider() {
		return Tools.class;
	}

	@Override
	protected Class<? extends ActionDispatcher> bindActionDispatcher() {
		return Session.Dispatcher.class;
	}

	@Override
	protected void configureActionHandlers(MultiBinding<ActionHandler> handlers) {
		handlers.add(DefaultActionDispatcher.JoinActionHandler.class);
		handlers.add(RequestTypeHintsActionHandler.class);
		handlers.add(RequestContextActionsHandler.class);
		handlers.add(SaveModelActionHandler.class);
		handlers.add(SetEditModeActionHandler.class);
		handlers.add(Session.Opening.class);
		handlers.add(Session.Refreshing.class);
		handlers.add(Session.Looking.class);
		handlers.add(Live.Telling.class);
		handlers.add(Questions.class);
		handlers.add(Edits.class);
	}

	@Override
	protected void configureOperationHandlers(MultiBinding<OperationHandler<?>> handlers) {
		// all operations are done in one place
	}

	/** What clients may try with the elements of a diagram. */
	static class Configuration extends BaseDiagramConfiguration {
		/** What is as large as what is in it, or drawn to scale. */
		private static final Set<NodeKind> FIXED = EnumSet.of(NodeKind.FRAME, NodeKind.MORE, NodeKind.BAY, NodeKind.UTILITY, NodeKind.IDLE);

		@Override
		public Map<String, EClass> getTypeMappings() {
			Map<String, EClass> types = DefaultTypes.getDefaultTypeMappings();
			types.put("node", GraphPackage.eINSTANCE.getGNode());
			types.put("port", GraphPackage.eINSTANCE.getGPort());
			types.put("edge", GraphPackage.eINSTANCE.getGEdge());
			types.put("label", GraphPackage.eINSTANCE.getGLabel());
			return types;
		}

		@Override
		public List<ShapeTypeHint> getShapeTypeHints() {
			List<String> all = Stream.of(NodeKind.values()).map(kind -> Drawing.type("node", kind)).toList();
			List<ShapeTypeHint> hints = new ArrayList<>();
			hints.add(new ShapeTypeHint(DefaultTypes.GRAPH, false, false, false, false, all));
			for (NodeKind kind : NodeKind.values()) {
				List<String> inner = kind == NodeKind.BAY ? List.of(Drawing.type("node", NodeKind.MODULE))
						: kind == NodeKind.MODULE ? List.of(Drawing.type("node", NodeKind.STANDBY)) : kind == NodeKind.FRAME ? all : List.of();
				hints.add(new ShapeTypeHint(Drawing.type("node", kind), kind != NodeKind.FRAME && kind != NodeKind.MORE, kind != NodeKind.PROVIDER && kind != NodeKind.FRAME && kind != NodeKind.MORE,
						!FIXED.contains(kind), kind == NodeKind.MODULE, inner));
			}
			Stream.of(Direction.values()).forEach(direction -> hints.add(new ShapeTypeHint(Drawing.type("port", direction), false, true, false, false)));
			return hints;
		}

		@Override
		public List<EdgeTypeHint> getEdgeTypeHints() {
			List<String> ports = Stream.of(Direction.values()).map(direction -> Drawing.type("port", direction)).toList();
			List<String> modules = List.of(Drawing.type("node", NodeKind.MODULE), Drawing.type("node", NodeKind.RESERVE));
			List<String> steps = List.of(Drawing.type("node", NodeKind.STEP), Drawing.type("node", NodeKind.OPEN_STEP));
			List<EdgeTypeHint> hints = new ArrayList<>();
			for (EdgeKind kind : EdgeKind.values()) {
				String type = Drawing.type("edge", kind);
				hints.add(switch (kind) {
					case FLOW -> new EdgeTypeHint(type, true, true, false, true, ports, ports);
					case COVERS -> new EdgeTypeHint(type, false, true, false, false, modules, modules);
					case SEQUENCE -> new EdgeTypeHint(type, false, true, false, false, steps, steps);
					default -> new EdgeTypeHint(type, false, kind == EdgeKind.STANDBY, false, false, List.of(), List.of());
				});
			}
			return hints;
		}

		@Override
		public boolean needsClientLayout() {
			return false;
		}

		@Override
		public boolean animatedUpdate() {
			return false;
		}
	}
}
