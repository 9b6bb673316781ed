/** The commands of the window: their names, keys and signs, and the bar that offers them. */
import { part, sign } from './dom';
import { text, TextKey } from './texts';

export type CommandId = 'undo' | 'redo' | 'zoomIn' | 'zoomOut' | 'fit' | 'fitSelection' | 'layout' | 'alignLeft' | 'alignCenter' | 'alignRight' | 'alignTop' | 'alignMiddle' | 'alignBottom'
	| 'svg' | 'png' | 'reveal' | 'help' | 'search' | 'remove' | 'rename' | 'open' | 'expand' | 'connect' | 'add' | 'port' | 'up' | 'navigate' | 'extend' | 'move' | 'resize' | 'all' | 'copy' | 'marquee' | 'cancel';

/** When a command makes sense. */
export interface Situation {
	editable: boolean;
	selected: number;
	connected: boolean;
}

interface Button {
	id: CommandId;
	name: TextKey;
	keys: string;
	path: string;
	enabled(now: Situation): boolean;
}

const always = (now: Situation): boolean => now.connected;
const edits = (now: Situation): boolean => now.connected && now.editable;
const several = (now: Situation): boolean => edits(now) && now.selected > 1;

/** Groups of buttons; signs are lines in a square of 16. */
const GROUPS: readonly (readonly Button[])[] = [
	[
		{ id: 'undo', name: 'undo', keys: 'Ctrl+Z', path: 'M -6,-1 H 2 A 4,4 0 0 1 2,6 H -1 M -6,-1 L -2,-5 M -6,-1 L -2,3', enabled: always },
		{ id: 'redo', name: 'redo', keys: 'Ctrl+Y', path: 'M 6,-1 H -2 A 4,4 0 0 0 -2,6 H 1 M 6,-1 L 2,-5 M 6,-1 L 2,3', enabled: always }
	],
	[
		{ id: 'zoomOut', name: 'zoomOut', keys: '-', path: 'M 3,3 L 7,7 M -6,-1 A 5,5 0 1 1 4,-1 A 5,5 0 1 1 -6,-1 M -3.5,-1 H 1.5', enabled: always },
		{ id: 'zoomIn', name: 'zoomIn', keys: '+', path: 'M 3,3 L 7,7 M -6,-1 A 5,5 0 1 1 4,-1 A 5,5 0 1 1 -6,-1 M -3.5,-1 H 1.5 M -1,-3.5 V 1.5', enabled: always },
		{ id: 'fit', name: 'fit', keys: 'F', path: 'M -7,-3 V -7 H -3 M 3,-7 H 7 V -3 M 7,3 V 7 H 3 M -3,7 H -7 V 3 M -3,-2 H 3 V 2 H -3 Z', enabled: always }
	],
	[
		{ id: 'layout', name: 'layout', keys: 'L', path: 'M -7,-2 H -3 V 2 H -7 Z M 2,-7 H 7 V -3 H 2 Z M 2,3 H 7 V 7 H 2 Z M -3,0 H -0.5 V -5 H 2 M -0.5,0 V 5 H 2', enabled: edits },
		{ id: 'alignLeft', name: 'alignLeft', keys: 'Ctrl+Shift+\u2190', path: 'M -7,-7 V 7 M -4,-5 H 6 V -1.5 H -4 Z M -4,1.5 H 2 V 5 H -4 Z', enabled: several },
		{ id: 'alignCenter', name: 'alignCenter', keys: 'Ctrl+Shift+E', path: 'M 0,-7 V -5 M 0,-1.5 V 1.5 M 0,5 V 7 M -5,-5 H 5 V -1.5 H -5 Z M -3,1.5 H 3 V 5 H -3 Z', enabled: several },
		{ id: 'alignRight', name: 'alignRight', keys: 'Ctrl+Shift+\u2192', path: 'M 7,-7 V 7 M 4,-5 H -6 V -1.5 H 4 Z M 4,1.5 H -2 V 5 H 4 Z', enabled: several },
		{ id: 'alignTop', name: 'alignTop', keys: 'Ctrl+Shift+\u2191', path: 'M -7,-7 H 7 M -5,-4 V 6 H -1.5 V -4 Z M 1.5,-4 V 2 H 5 V -4 Z', enabled: several },
		{ id: 'alignMiddle', name: 'alignMiddle', keys: 'Ctrl+Shift+M', path: 'M -7,0 H -5 M -1.5,0 H 1.5 M 5,0 H 7 M -5,-5 V 5 H -1.5 V -5 Z M 1.5,-3 V 3 H 5 V -3 Z', enabled: several },
		{ id: 'alignBottom', name: 'alignBottom', keys: 'Ctrl+Shift+\u2193', path: 'M -7,7 H 7 M -5,4 V -6 H -1.5 V 4 Z M 1.5,4 V -2 H 5 V 4 Z', enabled: several }
	],
	[
		{ id: 'reveal', name: 'reveal', keys: 'F3', path: 'M -6,-6 H 3 M -6,-2 H 6 M -6,2 H 0 M -6,6 H -2 M 2,3 L 6,6 L 2,9 M 6,6 H -0.5', enabled: now => now.connected && now.selected === 1 },
		{ id: 'svg', name: 'exportSvg', keys: 'E', path: 'M 0,-7 V 3 M -4,-1 L 0,3 L 4,-1 M -6,4 V 7 H 6 V 4', enabled: always },
		{ id: 'png', name: 'exportPng', keys: 'Shift+E', path: 'M -7,-5 H 7 V 6 H -7 Z M -7,3 L -3,-1 L 1,4 L 3,1 L 7,4 M 3,-2.5 A 1,1 0 1 1 3,-2.4', enabled: always },
		{ id: 'help', name: 'keys', keys: '?', path: 'M -3,-3 A 3,3 0 1 1 1,0 Q 0,1 0,2.5 M 0,5.5 V 6', enabled: () => true }
	]
];

