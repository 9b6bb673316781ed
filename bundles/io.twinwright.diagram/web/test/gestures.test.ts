/** What each gesture sends, in a real browser against a server that only listens. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Browser, Page } from 'playwright-core';
import { launch, open, Opened } from './browser';
import { FakeServer, REASON } from './fake';
import { FILLER_URI, line, LINE_URI, Schema, SITE_URI } from './models';

const J = 'acme.bottling.Juice1';
const DIST = 'dist';

describe('gestures', { timeout: 180_000 }, () => {
	let browser: Browser;
	let server: FakeServer;
	let address: string;
	let opened: Opened;
	let page: Page;

	before(async () => { browser = await launch(); });
	after(async () => browser.close());

	beforeEach(async () => {
		server = new FakeServer(DIST);
		address = await server.start();
		await show();
	});

	afterEach(async () => {
		const problems = opened.problems;
		await page.context().close();
		await server.stop();
		assert.deepEqual(problems, []);
	});

	async function show(hash = ''): Promise<void> {
		opened = await open(browser, address + hash);
		page = opened.page;
		await page.waitForSelector('#palette .item');
		await page.waitForSelector('.twin-node');
	}

	const at = (id: string): string => `[data-id="${id}"]`;
	const node = (id: string): string => `${at(`${J}.${id}`)} > .body > .box >> nth=-1`;
	const port = (id: string): string => `${at(`${J}.${id}`)} .mark`;
	const mark = (): number => server.sent.length;

	async function middle(selector: string): Promise<{ x: number; y: number }> {
		const box = await page.locator(selector).first().boundingBox();
		assert.ok(box, selector);
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	}

	/** A point of a module with nothing else on it. */
	async function inside(id: string): Promise<{ x: number; y: number }> {
		const box = await page.locator(node(id)).boundingBox();
		assert.ok(box, id);
		return { x: box.x + box.width / 2 + 4, y: box.y + 36 };
	}

	async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
		await page.mouse.move(to.x, to.y, { steps: 4 });
		await page.mouse.up();
	}

	async function select(id: string): Promise<void> {
		const point = await inside(id);
		await page.mouse.click(point.x, point.y);
		await page.waitForSelector(`${at(`${J}.${id}`)}.selected`);
	}

	it('say which language the page speaks', async () => {
		assert.equal(server.language, await page.evaluate(() => navigator.language));
	});

	it('opens the first line and says what it shows', async () => {
		assert.equal(await page.title(), 'Juice1 - Twinwright');
		assert.equal(await page.locator('.here').textContent(), 'Juice1');
		assert.equal(server.sent.find(action => action.kind === 'requestModel')?.options.sourceUri, LINE_URI);
		assert.match(await page.locator('#legend').innerText(), /Liquid, in and out/);
	});

	it('creates by a click on the palette and one in the drawing', async () => {
		await page.click('#palette .item:has-text("Capper")');
		assert.equal(await page.getAttribute('#palette .item:has-text("Capper")', 'aria-pressed'), 'true');
		await page.mouse.click(700, 600);
		const created = await server.next('createNode');
		assert.equal(created.args.type, 'acme.machines.Capper');
		assert.equal(created.containerId, 'line acme.bottling.Juice1');
		assert.ok(created.location.y > 200, JSON.stringify(created.location));
		assert.equal(await page.getAttribute('#palette .item:has-text("Capper")', 'aria-pressed'), 'false');
	});

	it('creates by dragging from the palette', async () => {
		await drag(await middle('#palette .item:has-text("Filler")'), { x: 640, y: 620 });
		assert.equal((await server.next('createNode')).args.type, 'acme.machines.Filler');
		assert.equal(await page.locator('.ghost').count(), 0);
		assert.equal(server.sent.filter(action => action.kind === 'createNode').length, 1);
	});

	it('creates by the keyboard in the middle of what is seen', async () => {
		await page.fill('#palette input', 'tank');
		await page.focus('#palette .item:has-text("Tank")');
		await page.keyboard.press('Enter');
		assert.equal((await server.next('createNode')).args.type, 'twin.std.Tank');
	});

	it('creates within a bay', async () => {
		await page.goto('about:blank');
		await page.context().close();
		await show(`#${encodeURIComponent(SITE_URI)}`);
		await drag(await middle('#palette .item:has-text("Filler")'), await middle('[data-id="acme.bottling.Pohang.A4"] > .body > .box'));
		assert.equal((await server.next('createNode')).containerId, 'acme.bottling.Pohang.A4');
	});

	it('finds in the palette', async () => {
		await page.fill('#palette input', 'fil');
		assert.deepEqual(await page.locator('#palette .item').allInnerTexts(), ['Filler']);
		await page.fill('#palette input', 'own');
		assert.equal(await page.locator('#palette .item').count(), 3);
		await page.fill('#palette input', 'zzz');
		assert.equal(await page.locator('#palette .hint').textContent(), 'Nothing found');
	});

	it('connects from port to port and shows that it may', async () => {
		const [from, to] = [await middle(port('rinse.rinsed')), await middle(port('cap.bottles'))];
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(to.x, to.y, { steps: 6 });
		await page.waitForSelector('#canvas.allowed');
		await page.mouse.up();
		const created = await server.next('createEdge');
		assert.deepEqual([created.elementTypeId, created.sourceElementId, created.targetElementId], ['edge:flow', `${J}.rinse.rinsed`, `${J}.cap.bottles`]);
	});

	it('says why a connection is refused, before and after', async () => {
		const [from, to] = [await middle(port('rinse.rinsed')), await middle(port('fill.juice'))];
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(to.x, to.y, { steps: 6 });
		await page.waitForSelector('#canvas.refused');
		assert.equal(await page.locator('#bubble').innerText(), REASON);
		await page.mouse.up();
		await server.next('createEdge');
		await page.waitForSelector('.message.warning');
		assert.deepEqual(await page.locator('.message span').allInnerTexts(), [REASON]);
	});

	it('connects with an armed kind of edge by two clicks', async () => {
		await page.click('#palette .item:has-text("Cover")');
		const [from, to] = [await inside('rinse2'), await inside('fill')];
		await page.mouse.click(from.x, from.y);
		await page.mouse.move(to.x, to.y, { steps: 3 });
		await page.mouse.click(to.x, to.y);
		const created = await server.next('createEdge');
		assert.deepEqual([created.elementTypeId, created.sourceElementId, created.targetElementId], ['edge:covers', `${J}.rinse2`, `${J}.fill`]);
	});

	it('cancels a connection by Escape', async () => {
		await page.click('#palette .item:has-text("Cover")');
		await page.keyboard.press('Escape');
		assert.equal(await page.locator('#canvas.connecting').count(), 0);
		assert.equal(await page.locator('#palette .item[aria-pressed="true"]').count(), 0);
	});

	it('connects by the keyboard', async () => {
		await select('rinse');
		await page.keyboard.press('p');
		await page.waitForSelector(`${at(`${J}.rinse.dirty`)}.selected`);
		await page.keyboard.press('Shift+P');
		await page.waitForSelector(`${at(`${J}.rinse.rinsed`)}.selected`);
		await page.keyboard.press('c');
		await page.waitForFunction(() => /Connecting from rinsed/.test(document.getElementById('voice')!.textContent!));
		await page.keyboard.press('ArrowRight');
		await page.waitForSelector(`${at(`${J}.fill.bottles`)}.selected`);
		await page.keyboard.press('Enter');
		const created = await server.next('createEdge');
		assert.deepEqual([created.sourceElementId, created.targetElementId], [`${J}.rinse.rinsed`, `${J}.fill.bottles`]);
	});

	it('reconnects an end of a connection', async () => {
		const edge = at(`${J}.belt`);
		const label = await middle(`${edge} .edge-label`);
		await page.mouse.click(label.x, label.y);
		await page.waitForSelector(`${edge} .end[data-end="target"]`);
		await drag(await middle(`${edge} .end[data-end="target"]`), await middle(port('cap.bottles')));
		const reconnected = await server.next('reconnectEdge');
		assert.deepEqual([reconnected.edgeElementId, reconnected.sourceElementId, reconnected.targetElementId], [`${J}.belt`, `${J}.rinse.rinsed`, `${J}.cap.bottles`]);
	});

	it('moves with the mouse, and connections follow at once', async () => {
		const from = await inside('cap');
		const before = await page.getAttribute(`${at(`${J}.cap.capped -> done`)} .line`, 'd');
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(from.x + 20, from.y + 30, { steps: 3 });
		await page.mouse.move(from.x + 40, from.y + 90, { steps: 6 });
		assert.notEqual(await page.getAttribute(`${at(`${J}.cap.capped -> done`)} .line`, 'd'), before);
		await page.mouse.up();
		const { newBounds } = await server.next('changeBounds');
		assert.equal(newBounds.length, 1);
		assert.equal(newBounds[0].elementId, `${J}.cap`);
		assert.ok(newBounds[0].newPosition.y > 120 && newBounds[0].newPosition.x > 700, JSON.stringify(newBounds));
		assert.equal(server.sent.filter(action => action.kind === 'compound' || action.kind === 'changeRoutingPoints').length, 0);
	});

	it('puts a module into another bay', async () => {
		await page.context().close();
		await show(`#${encodeURIComponent(SITE_URI)}`);
		const module = '[data-id="acme.bottling.Juice1.cap.place"] > .body > .box';
		const from = await middle(module);
		await drag({ x: from.x, y: from.y + 15 }, await middle('[data-id="acme.bottling.Pohang.A4"] > .body > .box'));
		const changed = await server.next('changeContainer');
		assert.deepEqual([changed.elementId, changed.targetContainerId], ['acme.bottling.Juice1.cap.place', 'acme.bottling.Pohang.A4']);
	});

	it('moves by the keyboard', async () => {
		await select('cap');
		await page.keyboard.press('Control+ArrowDown');
		const { newBounds } = await server.next('changeBounds');
		assert.deepEqual(newBounds, [{ elementId: `${J}.cap`, newPosition: { x: 690, y: 81 }, newSize: { width: 120, height: 115 } }]);
	});

	it('renames in place by F2 and by a double click on the name', async () => {
		await select('cap');
		await page.keyboard.press('F2');
		await page.waitForSelector('.label-edit:not(.hidden) input');
		await page.keyboard.type('close');
		await page.keyboard.press('Enter');
		const renamed = await server.next('applyLabelEdit');
		assert.deepEqual([renamed.labelId, renamed.text], [`${J}.cap#name`, 'close']);
		const seen = mark();
		const name = await middle(`${at(`${J}.fill`)} .twin-label text`);
		await page.mouse.dblclick(name.x, name.y);
		await page.waitForSelector('.label-edit:not(.hidden) input');
		await page.keyboard.type('dose');
		await page.keyboard.press('Enter');
		assert.equal((await server.next('applyLabelEdit', seen)).text, 'dose');
		assert.equal(server.sent.filter(action => action.kind === 'requestModel').length, 1);
	});

	it('opens the inside by a double click and goes back', async () => {
		const point = await inside('fill');
		await page.mouse.dblclick(point.x, point.y);
		await page.waitForFunction(() => document.title.startsWith('Filler'));
		assert.equal((await server.next('requestModel', 1)).options.sourceUri !== undefined, true);
		assert.equal(server.sent.filter(action => action.kind === 'requestModel').at(-1)!.options.sourceUri, FILLER_URI);
		assert.match(await page.locator('#empty').innerText(), /Drag a type from the palette/);
		await page.click('.crumb:has-text("Juice1")');
		await page.waitForFunction(() => document.title.startsWith('Juice1'));
		await page.goBack();
		await page.waitForFunction(() => document.title.startsWith('Filler'));
		await page.keyboard.press('Backspace');
		await page.waitForFunction(() => document.title.startsWith('Juice1'));
	});

	it('opens the inside by Enter and expands in place by Space or the sign', async () => {
		await select('fill');
		await page.keyboard.press('Space');
		assert.deepEqual(await server.next('twin/expand'), { kind: 'twin/expand', elementId: `${J}.fill`, expanded: true });
		const seen = mark();
		const sign = await middle(`${at(`${J}.fill`)} .opens`);
		await page.mouse.click(sign.x, sign.y);
		assert.equal((await server.next('twin/expand', seen)).elementId, `${J}.fill`);
		await page.keyboard.press('Enter');
		await page.waitForFunction(() => document.title.startsWith('Filler'));
	});

	it('deletes what is selected', async () => {
		await select('cap');
		await page.keyboard.press('Delete');
		assert.deepEqual((await server.next('deleteElement')).elementIds, [`${J}.cap`]);
	});

	it('selects several, aligns them and lays only them out', async () => {
		await select('fill');
		const point = await inside('cap');
		await page.keyboard.down('Control');
		await page.mouse.click(point.x, point.y);
		await page.keyboard.up('Control');
		await page.waitForSelector(`${at(`${J}.cap`)}.selected`);
		await page.waitForSelector(`${at(`${J}.fill`)}.selected`);
		await page.click('[data-command="alignBottom"]');
		const aligned = await server.next('changeBounds');
		assert.deepEqual(aligned.newBounds.map((bounds: { newPosition: { y: number }; newSize: { height: number } }) => bounds.newPosition.y + bounds.newSize.height), [202, 202]);
		await page.click('[data-command="layout"]');
		assert.deepEqual((await server.next('layout')).elementIds.sort(), [`${J}.cap`, `${J}.fill`]);
	});

	it('lays everything out where nothing is selected', async () => {
		await page.keyboard.press('l');
		assert.deepEqual((await server.next('layout')).elementIds, []);
	});

	it('selects in a frame', async () => {
		const box = (await page.locator(node('cap')).boundingBox())!;
		await page.keyboard.down('Shift');
		await drag({ x: box.x - 30, y: box.y + box.height + 40 }, { x: box.x + box.width - 20, y: box.y - 20 });
		await page.keyboard.up('Shift');
		await page.waitForSelector(`${at(`${J}.cap`)}.selected`);
		assert.equal(await page.locator(`${at(`${J}.rinse`)}.selected`).count(), 0);
	});

	it('copies and pastes', async () => {
		await select('cap');
		await page.keyboard.press('Control+c');
		await server.next('requestClipboardData');
		await page.keyboard.press('Control+v');
		assert.deepEqual((await server.next('paste')).clipboardData, { 'text/plain': `${J}.cap` });
	});

	it('goes from element to element by the arrow keys', async () => {
		await select('rinse');
		await page.keyboard.press('ArrowRight');
		await page.waitForSelector(`${at(`${J}.fill`)}.selected`);
		assert.equal(await page.locator('.twin-node.selected').count(), 1);
		await page.keyboard.press('Shift+ArrowRight');
		await page.waitForSelector(`${at(`${J}.cap`)}.selected`);
		assert.equal(await page.locator('.twin-node.selected').count(), 2);
		await page.keyboard.press('Escape');
		await page.waitForFunction(() => document.querySelectorAll('.twin-node.selected').length === 0);
	});

	it('undoes and redoes by keys and buttons', async () => {
		await select('cap');
		await page.keyboard.press('Control+z');
		await server.next('glspUndo');
		await page.keyboard.press('Control+y');
		await server.next('glspRedo');
		const seen = mark();
		await page.click('[data-command="undo"]');
		await server.next('glspUndo', seen);
	});

	it('shows and changes properties', async () => {
		await select('fill');
		await page.waitForSelector('#properties .subject:has-text("About acme.bottling.Juice1.fill")');
		await page.fill('[data-property="name"]', 'dose');
		await page.keyboard.press('Enter');
		assert.deepEqual(await server.next('twin/setProperty'), { kind: 'twin/setProperty', isOperation: true, elementId: `${J}.fill`, property: 'name', value: 'dose' });
		const seen = mark();
		await page.selectOption('[data-property="bay"]', 'A3');
		assert.equal((await server.next('twin/setProperty', seen)).value, 'A3');
		assert.equal(await page.locator('output[data-property="mass"]').innerText(), '4200');
	});

	it('searches, reveals here and opens elsewhere', async () => {
		await page.keyboard.press('Control+f');
		await page.keyboard.type('cap');
		await page.waitForSelector('#found button');
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${at(`${J}.cap`)}.selected`);
		await page.keyboard.press('/');
		await page.keyboard.type('a3');
		await page.waitForSelector('#found button:has-text("A3")');
		await page.click('#found button:has-text("A3")');
		await page.waitForSelector('[data-id="acme.bottling.Pohang.A3"].selected');
		assert.match(page.url(), /site/);
	});

	it('shows in the text, and selects what the text shows', async () => {
		await select('cap');
		await page.keyboard.press('F3');
		assert.equal((await server.next('twin/reveal')).elementId, `${J}.cap`);
		server.push({ kind: 'twin/revealed', elementId: `${J}.rinse` });
		await page.waitForSelector(`${at(`${J}.rinse`)}.selected`);
	});

	it('is read-only with the reason while the text is wrong, and draws on afterwards', async () => {
		server.push({ kind: 'setEditMode', editMode: 'readonly' });
		server.update(LINE_URI, line({ readonly: 'Line 12: mismatched input. Correct the text to go on.' }));
		await page.waitForSelector('#banner.readonly');
		assert.match(await page.locator('#banner').innerText(), /Read-only.*\n?.*Line 12/s);
		assert.ok(await page.isDisabled('#palette .item'));
		const seen = mark();
		await drag(await middle(port('rinse.rinsed')), await middle(port('cap.bottles')));
		await select('cap');
		await page.keyboard.press('Delete');
		await page.keyboard.press('Control+ArrowDown');
		server.push({ kind: 'setEditMode', editMode: 'editable' });
		server.update(LINE_URI, line());
		await page.waitForSelector('#banner', { state: 'hidden' });
		await page.keyboard.press('Control+ArrowDown');
		await server.next('changeBounds', seen);
		assert.deepEqual(server.sent.slice(seen).filter(action => ['createEdge', 'deleteElement'].includes(action.kind)), []);
		assert.equal(server.sent.slice(seen).filter(action => action.kind === 'changeBounds').length, 1);
	});

	it('keeps the view and the selection when the model changes', async () => {
		await select('cap');
		const fitted = await page.getAttribute('.sprotty-graph > g', 'transform');
		await page.keyboard.press('+');
		await page.waitForFunction(was => document.querySelector('.sprotty-graph > g')?.getAttribute('transform') !== was, fitted);
		const view = await page.getAttribute('.sprotty-graph > g', 'transform');
		const changed = line();
		changed.children = changed.children!.filter((child: Schema) => child.id !== `${J}.rinse2` && !child.id.includes('covers'));
		server.update(LINE_URI, changed);
		await page.waitForFunction(id => !document.querySelector(`[data-id="${id}"]`), `${J}.rinse2`);
		assert.equal(await page.getAttribute('.sprotty-graph > g', 'transform'), view);
		assert.equal(await page.locator(`${at(`${J}.cap`)}.selected`).count(), 1);
	});

	it('shows live values, states, alarms and levels', async () => {
		server.push({ kind: 'twin/live', elements: [{ id: `${J}.fill`, live: 'flow 118 [l/min]\nspeed 9000 [/h]', state: 'Execute', alarm: 'alarm' }, { id: `${J}.belt`, level: 0.95, live: '114 bottles' }] });
		await page.waitForSelector(`${at(`${J}.fill`)}.alarm-alarm .state-execute`);
		assert.match(await page.locator(at(`${J}.fill`)).innerText().catch(async () => (await page.locator(at(`${J}.fill`)).textContent())!), /flow 118/);
		await page.waitForSelector(`${at(`${J}.belt`)} .level.full`);
		server.push({ kind: 'twin/live', elements: [{ id: `${J}.fill`, alarm: 'ok', state: 'Held' }] });
		await page.waitForSelector(`${at(`${J}.fill`)}.alarm-ok .state-held`);
		assert.equal(await page.locator(`${at(`${J}.fill`)} .alarm`).count(), 0);
	});

	it('tells findings under the mouse', async () => {
		const point = await inside('fill');
		await page.mouse.move(point.x, point.y);
		await page.waitForSelector('#bubble:not([hidden])');
		assert.match(await page.locator('#bubble .finding').innerText(), /TW213/);
		assert.match((await page.getAttribute(at(`${J}.fill`), 'aria-label'))!, /fill, Filler.*TW213/);
	});

	it('saves the picture as SVG and as PNG', async () => {
		const [svg] = await Promise.all([page.waitForEvent('download'), page.click('[data-command="svg"]')]);
		assert.equal(svg.suggestedFilename(), 'Juice1.line.svg');
		const [png] = await Promise.all([page.waitForEvent('download'), page.click('[data-command="png"]')]);
		assert.equal(png.suggestedFilename(), 'Juice1.line.png');
		const stream = await png.createReadStream();
		const chunks: Buffer[] = [];
		for await (const chunk of stream) {
			chunks.push(chunk as Buffer);
		}
		const bytes = Buffer.concat(chunks);
		assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
		assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [600, 300]);
	});

	it('zooms to fit', async () => {
		await page.keyboard.press('+');
		await page.keyboard.press('+');
		await page.keyboard.press('f');
		await page.waitForFunction(id => {
			const canvas = document.getElementById('canvas')!.getBoundingClientRect();
			return [...document.querySelectorAll('.twin-node')].every(node => {
				const box = node.getBoundingClientRect();
				return box.left >= canvas.left && box.right <= canvas.right && box.top >= canvas.top && box.bottom <= canvas.bottom;
			}) && id;
		}, 'all');
	});

	it('says that the connection is lost, and goes on when it is back', async () => {
		await select('cap');
		server.accepts = false;
		server.drop();
		await page.waitForSelector('#banner.lost');
		assert.ok(await page.isDisabled('[data-command="undo"]'));
		server.accepts = true;
		await page.waitForSelector('#banner', { state: 'hidden' });
		await page.waitForSelector('.twin-node');
		await select('fill');
		await page.keyboard.press('Delete');
		await server.next('deleteElement');
		// A refused socket is an error for the browser, and only that.
		opened.problems.splice(0, opened.problems.length, ...opened.problems.filter(problem => !/WebSocket/.test(problem)));
	});

	it('lists the keys', async () => {
		await page.click('[data-command="help"]');
		assert.match(await page.locator('dialog').innerText(), /Zoom to fit/);
		await page.keyboard.press('Escape');
		await page.waitForSelector('dialog', { state: 'hidden' });
	});
});
