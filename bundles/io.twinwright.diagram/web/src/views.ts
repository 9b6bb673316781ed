/** Draws the elements, like the pictures of the command line do. */
import { GNode, IView, RenderingContext, ShapeView, svg } from '@eclipse-glsp/client';
import { injectable } from 'inversify';
import type { VNode } from 'snabbdom';
import { isShape, isSite, spoken, TwinEdge, TwinGraph, TwinLabel, TwinNode, TwinPort } from './elements';
import { arrowPath, halfway, pathOf, Point, PORT, portPath } from './geometry';
import { bodyOf, nameOf } from './nodes';
import { badge, fitting, g, levelBar, NAME, once, PAD, SMALL, valuesOf, widthOf, words } from './pen';
import { mediumOf, Told } from './protocol';

@injectable()
export class NodeView extends ShapeView {
	render(node: Readonly<TwinNode>, context: RenderingContext): VNode | undefined {
		const children = node.children.length > 0;
		if (!this.isVisible(node, context) && !children) {
			return undefined;
		}
		const told = node.told;
		const alarm = told.text('alarm');
		const body = once(node, [node.args, node.size.width, node.size.height], () => bodyOf(node));
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
				// That of a utility stands before the name.
				const at = port.parent instanceof TwinNode && port.parent.kind === 'utility' ? { x: 7 - port.position.x, y: 11 - port.position.y }
					: { x: Math.max(0, port.size.width) / 2, y: Math.max(0, port.size.height) / 2 };
				const severity = port.told.severity();
				return g({ transform: `translate(${at.x},${at.y})` }, svg('circle', { 'class-reach': true, r: 10 }),
					svg('path', { d: portPath(medium), 'class-mark': true, 'class-hollow': port.type === 'port:in' }),
					port.type === 'port:inout' ? svg('circle', { r: 2, 'class-half': true }) : undefined, this.name(port),
					severity ? badge({ x: 0, y: -13 }, severity) : undefined);
			}));
	}

	private name(port: Readonly<TwinPort>): VNode | undefined {
		const node = port.parent;
		if (!(node instanceof TwinNode) || node.kind === 'utility' || isSite(node)) {
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
		return g({ 'class-twin-edge': true, [`class-kind-${edge.kind}`]: true, [`class-alarm-${edge.told.text('alarm')}`]: edge.told.text('alarm') !== '', 'class-tie': tie, 'class-bundle': edge.connections > 0, 'class-selected': edge.selected, 'data-id': edge.id, role: 'group', 'aria-label': spoken(edge) },
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
