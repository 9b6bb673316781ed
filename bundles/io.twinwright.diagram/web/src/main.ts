/** The window: brings the parts of the page, the keys and the session with the server together. */
import 'reflect-metadata';
import { Action, MessageAction, PaletteItem, RequestAction, RequestContextActions, SetContextActions, StatusAction } from '@eclipse-glsp/client';
import { TwinClient } from './client';
import { Commands } from './commands';
import { Connection } from './connection';
import { Crumbs } from './crumbs';
import { byId, part } from './dom';
import { Drawing } from './drawing';
import { spoken, TwinGraph } from './elements';
import { Gestures } from './gestures';
import { host, isKeyOfHost, takeTheme } from './host';
import { meaningOf } from './keys';
import { Legend } from './legend';
import { PlantSign } from './live';
import { Notices } from './notices';
import { Palette } from './palette';
import { savePicture } from './picture';
import { PropertiesPanel } from './properties';
import * as protocol from './protocol';
import { Search } from './search';
import { signsOf } from './survey';
import { language, text, wanted } from './texts';
import { helpDialog, Toolbar } from './toolbar';
import './style.css';

const parameters = new URLSearchParams(location.search);
const token = parameters.get('token') ?? '';
const clientId = host ?? `twinwright-${crypto.randomUUID()}`;
class TwinWindow {
	private drawing: Drawing | undefined;
	private client: TwinClient | undefined;
	private connected = false;
	private wasConnected = false;
	private editable = true;
	private uri = this.uriOfAddress();
	private shown = '';
	private revealing = '';
	private format: 'svg' | 'png' = 'svg';
	private paletteTimer: ReturnType<typeof setTimeout> | undefined;

	private readonly canvas = byId('canvas');
	private readonly notices = new Notices(byId('banner'), byId('messages'), byId('voice'));
	private readonly plant = new PlantSign(byId('plant'));
	private readonly help = helpDialog();
	private readonly crumbs = new Crumbs(byId('crumbs'), uri => { this.open(uri); this.drawing?.focus(); }, () => this.choose());
	private readonly legend = new Legend(byId('legend'));
	private readonly toolbar = new Toolbar(byId('toolbar'), id => this.commands.run(id));
	private readonly search = new Search(byId('search'), query => this.drawing?.send(protocol.search(query)), item => this.goTo(item.uri, item.id), () => this.drawing?.focus());
	private readonly properties = new PropertiesPanel(byId('properties'), (id, property, value) => this.drawing?.send(protocol.setProperty(id, property, value)));
	private readonly gestures = new Gestures(this.canvas, document.querySelector<SVGPathElement>('#band')!, byId('bubble'), () => this.drawing, uri => this.open(uri),
		creation => this.palette?.mark(creation), said => this.notices.speak(said));
	private readonly palette: Palette = new Palette(byId('palette'), {
		arm: creation => { this.gestures.arm(creation); this.drawing?.focus(); },
		cancel: () => this.gestures.cancel(),
		place: (creation, at) => this.gestures.place(creation, at),
		isDrawing: at => this.gestures.contains(at)
	});
	private readonly commands = new Commands({
		canvas: this.canvas,
		drawing: () => this.drawing,
		gestures: () => this.gestures,
		isEditable: () => this.editable,
		uri: () => this.uri,
		open: uri => this.open(uri),
		picture: format => {
			this.format = format;
			this.drawing?.send(protocol.exportSvg());
		},
		search: () => this.search.focus(),
		help: () => this.help.showModal()
	});
	private readonly connection = new Connection(token, {
		opened: socket => void this.start(socket),
		lost: () => this.lost(text('lost')),
		refused: () => this.lost(text('unknownPage'))
	});

	start(socket: WebSocket): Promise<void> {
		this.drawing?.close();
		this.client?.stop();
		byId('diagram').replaceWith(part('div', { id: 'diagram' }));
		this.shown = '';
		this.client = new TwinClient(socket);
		this.drawing = new Drawing(this.client, clientId, 'diagram', this.uri, {
			drawn: root => this.drawn(root),
			selected: ids => this.selected(ids),
			told: action => this.told(action),
			editable: editable => this.setEditable(editable),
			zoomed: zoom => this.legend.scale(zoom)
		});
		this.connected = true;
		this.plant.connected(true);
		this.notices.lasting('', 'lost');
		if (this.wasConnected) {
			this.notices.say(text('again'), 'info');
		}
		this.wasConnected = true;
		this.update();
		return this.drawing.load().catch((reason: unknown) => this.notices.say(reason instanceof Error ? reason.message : String(reason), 'error'));
	}