/** The keys that have no button. */
export const OTHER_KEYS: readonly { keys: string; name: TextKey }[] = [
	{ keys: '\u2190 \u2191 \u2192 \u2193', name: 'keyNavigate' }, { keys: 'Shift+\u2190 \u2191 \u2192 \u2193', name: 'keyExtend' }, { keys: 'Ctrl+\u2190 \u2191 \u2192 \u2193', name: 'keyMove' },
	{ keys: 'W, Shift+W, H, Shift+H', name: 'keyResize' }, { keys: 'P, Shift+P', name: 'keyPort' }, { keys: 'A', name: 'keyAdd' }, { keys: 'C', name: 'keyConnect' }, { keys: 'Enter', name: 'keyOpen' }, { keys: 'Space', name: 'keyExpand' }, { keys: 'Backspace', name: 'keyUp' },
	{ keys: 'F2', name: 'keyRename' }, { keys: 'Delete', name: 'keyDelete' }, { keys: 'Ctrl+A', name: 'keyAll' }, { keys: 'Shift+F', name: 'keyFitSelection' }, { keys: 'Ctrl+C, Ctrl+X, Ctrl+V', name: 'keyCopy' }, { keys: 'Ctrl+F, /', name: 'keySearch' },
	{ keys: 'Shift', name: 'keyMarquee' }, { keys: 'Escape', name: 'keyCancel' }
];

export class Toolbar {
	private readonly buttons: { button: HTMLButtonElement; enabled: Button['enabled'] }[] = [];

	constructor(bar: HTMLElement, run: (id: CommandId) => void) {
		for (const group of GROUPS) {
			const box = part('div', { className: 'group' });
			for (const { id, name, keys, path, enabled } of group) {
				const button = part('button', { type: 'button', title: `${text(name)} (${keys})`, dataset: { command: id }, aria: { label: text(name) }, onclick: () => run(id) }, sign(16, { d: path }));
				this.buttons.push({ button, enabled });
				box.append(button);
			}
			bar.append(box);
		}
	}

	update(now: Situation): void {
		this.buttons.forEach(({ button, enabled }) => button.disabled = !enabled(now));
	}
}

/** Lists all keys. */
export function helpDialog(): HTMLDialogElement {
	const rows = [...GROUPS.flat().map(({ name, keys }) => ({ keys, name })), ...OTHER_KEYS];
	const dialog = part('dialog', { className: 'help', aria: { label: text('keys') } }, part('h2', {}, text('keys')),
		part('dl', {}, ...rows.flatMap(({ keys, name }) => [part('dt', {}, keys), part('dd', {}, text(name))])),
		part('form', { method: 'dialog' }, part('button', { type: 'submit', autofocus: true }, text('close'))));
	document.body.append(dialog);
	return dialog;
}
