/** What is sent when something is created. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SITE_URI } from './models';
import { Window } from './window';

describe('creating', { timeout: 180_000 }, () => {
	const window = Window.each();

	it('creates by a click on the palette and one in the drawing', async () => {
		await window.page.click('#palette .item:has-text("Capper")');
		assert.equal(await window.page.getAttribute('#palette .item:has-text("Capper")', 'aria-pressed'), 'true');
		await window.page.mouse.click(700, 600);
		const created = await window.server.next('createNode');
		assert.equal(created.args.type, 'acme.machines.Capper');
		assert.equal(created.containerId, 'line acme.bottling.Juice1');
		assert.ok(created.location.y > 200, JSON.stringify(created.location));
		assert.equal(await window.page.getAttribute('#palette .item:has-text("Capper")', 'aria-pressed'), 'false');
	});

	it('creates by dragging from the palette', async () => {
		await window.drag(await window.middle('#palette .item:has-text("Filler")'), { x: 640, y: 620 });
		assert.equal((await window.server.next('createNode')).args.type, 'acme.machines.Filler');
		assert.equal(await window.page.locator('.ghost').count(), 0);
		assert.equal(window.server.sent.filter(action => action.kind === 'createNode').length, 1);
	});

	it('creates by the keyboard in the middle of what is seen', async () => {
		await window.page.fill('#palette input', 'tank');
		await window.page.focus('#palette .item:has-text("Tank")');
		await window.page.keyboard.press('Enter');
		assert.equal((await window.server.next('createNode')).args.type, 'twin.std.Tank');
	});

	it('creates within a bay', async () => {
		await window.show(SITE_URI);
		await window.drag(await window.middle('#palette .item:has-text("Filler")'), await window.middle('[data-id="acme.bottling.Pohang.A4"] > .body > .box'));
		assert.equal((await window.server.next('createNode')).containerId, 'acme.bottling.Pohang.A4');
	});

	it('finds in the palette', async () => {
		await window.page.fill('#palette input', 'fil');
		assert.deepEqual(await window.page.locator('#palette .item').allInnerTexts(), ['Filler']);
		await window.page.fill('#palette input', 'own');
		assert.equal(await window.page.locator('#palette .item').count(), 3);
		await window.page.fill('#palette input', 'zzz');
		assert.equal(await window.page.locator('#palette .hint').textContent(), 'Nothing found');
	});
});
