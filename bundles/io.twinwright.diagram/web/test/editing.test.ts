/** What is sent when something is renamed, set, deleted, copied and undone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at, J, Window } from './window';

describe('editing', { timeout: 180_000 }, () => {
	const window = Window.each();

	it('renames in place by F2 and by a double click on the name', async () => {
		await window.select('cap');
		await window.page.keyboard.press('F2');
		await window.page.waitForSelector('.label-edit:not(.hidden) input');
		await window.page.keyboard.type('close');
		await window.page.keyboard.press('Enter');
		const renamed = await window.server.next('applyLabelEdit');
		assert.deepEqual([renamed.labelId, renamed.text], [`${J}.cap#name`, 'close']);
		const seen = window.mark;
		const name = await window.middle(`${at(`${J}.fill`)} .twin-label text`);
		await window.page.mouse.dblclick(name.x, name.y);
		await window.page.waitForSelector('.label-edit:not(.hidden) input');
		await window.page.keyboard.type('dose');
		await window.page.keyboard.press('Enter');
		assert.equal((await window.server.next('applyLabelEdit', seen)).text, 'dose');
		assert.equal(window.server.sent.filter(action => action.kind === 'requestModel').length, 1);
	});

	it('deletes what is selected', async () => {
		await window.select('cap');
		await window.page.keyboard.press('Delete');
		assert.deepEqual((await window.server.next('deleteElement')).elementIds, [`${J}.cap`]);
	});

	it('copies and pastes', async () => {
		await window.select('cap');
		await window.page.keyboard.press('Control+c');
		await window.server.next('requestClipboardData');
		await window.page.keyboard.press('Control+v');
		assert.deepEqual((await window.server.next('paste')).clipboardData, { 'text/plain': `${J}.cap` });
	});

	it('undoes and redoes by keys and buttons', async () => {
		await window.select('cap');
		await window.page.keyboard.press('Control+z');
		await window.server.next('glspUndo');
		await window.page.keyboard.press('Control+y');
		await window.server.next('glspRedo');
		const seen = window.mark;
		await window.page.click('[data-command="undo"]');
		await window.server.next('glspUndo', seen);
	});

	it('shows and changes properties', async () => {
		await window.select('fill');
		await window.page.waitForSelector('#properties .subject:has-text("About acme.bottling.Juice1.fill")');
		await window.page.fill('[data-property="name"]', 'dose');
		await window.page.keyboard.press('Enter');
		assert.deepEqual(await window.server.next('twin/setProperty'), { kind: 'twin/setProperty', isOperation: true, elementId: `${J}.fill`, property: 'name', value: 'dose' });
		const seen = window.mark;
		await window.page.selectOption('[data-property="bay"]', 'A3');
		assert.equal((await window.server.next('twin/setProperty', seen)).value, 'A3');
		assert.equal(await window.page.locator('output[data-property="mass"]').innerText(), '4200');
	});
});
