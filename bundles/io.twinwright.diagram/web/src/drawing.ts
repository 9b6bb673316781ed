/** One session with the server: GLSP's parts with our elements, views and keys, and what the window needs of them. */
import { Action, Bounds, boundsFeature, CenterAction, ChangeBoundsListener, ChangeBoundsOperation, ChangeBoundsTool, ChangeContainerOperation, commandPaletteModule, CommandExecutionContext, CommandReturn,
	configureCommand, configureModelElement, contextMenuModule, createDiagramOptionsModule, decorationModule, DiagramLoader, edgeCreationToolModule, edgeEditToolModule, edgeIntersectionModule,
	edgeLayoutModule, EditorContextService, editFeature, editLabelFeature, ElementMove, elementTemplateModule, EnableDefaultToolsAction, expandModule, exportModule, FeatureModule,
	FeedbackAwareUpdateModelCommand, FeedbackCommand, FitToScreenAction, GLSPClient, GModelElement, GModelRoot, hoverModule, IActionDispatcher, initializeDiagramContainer, InitializeCanvasBoundsAction,
	KeyListener, LayoutOperation, LogLevel, markerNavigatorModule, MouseListener, MoveAction, nodeCreationToolModule, Operation, popupFeature, RequestModelAction, ResolvedDiagramLoadingOptions,
	searchPaletteDefaultSuggestionsModule, searchPaletteModule, SelectAction, SelectionService, selectFeature, standaloneCopyPasteModule, standaloneSelectModule, statusModule, svgMetadataModule, toAbsoluteBounds,
	toolPaletteModule, TYPES, undoRedoModule, UpdateModelAction, validationModule, Viewport, ViewportKeyTool, withEditLabelFeature, ZoomAction } from '@eclipse-glsp/client';
import { bindOrRebind, buttonModule } from '@eclipse-glsp/client';
import { Container, inject, injectable } from 'inversify';
import { TwinClipboard } from './clipboard';
import { ElementRegistry, FamilyViews, isTwin, TwinEdge, TwinElement, TwinGraph, TwinLabel, TwinNode, TwinPort } from './elements';
import { middle, Rectangle } from './geometry';
import { DIAGRAM_TYPE, LiveAction, requestDiagrams } from './protocol';
import { EdgeView, GraphView, isSite, LabelView, NodeView, PortView } from './views';

/** What the window hears from a session. */
export interface Ears {
	/** The drawing has new elements; it may be another diagram than before. */
	drawn(root: TwinGraph): void;
	selected(ids: readonly string[]): void;
	/** The server says something that is for the window. */
	told(action: Action): void;
	editable(editable: boolean): void;
	zoomed(zoom: number): void;
}

const FOR_THE_WINDOW = ['twin/live', 'twin/setProperties', 'twin/found', 'twin/setDiagrams', 'twin/exported', 'twin/refused', 'twin/revealed', 'message', 'status'];

/** Puts live values on the elements that are there. */
@injectable()
class LiveCommand extends FeedbackCommand {
	static readonly KIND = 'twin/live';

	constructor(@inject(TYPES.Action) private readonly action: LiveAction) {
		super();
	}

	execute(context: CommandExecutionContext): CommandReturn {
		for (const { id, ...values } of this.action.elements) {
			const element = context.root.index.getById(id);
			if (isTwin(element)) {
				element.args = { ...element.args, ...values };
			}
		}
		return context.root;
	}
}

/** Takes a new model as it is: routes are told for the places where the elements are, not for those on the way there. */
@injectable()
class StillUpdate extends FeedbackAwareUpdateModelCommand {
	constructor(@inject(TYPES.Action) action: UpdateModelAction) {
		super({ ...action, animate: false });
	}
}

/** @return what puts a module of a site into the bay over which it was moved, or out of its bay; undefined for what only has a place */
function newBay(element: GModelElement): Operation | undefined {
	const root = element.root;
	if (!(element instanceof TwinNode) || !isSite(element) || element.kind !== 'module') {
		return undefined;
	}
	const at = middle(toAbsoluteBounds(element));
	const bay = [...root.index.all()].find(other => other instanceof TwinNode && other.kind === 'bay' && Bounds.includes(toAbsoluteBounds(other), at));
	return ChangeContainerOperation.create({ elementId: element.id, targetContainerId: bay?.id ?? root.id, location: at });
}

