import { test } from 'node:test';
import { FakeServer } from './fake';
import { launch, open } from './browser';
import { SITE_URI, RECIPE_URI, line, LINE_URI } from './models';
const J = 'acme.bottling.Juice1';
test('shots', async () => {
	const server = new FakeServer('dist');
	const address = await server.start();
	const browser = await launch();
	for (const dark of [false, true]) {
		for (const [name, uri] of [['line', ''], ['site', SITE_URI], ['recipe', RECIPE_URI]]) {
			const { page, problems } = await open(browser, address + (uri ? '#' + encodeURIComponent(uri) : ''), { dark, locale: name === 'recipe' ? 'ko-KR' : 'en-GB' });
			await page.waitForSelector('[data-id]');
			await page.waitForTimeout(600);
			if (name === 'line') {
				server.push({ kind: 'twin/live', elements: [{ id: `${J}.fill`, live: 'flow 118 [l/min]\nspeed 9000 [/h]', state: 'Execute', alarm: 'ok' }, { id: `${J}.rinse`, state: 'Held', alarm: 'warning' }, { id: `${J}.cap`, state: 'Aborted', alarm: 'alarm' }, { id: `${J}.belt`, level: 0.6, live: '72 bottles' }] });
				const box = (await page.locator(`[data-id="${J}.fill"] > .body > .box`).boundingBox())!;
				await page.mouse.click(box.x + 70, box.y + 36);
				await page.waitForTimeout(300);
				await page.mouse.move(box.x + 76, box.y + 38);
				await page.waitForTimeout(300);
			}
			await page.screenshot({ path: `/tmp/shots/${name}-${dark ? 'dark' : 'light'}.png` });
			console.log(name, dark, problems);
			if (name === 'line' && !dark) {
				await page.mouse.move(10, 500);
				const b = (await page.locator(`[data-id="${J}.belt"] .edge-label`).boundingBox())!;
				await page.mouse.click(b.x + 5, b.y + 5);
				await page.click('[data-command="help"]');
				await page.waitForTimeout(300);
				await page.screenshot({ path: `/tmp/shots/help.png` });
				await page.keyboard.press('Escape');
				server.update(LINE_URI, line({ readonly: "plant.twin, line 12: mismatched input '}' expecting ':'. The drawing is that of the text before." }));
				server.push({ kind: 'setEditMode', editMode: 'readonly' });
				server.push({ kind: 'twin/refused', reason: 'Width 40..95 mm does not fit 30..35 mm.' });
				await page.waitForTimeout(400);
				await page.screenshot({ path: `/tmp/shots/readonly.png` });
			}
			await page.context().close();
		}
	}
	await browser.close();
	await server.stop();
});