	listen(): void {
		takeTheme();
		document.documentElement.lang = language(wanted);
		document.body.classList.toggle('embedded', host !== null);
		this.message(text('loading'));
		this.update();
		new ResizeObserver(() => {
			const { x, y, width, height } = this.canvas.getBoundingClientRect();
			this.drawing?.resized({ x, y, width, height });
		}).observe(this.canvas);
		document.addEventListener('keydown', event => this.key(event), true);
		window.addEventListener('popstate', () => this.show(this.uriOfAddress()));
		this.connection.open();
	}

	private uriOfAddress(): string {
		return decodeURIComponent(location.hash.slice(1)) || parameters.get('diagram') || '';
	}

	/** Opens a diagram and remembers it, so that the browser can go back. */
	private open(uri: string): void {
		if (uri !== this.uri) {
			history.pushState(null, '', `#${encodeURIComponent(uri)}`);
			this.show(uri);
		}
	}

	private show(uri: string): void {
		this.uri = uri;
		this.notices.clear();
		this.gestures.cancel();
		if (uri === '') {
			this.choose();
		} else {
			this.drawing?.open(uri);
		}
	}

	private goTo(uri: string, id: string): void {
		if (uri === '' || uri === this.uri) {
			this.reveal(id);
		} else {
			this.revealing = id;
			this.open(uri);
		}
	}

	private reveal(id: string): void {
		if (this.drawing?.element(id)) {
			this.drawing.show(id);
			this.drawing.focus();
		}
	}

	private drawn(root: TwinGraph): void {
		const isNew = root.id !== this.shown;
		this.shown = root.id;
		const told = root.told;
		this.uri = told.text('uri') || this.uri;
		const title = told.text('title');
		document.title = title === '' ? 'Twinwright' : `${title} - Twinwright`;
		this.crumbs.show(protocol.crumbsOf(told.text('crumbs')), this.uri, title, told.text('subtitle'));
		const reason = told.text('readonly');
		this.setEditable((this.drawing?.isEditable ?? true) && reason === '', reason);
		this.message(root.children.length > 0 ? '' : text(this.editable ? 'emptyDiagram' : 'emptyReadonly'));
		const hidden = told.number('hidden') ?? 0;
		if (hidden > 0 && isNew) {
			this.notices.say(text('hidden', hidden), 'info');
		}
		this.legend.show(signsOf(root));
		this.legend.scale(root.zoom);
		if (isNew) {
			this.properties.clear(0);
			this.tellSelected([]);
			const { x, y, width, height } = this.canvas.getBoundingClientRect();
			this.drawing?.resized({ x, y, width, height });
			this.drawing?.fit();
			this.drawing?.focus();
		}
		if (this.revealing !== '' && this.drawing?.element(this.revealing)) {
			const id = this.revealing;
			this.revealing = '';
			this.reveal(id);
		}
		this.askAgain(isNew);
		this.update();
	}

	/** The palette and the properties may have changed with the model. */
	private askAgain(now: boolean): void {
		clearTimeout(this.paletteTimer);
		this.paletteTimer = setTimeout(() => void this.refresh(), now ? 0 : 200);
	}

	private async refresh(): Promise<void> {
		const drawing = this.drawing;
		if (!drawing?.root) {
			return;
		}
		const ids = drawing.selectedIds;
		if (ids.length < 2) {
			drawing.send(protocol.requestProperties(ids[0] ?? drawing.root.id));
		}
		const answer = await drawing.request<SetContextActions>(RequestContextActions.create({ contextId: 'tool-palette', editorContext: drawing.editorContext(), requestId: RequestAction.generateRequestId() }));
		this.palette.show(answer.actions.filter(PaletteItem.is));
		this.palette.enable(this.editable);
	}

	private selected(ids: readonly string[]): void {
		this.tellSelected(ids);
		const element = ids.length === 1 ? this.drawing?.element(ids[0]) : undefined;
		const graph = document.querySelector(`#diagram svg.sprotty-graph`);
		if (element) {
			this.properties.announce(element.told.text('label'), element.told.lines('findings'));
			this.drawing?.send(protocol.requestProperties(element.id));
			this.notices.speak(spoken(element));
			graph?.setAttribute('aria-activedescendant', `diagram_${element.id}`);
		} else {
			this.properties.clear(ids.length);
			graph?.removeAttribute('aria-activedescendant');
			if (ids.length === 0 && this.drawing?.root) {
				this.drawing.send(protocol.requestProperties(this.drawing.root.id));
			}
		}
		this.update();
	}

