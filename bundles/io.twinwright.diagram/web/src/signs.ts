/** Draws what comes from the running plant. */
import { svg } from '@eclipse-glsp/client';
import type { VNode } from 'snabbdom';
import type { TwinNode } from './elements';
import type { Point } from './geometry';
import { g, NAME, PAD, SMALL, widthOf, words } from './ink';
import { ALARM } from './legend';

/** @return the state, the urgency and the values of a node */
export function liveOf(node: TwinNode): (VNode | undefined)[] {
	const state = node.told.text('state');
	const alarm = node.told.text('alarm');
	const level = node.told.number('level');
	const bottom = node.size.height + (node.kind === 'idle' ? node.told.lines('details').length * 14 : 0);
	const oneLine = node.told.lines('live').slice(0, 2).join(' \u00b7 ');
	const name = widthOf(node.told.text('label'), NAME, true);
	if (node.kind === 'frame') {
		// Behind its name, which stands above it.
		return [stateOf(state, { x: name + 12, y: -19 }), alarmOf(node, alarm), valuesOf(oneLine, { x: name + 12 + (state === '' ? 0 : stateWidth(state) + 8), y: -21 })];
	}
	if (node.told.flag('expanded')) {
		return [stateOf(state), alarmOf(node, alarm), valuesOf(oneLine, { x: PAD + name + 14, y: 5 })];
	}
	// What stands close above another one has its values beside it.
	const at = BESIDE.includes(node.kind) ? { x: node.size.width + 12, y: 3 } : { x: 4, y: bottom + (level === undefined ? 9 : 15) };
	return [
		stateOf(state), alarmOf(node, alarm),
		level === undefined ? undefined : levelBar({ x: node.size.width / 2, y: bottom + 8 }, level),
		valuesOf(node.told.text('live'), at)
	];
}

const stateWidth = (state: string): number => widthOf(state, 10, true) + 12;

function stateOf(state: string, at: Point = { x: 8, y: -13 }): VNode | undefined {
	const room = stateWidth(state);
	return state === '' ? undefined : g({ 'class-state': true, [`class-state-${state.toLowerCase().replace(/[^a-z]/g, '')}`]: true, transform: `translate(${at.x},${at.y})` },
		svg('rect', { x: 0, y: 0, width: room, height: 15, rx: 7.5 }), words(room / 2, 11, state));
}

function alarmOf(node: TwinNode, alarm: string): VNode | undefined {
	return alarm === 'warning' || alarm === 'alarm' || alarm === 'bad' ? g({ 'class-alarm': true, transform: `translate(${node.size.width + 2},${-2})` },
		svg('circle', { r: 8 }), words(0, 4.2, ALARM[alarm])) : undefined;
}

const BESIDE = ['reserve', 'standby', 'provider'];
const VALUE = 13;

/** The values, on a ground of their own: they may stand on what is drawn. */
export function valuesOf(values: string, at: Point, centred = false): VNode | undefined {
	if (values === '') {
		return undefined;
	}
	const lines = values.split('\n');
	// In steps, so that it does not tremble with each digit.
	const width = 12 * Math.ceil((Math.max(...lines.map(line => widthOf(line, SMALL, true))) + 10) / 12);
	const left = centred ? at.x - width / 2 : at.x;
	return g({ 'class-values': true }, svg('rect', { x: left, y: at.y, width, height: lines.length * VALUE + 5, rx: 3 }),
		...lines.map((line, index) => words(left + 5, at.y + 12 + index * VALUE, line, { 'class-live': true })));
}

export function levelBar(at: Point, level: number): VNode {
	const share = Math.min(1, Math.max(0, level));
	return g({ 'class-level': true, 'class-full': share >= 0.9, transform: `translate(${at.x - 22},${at.y - 3})` },
		svg('rect', { x: 0, y: 0, width: 44, height: 7, rx: 2 }), svg('rect', { 'class-fill': true, x: 1, y: 1, width: Math.round(42 * share), height: 5, rx: 1 }));
}
