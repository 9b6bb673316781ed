/** What the mouse does beyond GLSP's moving and selecting: creating, connecting, reconnecting, opening, and what it shows under itself. */
import { Action, CreateEdgeOperation, CreateNodeOperation, EditLabelAction, ReconnectEdgeOperation, RequestAction, toAbsoluteBounds,
	TriggerEdgeCreationAction, TriggerNodeCreationAction } from '@eclipse-glsp/client';
import type { Bubble } from './bubble';
import { Drawing } from './drawing';
import { containerOf, isShape, otherView, TwinEdge, TwinElement, TwinNode } from './elements';
import { middle, Point, toCanvas, toDrawing } from './geometry';
import { check, Checked, expand } from './protocol';
import { text } from './texts';

/** What a palette item makes. */
export type Creation = TriggerNodeCreationAction | TriggerEdgeCreationAction;

type Task =
	| { does: 'place'; creation: TriggerNodeCreationAction }
	| { does: 'connect'; type: string; args: Creation['args']; source?: string; armed: boolean }
	| { does: 'reconnect'; edge: TwinEdge; end: 'source' | 'target' };

const FLOW = 'edge:flow';
/** The kinds of edges for which the server knows why not. */
const CHECKED = [FLOW, 'edge:covers'];
/** How far the mouse may tremble in a click. */
const STILL = 4;

export class Gestures {
	private task: Task | undefined;
	private pressed: { at: Point; id: string } | undefined;
	private asked = '';

	constructor(private readonly canvas: HTMLElement, private readonly band: SVGPathElement, private readonly bubble: Bubble, private readonly drawing: () => Drawing | undefined,
		private readonly opened: (uri: string) => void, private readonly armed: (creation: Creation | undefined) => void, private readonly announced: (said: string) => void) {
		canvas.addEventListener('mousedown', event => this.down(event), true);
		canvas.addEventListener('dblclick', event => event.stopPropagation(), true);
		canvas.addEventListener('mousemove', event => this.hover(event));
		canvas.addEventListener('mouseleave', () => bubble.hide());
		canvas.addEventListener('wheel', () => bubble.hide(), { passive: true });
		window.addEventListener('mousemove', event => this.move(event));
		window.addEventListener('mouseup', event => this.up(event), true);
	}

	get busy(): boolean {
		return this.task !== undefined;
	}

	/** Waits for the click that says where. */
	arm(creation: Creation): void {
		this.cancel();
		this.task = TriggerNodeCreationAction.is(creation) ? { does: 'place', creation } : { does: 'connect', type: creation.elementTypeId, args: creation.args, armed: true };
		this.canvas.classList.add(this.task.does === 'place' ? 'placing' : 'connecting');
		this.armed(creation);
	}

	cancel(): void {
		this.task = undefined;
		this.pressed = undefined;
		this.asked = '';
		this.band.removeAttribute('d');
		this.bubble.hide();
		this.canvas.classList.remove('placing', 'connecting', 'allowed', 'refused');
		this.armed(undefined);
	}

