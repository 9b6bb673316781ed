/** Draws what belongs to a node itself, by what it is. */
import { svg } from '@eclipse-glsp/client';
import type { VNode } from 'snabbdom';
import { isExpandable, isSite, TwinNode, TwinPort } from './elements';
import { ALARM } from './legend';
import { badge, fitting, g, levelBar, LINE, NAME, PAD, SMALL, valuesOf, widthOf, words } from './pen';
import { mediumOf, Severity } from './protocol';
import { text } from './texts';

interface Place {
	x: number;
	y: number;
	anchor: 'start' | 'middle';
	room: number;
}

/** Where the name of a node stands, by what it is. */
export function nameOf(node: TwinNode): Place {
	const { width, height } = node.size;
	const details = node.told.lines('details').length;
	switch (node.kind) {
		case 'frame':
			return { x: 0, y: -7, anchor: 'start', room: 0 };
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
		const y = node.kind === 'idle' ? node.size.height + LINE - 2 + index * 14 : place.y + (index + 1) * (LINE - 2);
		return fitting(place.x, y, line, SMALL, place.room, { 'class-detail': true, 'class-centred': place.anchor === 'middle' });
	});
}

function boxOf(node: TwinNode): (VNode | undefined)[] {
	const { width, height } = node.size;
	if (node.kind === 'utility') {
		return [svg('rect', { 'class-ground': true, x: 0, y: 0, width, height })];
	}
	const round = node.kind === 'step' || node.kind === 'open-step' ? 10 : isSite(node) ? 1 : 4;
	const box = (shift: number): VNode => svg('rect', { 'class-box': true, x: 5 * shift, y: -5 * shift, width, height, rx: round });
	// Of what is behind an open one only what stands out is drawn: one sees through it.
	const edge = (shift: number): VNode => svg('path', { 'class-box': true, d: `M ${5 * shift},${-5 * shift + 5} V ${-5 * shift} H ${width + 5 * shift} V ${height - 5 * shift} H ${width + 5 * shift - 5}` });
	const one = node.told.flag('expanded') ? edge : box;
	const behind = (node.told.number('count') ?? 1) > 1 ? [one(2), one(1)] : [];
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
	if (!isExpandable(node)) {
		return undefined;
	}
	return g({ 'class-opens': true, transform: `translate(${node.size.width - 13 - (severity ? 22 : 0)},14)`, 'data-expand': String(!expanded) },
		svg('title', {}, text(expanded ? 'collapse' : 'expand')),
		svg('rect', { x: -6, y: -6, width: 12, height: 12, rx: 2 }), svg('path', { d: expanded ? 'M -3.5,0 L 3.5,0' : 'M -3.5,0 L 3.5,0 M 0,-3.5 L 0,3.5' }));
}

/** What comes from the running plant. */
function liveOf(node: TwinNode): (VNode | undefined)[] {
	const state = node.told.text('state');
	const alarm = node.told.text('alarm');
	const level = node.told.number('level');
	const bottom = node.size.height + (node.kind === 'idle' ? node.told.lines('details').length * 14 : 0);
	if (node.kind === 'frame' || node.told.flag('expanded')) {
		const room = widthOf(node.told.text('label'), NAME, true);
		return [stateOf(state), alarmOf(node, alarm), valuesOf(node.told.lines('live').slice(0, 2).join(' \u00b7 '), { x: PAD + room + 14, y: 5 })];
	}
	// What stands close above another one has its values beside it.
	const at = BESIDE.includes(node.kind) ? { x: node.size.width + 12, y: 3 } : { x: 4, y: bottom + (level === undefined ? 9 : 15) };
	return [
		stateOf(state), alarmOf(node, alarm),
		level === undefined ? undefined : levelBar({ x: node.size.width / 2, y: bottom + 8 }, level),
		valuesOf(node.told.text('live'), at)
	];
}

function stateOf(state: string): VNode | undefined {
	const room = widthOf(state, 10, true) + 12;
	return state === '' ? undefined : g({ 'class-state': true, [`class-state-${state.toLowerCase().replace(/[^a-z]/g, '')}`]: true, transform: 'translate(8,-13)' },
		svg('rect', { x: 0, y: 0, width: room, height: 15, rx: 7.5 }), words(room / 2, 11, state));
}

function alarmOf(node: TwinNode, alarm: string): VNode | undefined {
	return alarm === 'warning' || alarm === 'alarm' || alarm === 'bad' ? g({ 'class-alarm': true, transform: `translate(${node.size.width + 2},${-2})` },
		svg('circle', { r: 8 }), words(0, 4.2, ALARM[alarm])) : undefined;
}

const BESIDE = ['reserve', 'standby', 'provider'];
function badgeOf(node: TwinNode, severity: Severity | undefined): VNode | undefined {
	const ground = node.kind === 'bay' || node.kind === 'idle';
	return severity && badge({ x: node.size.width - 12, y: ground ? -12 : 13 }, severity);
}

/** All of a node but its name, its ports and what stands in it. */
export function bodyOf(node: TwinNode): VNode {
	const severity = node.told.severity();
	return g({ 'class-body': true }, ...boxOf(node), ...detailsOf(node), ...gaugeOf(node), opensOf(node, severity), badgeOf(node, severity), ...liveOf(node));
}
