/** Connections that are drawn, refused and led elsewhere, and the text that comes of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bench, Editor, LINE } from './editor';

const J = 'acme.bottling.Juice1';
const DONE = '  connect cap.capped  -> done\n';
const BELT = '  connect belt : rinse.rinsed -> fill.bottles buffer 120 { sensor queue : integer range 0..120 every 1 [s] }\n';

describe('connecting', { timeout: 600_000 }, () => {
	const users = bench();

	async function withoutEnd(): Promise<Editor> {
		const editor = await users.open(LINE);
		const id = `${J}.cap.capped -> done`;
		await editor.changes(async () => {
			await editor.selectEdge(id);
			await editor.press('Delete');
		}, (await editor.text()).replace(DONE, ''));
		await editor.gone(id);
		return editor;
	}

	it('deletes a connection and draws it again from port to port', async () => {
		const editor = await withoutEnd();
		await editor.changes(async () => {
			await editor.carry(await editor.port(`${J}.cap.capped`), await editor.port(`${J}.done`));
			await editor.page.waitForSelector('#canvas.allowed');
			await editor.page.mouse.up();
		}, (await editor.text()).replace('-> cap.bottles buffer 60\n', `-> cap.bottles buffer 60\n${DONE}`));
		await editor.page.waitForSelector(editor.at(`${J}.cap.capped -> done`));
	});

	it('connects by keys alone, along the connections', async () => {
		const editor = await withoutEnd();
		await editor.changes(async () => {
			await editor.press('Escape', 'ArrowRight');
			await editor.page.waitForSelector('.twin-node.selected');
			await editor.select(`${J}.rinse`);
			await editor.press('ArrowRight');
			await editor.page.waitForSelector(`${editor.at(`${J}.fill`)}.selected`);
			await editor.press('ArrowRight');
			await editor.page.waitForSelector(`${editor.at(`${J}.cap`)}.selected`);
			await editor.press('p', 'p');
			await editor.page.waitForSelector(`${editor.at(`${J}.cap.capped`)}.selected`);
			await editor.press('c', 'ArrowRight');
			await editor.page.waitForSelector(`${editor.at(`${J}.done`)}.selected`);
			await editor.press('c');
		}, (await editor.text()).replace('-> cap.bottles buffer 60\n', `-> cap.bottles buffer 60\n${DONE}`));
	});

	it('says why two ports do not fit while the line is drawn, and after', async () => {
		const editor = await users.open(LINE);
		const original = await editor.text();
		await editor.server.write('machines.twin', (await editor.text('machines.twin')).replace('port in  bottles : Bottle(width = 40..95 [mm])\n  port out capped', 'port in  bottles : Bottle(width = 30..35 [mm])\n  port out capped'));
		await editor.page.waitForSelector(`${editor.at(`${J}.fill.filled -> cap.bottles`)} .badge`);
		await editor.carry(await editor.port(`${J}.rinse.rinsed`), await editor.port(`${J}.cap.bottles`));
		await editor.page.waitForSelector('#canvas.refused');
		const reason = await editor.page.locator('#bubble').innerText();
		assert.match(reason, /width 40\.\.95 \[mm\].*30\.\.35 \[mm\]/);
		await editor.page.mouse.up();
		await editor.page.waitForSelector('.message.warning');
		assert.equal(await editor.page.locator('.message.warning span').innerText(), reason);
		assert.equal(await editor.text(), original);
	});

	it('says so where media differ', async () => {
		const editor = await users.open(LINE);
		await editor.drag(await editor.port(`${J}.rinse.rinsed`), await editor.port(`${J}.fill.juice`));
		await editor.refused(/'rinse\.rinsed'.*'fill\.juice'/);
	});

	it('leads the target of a connection elsewhere, whose clauses stay', async () => {
		const editor = await users.open(LINE);
		await editor.replaces(async () => {
			await editor.selectEdge(`${J}.belt`);
			await editor.drag(await editor.middle(`${editor.at(`${J}.belt`)} .end[data-end="target"]`), await editor.port(`${J}.cap.bottles`));
		}, BELT, BELT.replace('fill.bottles', 'cap.bottles'));
	});

	it('leads the source of a connection elsewhere', async () => {
		const editor = await users.open(LINE);
		await editor.replaces(async () => {
			await editor.selectEdge(`${J}.belt`);
			await editor.drag(await editor.middle(`${editor.at(`${J}.belt`)} .end[data-end="source"]`), await editor.port(`${J}.cap.capped`));
		}, BELT, BELT.replace('rinse.rinsed', 'cap.capped'));
	});

	it('leaves an end that is dropped on nothing', async () => {
		const editor = await users.open(LINE);
		const original = await editor.text();
		await editor.selectEdge(`${J}.belt`);
		await editor.drag(await editor.middle(`${editor.at(`${J}.belt`)} .end[data-end="target"]`), await editor.empty());
		await editor.page.waitForFunction(() => document.querySelector('#band')!.getAttribute('d') === null);
		await editor.select(`${J}.cap`);
		assert.equal(await editor.text(), original);
	});

	it('makes a part the reserve of another, and says why not', async () => {
		const editor = await users.open(LINE);
		const tie = `${J}.rinse2 covers ${J}.rinse`;
		await editor.changes(async () => {
			await editor.selectEdge(tie);
			await editor.press('Delete');
		}, (await editor.text()).replace(' covers rinse', ''));
		await editor.gone(tie);
		await editor.changes(async () => {
			await editor.page.click(await editor.item('Reserve'));
			await editor.click(await editor.head(`${J}.rinse2`));
			await editor.click(await editor.head(`${J}.rinse`));
			await editor.page.waitForSelector(editor.at(tie));
		}, (await editor.text()).replace('part rinse2 : Rinser in A4', 'part rinse2 : Rinser in A4 covers rinse'));
		await editor.page.click(await editor.item('Reserve'));
		await editor.drag(await editor.head(`${J}.cap`), await editor.head(`${J}.rinse`));
		await editor.refused(/'cap'/);
	});
});
