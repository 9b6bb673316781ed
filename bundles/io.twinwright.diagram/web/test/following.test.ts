/** How the window follows the server: text, plant and connection. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { line, LINE_URI, Schema } from './models';
import { at, J, port, Window } from './window';

describe('following', { timeout: 180_000 }, () => {
	const window = Window.each();

	it('is read-only with the reason while the text is wrong, and draws on afterwards', async () => {
		window.server.push({ kind: 'setEditMode', editMode: 'readonly' });
		window.server.update(LINE_URI, line({ readonly: 'Line 12: mismatched input. Correct the text to go on.' }));
		await window.page.waitForSelector('#banner.readonly');
		assert.match(await window.page.locator('#banner').innerText(), /Read-only.*\n?.*Line 12/s);
		assert.ok(await window.page.isDisabled('#palette .item'));
		const seen = window.mark;
		await window.drag(await window.middle(port('rinse.rinsed')), await window.middle(port('cap.bottles')));
		await window.select('cap');
		await window.page.keyboard.press('Delete');
		await window.page.keyboard.press('Control+ArrowDown');
		window.server.push({ kind: 'setEditMode', editMode: 'editable' });
		window.server.update(LINE_URI, line());
		await window.page.waitForSelector('#banner', { state: 'hidden' });
		await window.page.keyboard.press('Control+ArrowDown');
		await window.server.next('changeBounds', seen);
		assert.deepEqual(window.server.sent.slice(seen).filter(action => ['createEdge', 'deleteElement'].includes(action.kind)), []);
		assert.equal(window.server.sent.slice(seen).filter(action => action.kind === 'changeBounds').length, 1);
	});

	it('keeps the view and the selection when the model changes', async () => {
		await window.select('cap');
		const fitted = await window.page.getAttribute('.sprotty-graph > g', 'transform');
		await window.page.keyboard.press('+');
		await window.page.waitForFunction(was => document.querySelector('.sprotty-graph > g')?.getAttribute('transform') !== was, fitted);
		const view = await window.page.getAttribute('.sprotty-graph > g', 'transform');
		const changed = line();
		changed.children = changed.children!.filter((child: Schema) => child.id !== `${J}.rinse2` && !child.id.includes('covers'));
		window.server.update(LINE_URI, changed);
		await window.page.waitForFunction(id => !document.querySelector(`[data-id="${id}"]`), `${J}.rinse2`);
		assert.equal(await window.page.getAttribute('.sprotty-graph > g', 'transform'), view);
		assert.equal(await window.page.locator(`${at(`${J}.cap`)}.selected`).count(), 1);
	});

	it('shows live values, states, alarms and levels', async () => {
		window.server.push({ kind: 'twin/live', elements: [{ id: `${J}.fill`, live: 'flow 118 [l/min]\nspeed 9000 [/h]', state: 'Execute', alarm: 'alarm' }, { id: `${J}.belt`, level: 0.95, live: '114 bottles' }] });
		await window.page.waitForSelector(`${at(`${J}.fill`)}.alarm-alarm .state-execute`);
		assert.match(await window.page.locator(at(`${J}.fill`)).innerText().catch(async () => (await window.page.locator(at(`${J}.fill`)).textContent())!), /flow 118/);
		await window.page.waitForSelector(`${at(`${J}.belt`)} .level.full`);
		window.server.push({ kind: 'twin/live', elements: [{ id: `${J}.fill`, alarm: 'ok', state: 'Held' }] });
		await window.page.waitForSelector(`${at(`${J}.fill`)}.alarm-ok .state-held`);
		assert.equal(await window.page.locator(`${at(`${J}.fill`)} .alarm`).count(), 0);
	});

	it('says that the connection is lost, and goes on when it is back', async () => {
		await window.select('cap');
		window.server.accepts = false;
		window.server.drop();
		await window.page.waitForSelector('#banner.lost');
		assert.ok(await window.page.isDisabled('[data-command="undo"]'));
		window.server.accepts = true;
		await window.page.waitForSelector('#banner', { state: 'hidden' });
		await window.page.waitForSelector('.twin-node');
		await window.select('fill');
		await window.page.keyboard.press('Delete');
		await window.server.next('deleteElement');
		// A refused socket is an error for the browser, and only that.
		window.opened.problems.splice(0, window.opened.problems.length, ...window.opened.problems.filter(problem => !/WebSocket/.test(problem)));
	});

	it('says what to do when the server was started again and does not know the page', async () => {
		window.server.token = 'that of another start';
		window.server.drop();
		await window.page.waitForSelector('#banner.lost:has-text("Open the address that it prints")');
		assert.ok(await window.page.isDisabled('[data-command="undo"]'));
		assert.equal(window.server.sent.filter(action => action.kind === 'requestModel').length, 1);
		// A refused page is an error for the browser, and only that.
		window.opened.problems.splice(0, window.opened.problems.length, ...window.opened.problems.filter(problem => !/403|WebSocket/.test(problem)));
	});

	it('shows names as text whatever they look like', async () => {
		const evil = '<img src=x onerror=alert(1)>';
		const changed = line({ title: evil, subtitle: evil });
		const fill = changed.children!.find(child => child.id === `${J}.fill`)!;
		Object.assign(fill.args as object, { label: evil, details: evil, tooltip: evil, findings: evil });
		window.server.update(LINE_URI, changed);
		await window.page.waitForFunction(() => document.title.startsWith('<img'));
		await window.page.mouse.move(0, 0);
		const point = await window.inside('fill');
		await window.page.mouse.move(point.x, point.y);
		await window.page.waitForSelector('#bubble:not([hidden]) .finding');
		assert.equal(await window.page.locator('#bubble .finding').textContent(), evil);
		await window.select('fill');
		window.server.push({ kind: 'message', severity: 'WARNING', message: evil });
		await window.page.waitForSelector('.message.warning');
		window.server.push({ kind: 'twin/setProperties', elementId: `${J}.fill`, title: evil, rows: [{ id: evil, label: evil, value: evil, unit: evil, choices: [], editable: true, documentation: evil }] });
		await window.page.waitForFunction(said => document.querySelector('#properties .subject')!.textContent === said, evil);
		assert.equal(await window.page.locator('img').count(), 0);
	});

	it('keeps nothing of diagrams that were left', async () => {
		const size = (): Promise<number> => window.page.evaluate(() => document.querySelectorAll('*').length);
		const visit = async (kind: string, title: string): Promise<void> => {
			await window.page.selectOption('#diagrams', { label: `${title} (${kind})` });
			await window.page.waitForFunction(wanted => document.title.startsWith(wanted), title);
			await window.page.waitForFunction(() => !document.querySelector('#palette .hint'));
		};
		const round = async (): Promise<number> => {
			await visit('site', 'Pohang');
			await visit('line', 'Juice1');
			await window.page.waitForSelector(at(`${J}.fill`));
			return size();
		};
		const once = await round();
		for (let times = 0; times < 4; times++) {
			assert.equal(await round(), once);
		}
	});
});
