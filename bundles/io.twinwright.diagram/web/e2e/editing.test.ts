/** Each gesture in a real browser, with the real server, and what comes of it in the text. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Browser, Page } from 'playwright-core';
import { launch, open, Opened } from '../test/browser';
import { Twinwright } from './twinwright';

const J = 'acme.bottling.Juice1';
const at = (id: string): string => `[data-id="${id}"]`;
const box = (id: string): string => `${at(id)} > .body > .box >> nth=-1`;
const port = (id: string): string => `${at(id)} .mark`;

/** @return the lines of a text that another one does not have, and those that only the other one has */
function difference(before: string, text: string): { added: string[]; removed: string[] } {
	const [old, now] = [before.split('\n'), text.split('\n')];
	return { added: now.filter(line => !old.includes(line)).map(line => line.trim()), removed: old.filter(line => !now.includes(line)).map(line => line.trim()) };
}

const comments = (text: string): string[] => text.split('\n').filter(line => /^\s*(\/\/|\/\*\*|\*)/.test(line));

describe('editing', { timeout: 600_000 }, () => {
	let browser: Browser;
	let server: Twinwright;
	let opened: Opened;
	let page: Page;
	let original: string;

	before(async () => { browser = await launch(); });
	after(async () => browser.close());

	async function start(diagram: string): Promise<void> {
		server = await Twinwright.start(diagram);
		original = await server.text();
		opened = await open(browser, server.address);
		page = opened.page;
		await page.waitForSelector('.twin-node');
		await page.waitForSelector('#palette .item');
	}

	beforeEach(async context => start(/site/.test(context.name) ? 'site/acme.bottling.Pohang' : 'line/acme.bottling.Juice1'));

	afterEach(async () => {
		const faults = server.faults;
		await page.context().close();
		await server.stop();
		assert.deepEqual(opened.problems, []);
		assert.equal(faults, '');
	});

	async function middle(selector: string): Promise<{ x: number; y: number }> {
		const found = await page.locator(selector).first().boundingBox();
		assert.ok(found, selector);
		return { x: found.x + found.width / 2, y: found.y + found.height / 2 };
	}

	async function head(id: string): Promise<{ x: number; y: number }> {
		const found = await page.locator(box(id)).boundingBox();
		assert.ok(found, id);
		return { x: found.x + found.width / 2 + 6, y: found.y + 30 };
	}

	async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
		await page.mouse.move(to.x, to.y, { steps: 5 });
		await page.mouse.up();
	}

	async function select(id: string): Promise<void> {
		const point = await head(id);
		await page.mouse.click(point.x, point.y);
		await page.waitForSelector(`${at(id)}.selected`);
	}

	/** The text after a gesture: other lines as before, comments kept. */
	async function changed(wanted: (text: string) => boolean): Promise<{ added: string[]; removed: string[]; text: string }> {
		const text = await server.awaitText(wanted);
		assert.deepEqual(comments(text), comments(original));
		return { ...difference(original, text), text };
	}

	async function undone(): Promise<void> {
		await page.click('[data-command="undo"]');
		await server.awaitText(text => text === original);
	}

	it('creates a part from the palette and undoes to the byte', async () => {
		await drag(await middle('#palette .item:has-text("Capper")'), { x: 640, y: 600 });
		const { added, removed } = await changed(text => text !== original);
		assert.deepEqual(removed, []);
		assert.equal(added.length, 1);
		assert.match(added[0], /^\S.* : Capper$/);
		await page.waitForFunction(count => document.querySelectorAll('.twin-node.kind-module').length === count, 4);
		await undone();
		await page.waitForFunction(count => document.querySelectorAll('.twin-node.kind-module').length === count, 3);
	});

	it('connects two ports', async () => {
		await drag(await middle('#palette .item:has-text("Capper")'), { x: 640, y: 600 });
		const { text, added } = await changed(now => now !== original);
		const name = /(\w+) : Capper/.exec(added[0])![1];
		await page.waitForSelector(port(`${J}.${name}.bottles`));
		await select(`${J}.cap`);
		const belt = `${J}.cap.capped -> done`;
		const arrow = await page.locator(`${at(belt)} .line`).boundingBox();
		await page.mouse.click(arrow!.x + arrow!.width / 2, arrow!.y + arrow!.height / 2);
		await page.waitForSelector(`${at(belt)}.selected`);
		await page.keyboard.press('Delete');
		await server.awaitText(now => !/connect cap\.capped\s+-> done/.test(now));
		await page.waitForFunction(id => !document.querySelector(`[data-id="${id}"]`), belt);
		await drag(await middle(port(`${J}.cap.capped`)), await middle(port(`${J}.${name}.bottles`)));
		const connected = await server.awaitText(now => new RegExp(`connect cap\\.capped\\s+-> ${name}\\.bottles`).test(now));
		assert.deepEqual(comments(connected), comments(text));
	});

	it('reconnects the end of a connection', async () => {
		const label = await middle(`${at(`${J}.belt`)} .edge-label`);
		await page.mouse.click(label.x, label.y);
		await page.waitForSelector(`${at(`${J}.belt`)} .end[data-end="target"]`);
		await drag(await middle(`${at(`${J}.belt`)} .end[data-end="target"]`), await middle(port(`${J}.cap.bottles`)));
		const { text } = await changed(now => now.includes('connect belt : rinse.rinsed -> cap.bottles'));
		assert.match(text, /-> cap\.bottles buffer 120 \{ sensor queue/);
		await undone();
	});

	it('aligns and lays out without a change of the text', async () => {
		await select(`${J}.fill`);
		const cap = await head(`${J}.cap`);
		await page.keyboard.down('Control');
		await page.mouse.click(cap.x, cap.y);
		await page.keyboard.up('Control');
		await page.waitForSelector(`${at(`${J}.cap`)}.selected`);
		await page.click('[data-command="alignBottom"]');
		await page.waitForFunction(ids => {
			const bottoms = ids.map(id => document.querySelector(`[data-id="${id}"] > .body > .box`)!.getBoundingClientRect().bottom);
			return Math.abs(bottoms[0] - bottoms[1]) < 1;
		}, [`${J}.fill`, `${J}.cap`]);
		await server.awaitText(text => text.includes('Juice1.cap'), 'plant.layout.json');
		assert.equal(await server.text(), original);
	});

	it('refuses a connection with the reason and leaves the text', async () => {
		await drag(await middle(port(`${J}.rinse.rinsed`)), await middle(port(`${J}.fill.juice`)));
		await page.waitForSelector('.message.warning');
		assert.match(await page.locator('.message.warning').innerText(), /\S+ .*\./);
		assert.equal(await server.text(), original);
	});

	it('renames in place, with all that refers to it', async () => {
		await select(`${J}.cap`);
		await page.keyboard.press('F2');
		await page.waitForSelector('.label-edit:not(.hidden) input');
		await page.keyboard.press('Control+a');
		await page.keyboard.type('closing');
		await page.keyboard.press('Enter');
		const { text } = await changed(now => /\bclosing\s*: Capper/.test(now));
		assert.match(text, /fill\.filled\s+-> closing\.bottles/);
		assert.match(text, /closing\.capped\s+-> done/);
		await page.waitForSelector(at(`${J}.closing`));
		await undone();
	});

	it('changes a property', async () => {
		await select(`${J}.fill`);
		await page.waitForSelector('#properties [data-property]');
		const name = page.locator('#properties label:has-text("Name") input').first();
		await name.fill('dosing');
		await name.press('Enter');
		await changed(now => /\bdosing\s*: Filler/.test(now));
		await page.waitForSelector(at(`${J}.dosing`));
		await undone();
	});

	it('deletes a part with what depends on it', async () => {
		await select(`${J}.rinse2`);
		await page.keyboard.press('Delete');
		const { text } = await changed(now => !/\brinse2\s*: Rinser/.test(now));
		assert.ok(!text.includes('rinse2'), text);
		await undone();
		await page.waitForSelector(at(`${J}.rinse2`));
	});

	it('moves without a change of the text, and keeps the place', async () => {
		const from = await head(`${J}.cap`);
		await drag(from, { x: from.x + 30, y: from.y + 90 });
		const layout = await server.awaitText(text => text.includes('Juice1.cap'), 'plant.layout.json');
		assert.ok(JSON.parse(layout));
		assert.equal(await server.text(), original);
		const moved = await page.locator(box(`${J}.cap`)).boundingBox();
		await page.reload();
		await page.waitForSelector(at(`${J}.cap`));
		await page.click('[data-command="fit"]');
		assert.ok(moved!.y > from.y, 'moved down');
	});

	it('copies and pastes', async () => {
		await select(`${J}.cap`);
		await page.keyboard.press('Control+c');
		await page.keyboard.press('Control+v');
		const { added, removed } = await changed(now => (now.match(/: Capper/g) ?? []).length > (original.match(/: Capper/g) ?? []).length);
		assert.deepEqual(removed, []);
		assert.ok(added.some(line => /: Capper/.test(line)), added.join('\n'));
		await undone();
	});

	it('takes a module out of its bay of the site', async () => {
		const module = '[data-id="acme.bottling.Pohang.A4"] .twin-node.kind-module';
		const from = await middle(`${module} > .body > .box`);
		const bay = (await page.locator(box('acme.bottling.Pohang.A4')).boundingBox())!;
		await drag({ x: from.x, y: from.y + 14 }, { x: from.x, y: bay.y + bay.height * 2.5 });
		const { added } = await changed(now => /part rinse2\s*: Rinser covers rinse/.test(now));
		assert.equal(added.length, 1);
		await page.waitForFunction(selector => !document.querySelector(selector), module);
		await undone();
	});

	it('follows the text, is read-only while it is wrong, and goes on', async () => {
		await writeFile(join(server.folder, 'plant.twin'), original.replace('asset Juice1', 'asset asset Juice1'));
		await page.waitForSelector('#banner.readonly');
		await page.waitForSelector(at(`${J}.cap`));
		await writeFile(join(server.folder, 'plant.twin'), original.replace(/^\s*connect cap\.capped.*\n/m, ''));
		await page.waitForSelector('#banner', { state: 'hidden' });
		await page.waitForFunction(id => !document.querySelector(`[data-id="${id}"]`), `${J}.cap.capped -> done`);
	});

	it('shows what another window did', async () => {
		const other = await open(browser, server.address);
		await other.page.waitForSelector(at(`${J}.cap`));
		await select(`${J}.rinse2`);
		await page.keyboard.press('Delete');
		await other.page.waitForFunction(id => !document.querySelector(`[data-id="${id}"]`), `${J}.rinse2`);
		await other.page.context().close();
	});

	it('searches and opens another diagram', async () => {
		await page.keyboard.press('Control+f');
		await page.keyboard.type('A3');
		await page.waitForSelector('#found button');
		await page.keyboard.press('Enter');
		await page.waitForFunction(() => document.title.startsWith('Pohang'));
		await page.goBack();
		await page.waitForFunction(() => document.title.startsWith('Juice1'));
	});

	it('saves the picture', async () => {
		const [svg] = await Promise.all([page.waitForEvent('download'), page.click('[data-command="svg"]')]);
		assert.match(svg.suggestedFilename(), /Juice1\.line\.svg$/);
		const [png] = await Promise.all([page.waitForEvent('download'), page.click('[data-command="png"]')]);
		assert.match(png.suggestedFilename(), /Juice1\.line\.png$/);
	});
});