	/** Creates at a point of the window, or in the middle of what is seen. */
	place(creation: TriggerNodeCreationAction, at?: Point): void {
		const drawing = this.drawing();
		const root = drawing?.root;
		if (!drawing || !root) {
			return;
		}
		const canvas = this.canvas.getBoundingClientRect();
		const client = at ?? { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
		const { scroll, zoom } = drawing.viewport;
		const within = containerOf(at ? this.elementAt(at) : drawing.element(drawing.selectedIds[0] ?? ''), creation.elementTypeId)?.id ?? root.id;
		drawing.send(CreateNodeOperation.create(creation.elementTypeId, { location: toDrawing(client, canvas, scroll, zoom), containerId: within, args: creation.args }));
	}

	/** The keyboard's way of connecting: from what is selected, or to it. */
	connectSelected(): void {
		const drawing = this.drawing();
		const id = drawing?.selectedIds[0];
		const element = id === undefined ? undefined : drawing?.element(id);
		if (!drawing?.isEditable || !isShape(element)) {
			return;
		}
		if (this.task?.does === 'connect' && this.task.source !== undefined) {
			this.finish(element);
			return;
		}
		const type = this.task?.does === 'connect' ? this.task.type : FLOW;
		const args = this.task?.does === 'connect' ? this.task.args : undefined;
		this.task = { does: 'connect', type, args, source: element.id, armed: true };
		this.canvas.classList.add('connecting');
		this.announced(text('connectFrom', element.told.text('label')));
	}

	contains(at: Point): boolean {
		const box = this.canvas.getBoundingClientRect();
		return at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
	}

	private elementAt(at: Point): TwinElement | undefined {
		const shown = document.elementFromPoint(at.x, at.y)?.closest<SVGElement>('[data-id]');
		return shown?.dataset.id === undefined ? undefined : this.drawing()?.element(shown.dataset.id);
	}

	private down(event: MouseEvent): void {
		this.bubble.hide();
		const at = { x: event.clientX, y: event.clientY };
		const target = event.target instanceof Element ? event.target : undefined;
		const drawing = this.drawing();
		if (event.button !== 0 || !drawing || !target) {
			return;
		}
		const sign = target.closest<SVGElement>('[data-expand]');
		const element = this.elementAt(at);
		if (sign && element) {
			event.stopPropagation();
			drawing.send(expand(element.id, sign.dataset.expand === 'true'));
		} else if (!drawing.isEditable) {
			return;
		} else if (this.task?.does === 'place') {
			event.stopPropagation();
			const { creation } = this.task;
			this.place(creation, at);
			if (!event.ctrlKey && !event.metaKey) {
				this.cancel();
			}
		} else if (this.task?.does === 'connect') {
			event.stopPropagation();
			this.press(element, at);
		} else {
			this.begin(event, target, element, at);
		}
	}

	/** A press while an edge is armed: its first end, or its second. */
	private press(element: TwinElement | undefined, at: Point): void {
		if (this.task?.does !== 'connect') {
			return;
		}
		if (!isShape(element)) {
			this.cancel();
		} else if (this.task.source === undefined) {
			this.task.source = element.id;
			this.pressed = { at, id: element.id };
			this.follow(at);
		} else {
			this.finish(element);
		}
	}

	private begin(event: MouseEvent, target: Element, element: TwinElement | undefined, at: Point): void {
		const end = target.closest<SVGElement>('[data-end]')?.dataset.end;
		if (element instanceof TwinEdge && (end === 'source' || end === 'target')) {
			event.stopPropagation();
			this.task = { does: 'reconnect', edge: element, end };
			this.canvas.classList.add('connecting');
		} else if (isShape(element) && target.closest('.twin-port') && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
			event.stopPropagation();
			this.pressed = { at, id: element.id };
		}
	}

	private move(event: MouseEvent): void {
		const at = { x: event.clientX, y: event.clientY };
		if (this.pressed && !this.task && Math.hypot(at.x - this.pressed.at.x, at.y - this.pressed.at.y) > STILL) {
			this.task = { does: 'connect', type: FLOW, args: undefined, source: this.pressed.id, armed: false };
			this.canvas.classList.add('connecting');
		}
		if (this.task?.does === 'reconnect' || (this.task?.does === 'connect' && this.task.source !== undefined)) {
			this.follow(at);
		}
	}

	private up(event: MouseEvent): void {
		const at = { x: event.clientX, y: event.clientY };
		const pressed = this.pressed;
		this.pressed = undefined;
		if (this.task === undefined) {
			if (pressed) {
				this.drawing()?.select([pressed.id]);
			}
			if (event.detail === 2 && event.button === 0 && event.target instanceof Element && this.canvas.contains(event.target)) {
				this.doubleClick(event.target, at);
			}
			return;
		}
		if (this.task.does === 'place' || event.button !== 0) {
			return;
		}
		const moved = pressed === undefined || Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) > STILL;
		if (this.task.does === 'connect' && (this.task.source === undefined || !moved || (this.task.armed && pressed === undefined))) {
			return;
		}
		this.finish(this.elementAt(at));
	}

	/** Sends what was drawn from one end to the other; whether it may be is for the server to say. */
	private finish(element: TwinElement | undefined): void {
		const operation = isShape(element) ? this.operation(element.id) : undefined;
		this.cancel();
		if (operation) {
			this.drawing()?.send(operation);
		}
	}

