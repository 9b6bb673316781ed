/** How the user finds the way: in, out, along, and what is said. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Sent } from './fake';
import { FILLER_URI, LINE_URI } from './models';
import { at, J, Window } from './window';

describe('finding', { timeout: 180_000 }, () => {
	const window = Window.each();

	it('says which language the page speaks', async () => {
		assert.equal(window.server.language, await window.page.evaluate(() => navigator.language));
	});

	it('opens the first line and says what it shows', async () => {
		assert.equal(await window.page.title(), 'Juice1 - Twinwright');
		assert.equal(await window.page.locator('.here').textContent(), 'Juice1');
		assert.equal(window.server.sent.find(action => action.kind === 'requestModel')?.options.sourceUri, LINE_URI);
		assert.match(await window.page.locator('#legend').innerText(), /Liquid, in and out/);
	});

	it('opens the inside by a double click and goes back', async () => {
		const point = await window.inside('fill');
		await window.page.mouse.dblclick(point.x, point.y);
		await window.page.waitForFunction(() => document.title.startsWith('Filler'));
		assert.equal((await window.server.next('requestModel', 1)).options.sourceUri !== undefined, true);
		assert.equal(window.server.sent.filter(action => action.kind === 'requestModel').at(-1)!.options.sourceUri, FILLER_URI);
		assert.match(await window.page.locator('#empty').innerText(), /Drag a type from the palette/);
		await window.page.click('.crumb:has-text("Juice1")');
		await window.page.waitForFunction(() => document.title.startsWith('Juice1'));
		await window.page.goBack();
		await window.page.waitForFunction(() => document.title.startsWith('Filler'));
		await window.page.keyboard.press('Backspace');
		await window.page.waitForFunction(() => document.title.startsWith('Juice1'));
	});

	it('opens the inside by two clicks between which the drawing brought it to the front', async () => {
		const point = await window.inside('fill');
		await window.page.mouse.click(point.x, point.y);
		await window.page.mouse.down({ clickCount: 2 });
		await window.page.evaluate(drawn => {
			const element = document.querySelector(drawn)!;
			element.parentElement!.append(element);
		}, at(`${J}.fill`));
		await window.page.mouse.up({ clickCount: 2 });
		await window.page.waitForFunction(() => document.title.startsWith('Filler'));
	});

	it('opens the inside by Enter and expands in place by Space or the sign', async () => {
		await window.select('fill');
		await window.page.keyboard.press('Space');
		assert.deepEqual(await window.server.next('twin/expand'), { kind: 'twin/expand', elementId: `${J}.fill`, expanded: true });
		const seen = window.mark;
		const sign = await window.middle(`${at(`${J}.fill`)} .opens`);
		await window.page.mouse.click(sign.x, sign.y);
		assert.equal((await window.server.next('twin/expand', seen)).elementId, `${J}.fill`);
		await window.page.keyboard.press('Enter');
		await window.page.waitForFunction(() => document.title.startsWith('Filler'));
	});

	it('goes from element to element by the arrow keys', async () => {
		await window.select('rinse');
		await window.page.keyboard.press('ArrowRight');
		await window.page.waitForSelector(`${at(`${J}.fill`)}.selected`);
		assert.equal(await window.page.locator('.twin-node.selected').count(), 1);
		await window.page.keyboard.press('Shift+ArrowRight');
		await window.page.waitForSelector(`${at(`${J}.cap`)}.selected`);
		assert.equal(await window.page.locator('.twin-node.selected').count(), 2);
		await window.page.keyboard.press('Escape');
		await window.page.waitForFunction(() => document.querySelectorAll('.twin-node.selected').length === 0);
	});

	it('searches, reveals here and opens elsewhere', async () => {
		await window.page.keyboard.press('Control+f');
		await window.page.keyboard.type('cap');
		await window.page.waitForSelector('#found button');
		assert.equal(await window.page.locator('#found button span').textContent(), 'cap in Juice1');
		await window.page.keyboard.press('Enter');
		await window.page.waitForSelector(`${at(`${J}.cap`)}.selected`);
		await window.page.keyboard.press('/');
		await window.page.keyboard.type('a3');
		await window.page.waitForSelector('#found button:has-text("A3")');
		await window.page.click('#found button:has-text("A3")');
		await window.page.waitForSelector('[data-id="acme.bottling.Pohang.A3"].selected');
		assert.match(window.page.url(), /site/);
	});

	it('says in the language of the page where something is', async () => {
		await window.show('', '&language=ko');
		await window.page.fill('#search input', 'cap');
		assert.equal(await window.page.locator('#found button span').textContent(), 'Juice1의 cap');
		await window.page.fill('#search input', 'a3');
		assert.equal(await window.page.locator('#found button:has-text("A3") span').textContent(), 'A3', 'What a diagram is of is in none.');
	});

	it('shows in the text, and selects what the text shows', async () => {
		await window.select('cap');
		await window.page.keyboard.press('F3');
		assert.equal((await window.server.next('twin/reveal')).elementId, `${J}.cap`);
		window.server.push({ kind: 'twin/revealed', elementId: `${J}.rinse` });
		await window.page.waitForSelector(`${at(`${J}.rinse`)}.selected`);
	});

	it('tells findings under the mouse', async () => {
		const point = await window.inside('fill');
		await window.page.mouse.move(point.x, point.y);
		await window.page.waitForSelector('#bubble:not([hidden])');
		assert.match(await window.page.locator('#bubble .finding').innerText(), /TW213/);
		assert.match((await window.page.getAttribute(at(`${J}.fill`), 'aria-label'))!, /fill, Filler.*TW213/);
	});

	it('zooms to fit', async () => {
		await window.page.keyboard.press('+');
		await window.page.keyboard.press('+');
		await window.page.keyboard.press('f');
		await window.page.waitForFunction(id => {
			const canvas = document.getElementById('canvas')!.getBoundingClientRect();
			return [...document.querySelectorAll('.twin-node')].every(node => {
				const box = node.getBoundingClientRect();
				return box.left >= canvas.left && box.right <= canvas.right && box.top >= canvas.top && box.bottom <= canvas.bottom;
			}) && id;
		}, 'all');
	});

	it('saves the picture as SVG and as PNG', async () => {
		const [svg] = await Promise.all([window.page.waitForEvent('download'), window.page.click('[data-command="svg"]')]);
		assert.equal(svg.suggestedFilename(), 'Juice1.line.svg');
		const [png] = await Promise.all([window.page.waitForEvent('download'), window.page.click('[data-command="png"]')]);
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

	it('hands a picture to the workbench that has the window in itself, in pieces that the server takes', async () => {
		window.server.picture = window.server.picture.replace('<rect', `<desc>${'가'.repeat(500_000)}</desc><rect`);
		await window.show('', '&window=one');
		await window.page.click('[data-command="svg"]');
		const pieces = async (): Promise<Sent[]> => {
			await window.server.next('twin/save');
			return window.server.sent.filter(action => action.kind === 'twin/save');
		};
		let sent = await pieces();
		while (!sent.at(-1)!.last) {
			await window.server.next('twin/save', window.mark);
			sent = await pieces();
		}
		assert.ok(sent.length > 2 && sent.every(({ name, piece, last }, index) => name === 'Juice1.line.svg' && piece.length <= 512 * 1024 && last === (index === sent.length - 1)));
		assert.equal(Buffer.concat(sent.map(({ piece }) => Buffer.from(piece, 'base64'))).toString(), window.server.picture);
	});

	it('lists the keys', async () => {
		await window.page.click('[data-command="help"]');
		assert.match(await window.page.locator('dialog').innerText(), /Zoom to fit/);
		await window.page.keyboard.press('Escape');
		await window.page.waitForSelector('dialog', { state: 'hidden' });
	});
});
