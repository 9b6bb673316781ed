/** The list of what can be created, with search; items are clicked or dragged into the drawing. */
import { Action, PaletteItem, TriggerEdgeCreationAction, TriggerNodeCreationAction } from '@eclipse-glsp/client';
import { part, sign } from './dom';
import type { Creation } from './gestures';
import type { Point } from './geometry';
import { text } from './texts';

const NODE = 'M -6,-4 H 6 V 4 H -6 Z';
const EDGE = 'M -7,0 H 5 M 2,-3 L 5,0 L 2,3';

/** After how many items all further groups are folded. */
const UNFOLDED = 20;

function creationOf(item: { actions: Action[] }): Creation | undefined {
	return item.actions.find((action): action is Creation => TriggerNodeCreationAction.is(action) || TriggerEdgeCreationAction.is(action));
}

function descriptionOf(item: { actions: Action[] }): string {
	return String(creationOf(item)?.args?.description ?? '');
}

export interface PaletteUse {
	arm(creation: Creation): void;
	cancel(): void;
	/** Creates where the item was dropped; at no point: in the middle of what is seen. */
	place(creation: TriggerNodeCreationAction, at?: Point): void;
	isDrawing(at: Point): boolean;
	/** Gives the keys back to the drawing. */
	left(): void;
}

/** @return whether all words stand in an item, its group or what is said of it */
export function matches(words: string, ...texts: string[]): boolean {
	const all = texts.join(' ').toLowerCase();
	return words.toLowerCase().split(/\s+/).every(word => all.includes(word));
}

export class Palette {
	private shown = '';
	private readonly search: HTMLInputElement;
	private readonly list: HTMLElement;
	private items: readonly PaletteItem[] = [];
	private readonly buttons = new Map<string, HTMLButtonElement>();

	constructor(box: HTMLElement, private readonly use: PaletteUse) {
		this.search = part('input', { type: 'search', placeholder: text('paletteSearch'), aria: { label: text('paletteSearch') }, oninput: () => this.list.replaceChildren(...this.groups()) });
		this.search.addEventListener('keydown', event => this.key(event));
		this.list = part('div', { className: 'items' });
		this.list.addEventListener('keydown', event => this.key(event));
		box.append(part('h2', {}, text('palette')), this.search, this.list);
	}

	show(items: readonly PaletteItem[]): void {
		const said = JSON.stringify(items);
		if (said !== this.shown) {
			this.shown = said;
			this.items = [...items].sort((one, other) => one.sortString.localeCompare(other.sortString));
			this.list.replaceChildren(...this.groups());
		}
	}

	focus(): void {
		this.search.focus();
		this.search.select();
	}

	/** Goes from item to item; Enter in the search takes the first one that was found. */
	private key(event: KeyboardEvent): void {
		const items = [...this.list.querySelectorAll<HTMLElement>('details[open] > .item:not(:disabled), summary')];
		const at = items.indexOf(document.activeElement as HTMLElement);
		if (event.key === 'Escape') {
			this.use.left();
		} else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault();
			(items[at + (event.key === 'ArrowDown' ? 1 : -1)] ?? this.search).focus();
		} else if (event.key === 'Enter' && event.target === this.search && this.search.value.trim() !== '') {
			items.find(item => item instanceof HTMLButtonElement)?.click();
		} else {
			return;
		}
		event.stopPropagation();
	}

	/** Marks what waits for a click in the drawing. */
	mark(creation: Creation | undefined): void {
		const key = creation === undefined ? '' : JSON.stringify(creation);
		this.buttons.forEach((button, of) => button.setAttribute('aria-pressed', String(of === key)));
	}

	enable(editable: boolean): void {
		this.list.classList.toggle('disabled', !editable);
		this.buttons.forEach(button => button.disabled = !editable);
	}

	private groups(): HTMLElement[] {
		this.buttons.clear();
		const wanted = this.search.value.trim();
		let seen = 0;
		const groups = this.items.map(group => {
			const children = (group.children?.length ? group.children : [group]).filter(item => matches(wanted, item.label, group.label, descriptionOf(item)));
			const sorted = [...children].sort((one, other) => one.sortString.localeCompare(other.sortString));
			const isGroup = (group.children?.length ?? 0) > 0;
			const isOpen = wanted !== '' || (!group.id.startsWith('library') && seen < UNFOLDED);
			seen += isOpen ? sorted.length : 0;
			return sorted.length === 0 ? [] : [part('details', { open: isOpen }, part('summary', {}, isGroup ? group.label : text('others')), ...sorted.map(item => this.button(item)))];
		}).flat();
		return groups.length > 0 ? groups : [part('p', { className: 'hint' }, text(this.items.length === 0 ? 'paletteEmpty' : 'nothingFound'))];
	}

	private button(item: PaletteItem): HTMLElement {
		const creation = creationOf(item);
		const dot = item.label.lastIndexOf('.');
		const description = descriptionOf(item);
		const button = part('button', { type: 'button', className: 'item', title: description === '' ? item.label : `${item.label}\n${description}`, aria: { pressed: 'false' } },
			sign(16, { d: TriggerEdgeCreationAction.is(creation) ? EDGE : NODE }), part('span', {}, dot > 0 ? item.label.slice(dot + 1) : item.label));
		if (!creation) {
			button.disabled = true;
			return button;
		}
		this.buttons.set(JSON.stringify(creation), button);
		button.addEventListener('click', event => {
			if (event.detail === 0 && TriggerNodeCreationAction.is(creation)) {
				this.use.place(creation);
			} else if (button.getAttribute('aria-pressed') === 'true') {
				this.use.cancel();
			} else {
				this.use.arm(creation);
			}
		});
		if (TriggerNodeCreationAction.is(creation)) {
			button.addEventListener('pointerdown', event => this.drag(event, button, creation));
		}
		return button;
	}

	/** Follows the mouse with a ghost of the item until it is dropped. */
	private drag(start: PointerEvent, button: HTMLButtonElement, creation: TriggerNodeCreationAction): void {
		let ghost: HTMLElement | undefined;
		const following = new AbortController();
		const { signal } = following;
		window.addEventListener('pointermove', event => {
			if (!ghost && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > 5) {
				ghost = part('div', { className: 'ghost' }, button.textContent ?? '');
				document.body.append(ghost);
			}
			if (ghost) {
				ghost.style.transform = `translate(${event.clientX + 8}px,${event.clientY + 8}px)`;
			}
		}, { signal });
		const end = (event: PointerEvent | KeyboardEvent): void => {
			following.abort();
			ghost?.remove();
			if (ghost && event instanceof PointerEvent && event.type === 'pointerup') {
				// A drop on the item itself is no click on it.
				button.addEventListener('click', click => click.stopImmediatePropagation(), { capture: true, signal: AbortSignal.timeout(0) });
				setTimeout(() => this.use.cancel());
				const at = { x: event.clientX, y: event.clientY };
				if (this.use.isDrawing(at)) {
					this.use.place(creation, at);
				}
			}
		};
		window.addEventListener('pointerup', end, { signal });
		window.addEventListener('pointercancel', end, { signal });
		// Before the keys of the window, which end there.
		window.addEventListener('keydown', event => event.key === 'Escape' && end(event), { signal, capture: true });
	}
}
