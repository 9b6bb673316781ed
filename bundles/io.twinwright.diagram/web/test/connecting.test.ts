/** What is sent and said when something is connected. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { REASON } from './fake';
import { at, J, port, Window } from './window';

describe('connecting', { timeout: 180_000 }, () => {
	const window = Window.each();

	it('connects from port to port and shows that it may', async () => {
		const [from, to] = [await window.middle(port('rinse.rinsed')), await window.middle(port('cap.bottles'))];
		await window.page.mouse.move(from.x, from.y);
		await window.page.mouse.down();
		await window.page.mouse.move(to.x, to.y, { steps: 6 });
		await window.page.waitForSelector('#canvas.allowed');
		await window.page.mouse.up();
		const created = await window.server.next('createEdge');
		assert.deepEqual([created.elementTypeId, created.sourceElementId, created.targetElementId], ['edge:flow', `${J}.rinse.rinsed`, `${J}.cap.bottles`]);
	});

	it('says why a connection is refused, before and after', async () => {
		const [from, to] = [await window.middle(port('rinse.rinsed')), await window.middle(port('fill.juice'))];
		await window.page.mouse.move(from.x, from.y);
		await window.page.mouse.down();
		await window.page.mouse.move(to.x, to.y, { steps: 6 });
		await window.page.waitForSelector('#canvas.refused');
		assert.equal(await window.page.locator('#bubble').innerText(), REASON);
		await window.page.mouse.up();
		await window.server.next('createEdge');
		await window.page.waitForSelector('.message.warning');
		assert.deepEqual(await window.page.locator('.message span').allInnerTexts(), [REASON]);
	});

	it('connects with an armed kind of edge by two clicks', async () => {
		await window.page.click('#palette .item:has-text("Cover")');
		const [from, to] = [await window.inside('rinse2'), await window.inside('fill')];
		await window.page.mouse.click(from.x, from.y);
		await window.page.mouse.move(to.x, to.y, { steps: 3 });
		await window.page.mouse.click(to.x, to.y);
		const created = await window.server.next('createEdge');
		assert.deepEqual([created.elementTypeId, created.sourceElementId, created.targetElementId], ['edge:covers', `${J}.rinse2`, `${J}.fill`]);
	});

	it('cancels a connection by Escape', async () => {
		await window.page.click('#palette .item:has-text("Cover")');
		await window.page.keyboard.press('Escape');
		assert.equal(await window.page.locator('#canvas.connecting').count(), 0);
		assert.equal(await window.page.locator('#palette .item[aria-pressed="true"]').count(), 0);
	});

	it('connects by the keyboard', async () => {
		await window.select('rinse');
		await window.page.keyboard.press('p');
		await window.page.waitForSelector(`${at(`${J}.rinse.dirty`)}.selected`);
		await window.page.keyboard.press('Shift+P');
		await window.page.waitForSelector(`${at(`${J}.rinse.rinsed`)}.selected`);
		await window.page.keyboard.press('c');
		await window.page.waitForFunction(() => /Connecting from rinsed/.test(document.getElementById('voice')!.textContent!));
		await window.page.keyboard.press('ArrowRight');
		await window.page.waitForSelector(`${at(`${J}.fill.bottles`)}.selected`);
		await window.page.keyboard.press('Enter');
		const created = await window.server.next('createEdge');
		assert.deepEqual([created.sourceElementId, created.targetElementId], [`${J}.rinse.rinsed`, `${J}.fill.bottles`]);
	});

	it('reconnects an end of a connection', async () => {
		const edge = at(`${J}.belt`);
		const label = await window.middle(`${edge} .edge-label`);
		await window.page.mouse.click(label.x, label.y);
		await window.page.waitForSelector(`${edge} .end[data-end="target"]`);
		await window.drag(await window.middle(`${edge} .end[data-end="target"]`), await window.middle(port('cap.bottles')));
		const reconnected = await window.server.next('reconnectEdge');
		assert.deepEqual([reconnected.edgeElementId, reconnected.sourceElementId, reconnected.targetElementId], [`${J}.belt`, `${J}.rinse.rinsed`, `${J}.cap.bottles`]);
	});
});
