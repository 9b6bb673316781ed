/** Draws the elements, like the pictures of the command line do. What did not change is not drawn again. */
import { GNode, IView, RenderingContext, ShapeView, svg } from '@eclipse-glsp/client';
import { injectable } from 'inversify';
import type { VNode } from 'snabbdom';
import { isShape, spoken, TwinEdge, TwinGraph, TwinLabel, TwinNode, TwinPort } from './elements';
import { arrowPath, badgePath, halfway, pathOf, Point, PORT, portPath } from './geometry';
import { g, NAME, PAD, SMALL, widthOf, words } from './ink';
import { mediumOf, Severity, Told } from './protocol';
import { levelBar, liveOf, valuesOf } from './signs';
import { text } from './texts';

const LINE = 16;

const drawn = new WeakMap<object, { of: readonly unknown[]; node: VNode }>();

/** @return what was drawn last for an element as long as it depends on the same values */
function once(element: object, of: readonly unknown[], draw: () => VNode): VNode {
	const last = drawn.get(element);
	if (last !== undefined && last.of.length === of.length && last.of.every((value, index) => value === of[index])) {
		return last.node;
	}
	const node = draw();
	drawn.set(element, { of, node });
	return node;
}

/** A text in at most the room that it has. */
function fitting(x: number, y: number, said: string, size: number, room: number, data: Record<string, unknown>): VNode {
	const bold = data['class-name'] === true;
	const squeezed = room > 0 && widthOf(said, size, bold) > room ? { textLength: Math.round(room), lengthAdjust: 'spacingAndGlyphs' } : {};
	return words(x, y, said, { ...data, ...squeezed });
}

export function badge(at: Point, severity: Severity): VNode {
	return g({ transform: `translate(${at.x},${at.y})`, 'class-badge': true, [`class-${severity}`]: true },
		svg('path', { d: badgePath(severity) }), words(0, 4.5, severity === 'info' ? 'i' : '!'));
}

export function isSite(node: TwinNode): boolean {
	return node.root instanceof TwinGraph && node.root.told.text('kind') === 'site';
}

interface Place {
	x: number;
	y: number;
	anchor: 'start' | 'middle';
	room: number;
}

/** Where the name of a node stands, by what it is. */
function nameOf(node: TwinNode): Place {
	const { width, height } = node.size;
	const details = node.told.lines('details').length;
	switch (node.kind) {
		case 'own-port': {
			const leaves = node.children.some(child => child.type === 'port:out');
			return { x: PAD + (leaves ? PORT : 0), y: 18.5, anchor: 'start', room: width - PAD };
		}
		case 'utility':
			return { x: 20, y: 15, anchor: 'start', room: width - 20 };
		case 'bay':
			return { x: 0, y: -7 - details * 14, anchor: 'start', room: 0 };
		case 'idle':
			return { x: 0, y: -7, anchor: 'start', room: 0 };
		default:
			return isSite(node) ? { x: width / 2, y: height / 2 - (details * 14 - 8) / 2, anchor: 'middle', room: width - 8 }
				: { x: PAD, y: PAD + 9, anchor: 'start', room: width - PAD };
	}
}

function detailsOf(node: TwinNode): (VNode | undefined)[] {
	const place = nameOf(node);
	const lines = node.told.lines('details');
	const name = node.told.text('label');
	return lines.map((line, index) => {
		if (node.kind === 'utility') {
			return index === 0 ? words(20 + widthOf(name, NAME, true) + 6, 15, line, { 'class-detail': true }) : undefined;
		}
		if (node.kind === 'own-port') {
			return undefined;
		}
		const y = node.kind === 'idle' ? node.size.height + LINE - 2 + index * 14 : place.y + (index + 1) * (LINE - 2);
		return fitting(place.x, y, line, SMALL, place.room, { 'class-detail': true, 'class-centred': place.anchor === 'middle' });
	});
}

function boxOf(node: TwinNode): (VNode | undefined)[] {
	const { width, height } = node.size;
	if (node.kind === 'utility') {
		return [svg('rect', { 'class-ground': true, x: 0, y: 0, width, height })];
	}
	const round = node.kind === 'own-port' ? height / 2 : node.kind === 'step' || node.kind === 'open-step' ? 10 : isSite(node) ? 1 : 4;
	const box = (shift: number): VNode => svg('rect', { 'class-box': true, x: 5 * shift, y: -5 * shift, width, height, rx: round });
	const behind = (node.told.number('count') ?? 1) > 1 ? [box(2), box(1)] : [];
	const ports = node.children.some(child => child instanceof TwinPort);
	const head = ['module', 'asset', 'partner'].includes(node.kind) && (ports || node.told.flag('expanded')) && !isSite(node)
		? svg('rect', { 'class-head': true, x: 0.7, y: 0.7, width: width - 1.4, height: PAD + LINE + node.told.lines('details').length * (LINE - 2) + PAD / 2 - 2.7, rx: 3.5 })
		: undefined;
	return [...behind, box(0), head];
}

