/** One session with the server: GLSP's parts with our elements, views and keys, and what the window needs of them. */
import { Action, boundsFeature, bindOrRebind, buttonModule, CenterAction, ChangeBoundsOperation, ChangeBoundsTool, commandPaletteModule, CommandExecutionContext, CommandReturn,
	configureCommand, configureModelElement, contextMenuModule, createDiagramOptionsModule, decorationModule, DiagramLoader, edgeCreationToolModule, edgeEditToolModule, edgeIntersectionModule,
	edgeLayoutModule, EditorContextService, editFeature, editLabelFeature, ElementAndBounds, elementTemplateModule, expandModule, exportModule, FeatureModule,
	FeedbackAwareUpdateModelCommand, FitToScreenAction, GLSPClient, GModelRoot, hoverModule, IActionDispatcher, initializeDiagramContainer, InitializeCanvasBoundsAction,
	LayoutOperation, LogLevel, markerNavigatorModule, nodeCreationToolModule, popupFeature, RequestModelAction, ResolvedDiagramLoadingOptions,
	searchPaletteDefaultSuggestionsModule, searchPaletteModule, SelectAction, SelectionService, selectFeature, SetBoundsAction, standaloneCopyPasteModule, standaloneSelectModule, statusModule, svgMetadataModule,
	toolPaletteModule, TYPES, undoRedoModule, UpdateModelAction, validationModule, Viewport, ViewportKeyTool, withEditLabelFeature, ZoomAction } from '@eclipse-glsp/client';
import { Container, inject, injectable } from 'inversify';
import { BoundsManager, BoundsTool } from './bounds';
import { TwinClipboard } from './clipboard';
import { ElementRegistry, FamilyViews, isTwin, TwinEdge, TwinElement, TwinGraph, TwinLabel, TwinNode, TwinPort } from './elements';
import type { Rectangle } from './geometry';
import { keepLive, LiveCommand } from './live';
import { NAME } from './ink';
import { nameOf } from './nodes';
import { DIAGRAM_TYPE, requestDiagrams } from './protocol';
import { wanted } from './texts';
import { EdgeView, GraphView, LabelView, NodeView, PortView } from './views';

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

/** Takes a new model as it is: routes are told for the places where the elements are, not for those on the way there. */
@injectable()
class StillUpdate extends FeedbackAwareUpdateModelCommand {
	constructor(@inject(TYPES.Action) action: UpdateModelAction) {
		super({ ...action, animate: false });
	}

	override execute(context: CommandExecutionContext): CommandReturn {
		if (this.action.newRoot) {
			keepLive(context.root, this.action.newRoot);
		}
		return super.execute(context);
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
	rebind(TYPES.IChangeBoundsManager).to(BoundsManager).inSingletonScope();
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

/** Lets a rename begin with the name alone, where that is drawn: what is drawn may have more to it. */
function takeNames(root: TwinGraph): void {
	for (const element of root.index.all()) {
		const label = element instanceof TwinNode ? element.editableLabel : undefined;
		if (element instanceof TwinNode && label) {
			const place = nameOf(element);
			label.text = element.told.text('name') || label.text;
			label.position = { x: place.anchor === 'middle' ? 4 : place.x, y: place.y - NAME };
		}
	}
}

type AskedBounds = Required<Pick<ElementAndBounds, 'elementId' | 'newPosition' | 'newSize'>>;

export class Drawing {
	private readonly asked = new Map<string, AskedBounds>();
	/** How many changes of bounds the server has not drawn yet. */
	private unanswered = 0;
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
			add: [standaloneSelectModule, standaloneCopyPasteModule, undoRedoModule, twinModule({
				...ears,
				drawn: root => {
					this.answered();
					ears.drawn(root);
				}
			})]
		});
		this.dispatcher = this.container.get<IActionDispatcher>(TYPES.IActionDispatcher);
		this.selection = this.container.get(SelectionService);
		this.context = this.container.get(EditorContextService);
		this.context.onViewportChanged(change => ears.zoomed(change.newViewport.zoom));
	}

	load(): Promise<void> {
		return this.container.get(DiagramLoader).load({ enableNotifications: false, initializeParameters: { args: { language: wanted } } });
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

	/** Shows some elements as large as they can be, or all. */
	fit(ids: readonly string[] = this.root?.children.map(child => child.id) ?? []): void {
		this.send(FitToScreenAction.create([...ids], { padding: 40, maxZoom: 1.25, animate: false }));
	}

	zoom(factor: number): void {
		this.send(ZoomAction.create({ zoomFactor: factor }));
	}

	layout(): void {
		const ids = this.selectedIds.filter(id => this.element(id) instanceof TwinNode);
		this.send(LayoutOperation.create(ids));
	}

	/** Moves the selected nodes. */
	nudge(right: number, down: number): void {
		this.changeBounds(asked => ({ ...asked, newPosition: { x: asked.newPosition.x + right, y: asked.newPosition.y + down } }));
	}

	/** Makes the selected nodes larger or smaller, as far as they may be. */
	stretch(right: number, down: number): void {
		this.changeBounds((asked, { least }) => least && { ...asked,
			newSize: { width: Math.max(least.width, asked.newSize.width + right), height: Math.max(least.height, asked.newSize.height + down) } });
	}

	/** Goes on from what was asked for last: keys are faster than answers. */
	private changeBounds(change: (asked: AskedBounds, node: TwinNode) => AskedBounds | undefined): void {
		const bounds = this.selectedIds.map(id => this.element(id)).filter((element): element is TwinNode => element instanceof TwinNode)
			.map(node => change(this.asked.get(node.id) ?? { elementId: node.id, newPosition: { ...node.position }, newSize: { ...node.size } }, node)).filter(asked => asked !== undefined);
		if (bounds.length > 0) {
			bounds.forEach(asked => this.asked.set(asked.elementId, asked));
			this.unanswered++;
			this.send(SetBoundsAction.create(bounds), ChangeBoundsOperation.create(bounds));
		}
	}

	private answered(): void {
		this.unanswered = Math.max(0, this.unanswered - 1);
		if (this.unanswered === 0) {
			this.asked.clear();
		}
	}

	get viewport(): Viewport {
		return this.context.viewportData;
	}

	resized(bounds: Rectangle): void {
		this.send(InitializeCanvasBoundsAction.create(bounds));
	}

	/** Gives the keys to the drawing as soon as it is drawn, unless the user went elsewhere until then. */
	focus(): void {
		const focus = (): void => document.querySelector<SVGElement>(`#${this.div} svg.sprotty-graph`)?.focus();
		focus();
		const before = document.activeElement;
		requestAnimationFrame(() => requestAnimationFrame(() => {
			if (document.activeElement === before || document.activeElement === document.body) {
				focus();
			}
		}));
	}
}
