/** What is renamed, set, deleted, copied and taken back, and the text that comes of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bench, Editor, LINE, PLANT } from './editor';

const J = 'acme.bottling.Juice1';
const FILL = '  part fill   : Filler in A2 uses FX17 standby FX33\n';
const CAP = '  part cap    : Capper in A3 uses CP04 standby CP09\n';

describe('changing', { timeout: 600_000 }, () => {
	const users = bench();

	const property = (label: string): string => `#properties label:has(.name:text-is("${label}")) :is(input, select)`;

	/** Sets a property of what is selected, also one that was folded away because it is not set. */
	async function set(editor: Editor, label: string, value: string): Promise<void> {
		await editor.page.waitForFunction(() => document.querySelector('#properties [data-property]'));
		await editor.page.waitForSelector(property(label), { state: 'attached' });
		if (!await editor.page.locator(property(label)).isVisible()) {
			await editor.page.click('#properties summary');
		}
		if (await editor.page.locator(property(label)).evaluate(input => input instanceof HTMLSelectElement)) {
			await editor.page.selectOption(property(label), value);
		} else {
			await editor.page.fill(property(label), value);
			await editor.page.press(property(label), 'Enter');
		}
	}

	it('renames in place by F2, with all that refers to it', async () => {
		const editor = await users.open(LINE);
		const original = await editor.text();
		const renamed = original.replace('part cap    :', 'part closing    :').replace('-> cap.bottles', '-> closing.bottles').replace('connect cap.capped  ->', 'connect closing.capped  ->');
		await editor.changes(async () => {
			await editor.select(`${J}.cap`);
			await editor.press('F2');
			await editor.page.waitForSelector('.label-edit:not(.hidden) input');
			await editor.press('Control+a');
			await editor.type('closing');
			await editor.press('Enter');
			await editor.page.waitForSelector(editor.at(`${J}.closing`));
		}, renamed);
		await editor.undo(original);
		await editor.page.waitForSelector(editor.at(`${J}.cap`));
	});

	it('renames by a double click on the name, and refuses a name that is taken', async () => {
		const editor = await users.open(LINE);
		const original = await editor.text();
		const name = await editor.middle(`${editor.at(`${J}.cap`)} .twin-label text`);
		await editor.page.mouse.dblclick(name.x, name.y);
		await editor.page.waitForSelector('.label-edit:not(.hidden) input');
		await editor.press('Control+a');
		await editor.type('fill');
		await editor.press('Enter');
		await editor.refused(/'fill'/);
		assert.equal(await editor.text(), original);
	});

	it('sets the piece, the bay and what a part covers', async () => {
		const editor = await users.open(LINE);
		await editor.select(`${J}.rinse2`);
		await editor.replaces(() => set(editor, 'in', ''), ' in A4 covers rinse', ' covers rinse');
		await editor.select(`${J}.rinse2`);
		await editor.replaces(() => set(editor, 'covers', ''), ' in A4 covers rinse', ' in A4');
		await editor.select(`${J}.fill`);
		await editor.replaces(() => set(editor, 'standby', ''), FILL, FILL.replace(' standby FX33', ''));
	});

	it('sets the name, with all that refers to it', async () => {
		const editor = await users.open(LINE);
		await editor.select(`${J}.cap`);
		await editor.changes(() => set(editor, 'name', 'closing'), (await editor.text()).replace('part cap    :', 'part closing    :').replace('-> cap.bottles', '-> closing.bottles')
			.replace('connect cap.capped  ->', 'connect closing.capped  ->'));
		await editor.page.waitForSelector(editor.at(`${J}.closing`));
	});

	it('sets and takes away the buffer of a connection', async () => {
		const editor = await users.open(LINE);
		await editor.selectEdge(`${J}.belt`);
		await editor.changes(() => set(editor, 'buffer', '80'), (await editor.text()).replace('buffer 120', 'buffer 80'));
		await editor.page.waitForSelector(`${editor.at(`${J}.belt`)} .edge-label:has-text("80")`);
		await editor.changes(() => set(editor, 'buffer', ''), (await editor.text()).replace(' buffer 80', ''));
	});

	it('refuses a property that is none, and shows the old value again', async () => {
		const editor = await users.open(LINE);
		const original = await editor.text();
		await editor.selectEdge(`${J}.belt`);
		await set(editor, 'buffer', 'much }');
		await editor.refused(/\S+ .*\./);
		await editor.page.waitForFunction(selector => [...document.querySelectorAll<HTMLInputElement>('#properties input')].some(input => input.value === '120') && selector, 'shown');
		assert.equal(await editor.text(), original);
	});

	it('deletes a part with its connections and bindings; its reserve stays', async () => {
		const editor = await users.open(LINE);
		const original = await editor.text();
		const left = original.replace('  part rinse  : Rinser in A1\n', '').replace(' covers rinse\n', '\n').replace('  connect empty -> rinse.dirty\n', '')
			.replace(/ {2}connect belt : .*\n/, '').replace(/bind Juice1\.rinse to .*\n/, '').replace(/bind Juice1\.belt\.queue to .*\n/, '');
		await editor.changes(async () => {
			await editor.select(`${J}.rinse`);
			await editor.press('Delete');
		}, left);
		await editor.gone(`${J}.rinse`);
		await editor.undo(original);
		await editor.page.waitForSelector(editor.at(`${J}.rinse`));
	});

	it('copies and pastes where the mouse was, with what is between', async () => {
		const editor = await users.open(LINE);
		await editor.select(`${J}.fill`, `${J}.cap`);
		const original = await editor.text();
		await editor.press('Control+c');
		const place = await editor.empty();
		await editor.page.mouse.move(place.x, place.y);
		await editor.press('Control+v');
		const text = await editor.server.awaitText(now => now !== original, PLANT);
		assert.equal(text, original.replace(CAP, `${CAP}  part fill2   : Filler standby FX33\n  part cap2    : Capper standby CP09\n`).replace('  connect cap.capped  -> done\n', '  connect cap.capped  -> done\n  connect fill2.filled -> cap2.bottles buffer 60\n'));
		await editor.page.waitForSelector(editor.at(`${J}.fill2.filled -> cap2.bottles`));
		await editor.undo(original);
	});

	it('cuts and pastes', async () => {
		const editor = await users.open(LINE);
		const original = await editor.text();
		await editor.select(`${J}.rinse2`);
		const cut = original.replace('  part rinse2 : Rinser in A4 covers rinse\n', '').replace(/bind Juice1\.rinse2 to .*\n/, '');
		await editor.changes(() => editor.press('Control+x'), cut);
		await editor.gone(`${J}.rinse2`);
		await editor.changes(() => editor.press('Control+v'), cut.replace(CAP, `${CAP}  part rinse2 : Rinser covers rinse\n`));
		await editor.undo(cut);
		await editor.undo(original);
	});

	it('undoes and redoes step by step, by keys and buttons', async () => {
		const editor = await users.open(LINE);
		const original = await editor.text();
		await editor.select(`${J}.rinse2`);
		await editor.press('Delete');
		const once = await editor.server.awaitText(text => text !== original, PLANT);
		await editor.gone(`${J}.rinse2`);
		await editor.selectEdge(`${J}.cap.capped -> done`);
		await editor.press('Delete');
		const twice = await editor.server.awaitText(text => text !== once, PLANT);
		await editor.press('Control+z');
		await editor.server.awaitText(text => text === once, PLANT);
		await editor.press('Control+z');
		await editor.server.awaitText(text => text === original, PLANT);
		await editor.press('Control+y');
		await editor.server.awaitText(text => text === once, PLANT);
		await editor.command('redo');
		await editor.server.awaitText(text => text === twice, PLANT);
	});

	it('shows in one window what another one did, and takes it back there', async () => {
		const [editor, other] = [await users.open(LINE), await users.open(LINE)];
		const original = await editor.text();
		await editor.select(`${J}.rinse2`);
		await editor.press('Delete');
		await other.gone(`${J}.rinse2`);
		await other.undo(original);
		await editor.page.waitForSelector(editor.at(`${J}.rinse2`));
	});

	it('follows the text, is read-only while it is wrong, and goes on', async () => {
		const editor = await users.open(LINE);
		const original = await editor.text();
		const wrong = original.replace('asset Juice1', 'asset asset Juice1');
		await editor.server.write(PLANT, wrong);
		await editor.page.waitForSelector('#banner.readonly');
		assert.match(await editor.page.locator('#banner').innerText(), /plant\.twin.*line \d+/s);
		await editor.select(`${J}.cap`);
		await editor.press('Delete');
		assert.ok(await editor.page.isDisabled('#palette .item'));
		assert.equal(await editor.text(), wrong);
		await editor.server.write(PLANT, original.replace(/^\s*connect cap\.capped.*\n/m, ''));
		await editor.page.waitForSelector('#banner', { state: 'hidden' });
		await editor.gone(`${J}.cap.capped -> done`);
	});
});
