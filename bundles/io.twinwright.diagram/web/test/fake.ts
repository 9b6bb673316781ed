/** A small server that speaks as much of GLSP as the client needs, and remembers what it was sent. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
import { filler, FILLER_URI, line, LINE_URI, recipe, RECIPE_URI, Schema, site, SITE_URI } from './models';

export interface Sent {
	kind: string;
	[key: string]: any;
}

interface Rpc {
	id?: number;
	method?: string;
	params?: any;
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.txt': 'text/plain' };
const SERVER_ACTIONS = ['requestModel', 'requestTypeHints', 'requestContextActions', 'requestCheckEdge', 'requestEditValidation', 'requestClipboardData', 'createNode', 'createEdge', 'reconnectEdge',
	'changeBounds', 'deleteElement', 'applyLabelEdit', 'layout', 'paste', 'cut', 'compound', 'glspUndo', 'glspRedo', 'saveModel', 'twin/properties', 'twin/setProperty', 'twin/reveal', 'twin/search',
	'twin/diagrams', 'twin/check', 'changeContainer', 'twin/expand', 'twin/export', 'twin/save', 'twin/selected'];

const shape = (elementTypeId: string, more: object = {}): object => ({ elementTypeId, repositionable: true, deletable: true, resizable: false, reparentable: false, ...more });
export const DEFAULT_HINTS = {
	shapeHints: [shape('node'), shape('node:module', { resizable: true }), shape('node:frame', { repositionable: false, deletable: false }), shape('node:bay'), shape('node:utility', { repositionable: false, deletable: false }),
		shape('node:standby', { repositionable: false }), shape('port', { repositionable: false })],
	edgeHints: [{ elementTypeId: 'edge', repositionable: true, deletable: true, routable: false, dynamic: true }]
};

const creation = (type: string, group: string, index: number): object => ({ id: type, sortString: `${group}${index}`, label: type, actions: [{ kind: 'triggerNodeCreation', elementTypeId: 'node:module', args: { type } }] });
export const PALETTE = [
	{ id: 'own', sortString: 'A', label: 'Own types', actions: [], children: ['acme.machines.Rinser', 'acme.machines.Filler', 'acme.machines.Capper'].map((type, index) => creation(type, 'A', index)) },
	{ id: 'library', sortString: 'B', label: 'Library', actions: [], children: [creation('twin.std.Tank', 'B', 0)] },
	{ id: 'connections', sortString: 'C', label: 'Connections', actions: [], children: [
		{ id: 'flow', sortString: 'C0', label: 'Connection', actions: [{ kind: 'triggerEdgeCreation', elementTypeId: 'edge:flow', args: {} }] },
		{ id: 'covers', sortString: 'C1', label: 'Cover', actions: [{ kind: 'triggerEdgeCreation', elementTypeId: 'edge:covers', args: {} }] }] }
];
export const REASON = 'Width 40..95 mm does not fit 30..35 mm.';

export class FakeServer {
	readonly sent: Sent[] = [];
	token = 'test-token';
	models: Record<string, Schema> = { [LINE_URI]: line(), [FILLER_URI]: filler(), [SITE_URI]: site(), [RECIPE_URI]: recipe() };
	diagrams = [{ uri: SITE_URI, title: 'Pohang', kind: 'site' }, { uri: LINE_URI, title: 'Juice1', kind: 'line' }, { uri: RECIPE_URI, title: 'Juice05Bottle', kind: 'recipe' }];
	private readonly http: Server;
	private readonly sockets = new Set<WebSocket>();
	private wss: WebSocketServer;
	private revision = 0;
	/** What the page said that it speaks. */
	language = '';
	picture = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"><rect width="300" height="150" fill="#0b4f8a"/></svg>';
	private clientId = '';
	private uri = '';
	private listeners: (() => void)[] = [];
	accepts = true;

	constructor(private readonly dist: string) {
		this.http = createServer((request, response) => {
			const url = new URL(request.url ?? '/', 'http://localhost');
			const file = join(this.dist, url.pathname === '/' ? 'index.html' : normalize(url.pathname));
			if (url.pathname === '/' && url.searchParams.get('token') !== this.token) {
				response.writeHead(403).end();
			} else if (!existsSync(file)) {
				response.writeHead(404).end();
			} else {
				response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; frame-ancestors 'none'" });
				createReadStream(file).pipe(response);
			}
		});
		this.wss = new WebSocketServer({ noServer: true });
		this.http.on('upgrade', (request, socket, head) => {
			const url = new URL(request.url ?? '/', 'http://localhost');
			if (!this.accepts || url.pathname !== '/glsp' || url.searchParams.get('token') !== this.token) {
				socket.destroy();
				return;
			}
			this.wss.handleUpgrade(request, socket, head, ws => {
				this.sockets.add(ws);
				ws.on('close', () => this.sockets.delete(ws));
				ws.on('message', data => this.received(ws, JSON.parse(String(data)) as Rpc));
			});
		});
	}

	async start(): Promise<string> {
		await new Promise<void>(done => this.http.listen(0, '127.0.0.1', done));
		return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}/?token=${this.token}`;
	}

	async stop(): Promise<void> {
		this.drop();
		this.http.closeAllConnections();
		await new Promise(done => this.http.close(done));
	}

	/** Ends all connections as a server that dies does. */
	drop(): void {
		this.sockets.forEach(socket => socket.terminate());
	}

	push(action: object): void {
		const text = JSON.stringify({ jsonrpc: '2.0', method: 'process', params: { clientId: this.clientId, action } });
		this.sockets.forEach(socket => socket.send(text));
	}

	update(uri: string, model: Schema): void {
		this.models[uri] = model;
		this.push({ kind: 'updateModel', newRoot: { ...model, revision: ++this.revision }, animate: true });
	}

	/** @return the first action of a kind that comes after those which were there at a mark, or that was there already */
	async next(kind: string, after = 0): Promise<Sent> {
		const find = (): Sent | undefined => this.sent.slice(after).find(action => action.kind === kind);
		return new Promise((done, failed) => {
			const timer = setTimeout(() => failed(new Error(`No '${kind}' was sent, but ${JSON.stringify(this.sent.slice(after).map(action => action.kind))}.`)), 10_000);
			const look = (): void => {
				const found = find();
				if (found) {
					clearTimeout(timer);
					this.listeners = this.listeners.filter(listener => listener !== look);
					done(found);
				}
			};
			this.listeners.push(look);
			look();
		});
	}

	private received(ws: WebSocket, message: Rpc): void {
		const reply = (result: unknown): void => ws.send(JSON.stringify({ jsonrpc: '2.0', id: message.id, result }));
		switch (message.method) {
			case 'initialize':
				this.language = message.params.args?.language ?? '';
				return reply({ protocolVersion: '1.0.0', serverActions: { twinwright: SERVER_ACTIONS } });
			case 'initializeClientSession':
				this.clientId = message.params.clientSessionId;
				return reply(null);
			case 'process':
				return this.process(message.params.action as Sent);
			default:
				if (message.id !== undefined) {
					reply(null);
				}
		}
	}

	private process(action: Sent): void {
		this.sent.push(action);
		const answer = (kind: string, fields: object): void => this.push({ kind, responseId: action.requestId, ...fields });
		switch (action.kind) {
			case 'requestModel':
				this.uri = action.options.sourceUri;
				answer('setModel', { newRoot: { ...(this.models[this.uri] ?? { type: 'graph', id: 'none', children: [] }), revision: ++this.revision } });
				break;
			case 'requestTypeHints':
				answer('setTypeHints', DEFAULT_HINTS);
				break;
			case 'requestContextActions':
				answer('setContextActions', { actions: action.contextId === 'tool-palette' ? PALETTE : [] });
				break;
			case 'twin/check':
				answer('twin/checked', { reason: action.targetId.endsWith('.bottles') ? '' : REASON });
				break;
			case 'requestEditValidation':
				answer('setEditValidationResult', { status: { severity: 4, message: '' } });
				break;
			case 'requestClipboardData':
				answer('setClipboardData', { clipboardData: { 'text/plain': action.editorContext.selectedElementIds.join(' ') } });
				break;
			case 'twin/properties':
				this.push({ kind: 'twin/setProperties', elementId: action.elementId, title: `About ${action.elementId}`, rows: [
					{ id: 'name', label: 'Name', value: 'fill', unit: '', choices: [], editable: true, documentation: '' },
					{ id: 'bay', label: 'Bay', value: 'A2', unit: '', choices: ['A1', 'A2', 'A3'], editable: true, documentation: 'Where it stands.' },
					{ id: 'mass', label: 'Mass', value: '4200', unit: '[kg]', choices: [], editable: false, documentation: '' }] });
				break;
			case 'twin/search':
				this.push({ kind: 'twin/found', items: [{ id: 'acme.bottling.Juice1.cap', label: 'cap', within: 'Juice1', uri: LINE_URI }, { id: 'acme.bottling.Pohang.A3', label: 'A3', uri: SITE_URI }]
					.filter(item => item.label.toLowerCase().includes(action.query.toLowerCase())) });
				break;
			case 'twin/diagrams':
				this.push({ kind: 'twin/setDiagrams', items: this.diagrams });
				break;
			case 'twin/export':
				this.push({ kind: 'twin/exported', name: 'Juice1.line.svg', content: this.picture });
				break;
			case 'createEdge':
				if (!action.targetElementId.endsWith('.bottles')) {
					this.push({ kind: 'twin/refused', reason: REASON });
					this.push({ kind: 'message', severity: 'WARNING', message: REASON });
				}
				break;
			default:
		}
		[...this.listeners].forEach(look => look());
	}
}
