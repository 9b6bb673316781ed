/** Where the user is: all diagrams of the project, the way to this one, and its title. */
import { part } from './dom';
import { Crumb, DiagramItem } from './protocol';
import { text } from './texts';

export class Crumbs {
	private items: readonly DiagramItem[] = [];

	constructor(private readonly box: HTMLElement, private readonly open: (uri: string) => void, private readonly askAgain: () => void) {}

	/** @param uri of the diagram that is shown */
	show(crumbs: readonly Crumb[], uri: string, title: string, subtitle: string): void {
		const links = crumbs.filter(crumb => crumb.uri !== uri).map(crumb => part('button', { type: 'button', className: 'crumb', dataset: { uri: crumb.uri }, onclick: () => this.open(crumb.uri) }, crumb.title));
		const menu = part('select', { id: 'diagrams', title: text('chooseDiagram'), aria: { label: text('chooseDiagram') }, onfocus: () => this.askAgain() });
		menu.addEventListener('change', () => {
			const chosen = menu.value;
			menu.value = '';
			this.open(chosen);
		});
		this.box.replaceChildren(menu, ...links, part('span', { className: 'here', title: subtitle }, title), part('small', {}, subtitle));
		this.list(this.items);
	}

	/** Offers all diagrams of the project. */
	list(items: readonly DiagramItem[]): void {
		const isSame = JSON.stringify(items) === JSON.stringify(this.items);
		this.items = items;
		const menu = this.box.querySelector('select');
		if (menu && !(isSame && menu.length > 0)) {
			menu.replaceChildren(part('option', { value: '', selected: true, disabled: true, hidden: true }, text('diagrams')), ...items.map(item => part('option', { value: item.uri }, `${item.title} (${item.kind})`)));
		}
	}
}
