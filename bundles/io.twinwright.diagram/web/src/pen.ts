/** What all parts of a drawing are drawn with; what did not change is not drawn again. */
import { svg } from '@eclipse-glsp/client';
import type { VNode } from 'snabbdom';
import { badgePath, Point } from './geometry';
import type { Severity } from './protocol';

export const NAME = 13;
export const SMALL = 11;
export const LINE = 16;
export const PAD = 10;

export const g = (data: Record<string, unknown>, ...children: (VNode | undefined)[]): VNode =>
	svg('g', data, ...children.filter((child): child is VNode => child !== undefined));
export const words = (x: number, y: number, said: string, data: Record<string, unknown> = {}): VNode => svg('text', { x, y, ...data }, said);

const drawn = new WeakMap<object, { of: readonly unknown[]; node: VNode }>();

/** @return what was drawn last for an element as long as it depends on the same values */
export function once(element: object, of: readonly unknown[], draw: () => VNode): VNode {
	const last = drawn.get(element);
	if (last !== undefined && last.of.length === of.length && last.of.every((value, index) => value === of[index])) {
		return last.node;
	}
	const node = draw();
	drawn.set(element, { of, node });
	return node;
}

let pen: CanvasRenderingContext2D | null | undefined;

export function widthOf(said: string, size: number, bold = false): number {
	pen ??= document.createElement('canvas').getContext('2d');
	if (!pen) {
		return said.length * size * 0.6;
	}
	pen.font = `${bold ? 'bold ' : ''}${size}px sans-serif`;
	return pen.measureText(said).width;
}

/** A text in at most the room that it has. */
export function fitting(x: number, y: number, said: string, size: number, room: number, data: Record<string, unknown>): VNode {
	const bold = data['class-name'] === true;
	const squeezed = room > 0 && widthOf(said, size, bold) > room ? { textLength: Math.round(room), lengthAdjust: 'spacingAndGlyphs' } : {};
	return words(x, y, said, { ...data, ...squeezed });
}

export function badge(at: Point, severity: Severity): VNode {
	return g({ transform: `translate(${at.x},${at.y})`, 'class-badge': true, [`class-${severity}`]: true },
		svg('path', { d: badgePath(severity) }), words(0, 4.5, severity === 'info' ? 'i' : '!'));
}

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
