/** Which element is next. */
import { isShape, TwinElement, TwinNode, TwinPort } from './elements';
import { Direction, neighbour, Rectangle } from './geometry';

interface Placed {
	element: TwinElement;
	box: Rectangle;
}

/** @return what the arrow keys reach from an element: nodes from a node, ports from a port; the first node from nothing */
export function nextElement(from: TwinElement | undefined, all: readonly TwinElement[], boxOf: (element: TwinElement) => Rectangle, direction: Direction): TwinElement | undefined {
	if (from === undefined || !isShape(from)) {
		const nodes = all.filter(element => element instanceof TwinNode && element.kind !== 'frame');
		return nodes.sort((one, other) => boxOf(one).x + boxOf(one).y - boxOf(other).x - boxOf(other).y)[0];
	}
	const sort = from instanceof TwinPort ? TwinPort : TwinNode;
	const candidates: Placed[] = all.filter(element => element instanceof sort && element !== from && !(element instanceof TwinNode && element.kind === 'frame')).map(element => ({ element, box: boxOf(element) }));
	return neighbour(boxOf(from), candidates, direction)?.element;
}

/** @return the next port of a node, or of the node of a port, in turn */
export function nextPort(from: TwinElement | undefined, back: boolean): TwinPort | undefined {
	const node = from instanceof TwinPort ? from.parent : from;
	const ports = node instanceof TwinNode ? node.children.filter((child): child is TwinPort => child instanceof TwinPort) : [];
	const index = from instanceof TwinPort ? ports.indexOf(from) : back ? 0 : -1;
	return ports.length === 0 ? undefined : ports[(index + (back ? -1 : 1) + ports.length) % ports.length];
}