class BoundsListener extends ChangeBoundsListener {
	/** Routes are the server's. */
	protected override handleMoveRoutingPointsOnServer(): Operation[] {
		return [];
	}

	protected override handleMoveOnServer(target: GModelElement): Action[] {
		const moved = this.getElementsToMove(target);
		const placed = moved.filter(element => newBay(element) === undefined);
		return [...moved.flatMap(element => newBay(element) ?? []), ...this.handleMoveElementsOnServer(placed)];
	}
}

/** Moves and resizes with the mouse; the keys are the window's. */
@injectable()
class BoundsTool extends ChangeBoundsTool {
	protected override createMoveKeyListener(): KeyListener {
		return new KeyListener();
	}

	protected override createChangeBoundsListener(): MouseListener & BoundsListener {
		return new BoundsListener(this);
	}
}

/** Asks for the diagrams first where none was named. */
@injectable()
class TwinLoader extends DiagramLoader {
	protected override async requestModel(options: ResolvedDiagramLoadingOptions): Promise<void> {
		await this.actionDispatcher.dispatch(requestDiagrams());
		if (options.requestModelOptions.sourceUri) {
			await super.requestModel(options);
		}
	}
}

const twinModule = (ears: Ears): FeatureModule => new FeatureModule((bind, unbind, isBound, rebind) => {
	const context = { bind, unbind, isBound, rebind };
	bindOrRebind(context, TYPES.LogLevel).toConstantValue(LogLevel.warn);
	bindOrRebind(context, TYPES.SModelRegistry).to(ElementRegistry).inSingletonScope();
	bindOrRebind(context, TYPES.ViewRegistry).to(FamilyViews).inSingletonScope();
	configureModelElement(context, 'graph', TwinGraph, GraphView);
	configureModelElement(context, 'node', TwinNode, NodeView, { enable: [withEditLabelFeature], disable: [popupFeature] });
	configureModelElement(context, 'port', TwinPort, PortView);
	configureModelElement(context, 'label', TwinLabel, LabelView, { enable: [editLabelFeature, boundsFeature], disable: [selectFeature] });
	configureModelElement(context, 'edge', TwinEdge, EdgeView, { disable: [editFeature] });
	configureCommand(context, LiveCommand);
	rebind(FeedbackAwareUpdateModelCommand).to(StillUpdate as never);
	rebind(ChangeBoundsTool).to(BoundsTool).inSingletonScope();
	rebind(ViewportKeyTool).toConstantValue({ id: ViewportKeyTool.ID, enable() {}, disable() {} } as unknown as ViewportKeyTool);
	rebind(TYPES.ICopyPasteHandler).to(TwinClipboard);
	rebind(DiagramLoader).to(TwinLoader).inSingletonScope();
	for (const kind of FOR_THE_WINDOW) {
		bind(TYPES.ActionHandlerRegistration).toConstantValue({ actionKind: kind, factory: () => ({ handle: (action: Action) => ears.told(action) }) });
	}
	bind(TYPES.IGModelRootListener).toConstantValue({ modelRootChanged: (root: Readonly<GModelRoot>) => {
		if (root instanceof TwinGraph) {
			takeNames(root);
			ears.drawn(root);
		}
	} });
	bind(TYPES.IEditModeListener).toConstantValue({ editModeChanged: (mode: string) => ears.editable(mode !== 'readonly') });
	bind(TYPES.ISelectionListener).toConstantValue({ selectionChanged: (_: unknown, ids: string[]) => ears.selected(ids) });
}, { featureId: Symbol('twinwright') });

/** Lets a rename begin with the name alone: what is drawn may have more to it. */
function takeNames(root: TwinGraph): void {
	for (const element of root.index.all()) {
		if (element instanceof TwinNode && element.editableLabel) {
			element.editableLabel.text = element.told.text('name') || element.editableLabel.text;
		}
	}
}

export class Drawing {
	private readonly container: Container;
	private readonly dispatcher: IActionDispatcher;
	private readonly selection: SelectionService;
	private readonly context: EditorContextService;

