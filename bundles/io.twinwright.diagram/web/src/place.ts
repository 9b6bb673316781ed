/** Which diagram the window shows; it stands in the address of the page too, so that the browser can go back. */
import type { Drawing } from './drawing';
import { Crumb, crumbsOf, DiagramItem, focusOn, requestDiagrams } from './protocol';

const inAddress = (uri: string): string => `#${encodeURIComponent(uri)}`;

export interface PlaceUse {
	drawing(): Drawing | undefined;
	/** Another diagram is asked for. */
	leaving(): void;
	/** There is none at all. */
	nothing(): void;
}

export class Place {
	private uri = this.uriOfAddress();
	/** The ways to what was entered, for insides to which no single way leads. */
	private readonly outside = new Map<string, Crumb[]>();
	/** What is to be shown as soon as it is drawn, and whether the server was asked to draw it. */
	private wanted: { id: string; isAsked: boolean } | undefined;

	constructor(private readonly use: PlaceUse) {
		window.addEventListener('popstate', () => this.show(this.uriOfAddress()));
	}

	/** The address of the diagram, empty where the server shall say which there are. */
	get current(): string {
		return this.uri;
	}

	private uriOfAddress(): string {
		const asked = new URLSearchParams(location.search).get('diagram') ?? '';
		try {
			return decodeURIComponent(location.hash.slice(1)) || asked;
		} catch {
			return asked;
		}
	}

	open(uri: string): void {
		if (uri !== this.uri) {
			history.pushState(null, '', inAddress(uri));
			this.show(uri);
		}
	}

	/** Opens the inside of something in this diagram. */
	enter(uri: string): void {
		this.outside.set(uri, this.way());
		this.open(uri);
	}

	/** @return the way to this diagram, it itself last: as the server knows it, else as the user came in */
	way(): Crumb[] {
		const told = this.use.drawing()?.root?.told;
		const crumbs = crumbsOf(told?.text('crumbs') ?? '');
		return crumbs.length > 1 ? crumbs : [...(this.outside.get(this.uri) ?? []), { title: told?.text('title') ?? '', uri: this.uri }];
	}

	/** Opens the diagram of an element, or stays in this one, and shows it there. */
	goTo(uri: string, id: string): void {
		this.wanted = { id, isAsked: false };
		if (uri === '' || uri === this.uri) {
			this.reveal();
		} else {
			this.open(uri);
		}
	}

	/** A diagram is drawn: it says its full address. */
	arrived(uri: string): void {
		this.uri = uri || this.uri;
		this.reveal();
	}

	/** Goes to the first of all diagrams where none was named. */
	offered(items: readonly DiagramItem[]): void {
		if (this.uri !== '') {
			return;
		}
		const first = items.find(item => item.kind === 'line') ?? items[0];
		if (first) {
			history.replaceState(null, '', inAddress(first.uri));
			this.show(first.uri);
		} else {
			this.use.nothing();
		}
	}

	choose(): void {
		this.use.drawing()?.send(requestDiagrams());
	}

	private show(uri: string): void {
		this.uri = uri;
		this.use.leaving();
		if (uri === '') {
			this.choose();
		} else {
			this.use.drawing()?.open(uri);
		}
	}

	/** Shows what is wanted, which the server has to draw first where not all is drawn. */
	private reveal(): void {
		const drawing = this.use.drawing();
		if (!this.wanted || !drawing) {
			return;
		}
		if (drawing.element(this.wanted.id)) {
			drawing.show(this.wanted.id);
			drawing.focus();
			this.wanted = undefined;
		} else if (this.wanted.isAsked || drawing.root?.told.text('uri') !== this.uri) {
			this.wanted = this.wanted.isAsked ? undefined : this.wanted;
		} else {
			this.wanted.isAsked = true;
			drawing.send(focusOn(this.wanted.id));
		}
	}
}
