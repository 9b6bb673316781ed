/** Which command a key means. */
import type { Direction } from './geometry';
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
/** Larger, and smaller with Shift. */
const SIZE: Record<string, [Direction, Direction]> = { w: ['right', 'left'], h: ['down', 'up'] };
const SHIFTED: Record<string, CommandId> = { e: 'png', f: 'fitSelection' };
const PLAIN: Record<string, CommandId> = { '+': 'zoomIn', '=': 'zoomIn', '-': 'zoomOut', f: 'fit', l: 'layout', e: 'svg', '?': 'help', '/': 'search', Enter: 'open', ' ': 'expand', c: 'connect', a: 'add',
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
	if (SIZE[key]) {
		return { command: 'resize', direction: SIZE[key][press.shiftKey ? 1 : 0] };
	}
	if (press.shiftKey && SHIFTED[key]) {
		return { command: SHIFTED[key] };
	}
	return PLAIN[key] && { command: PLAIN[key], back: press.shiftKey };
}