	/** @param uri of the diagram, empty where the server shall be asked which there are */
	constructor(client: GLSPClient, clientId: string, readonly div: string, uri: string, ears: Ears) {
		const options = createDiagramOptionsModule({ clientId, diagramType: DIAGRAM_TYPE, glspClientProvider: async () => client, sourceUri: uri },
			{ baseDiv: div, hiddenDiv: `${div}-hidden`, needsClientLayout: false, needsServerLayout: false, zoomLimits: { min: 0.02, max: 8 } });
		this.container = initializeDiagramContainer(new Container(), options, {
			remove: [buttonModule, commandPaletteModule, contextMenuModule, decorationModule, edgeCreationToolModule, edgeEditToolModule, edgeIntersectionModule, edgeLayoutModule,
				elementTemplateModule, expandModule, exportModule, hoverModule, markerNavigatorModule, nodeCreationToolModule, searchPaletteDefaultSuggestionsModule, searchPaletteModule,
				statusModule, svgMetadataModule, toolPaletteModule, validationModule],
			add: [standaloneSelectModule, standaloneCopyPasteModule, undoRedoModule, twinModule(ears)]
		});
		this.dispatcher = this.container.get<IActionDispatcher>(TYPES.IActionDispatcher);
		this.selection = this.container.get(SelectionService);
		this.context = this.container.get(EditorContextService);
		this.context.onViewportChanged(change => ears.zoomed(change.newViewport.zoom));
	}

	load(): Promise<void> {
		return this.container.get(DiagramLoader).load({ enableNotifications: false, initializeParameters: { args: { language: navigator.language } } });
	}

	close(): void {
		this.container.unbindAll();
	}

	send(...actions: Action[]): void {
		this.dispatcher.dispatchAll(actions).catch((reason: unknown) => console.error(reason));
	}

	request<T extends Action>(action: Action & { requestId: string }): Promise<T> {
		return this.dispatcher.request(action as never) as unknown as Promise<T>;
	}

	open(uri: string): void {
		this.send(RequestModelAction.create({ options: { sourceUri: uri, diagramType: DIAGRAM_TYPE } }));
	}

	get root(): TwinGraph | undefined {
		const root = this.selection.getModelRoot();
		return root instanceof TwinGraph ? root : undefined;
	}

	get isEditable(): boolean {
		return !this.context.isReadonly;
	}

	editorContext(): ReturnType<EditorContextService['get']> {
		return this.context.get();
	}

	get selectedIds(): string[] {
		return this.selection.getSelectedElementIDs();
	}

	element(id: string): TwinElement | undefined {
		const element = this.root?.index.getById(id);
		return isTwin(element) ? element : undefined;
	}

	elements(): TwinElement[] {
		return this.root ? [...this.root.index.all()].filter(isTwin) : [];
	}

	select(ids: readonly string[], deselect = true): void {
		this.send(SelectAction.create({ selectedElementsIDs: [...ids], deselectedElementsIDs: deselect }));
	}

	show(id: string): void {
		this.send(SelectAction.create({ selectedElementsIDs: [id], deselectedElementsIDs: true }), CenterAction.create([id], { retainZoom: true, animate: false }));
	}

	fit(): void {
		this.send(FitToScreenAction.create([], { padding: 40, maxZoom: 1.25, animate: false }));
	}

	zoom(factor: number): void {
		this.send(ZoomAction.create({ zoomFactor: factor }));
	}

	layout(): void {
		const ids = this.selectedIds.filter(id => this.element(id) instanceof TwinNode);
		this.send(LayoutOperation.create(ids));
	}

	/** Moves the selected nodes at once and tells the server. */
	nudge(right: number, down: number): void {
		const nodes = this.selectedIds.map(id => this.element(id)).filter((element): element is TwinNode => element instanceof TwinNode);
		if (nodes.length === 0) {
			return;
		}
		const moves: ElementMove[] = nodes.map(node => ({ elementId: node.id, toPosition: { x: node.position.x + right, y: node.position.y + down } }));
		this.send(MoveAction.create(moves, { animate: false }),
			ChangeBoundsOperation.create(nodes.map((node, index) => ({ elementId: node.id, newPosition: moves[index].toPosition, newSize: { width: node.size.width, height: node.size.height } }))));
	}

	get viewport(): Viewport {
		return this.context.viewportData;
	}

	get canvasBounds(): Rectangle {
		return this.root?.canvasBounds ?? { x: 0, y: 0, width: 0, height: 0 };
	}

	resized(bounds: Rectangle): void {
		this.send(InitializeCanvasBoundsAction.create(bounds));
	}

	resetTools(): void {
		this.send(EnableDefaultToolsAction.create());
	}

	/** Gives the keys to the drawing as soon as it is drawn. */
	focus(): void {
		requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<SVGElement>(`#${this.div} svg.sprotty-graph`)?.focus()));
	}
}
