/** What is sent when something is moved, aligned and laid out. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { line, LINE_URI, SITE_URI } from './models';
import { at, J, node, Window } from './window';

describe('moving', { timeout: 180_000 }, () => {
	const window = Window.each();

	it('moves with the mouse, and connections follow at once', async () => {
		const from = await window.inside('cap');
		const before = await window.page.getAttribute(`${at(`${J}.cap.capped -> done`)} .line`, 'd');
		await window.page.mouse.move(from.x, from.y);
		await window.page.mouse.down();
		await window.page.mouse.move(from.x + 20, from.y + 30, { steps: 3 });
		await window.page.mouse.move(from.x + 40, from.y + 90, { steps: 6 });
		assert.notEqual(await window.page.getAttribute(`${at(`${J}.cap.capped -> done`)} .line`, 'd'), before);
		await window.page.mouse.up();
		const { newBounds } = await window.server.next('changeBounds');
		assert.equal(newBounds.length, 1);
		assert.equal(newBounds[0].elementId, `${J}.cap`);
		assert.ok(newBounds[0].newPosition.y > 120 && newBounds[0].newPosition.x > 700, JSON.stringify(newBounds));
		assert.equal(window.server.sent.filter(action => action.kind === 'compound' || action.kind === 'changeRoutingPoints').length, 0);
	});

	it('puts a module into another bay', async () => {
		await window.show(SITE_URI);
		const module = '[data-id="acme.bottling.Juice1.cap.place"] > .body > .box';
		const from = await window.middle(module);
		await window.drag({ x: from.x, y: from.y + 15 }, await window.middle('[data-id="acme.bottling.Pohang.A4"] > .body > .box'));
		const changed = await window.server.next('changeContainer');
		assert.deepEqual([changed.elementId, changed.targetContainerId], ['acme.bottling.Juice1.cap.place', 'acme.bottling.Pohang.A4']);
	});

	it('moves by the keyboard', async () => {
		await window.select('cap');
		await window.page.keyboard.press('Control+ArrowDown');
		const { newBounds } = await window.server.next('changeBounds');
		assert.deepEqual(newBounds, [{ elementId: `${J}.cap`, newPosition: { x: 690, y: 81 }, newSize: { width: 120, height: 115 } }]);
	});

	it('selects several, aligns them and lays only them out', async () => {
		await window.select('fill');
		const point = await window.inside('cap');
		await window.page.keyboard.down('Control');
		await window.page.mouse.click(point.x, point.y);
		await window.page.keyboard.up('Control');
		await window.page.waitForSelector(`${at(`${J}.cap`)}.selected`);
		await window.page.waitForSelector(`${at(`${J}.fill`)}.selected`);
		await window.page.click('[data-command="alignBottom"]');
		const aligned = await window.server.next('changeBounds');
		assert.deepEqual(aligned.newBounds.map((bounds: { newPosition: { y: number }; newSize: { height: number } }) => bounds.newPosition.y + bounds.newSize.height), [202, 202]);
		await window.page.click('[data-command="layout"]');
		assert.deepEqual((await window.server.next('layout')).elementIds.sort(), [`${J}.cap`, `${J}.fill`]);
	});

	it('lays everything out where nothing is selected', async () => {
		await window.page.keyboard.press('l');
		assert.deepEqual((await window.server.next('layout')).elementIds, []);
	});

	it('selects in a frame', async () => {
		const box = (await window.page.locator(node('cap')).boundingBox())!;
		await window.page.keyboard.down('Shift');
		await window.drag({ x: box.x - 30, y: box.y + box.height + 40 }, { x: box.x + box.width - 20, y: box.y - 20 });
		await window.page.keyboard.up('Shift');
		await window.page.waitForSelector(`${at(`${J}.cap`)}.selected`);
		assert.equal(await window.page.locator(`${at(`${J}.rinse`)}.selected`).count(), 0);
	});

	it('resizes what has a least size, not below it, and nothing else', async () => {
		const sized = line();
		Object.assign(sized.children!.find(child => child.id === `${J}.cap`)!.args as object, { leastWidth: 120, leastHeight: 115 });
		window.server.update(LINE_URI, sized);
		await window.select('cap');
		const corner = await window.middle(`${at(`${J}.cap`)} .sprotty-resize-handle[data-kind="bottom-right"]`);
		await window.drag(corner, { x: corner.x + 50, y: corner.y + 30 });
		const { newBounds } = await window.server.next('changeBounds');
		assert.equal(newBounds[0].elementId, `${J}.cap`);
		assert.ok(newBounds[0].newSize.width > 150 && newBounds[0].newSize.height > 130, JSON.stringify(newBounds));
		assert.deepEqual(newBounds[0].newPosition, { x: 690, y: 71 });
		const seen = window.mark;
		await window.page.keyboard.press('w');
		await window.page.keyboard.press('w');
		await window.page.keyboard.press('Shift+H');
		await window.server.next('changeBounds', seen + 2);
		const asked = window.server.sent.slice(seen).filter(action => action.kind === 'changeBounds').map(action => action.newBounds[0].newSize);
		assert.deepEqual(asked.map(size => size.width - asked[0].width), [0, 10, 10]);
		assert.equal(asked[2].height, asked[0].height - 10);
		await window.select('fill');
		assert.equal(await window.page.locator('.sprotty-resize-handle').count(), 0);
	});
});
