/** Which command a key means, and which element is next. */
import { isShape, TwinElement, TwinNode, TwinPort } from './elements';
import { Direction, neighbour, Rectangle } from './geometry';
import type { CommandId } from './toolbar';

export interface KeyPress {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	shiftKey: boolean;
	altKey: boolean;
}

export interface Meaning {
	command: CommandId;
	direction?: Direction;
	back?: boolean;
}

const ARROWS: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const ALIGN: Record<string, CommandId> = { ArrowLeft: 'alignLeft', ArrowRight: 'alignRight', ArrowUp: 'alignTop', ArrowDown: 'alignBottom', e: 'alignCenter', m: 'alignMiddle' };
const PLAIN: Record<string, CommandId> = { '+': 'zoomIn', '=': 'zoomIn', '-': 'zoomOut', f: 'fit', l: 'layout', e: 'svg', '?': 'help', '/': 'search', Enter: 'open', ' ': 'expand', c: 'connect',
	p: 'port', Backspace: 'up', Escape: 'cancel', F3: 'reveal' };

/** @return what a key means in the drawing, undefined for nothing of ours */
export function meaningOf(press: KeyPress): Meaning | undefined {
	const control = press.ctrlKey || press.metaKey;
	const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
	const direction = ARROWS[key];
	if (press.altKey) {
		return undefined;
	}
	if (control && press.shiftKey) {
		return ALIGN[key] && { command: ALIGN[key] };
	}
	if (direction) {
		return { command: control ? 'move' : press.shiftKey ? 'extend' : 'navigate', direction };
	}
	if (control) {
		return key === 'f' ? { command: 'search' } : undefined;
	}
	if (press.shiftKey && key === 'e') {
		return { command: 'png' };
	}
	return PLAIN[key] && { command: PLAIN[key], back: press.shiftKey };
}

interface Placed {
	element: TwinElement;
	box: Rectangle;
}

/** @return what the arrow keys reach from an element: nodes from a node, ports from a port; the first node from nothing */
export function nextElement(from: TwinElement | undefined, all: readonly TwinElement[], boxOf: (element: TwinElement) => Rectangle, direction: Direction): TwinElement | undefined {
	if (from === undefined || !isShape(from)) {
		const nodes = all.filter(element => element instanceof TwinNode);
		return nodes.sort((one, other) => boxOf(one).x + boxOf(one).y - boxOf(other).x - boxOf(other).y)[0];
	}
	const sort = from instanceof TwinPort ? TwinPort : TwinNode;
	const candidates: Placed[] = all.filter(element => element instanceof sort && element !== from).map(element => ({ element, box: boxOf(element) }));
	return neighbour(boxOf(from), candidates, direction)?.element;
}

/** @return the next port of a node, or of the node of a port, in turn */
export function nextPort(from: TwinElement | undefined, back: boolean): TwinPort | undefined {
	const node = from instanceof TwinPort ? from.parent : from;
	const ports = node instanceof TwinNode ? node.children.filter((child): child is TwinPort => child instanceof TwinPort) : [];
	const index = from instanceof TwinPort ? ports.indexOf(from) : back ? 0 : -1;
	return ports.length === 0 ? undefined : ports[(index + (back ? -1 : 1) + ports.length) % ports.length];
}
