import { test } from 'node:test';
import { FakeServer } from './fake';
import { launch, open } from './browser';
import { SITE_URI, RECIPE_URI } from './models';
test('shots', async () => {
	const server = new FakeServer(process.env.DIST!);
	const address = await server.start();
	const browser = await launch();
	for (const dark of [false, true]) {
		for (const [name, uri] of [['line', ''], ['site', SITE_URI], ['recipe', RECIPE_URI]]) {
			const { page, problems } = await open(browser, address + (uri ? '#' + encodeURIComponent(uri) : ''), { dark });
			await page.waitForSelector('[data-id]');
			await page.waitForTimeout(600);
			await page.screenshot({ path: `/tmp/shots/${name}-${dark ? 'dark' : 'light'}.png` });
			console.log(name, dark, problems);
			await page.context().close();
		}
	}
	console.log(server.sent.map(a => a.kind).join(' '));
	await browser.close();
	await server.stop();
});