function gaugeOf(node: TwinNode): (VNode | undefined)[] {
	const gauge = node.told.number('gauge');
	const said = node.told.text('gaugeText');
	if (gauge === undefined && said === '') {
		return [];
	}
	const width = Math.max(40, node.size.width);
	const medium = node.children.filter(child => child instanceof TwinPort).map(child => mediumOf(child.cssClasses))[0] ?? 'other';
	const tooMuch = (gauge ?? 0) > 1 + 1e-9;
	const top = node.kind === 'utility' ? 24 : node.size.height - 18;
	return [
		svg('rect', { 'class-gauge': true, x: 0, y: top, width, height: 12, rx: 2 }),
		gauge === undefined || gauge <= 0 ? undefined : svg('rect', { 'class-filled': true, [`class-medium-${medium}`]: true, 'class-over': tooMuch, x: 1, y: top + 1, width: Math.round((width - 2) * Math.min(1, gauge)), height: 10, rx: 1 }),
		words(0, top + 26, said, { 'class-detail': true, 'class-over': tooMuch })
	];
}

/** The sign of what has an inside: a plus that expands it, a minus that collapses it. */
function opensOf(node: TwinNode, severity: Severity | undefined): VNode | undefined {
	const expanded = node.told.flag('expanded');
	if (!node.told.flag('expandable') && node.told.text('opens') === '' && !expanded) {
		return undefined;
	}
	return g({ 'class-opens': true, transform: `translate(${node.size.width - 13 - (severity ? 22 : 0)},14)`, 'data-expand': String(!expanded) },
		svg('title', {}, text(expanded ? 'collapse' : 'expand')),
		svg('rect', { x: -6, y: -6, width: 12, height: 12, rx: 2 }), svg('path', { d: expanded ? 'M -3.5,0 L 3.5,0' : 'M -3.5,0 L 3.5,0 M 0,-3.5 L 0,3.5' }));
}

function badgeOf(node: TwinNode, severity: Severity | undefined): VNode | undefined {
	const ground = node.kind === 'bay' || node.kind === 'idle';
	return severity && badge({ x: node.size.width - 12, y: ground ? -12 : node.kind === 'own-port' ? 14 : 13 }, severity);
}

@injectable()
export class NodeView extends ShapeView {
	render(node: Readonly<TwinNode>, context: RenderingContext): VNode | undefined {
		const children = node.children.length > 0;
		if (!this.isVisible(node, context) && !children) {
			return undefined;
		}
		const told = node.told;
		const severity = told.severity();
		const alarm = told.text('alarm');
		const body = once(node, [node.args, node.size.width, node.size.height], () => g({ 'class-body': true }, ...boxOf(node), ...detailsOf(node),
			...gaugeOf(node), opensOf(node, severity), badgeOf(node, severity), ...liveOf(node)));
		return g({ 'class-twin-node': true, [`class-kind-${node.kind}`]: true, 'class-open': node.kind === 'frame' || told.flag('expanded'), 'class-selected': node.selected, [`class-alarm-${alarm}`]: alarm !== '', 'data-id': node.id, role: 'group',
			'aria-label': spoken(node) }, body, ...context.renderChildren(node));
	}
}

@injectable()
export class LabelView implements IView {
	render(label: Readonly<TwinLabel>): VNode | undefined {
		const node = label.parent;
		if (!(node instanceof TwinNode)) {
			return undefined;
		}
		const place = nameOf(node);
		const many = node.told.number('count') ?? 1;
		const shown = node.told.text('label') || label.text;
		const said = many > 1 && !shown.includes('..') ? `${shown} \u00d7${many}` : shown;
		const room = place.room > 0 ? place.room - (node.kind === 'module' && !isSite(node) ? 0 : 4) : 0;
		return g({ 'class-twin-label': true, 'data-label': label.id },
			once(label, [said, place.x, place.y, label.position.x, label.position.y, room], () =>
				fitting(place.x - label.position.x, place.y - label.position.y, said, NAME, room, { 'class-name': true, 'class-centred': place.anchor === 'middle' })));
	}
}

@injectable()
export class PortView extends ShapeView {
	render(port: Readonly<TwinPort>, context: RenderingContext): VNode | undefined {
		if (!this.isVisible(port, context)) {
			return undefined;
		}
		const medium = mediumOf(port.cssClasses) ?? 'other';
		return g({ 'class-twin-port': true, 'class-selected': port.selected, 'data-id': port.id, role: 'group', 'aria-label': spoken(port) },
			once(port, [port.args, port.position.x, port.position.y, port.size.width, port.parent instanceof TwinNode && port.parent.told.flag('expanded')], () => {
				const at = { x: Math.max(0, port.size.width) / 2, y: Math.max(0, port.size.height) / 2 };
				const severity = port.told.severity();
				return g({ transform: `translate(${at.x},${at.y})` }, svg('circle', { 'class-reach': true, r: 10 }),
					svg('path', { d: portPath(medium), 'class-mark': true, 'class-hollow': port.type === 'port:in' }),
					port.type === 'port:inout' ? svg('circle', { r: 2, 'class-half': true }) : undefined, this.name(port),
					severity ? badge({ x: 0, y: -13 }, severity) : undefined);
			}));
	}

