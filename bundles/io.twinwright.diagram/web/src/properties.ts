/** The panel with the properties and findings of what is selected. */
import { part } from './dom';
import { Property, SetProperties } from './protocol';
import { text } from './texts';

export class PropertiesPanel {
	private readonly title: HTMLElement;
	private readonly findings: HTMLElement;
	private readonly rows: HTMLElement;
	private editable = true;
	private last: SetProperties | undefined;
	private isMoreOpen = false;

	constructor(box: HTMLElement, private readonly changed: (elementId: string, property: string, value: string) => void) {
		this.title = part('p', { className: 'subject' });
		this.findings = part('ul', { className: 'findings' });
		this.rows = part('div', { className: 'rows' });
		box.append(part('h2', {}, text('properties')), this.title, this.findings, this.rows);
		this.clear(0);
	}

	/** Nothing to show: for no element or for several. */
	clear(selected: number): void {
		this.last = undefined;
		this.title.textContent = '';
		this.findings.replaceChildren();
		this.rows.replaceChildren(part('p', { className: 'hint' }, selected > 1 ? text('severalSelected', selected) : text('selectForProperties')));
	}

	/** What the drawing knows of an element until the server has told its properties. */
	announce(id: string, label: string, findings: readonly string[]): void {
		if (this.last?.elementId !== id) {
			// Nobody shall set here what belongs to the one before.
			this.last = undefined;
			this.rows.replaceChildren();
		}
		this.title.textContent = label;
		this.findings.replaceChildren(...findings.map(finding => part('li', {}, finding)));
	}

	enable(editable: boolean): void {
		if (this.editable !== editable) {
			this.editable = editable;
			if (this.last) {
				this.show(this.last);
			}
		}
	}

	show(told: SetProperties): void {
		const focused = document.activeElement instanceof HTMLElement && this.rows.contains(document.activeElement) ? document.activeElement.dataset.property : undefined;
		this.last = told;
		this.title.textContent = told.title;
		const [set, unset] = [told.rows.filter(row => row.value !== ''), told.rows.filter(row => row.value === '')].map(rows => rows.map(row => this.row(told.elementId, row)));
		this.rows.replaceChildren(...(told.rows.length > 0 ? set : [part('p', { className: 'hint' }, text('noProperties'))]),
			...(unset.length > 0 ? [this.more(unset, set.length === 0)] : []));
		if (focused !== undefined) {
			this.rows.querySelector<HTMLElement>(`[data-property="${CSS.escape(focused)}"]`)?.focus();
		}
	}

	/** What is not set is folded away until somebody wants to see it. */
	private more(rows: readonly HTMLElement[], open: boolean): HTMLElement {
		const details = part('details', { open: this.isMoreOpen || open }, part('summary', {}, text('more')), ...rows);
		details.addEventListener('toggle', () => this.isMoreOpen = details.open);
		return details;
	}

	private row(elementId: string, row: Property): HTMLElement {
		const label = part('label', { title: row.documentation ?? '' }, part('span', { className: 'name' }, row.label));
		label.append(part('span', { className: 'value' }, this.editor(elementId, row), ...(row.unit ? [part('span', { className: 'unit' }, row.unit)] : [])));
		if (row.documentation) {
			label.append(part('small', {}, row.documentation));
		}
		return label;
	}

	private editor(elementId: string, row: Property): HTMLElement {
		if (!row.editable || !this.editable) {
			return part('output', { dataset: { property: row.id } }, row.value);
		}
		const change = (value: string): void => {
			if (value !== row.value) {
				this.changed(elementId, row.id, value);
			}
		};
		// What has several values is written.
		if (row.choices && row.choices.length > 0 && !row.value.includes(',')) {
			const choices = [...new Set(['', row.value, ...row.choices])];
			const select = part('select', { dataset: { property: row.id }, onchange: () => change(select.value) },
				...choices.map(choice => part('option', { value: choice, selected: choice === row.value }, choice || text('notSet'))));
			return select;
		}
		const input = part('input', { type: 'text', value: row.value, spellcheck: false, dataset: { property: row.id }, onchange: () => change(input.value) });
		input.addEventListener('keydown', event => {
			if (event.key === 'Escape') {
				input.value = row.value;
				input.blur();
			}
		});
		return input;
	}
}
