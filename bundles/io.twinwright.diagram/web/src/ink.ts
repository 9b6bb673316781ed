/** What all drawing is made of. */
import { svg } from '@eclipse-glsp/client';
import type { VNode } from 'snabbdom';

/** Sizes of letters. */
export const NAME = 13;
export const SMALL = 11;
/** Between a border and what stands at it. */
export const PAD = 10;

export const g = (data: Record<string, unknown>, ...children: (VNode | undefined)[]): VNode =>
	svg('g', data, ...children.filter((child): child is VNode => child !== undefined));
export const words = (x: number, y: number, said: string, data: Record<string, unknown> = {}): VNode => svg('text', { x, y, ...data }, said);

let pen: CanvasRenderingContext2D | null | undefined;

export function widthOf(said: string, size: number, bold = false): number {
	pen ??= document.createElement('canvas').getContext('2d');
	if (!pen) {
		return said.length * size * 0.6;
	}
	pen.font = `${bold ? 'bold ' : ''}${size}px sans-serif`;
	return pen.measureText(said).width;
}
