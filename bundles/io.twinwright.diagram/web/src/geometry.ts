/** Pure calculation on points: shapes of ports, routes that follow what moves, neighbours in a direction. */
import type { Medium, Severity } from './protocol';

export interface Point {
	readonly x: number;
	readonly y: number;
}

export interface Rectangle extends Point {
	readonly width: number;
	readonly height: number;
}

/** How far a port reaches from its middle. */
export const PORT = 6;

export const middle = (box: Rectangle): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

const rounded = (value: number): number => Math.round(value * 100) / 100;

export function pathOf(points: readonly Point[], closed = false): string {
	return points.map((point, index) => `${index === 0 ? 'M' : 'L'} ${rounded(point.x)},${rounded(point.y)}`).join(' ') + (closed ? ' Z' : '');
}

function regular(size: number, corners: number, turn: number): Point[] {
	return Array.from({ length: corners }, (_, corner) => {
		const angle = ((turn + (360 * corner) / corners) * Math.PI) / 180;
		return { x: size * Math.cos(angle), y: size * Math.sin(angle) };
	});
}

function box(width: number, height: number): Point[] {
	return [{ x: -width, y: -height }, { x: width, y: -height }, { x: width, y: height }, { x: -width, y: height }];
}

function cross(size: number): Point[] {
	const inner = size / 2.5;
	return [[-inner, -size], [inner, -size], [inner, -inner], [size, -inner], [size, inner], [inner, inner], [inner, size], [-inner, size],
		[-inner, inner], [-size, inner], [-size, -inner], [-inner, -inner]].map(([x, y]) => ({ x, y }));
}

/** @return the outline of a port around the origin: each medium has a shape of its own */
export function portPath(medium: Medium, size = PORT): string {
	switch (medium) {
		case 'item':
			return pathOf(box(size - 0.5, size - 0.5), true);
		case 'liquid':
			return `M ${-size},0 A ${size},${size} 0 1 1 ${size},0 A ${size},${size} 0 1 1 ${-size},0 Z`;
		case 'bulk':
			return pathOf(regular(size + 1, 4, 0), true);
		case 'gas':
			return pathOf(regular(size + 1.5, 3, -90), true);
		case 'energy':
			return pathOf(regular(size + 0.5, 6, 0), true);
		case 'data':
			return pathOf(cross(size), true);
		case 'other':
			return pathOf(box(size, size / 2), true);
	}
}

/** @return the outline of the mark of a finding around the origin */
export function badgePath(severity: Severity): string {
	switch (severity) {
		case 'error':
			return pathOf(regular(8.5, 8, 22.5), true);
		case 'warning':
			return pathOf(regular(10.5, 3, -90).map(point => ({ x: point.x, y: point.y + 1.5 })), true);
		case 'info':
			return 'M -8,0 A 8,8 0 1 1 8,0 A 8,8 0 1 1 -8,0 Z';
	}
}

/** @return the head of an arrow that comes from one point and ends short of another */
export function arrowPath(from: Point, to: Point, before: number): string {
	const length = Math.max(0.001, Math.hypot(to.x - from.x, to.y - from.y));
	const right = (to.x - from.x) / length;
	const down = (to.y - from.y) / length;
	const tip = { x: to.x - right * before, y: to.y - down * before };
	const back = { x: tip.x - right * 8, y: tip.y - down * 8 };
	return pathOf([tip, { x: back.x - down * 4, y: back.y + right * 4 }, { x: back.x + down * 4, y: back.y - right * 4 }], true);
}

function holds(around: Rectangle, point: Point): boolean {
	const slack = PORT + 3;
	return point.x >= around.x - slack && point.x <= around.x + around.width + slack && point.y >= around.y - slack && point.y <= around.y + around.height + slack;
}

/** @return the points of a text like '0,10 20,10', undefined where it has none */
export function pointsOf(told: string): Point[] | undefined {
	const points = told.split(' ').filter(part => part !== '').map(part => part.split(',').map(Number)).map(([x, y]) => ({ x, y }));
	return points.length > 0 && points.every(point => Number.isFinite(point.x) && Number.isFinite(point.y)) ? points : undefined;
}

