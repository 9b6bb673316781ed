/** A page of the client in a real browser, against a server that only listens. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { Browser, Page } from 'playwright-core';
import { launch, open, Opened, placed } from './browser';
import { FakeServer } from './fake';

export const J = 'acme.bottling.Juice1';
export const at = (id: string): string => `[data-id="${id}"]`;
export const node = (id: string): string => `${at(`${J}.${id}`)} > .body > .box >> nth=-1`;
export const port = (id: string): string => `${at(`${J}.${id}`)} .mark`;

export interface Point {
	x: number;
	y: number;
}

/** The page of the test that runs, and the server behind it. */
export class Window {
	server!: FakeServer;
	page!: Page;
	opened!: Opened;
	private address = '';
	private browser!: Browser;

	/** Makes one for each test. */
	static each(): Window {
		const window = new Window();
		before(async () => { window.browser = await launch(); });
		after(async () => window.browser.close());
		beforeEach(async () => {
			window.server = new FakeServer('dist');
			window.address = await window.server.start();
			await window.show();
		});
		afterEach(async () => {
			const problems = window.opened.problems;
			await window.page.context().close();
			await window.server.stop();
			assert.deepEqual(problems, []);
		});
		return window;
	}

	/**
	 * @param uri of the diagram, the first one for none
	 * @param parameters more of them in the address, as of a workbench
	 */
	async show(uri = '', parameters = ''): Promise<void> {
		await this.page?.context().close();
		this.opened = await open(this.browser, this.address + parameters + (uri === '' ? '' : `#${encodeURIComponent(uri)}`));
		this.page = this.opened.page;
		await this.page.waitForSelector('#palette .item');
		await this.page.waitForSelector('.twin-node');
		await placed(this.page);
	}

	/** How many actions were sent until now. */
	get mark(): number {
		return this.server.sent.length;
	}

	async middle(selector: string): Promise<Point> {
		const box = await this.page.locator(selector).first().boundingBox();
		assert.ok(box, selector);
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	}

	/** A point of a module with nothing else on it. */
	async inside(id: string): Promise<Point> {
		const box = await this.page.locator(node(id)).boundingBox();
		assert.ok(box, id);
		return { x: box.x + box.width / 2 + 4, y: box.y + 36 };
	}

	async drag(from: Point, to: Point): Promise<void> {
		await this.page.mouse.move(from.x, from.y);
		await this.page.mouse.down();
		await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
		await this.page.mouse.move(to.x, to.y, { steps: 4 });
		await this.page.mouse.up();
	}

	async select(id: string): Promise<void> {
		const point = await this.inside(id);
		await this.page.mouse.click(point.x, point.y);
		await this.page.waitForSelector(`${at(`${J}.${id}`)}.selected`);
	}
}
