/** The search box: asks the server while typing, and goes to what is chosen. */
import { part } from './dom';
import { FoundItem } from './protocol';
import { text } from './texts';

const PAUSE = 150;

export class Search {
	private readonly input: HTMLInputElement;
	private readonly list: HTMLElement;
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(box: HTMLElement, private readonly ask: (query: string) => void, private readonly chosen: (item: FoundItem) => void, private readonly left: () => void) {
		this.list = part('div', { id: 'found', role: 'listbox', hidden: true, aria: { label: text('searchResults') } });
		this.input = part('input', { type: 'search', placeholder: text('search'), title: `${text('search')} (Ctrl+F)`, aria: { label: text('search'), controls: 'found', expanded: 'false' }, autocomplete: 'off', spellcheck: false });
		this.input.setAttribute('role', 'combobox');
		this.input.addEventListener('input', () => this.typed());
		this.input.addEventListener('keydown', event => this.key(event));
		this.input.addEventListener('blur', () => setTimeout(() => this.hide(), 150));
		box.append(this.input, this.list);
	}

	focus(): void {
		this.input.focus();
		this.input.select();
	}

	show(items: readonly FoundItem[]): void {
		if (this.input.value.trim() === '' || document.activeElement !== this.input) {
			return;
		}
		this.list.replaceChildren(...(items.length === 0 ? [part('p', { className: 'hint' }, text('nothingFound'))] : items.map((item, index) => {
			const option = part('button', { type: 'button', tabIndex: -1, aria: { selected: String(index === 0) }, onclick: () => this.choose(item) }, part('span', {}, item.within ? text('foundIn', item.label, item.within) : item.label), part('small', {}, item.id));
			option.setAttribute('role', 'option');
			return option;
		})));
		this.list.hidden = false;
		this.input.setAttribute('aria-expanded', 'true');
	}

	private typed(): void {
		clearTimeout(this.timer);
		const query = this.input.value.trim();
		if (query === '') {
			this.hide();
		} else {
			this.timer = setTimeout(() => this.ask(query), PAUSE);
		}
	}

	private key(event: KeyboardEvent): void {
		const options = [...this.list.querySelectorAll<HTMLButtonElement>('button')];
		const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
		if (event.key === 'Escape') {
			this.hide();
			this.left();
		} else if (event.key === 'Enter' && !this.list.hidden) {
			options[Math.max(0, at)]?.click();
		} else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
			event.preventDefault();
			const next = options[(at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length];
			options.forEach(option => option.setAttribute('aria-selected', String(option === next)));
			next.scrollIntoView({ block: 'nearest' });
		}
	}

	private choose(item: FoundItem): void {
		this.hide();
		this.chosen(item);
		this.left();
	}

	private hide(): void {
		this.list.hidden = true;
		this.input.setAttribute('aria-expanded', 'false');
	}
}
