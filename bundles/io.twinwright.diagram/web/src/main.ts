/** The window: brings the parts of the page, the keys and the session with the server together. */
import 'reflect-metadata';
import { PaletteItem, RequestAction, RequestContextActions, SetContextActions } from '@eclipse-glsp/client';
import { Answers } from './answers';
import { Bubble } from './bubble';
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
import { Place } from './place';
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
	private shown = '';
	private format: 'svg' | 'png' = 'svg';
	private paletteTimer: ReturnType<typeof setTimeout> | undefined;

	private readonly canvas = byId('canvas');
	private readonly notices = new Notices(byId('banner'), byId('messages'), byId('voice'));
	private readonly plant = new PlantSign(byId('plant'));
	private readonly help = helpDialog();
	private readonly place = new Place({
		drawing: () => this.drawing,
		leaving: () => {
			this.notices.clear();
			this.gestures.cancel();
		},
		nothing: () => this.message(text('noDiagrams'))
	});
	private readonly crumbs = new Crumbs(byId('crumbs'), uri => { this.place.open(uri); this.drawing?.focus(); }, () => this.place.choose());
	private readonly legend = new Legend(byId('legend'));
	private readonly toolbar = new Toolbar(byId('toolbar'), id => this.commands.run(id));
	private readonly search = new Search(byId('search'), query => this.drawing?.send(protocol.search(query)), item => this.place.goTo(item.uri, item.id), () => this.drawing?.focus());
	private readonly properties = new PropertiesPanel(byId('properties'), (id, property, value) => this.drawing?.send(protocol.setProperty(id, property, value)));
	private readonly gestures = new Gestures(this.canvas, document.querySelector<SVGPathElement>('#band')!, new Bubble(byId('bubble')), () => this.drawing, uri => this.place.enter(uri),
		creation => this.palette?.mark(creation), said => this.notices.speak(said));
	private readonly palette: Palette = new Palette(byId('palette'), {
		arm: creation => { this.gestures.arm(creation); this.drawing?.focus(); },
		cancel: () => this.gestures.cancel(),
		place: (creation, at) => this.gestures.place(creation, at),
		isDrawing: at => this.gestures.contains(at),
		left: () => this.drawing?.focus()
	});
	private readonly commands = new Commands({
		canvas: this.canvas,
		drawing: () => this.drawing,
		gestures: () => this.gestures,
		isEditable: () => this.editable,
		place: () => this.place,
		picture: format => {
			this.format = format;
			this.drawing?.send(protocol.exportSvg());
		},
		search: () => this.search.focus(),
		add: () => this.palette.focus(),
		help: () => this.help.showModal()
	});
	private readonly answers = new Answers({
		notices: this.notices, properties: this.properties, search: this.search, crumbs: this.crumbs, plant: this.plant, place: this.place,
		drawing: () => this.drawing,
		changed: () => this.drawing?.root && this.legend.show(signsOf(this.drawing.root)),
		format: () => this.format
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
		this.drawing = new Drawing(this.client, clientId, 'diagram', this.place.current, {
			drawn: root => this.drawn(root),
			selected: ids => this.selected(ids),
			told: action => this.answers.told(action),
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
		this.connection.open();
	}

	private drawn(root: TwinGraph): void {
		const isNew = root.id !== this.shown;
		this.shown = root.id;
		const told = root.told;
		this.place.arrived(told.text('uri'));
		const title = told.text('title');
		this.crumbs.show(this.place.way(), this.place.current, title, told.text('subtitle'));
		document.title = title === '' ? 'Twinwright' : `${title} - Twinwright`;
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
			this.properties.announce(element.id, element.told.text('label'), element.told.lines('findings'));
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