	private name(port: Readonly<TwinPort>): VNode | undefined {
		const node = port.parent;
		if (!(node instanceof TwinNode) || node.kind === 'own-port' || node.kind === 'utility' || isSite(node)) {
			return undefined;
		}
		const said = port.told.text('label');
		const data = { 'class-port-name': true };
		// Lines run inside of what is open.
		const isOpen = node.kind === 'frame' || node.told.flag('expanded');
		const down = isOpen ? -5 : 4;
		switch (port.told.text('side')) {
			case 'left':
				return words(PAD, down, said, data);
			case 'right':
				return words(-PAD - (isOpen ? 10 : 0), down, said, { ...data, 'class-ending': true });
			default:
				return words(0, -PAD, said, { ...data, 'class-centred': true });
		}
	}
}

const TIES = ['covers', 'standby', 'provides'];

@injectable()
export class EdgeView implements IView {
	render(edge: Readonly<TwinEdge>): VNode | undefined {
		const route = edge.route();
		if (route.length < 2) {
			return undefined;
		}
		const tie = TIES.includes(edge.kind);
		const before = edge.kind === 'flow' ? PORT + 1 : 0;
		const line = pathOf(route);
		return g({ 'class-twin-edge': true, [`class-kind-${edge.kind}`]: true, [`class-alarm-${edge.told.text('alarm')}`]: edge.told.text('alarm') !== '', 'class-tie': tie, 'class-selected': edge.selected, 'data-id': edge.id, role: 'group', 'aria-label': spoken(edge) },
			// The first one is what a marquee looks at.
			svg('path', { d: line, 'class-reach': true }), svg('path', { d: line, 'class-line': true }),
			tie ? undefined : svg('path', { d: arrowPath(route[route.length - 2], route[route.length - 1], before), 'class-arrow': true }),
			tie || !edge.isBidirectional ? undefined : svg('path', { d: arrowPath(route[1], route[0], before), 'class-arrow': true }),
			...this.said(edge, route),
			...(edge.selected ? [this.end(route[0], 'source'), this.end(route[route.length - 1], 'target')] : []));
	}

	/** Its label, findings and what comes from the running plant. */
	private said(edge: Readonly<TwinEdge>, route: readonly Point[]): (VNode | undefined)[] {
		const told: Told = edge.told;
		const label = told.text('label');
		const severity = told.severity();
		const level = told.number('level');
		const at = edge.labelAt(route);
		const width = label === '' ? 0 : widthOf(label, SMALL) + 12;
		const side = label === '' ? halfway(route) : { x: at.x + width / 2 + 8, y: at.y - 8 };
		return [
			label === '' ? undefined : g({ 'class-edge-label': true, transform: `translate(${at.x},${at.y})` },
				svg('rect', { x: -width / 2, y: -8, width, height: 16, rx: 3 }), words(0, 4, label)),
			severity && badge(side, severity),
			level === undefined ? undefined : levelBar({ x: at.x, y: at.y + (label === '' ? 8 : 14) }, level),
			valuesOf(told.text('live'), { x: at.x, y: at.y + 10 + (level === undefined ? 0 : 10) }, true)
		];
	}

	/** What can be dragged to another port. */
	private end(at: Point, end: 'source' | 'target'): VNode {
		return svg('circle', { 'class-end': true, cx: at.x, cy: at.y, r: 6, 'data-end': end });
	}
}

@injectable()
export class GraphView implements IView {
	render(graph: Readonly<TwinGraph>, context: RenderingContext): VNode {
		if (context.targetKind === 'hidden') {
			// The server knows all sizes: nothing has to be drawn to be measured.
			return svg('svg', {});
		}
		const below: VNode[] = [];
		const above: VNode[] = [];
		const top: VNode[] = [];
		for (const child of graph.children) {
			const node = context.renderElement(child);
			if (node) {
				(child instanceof TwinEdge ? (child.selected ? top : below) : isShape(child) || child instanceof GNode ? above : top).push(node);
			}
		}
		return svg('svg', { 'class-sprotty-graph': true, 'aria-label': graph.told.text('title'), role: 'application' },
			g({ transform: `scale(${graph.zoom}) translate(${-graph.scroll.x},${-graph.scroll.y})` }, ...below, ...above, ...top));
	}
}
