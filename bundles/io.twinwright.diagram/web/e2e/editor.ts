/** A page of the real server with what users do in it, and the files that come of it. */
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { Browser, Page } from 'playwright-core';
import { launch, open, Opened, PageOptions, placed } from '../test/browser';
import { Twinwright } from './twinwright';

export interface Point {
	x: number;
	y: number;
}

export const LINE = 'line/acme.bottling.Juice1';
export const SITE = 'site/acme.bottling.Pohang';
export const RECIPE = 'recipe/acme.bottling.Juice05Bottle';
export const PLANT = 'plant.twin';
export const LAYOUT = 'plant.layout.json';

/** One server for the tests of a file, with the example as it was before each; its pages are closed after each. */
export interface Bench {
	open(diagram: string, options?: PageOptions): Promise<Editor>;
}

export function bench(example = 'bottling'): Bench {
	let browser: Browser;
	let server: Twinwright;
	let editors: Editor[] = [];
	before(async () => [browser, server] = await Promise.all([launch(), Twinwright.start(example)]));
	after(async () => {
		await browser.close();
		const faults = server.faults;
		await server.stop();
		assert.equal(faults, '');
	});
	afterEach(async () => {
		const problems = editors.flatMap(editor => editor.problems);
		await Promise.all(editors.map(editor => editor.page.context().close()));
		editors = [];
		await server.restore();
		assert.deepEqual(problems, []);
	});
	return {
		async open(diagram, options = {}) {
			const editor = new Editor(server, await open(browser, server.at(diagram), options));
			editors.push(editor);
			await editor.page.waitForSelector('.sprotty-graph');
			await editor.page.waitForSelector('#palette :is(.item, .hint)', { state: 'attached' });
			await placed(editor.page);
			return editor;
		}
	};
}

const comments = (text: string): string[] => text.split('\n').filter(line => /^\s*(\/\/|\/\*\*|\*)/.test(line));

export class Editor {
	readonly page: Page;
	readonly problems: string[];

	constructor(readonly server: Twinwright, opened: Opened) {
		this.page = opened.page;
		this.problems = opened.problems;
	}

	at(id: string): string {
		return `[data-id="${id}"]`;
	}

	box(id: string): string {
		return `${this.at(id)} > .body > .box >> nth=-1`;
	}

	port(id: string): Promise<Point> {
		return this.middle(`${this.at(id)} .mark`);
	}

	async middle(selector: string): Promise<Point> {
		const found = await this.bounds(selector);
		return { x: found.x + found.width / 2, y: found.y + found.height / 2 };
	}

	async bounds(selector: string): Promise<Point & { width: number; height: number }> {
		const found = await this.page.locator(selector).first().boundingBox();
		assert.ok(found, selector);
		return found;
	}

	/** A point of a node with nothing else on it. */
	async head(id: string): Promise<Point> {
		const found = await this.bounds(this.box(id));
		return { x: found.x + found.width / 2 + 6, y: found.y + Math.min(found.height / 2, 30) };
	}

	/** A point of the drawing with nothing on it, in its lower part. */
	async empty(): Promise<Point> {
		const found = await this.bounds('#canvas');
		return { x: found.x + found.width / 2 - 120, y: found.y + found.height - 90 };
	}

	/** An item of the palette, whose group is unfolded for it. */
	async item(label: string): Promise<string> {
		const item = `#palette .item:has(span:text-is("${label}"))`;
		await this.page.waitForSelector(item, { state: 'attached' });
		if (!await this.page.locator(item).first().isVisible()) {
			await this.page.locator(`#palette details:has(span:text-is("${label}")) summary`).first().click();
		}
		await this.page.locator(item).first().scrollIntoViewIfNeeded();
		return `${item} >> nth=0`;
	}

	async press(...keys: string[]): Promise<void> {
		for (const key of keys) {
			await this.page.keyboard.press(key);
		}
	}

	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text);
	}

	async drag(from: Point, to: Point): Promise<void> {
		await this.carry(from, to);
		await this.page.mouse.up();
	}

	/** Drags without letting go. */
	async carry(from: Point, to: Point): Promise<void> {
		await this.page.mouse.move(from.x, from.y);
		await this.page.mouse.down();
		await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
		await this.page.mouse.move(to.x, to.y, { steps: 4 });
	}

	async click(at: Point, ...held: ('Control' | 'Shift')[]): Promise<void> {
		for (const key of held) {
			await this.page.keyboard.down(key);
		}
		await this.page.mouse.click(at.x, at.y);
		for (const key of held) {
			await this.page.keyboard.up(key);
		}
	}

	async select(...ids: string[]): Promise<void> {
		for (const [index, id] of ids.entries()) {
			await this.click(await this.head(id), ...(index > 0 ? ['Control' as const] : []));
			await this.page.waitForSelector(`${this.at(id)}.selected`);
		}
	}

	/** Selects an edge by its label, or by the middle of its line. */
	async selectEdge(id: string): Promise<void> {
		const label = `${this.at(id)} .edge-label`;
		await this.click(await this.middle(await this.page.locator(label).count() > 0 ? label : `${this.at(id)} .line`));
		await this.page.waitForSelector(`${this.at(id)}.selected`);
	}

	async command(id: string): Promise<void> {
		await this.page.click(`[data-command="${id}"]`);
	}

	async gone(id: string): Promise<void> {
		await this.page.waitForFunction(of => !document.querySelector(`[data-id="${of}"]`), id);
	}

	text(file = PLANT): Promise<string> {
		return this.server.text(file);
	}

	/** Does something, after which the text has one part in place of another and all else as it was, to the byte; takes it back. */
	async replaces(change: () => Promise<void>, from: string, to: string, file = PLANT): Promise<void> {
		const original = await this.text(file);
		assert.ok(original.includes(from), from);
		await this.changes(change, original.replace(from, () => to), file);
		await this.undo(original, file);
	}

	/** Does something, after which the text is another, to the byte. */
	async changes(change: () => Promise<void>, to: string, file = PLANT): Promise<void> {
		const original = await this.text(file);
		await change();
		const text = await this.server.awaitText(now => now !== original, file);
		assert.equal(text, to);
		assert.deepEqual(comments(text), comments(original));
	}

	/** Takes a step back, which leaves the text to the byte as it was. */
	async undo(original: string, file = PLANT): Promise<void> {
		await this.command('undo');
		await this.server.awaitText(text => text === original, file);
	}

	/** @return what is kept of a node in the file with positions, as soon as it is as wanted */
	async place(diagram: string, id: string, wanted: (place: Record<string, number>) => boolean): Promise<Record<string, number>> {
		const line = (text: string): string => text.split('\n').find(one => one.includes(`"${id}":`)) ?? '{}';
		const read = (text: string): Record<string, number> => JSON.parse(/\{[^{}]*\}/.exec(line(text))![0]);
		const text = await this.server.awaitText(now => now.includes(`"${diagram}"`) && wanted(read(now)), LAYOUT);
		const ids = [...text.matchAll(/^ {4}"(.*)": \{/gm)].map(match => match[1]);
		assert.deepEqual(ids, [...ids].sort(), 'sorted');
		return read(text);
	}

	/** The message that refuses something, and nothing was changed. */
	async refused(sentence: RegExp): Promise<void> {
		await this.page.waitForSelector('.message.warning');
		assert.match(await this.page.locator('.message.warning span').innerText(), sentence);
	}
}
