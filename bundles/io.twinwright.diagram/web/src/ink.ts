/** What all drawing is made of; what did not change is not drawn again. */
import { svg } from '@eclipse-glsp/client';
import type { VNode } from 'snabbdom';
import { badgePath, Point } from './geometry';
import type { Severity } from './protocol';

/** Sizes of letters. */
export const NAME = 13;
export const SMALL = 11;
/** The height of a line. */
export const LINE = 16;
/** Between a border and what stands at it. */
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