/** @return the points with an end in each of two boxes, which is added where it was not told */
export function withEnds(points: readonly Point[], source: Rectangle, target: Rectangle): Point[] {
	const route = [...points];
	if (route.length === 0 || !holds(source, route[0])) {
		route.unshift(middle(source));
	}
	if (route.length < 2 || !holds(target, route[route.length - 1])) {
		route.push(middle(target));
	}
	return route;
}

const plus = (point: Point, shift: Point): Point => ({ x: point.x + shift.x, y: point.y + shift.y });
const level = (one: Point, other: Point): boolean => Math.abs(one.y - other.y) < 0.5;
const upright = (one: Point, other: Point): boolean => Math.abs(one.x - other.x) < 0.5;

/** @return a route whose ends were moved, with its segments still level or upright where they were */
export function followed(route: readonly Point[], start: Point, end: Point): Point[] {
	const still = start.x === 0 && start.y === 0 && end.x === 0 && end.y === 0;
	if (still || route.length < 2) {
		return [...route];
	}
	const last = route.length - 1;
	const from = plus(route[0], start);
	const to = plus(route[last], end);
	if (start.x === end.x && start.y === end.y) {
		return route.map(point => plus(point, start));
	}
	if (route.length === 2) {
		if (level(route[0], route[1]) && !level(from, to)) {
			const x = (from.x + to.x) / 2;
			return [from, { x, y: from.y }, { x, y: to.y }, to];
		}
		if (upright(route[0], route[1]) && !upright(from, to)) {
			const y = (from.y + to.y) / 2;
			return [from, { x: from.x, y }, { x: to.x, y }, to];
		}
		return [from, to];
	}
	const moved = [...route];
	moved[0] = from;
	moved[last] = to;
	const bend = (index: number, before: Point, was: Point): void => {
		const old = route[index];
		moved[index] = { x: upright(old, was) ? before.x : moved[index].x, y: level(old, was) ? before.y : moved[index].y };
	};
	bend(1, from, route[0]);
	bend(last - 1, to, route[last]);
	return moved;
}

/** @return the point half way along a route */
export function halfway(route: readonly Point[]): Point {
	const lengths = route.slice(1).map((point, index) => Math.hypot(point.x - route[index].x, point.y - route[index].y));
	let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
	for (let index = 0; index < lengths.length; index++) {
		if (left <= lengths[index] && lengths[index] > 0) {
			const share = left / lengths[index];
			return { x: route[index].x + (route[index + 1].x - route[index].x) * share, y: route[index].y + (route[index + 1].y - route[index].y) * share };
		}
		left -= lengths[index];
	}
	return route[0];
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** @return the nearest candidate in a direction; what lies aside counts as farther. Undefined for none */
export function neighbour<T extends { box: Rectangle }>(from: Rectangle, candidates: readonly T[], direction: Direction): T | undefined {
	const start = middle(from);
	let best: T | undefined;
	let least = Infinity;
	for (const candidate of candidates) {
		const to = middle(candidate.box);
		const right = to.x - start.x;
		const down = to.y - start.y;
		const ahead = { left: -right, right, up: -down, down }[direction];
		const aside = Math.abs(direction === 'left' || direction === 'right' ? down : right);
		if (ahead > 1 && ahead + 2 * aside < least && ahead >= aside / 3) {
			least = ahead + 2 * aside;
			best = candidate;
		}
	}
	return best;
}

/** @return where a point of the window is in the drawing */
export function toDrawing(client: Point, canvas: Point, scroll: Point, zoom: number): Point {
	return { x: (client.x - canvas.x) / zoom + scroll.x, y: (client.y - canvas.y) / zoom + scroll.y };
}

/** @return where a point of the drawing is in its canvas */
export function toCanvas(point: Point, scroll: Point, zoom: number): Point {
	return { x: (point.x - scroll.x) * zoom, y: (point.y - scroll.y) * zoom };
}
