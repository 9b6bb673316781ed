/** What a user sees, in light and dark; the pictures are kept in target/screenshots to be looked at. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { Browser } from 'playwright-core';
import { launch, open, outside } from './browser';
import { FakeServer } from './fake';
import { line, LINE_URI, RECIPE_URI, SITE_URI } from './models';

const J = 'acme.bottling.Juice1';
const FOLDER = 'target/screenshots';

describe('pictures', { timeout: 180_000 }, () => {
	let browser: Browser;
	let server: FakeServer;
	let address: string;

	before(async () => {
		await mkdir(FOLDER, { recursive: true });
		browser = await launch();
		server = new FakeServer('dist');
		address = await server.start();
	});
	after(async () => {
		await browser.close();
		await server.stop();
	});

	for (const [name, uri, shown] of [['line', LINE_URI, `${J}.fill`], ['site', SITE_URI, 'acme.bottling.Pohang.A3'], ['recipe', RECIPE_URI, 'acme.bottling.Juice05Bottle.cap']]) {
		for (const dark of [false, true]) {
			it(`of a ${name} in ${dark ? 'dark' : 'light'}`, async () => {
				const { page, problems } = await open(browser, `${address}#${encodeURIComponent(uri)}`, { dark, locale: name === 'recipe' ? 'ko-KR' : 'en-GB' });
				await page.waitForSelector(`[data-id="${shown}"]`);
				await page.waitForSelector('#palette .item');
				assert.deepEqual(await outside(page), []);
				const paper = await page.evaluate(() => getComputedStyle(document.getElementById('canvas')!).backgroundColor);
				assert.equal(paper, dark ? 'rgb(31, 36, 41)' : 'rgb(255, 255, 255)');
				await page.screenshot({ path: `${FOLDER}/${name}-${dark ? 'dark' : 'light'}.png` });
				assert.deepEqual(problems, []);
				await page.context().close();
			});
		}
	}

	it('of a running line, and of one that is read-only', async () => {
		const { page, problems } = await open(browser, `${address}#${encodeURIComponent(LINE_URI)}`);
		await page.waitForSelector('#palette .item');
		server.push({ kind: 'twin/live', elements: [{ id: `${J}.fill`, live: 'flow 118 [l/min]\nspeed 9000 [/h]', state: 'Execute', alarm: 'ok' }, { id: `${J}.rinse`, state: 'Held', alarm: 'warning' },
			{ id: `${J}.cap`, state: 'Aborted', alarm: 'alarm' }, { id: `${J}.belt`, level: 0.6, live: '72 bottles' }] });
		await page.waitForSelector(`[data-id="${J}.cap"] .state-aborted`);
		await page.waitForSelector('#legend .alarm-sign');
		const sign = await page.evaluate(() => [...document.querySelectorAll('.state')].map(state => {
			const [box, text] = [state.querySelector('rect')!.getBoundingClientRect(), state.querySelector('text')!.getBoundingClientRect()];
			return text.left >= box.left && text.right <= box.right;
		}));
		assert.deepEqual(sign, [true, true, true]);
		await page.screenshot({ path: `${FOLDER}/live.png` });
		server.push({ kind: 'setEditMode', editMode: 'readonly' });
		server.update(LINE_URI, line({ readonly: "plant.twin, line 12: mismatched input '}' expecting ':'." }));
		await page.waitForSelector('#banner.readonly');
		await page.screenshot({ path: `${FOLDER}/readonly.png` });
		await page.click('[data-command="help"]');
		await page.screenshot({ path: `${FOLDER}/keys.png` });
		const dialog = (await page.locator('dialog').boundingBox())!;
		assert.ok(dialog.y >= 0 && dialog.y + dialog.height <= 760, JSON.stringify(dialog));
		assert.deepEqual(problems, []);
		await page.context().close();
	});
});