	/** A workbench shows the properties of what is selected itself. */
	private tellSelected(ids: readonly string[]): void {
		if (host !== null) {
			this.drawing?.send(protocol.selected(ids));
		}
	}

	private told(action: Action): void {
		switch (action.kind) {
			case 'twin/setProperties':
				return this.setProperties(action as protocol.SetProperties);
			case 'twin/found':
				return this.search.show((action as protocol.Found).items);
			case 'twin/setDiagrams':
				return this.setDiagrams((action as protocol.SetDiagrams).items);
			case 'twin/exported': {
				const { content, name } = action as protocol.Exported;
				savePicture(content, name, this.format).catch((reason: unknown) => this.notices.say(String(reason), 'error'));
				return;
			}
			case 'twin/refused':
				return this.notices.say((action as protocol.Refused).reason, 'warning');
			case 'twin/live':
				this.plant.told(action as protocol.LiveAction);
				setTimeout(() => this.drawing?.root && this.legend.show(signsOf(this.drawing.root)));
				return;
			case 'twin/revealed':
				return this.goTo((action as protocol.Revealed).uri ?? '', (action as protocol.Revealed).elementId);
			default:
				if (MessageAction.is(action) || StatusAction.is(action)) {
					this.sayAction(action);
				}
		}
	}

	/** Shows what happened; what is merely going on is not worth a message. */
	private sayAction(action: MessageAction | StatusAction): void {
		const { severity, message } = action;
		if (severity === 'ERROR' || severity === 'FATAL' || severity === 'WARNING') {
			this.notices.say(message, severity === 'WARNING' ? 'warning' : 'error');
		} else if (severity === 'INFO' && action.kind === MessageAction.KIND) {
			this.notices.say(message, 'info');
		}
	}

	private setProperties(told: protocol.SetProperties): void {
		const ids = this.drawing?.selectedIds ?? [];
		const wanted = ids.length === 0 ? this.drawing?.root?.id : ids.length === 1 ? ids[0] : undefined;
		if (told.elementId === wanted) {
			this.properties.show(told);
		}
	}

	private setDiagrams(items: readonly protocol.DiagramItem[]): void {
		this.crumbs.list(items);
		if (this.uri === '') {
			const first = items.find(item => item.kind === 'line') ?? items[0];
			if (first) {
				history.replaceState(null, '', `#${encodeURIComponent(first.uri)}`);
				this.show(first.uri);
			} else {
				this.message(text('noDiagrams'));
			}
		}
	}

	private choose(): void {
		this.drawing?.send(protocol.requestDiagrams());
	}

	private setEditable(editable: boolean, reason = this.drawing?.root?.told.text('readonly') ?? ''): void {
		this.editable = editable;
		if (!editable) {
			this.gestures.cancel();
		}
		if (this.connected) {
			this.notices.lasting(editable ? '' : reason || text('readonlyReason'), 'readonly');
		}
		this.palette.enable(editable);
		this.properties.enable(editable);
		document.body.classList.toggle('readonly', !editable);
		this.update();
	}

	private lost(sentence: string): void {
		this.connected = false;
		this.plant.connected(false);
		this.gestures.cancel();
		this.palette.enable(false);
		this.properties.enable(false);
		this.notices.lasting(sentence, 'lost');
		if (!this.drawing) {
			this.message('');
		}
		this.update();
	}

	private message(sentence: string): void {
		const box = byId('empty');
		box.textContent = sentence;
		box.hidden = sentence === '';
	}

	private update(): void {
		this.toolbar.update({ connected: this.connected && this.drawing?.root !== undefined, editable: this.editable, selected: this.drawing?.selectedIds.length ?? 0 });
	}

	private key(event: KeyboardEvent): void {
		const target = event.target instanceof HTMLElement || event.target instanceof SVGElement ? event.target : document.body;
		if (this.help.open || target.matches('input, textarea, select')) {
			return;
		}
		if (isKeyOfHost(event)) {
			event.preventDefault();
			event.stopPropagation();
			return;
		}
		const meaning = meaningOf(event);
		const inDrawing = target === document.body || this.canvas.contains(target);
		if (!meaning || (!inDrawing && (event.key === 'Enter' || event.key === ' ' || event.key.startsWith('Arrow')))) {
			return;
		}
		event.preventDefault();
		event.stopPropagation();
		this.commands.mean(meaning);
	}
}

new TwinWindow().listen();