	private operation(id: string): Action | undefined {
		if (this.task?.does === 'reconnect') {
			const { edge, end } = this.task;
			const [sourceElementId, targetElementId] = end === 'source' ? [id, edge.targetId] : [edge.sourceId, id];
			return sourceElementId === edge.sourceId && targetElementId === edge.targetId ? undefined
				: ReconnectEdgeOperation.create({ edgeElementId: edge.id, sourceElementId, targetElementId });
		}
		if (this.task?.does === 'connect' && this.task.source !== undefined && this.task.source !== id) {
			return CreateEdgeOperation.create({ elementTypeId: this.task.type, sourceElementId: this.task.source, targetElementId: id, args: this.task.args });
		}
		return undefined;
	}

	/** Draws the rubber band and asks whether it may end here. */
	private follow(at: Point): void {
		const fixed = this.fixedEnd();
		const drawing = this.drawing();
		if (!fixed || !drawing) {
			return;
		}
		const canvas = this.canvas.getBoundingClientRect();
		const { scroll, zoom } = drawing.viewport;
		const from = toCanvas(middle(toAbsoluteBounds(fixed)), scroll, zoom);
		this.band.setAttribute('d', `M ${from.x},${from.y} L ${at.x - canvas.x},${at.y - canvas.y}`);
		const over = this.elementAt(at);
		this.ask(isShape(over) && over.id !== fixed.id ? over.id : '', at);
	}

	private fixedEnd(): ReturnType<Gestures['shape']> {
		if (this.task?.does === 'reconnect') {
			return this.shape(this.task.end === 'source' ? this.task.edge.targetId : this.task.edge.sourceId);
		}
		return this.task?.does === 'connect' && this.task.source !== undefined ? this.shape(this.task.source) : undefined;
	}

	private shape(id: string): Extract<TwinElement, { size: unknown; position: unknown }> | undefined {
		const element = this.drawing()?.element(id);
		return isShape(element) ? element : undefined;
	}

	private ask(over: string, at: Point): void {
		if (over === this.asked) {
			return;
		}
		this.asked = over;
		this.bubble.hide();
		this.canvas.classList.remove('allowed', 'refused');
		const task = this.task;
		const drawing = this.drawing();
		if (over === '' || !drawing || task === undefined || task.does === 'place') {
			return;
		}
		const type = task.does === 'connect' ? task.type : task.edge.type;
		if (!CHECKED.includes(type)) {
			return;
		}
		const [source, target] = task.does === 'connect' ? [task.source ?? '', over] : task.end === 'source' ? [over, task.edge.targetId] : [task.edge.sourceId, over];
		drawing.request<Checked>(check(type, source, target, RequestAction.generateRequestId())).then(({ reason }) => {
			if (this.asked === over && this.task === task) {
				this.canvas.classList.add(reason === '' ? 'allowed' : 'refused');
				if (reason !== '') {
					this.bubble.refuse(reason, at);
				}
			}
		}, () => undefined);
	}

	/** The second release of two clicks; the browser sends no dblclick where the drawing put the element elsewhere in between, as it does with what is selected. */
	private doubleClick(target: Element, at: Point): void {
		if (target.closest('[data-expand], input')) {
			return;
		}
		const drawing = this.drawing();
		const element = this.elementAt(at);
		if (element instanceof TwinNode) {
			const uri = target.closest('[data-label]') ? '' : element.told.text('opens');
			if (uri !== '') {
				this.opened(uri);
			} else if (element.editableLabel && drawing?.isEditable) {
				drawing.send(EditLabelAction.create(element.editableLabel.id));
			}
		} else if (element instanceof TwinEdge) {
			const other = otherView(element);
			if (other) {
				drawing?.send(expand(other.id, other.expanded));
			}
		}
	}

	/** Tells of what is under the mouse. */
	private hover(event: MouseEvent): void {
		if (!this.task && event.buttons === 0) {
			const at = { x: event.clientX, y: event.clientY };
			this.bubble.tell(this.elementAt(at), at);
		}
	}
}
