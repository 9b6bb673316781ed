/** A line while its plant runs, is lost, and comes back. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { Browser, Page } from 'playwright-core';
import { launch, open, Opened } from '../test/browser';
import { LAYOUT, LINE } from './editor';
import { Plant, Twinwright } from './twinwright';

const J = 'acme.bottling.Juice1';
const SCREENSHOTS = 'target/screenshots';

describe('a live line', { timeout: 300_000 }, () => {
	let browser: Browser;
	let plant: Plant;
	let server: Twinwright;
	let opened: Opened;
	let page: Page;

	before(async () => {
		await mkdir(SCREENSHOTS, { recursive: true });
		browser = await launch();
		plant = await Plant.start(0);
		server = await Twinwright.start('bottling', '--endpoint', plant.url);
		opened = await open(browser, server.at(LINE));
		page = opened.page;
		await page.waitForSelector(`[data-id="${J}"]`);
	});

	after(async () => {
		await page?.context().close();
		await server?.stop();
		await plant?.stop();
		await browser?.close();
	});

	const said = (id: string): Promise<string[]> => page.locator(`[data-id="${id}"] > .body > .values text`).allTextContents();

	it('shows states, values and levels, and with which server it is connected', async () => {
		await page.waitForSelector(`[data-id="${J}.fill"] .state-execute`);
		await page.waitForSelector('#plant.online');
		assert.equal(await page.locator('#plant').innerText(), `Connected to ${plant.url}.`);
		await page.waitForSelector(`[data-id="${J}.belt"] .level`);
		assert.ok((await said(`${J}.fill`)).some(line => /^\w+ [\d.]+ \[/.test(line)), (await said(`${J}.fill`)).join());
		await page.screenshot({ path: `${SCREENSHOTS}/live-line.png` });
		const before = (await said(`${J}.fill`)).join();
		await page.waitForFunction(([id, old]) => [...document.querySelectorAll(`[data-id="${id}"] > .body > .values text`)].map(line => line.textContent).join() !== old, [`${J}.fill`, before]);
	});

	it('keeps the values while it is edited', async () => {
		await page.click(`[data-id="${J}.rinse2"] > .body > .box >> nth=-1`, { position: { x: 60, y: 30 } });
		await page.waitForSelector(`[data-id="${J}.rinse2"].selected`);
		await page.keyboard.press('Control+ArrowUp');
		await server.awaitText(text => text.includes('rinse2'), LAYOUT);
		await page.waitForSelector(`[data-id="${J}.fill"] .state-execute`);
	});

	it('says that the plant is lost, and is back by itself', async () => {
		const port = plant.port;
		await plant.stop();
		await page.waitForSelector('#plant.lost');
		await page.waitForSelector(`[data-id="${J}.fill"].alarm-bad`);
		assert.match((await said(`${J}.fill`)).join(), /not heard/);
		await page.screenshot({ path: `${SCREENSHOTS}/live-lost.png` });
		plant = await Plant.start(port);
		await page.waitForSelector('#plant.online');
		await page.waitForSelector(`[data-id="${J}.fill"] .state-execute`);
		assert.deepEqual(opened.problems, []);
		assert.equal(server.faults, '');
	});
});
