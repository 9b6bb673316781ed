/** Where things are: moved, resized, aligned and laid out, which changes the file with positions and never the text. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { bench, Editor, LAYOUT, LINE, PLANT } from './editor';

const J = 'acme.bottling.Juice1';
const DIAGRAM = 'line acme.bottling.Juice1';

describe('placing', { timeout: 600_000 }, () => {
	const users = bench();
	let editor: Editor;
	let original: string;

	beforeEach(async () => {
		editor = await users.open(LINE);
		original = await editor.text();
	});

	afterEach(async () => assert.equal(await editor.server.text(PLANT), original));

	/** @return the places of all modules on the screen */
	const places = (): Promise<Record<string, number[]>> => editor.page.evaluate(() => Object.fromEntries([...document.querySelectorAll<SVGElement>('.twin-node:not(.kind-frame)')].map(node => {
		const box = [...node.querySelectorAll(':scope > .body > .box')].at(-1)!.getBoundingClientRect();
		return [node.dataset.id, [box.left, box.top, box.right, box.bottom].map(Math.round)];
	})));

	const box = async (id: string): Promise<number[]> => (await places())[id];

	it('moves with the mouse, what is joined follows, and the place is kept', async () => {
		const from = await editor.head(`${J}.cap`);
		const before = await places();
		const line = await editor.page.getAttribute(`${editor.at(`${J}.cap.capped -> done`)} .line`, 'd');
		await editor.carry(from, { x: from.x + 30, y: from.y + 90 });
		assert.notEqual(await editor.page.getAttribute(`${editor.at(`${J}.cap.capped -> done`)} .line`, 'd'), line);
		await editor.page.mouse.up();
		const place = await editor.place(DIAGRAM, `${J}.cap`, ({ y }) => y > 0);
		assert.ok(Number.isInteger(place.x) && Number.isInteger(place.y), JSON.stringify(place));
		const after = await places();
		assert.ok(after[`${J}.cap`][1] > before[`${J}.cap`][1] + 60, JSON.stringify(after));
		delete before[`${J}.cap`];
		delete after[`${J}.cap`];
		assert.deepEqual(after, before);
		const kept = await editor.text(LAYOUT);
		const again = await users.open(LINE);
		await again.page.waitForSelector(again.at(`${J}.cap`));
		assert.equal(await editor.text(LAYOUT), kept);
		await editor.command('undo');
		await editor.server.awaitText(text => text === '', LAYOUT);
	});

	it('moves several by the keyboard', async () => {
		await editor.select(`${J}.fill`, `${J}.cap`);
		const before = await places();
		await editor.press('Control+ArrowDown');
		await editor.place(DIAGRAM, `${J}.cap`, ({ y }) => y !== undefined);
		const after = await places();
		for (const id of [`${J}.fill`, `${J}.cap`]) {
			assert.ok(after[id][1] > before[id][1] && after[id][0] === before[id][0], `${after[id]}`);
		}
	});

	it('resizes with the mouse, keeps the size beside the position, and never gets too small', async () => {
		await editor.select(`${J}.fill`);
		const before = await box(`${J}.fill`);
		const corner = `${editor.at(`${J}.fill`)} .sprotty-resize-handle[data-kind="bottom-right"]`;
		const from = await editor.middle(corner);
		await editor.drag(from, { x: from.x + 60, y: from.y + 40 });
		const { width, height } = await editor.place(DIAGRAM, `${J}.fill`, place => place.width > 0);
		await editor.page.waitForFunction(([id, right]) => [...document.querySelectorAll(`[data-id="${id}"] > .body > .box`)].at(-1)!.getBoundingClientRect().right > Number(right) + 50, [`${J}.fill`, before[2]] as const);
		const large = await box(`${J}.fill`);
		assert.deepEqual([large[0], large[1]], [before[0], before[1]]);
		assert.ok(Math.abs((await editor.port(`${J}.fill.filled`)).x - large[2]) < 2, 'the port stays on the border');
		assert.ok(Number.isInteger(width) && Number.isInteger(height), `${width} ${height}`);
		const [svg] = await Promise.all([editor.page.waitForEvent('download'), editor.command('svg')]);
		const picture = await (await import('node:fs/promises')).readFile((await svg.path())!, 'utf8');
		assert.ok(picture.includes(`width="${width}" height="${height}"`), 'the picture has the size');
		const end = await editor.middle(corner);
		await editor.carry(end, { x: end.x - 30, y: end.y - 30 });
		await editor.page.mouse.move(end.x - 62, end.y - 42, { steps: 12 });
		await editor.page.mouse.move(end.x - 300, end.y - 200, { steps: 5 });
		await editor.page.mouse.up();
		await editor.place(DIAGRAM, `${J}.fill`, place => place.width === undefined || place.width < width);
		const small = await box(`${J}.fill`);
		assert.ok(small[2] >= before[2] - 2 && small[3] >= before[3] - 2, `${small} is smaller than ${before}`);
	});

	it('resizes by the keyboard, and back to what the texts need', async () => {
		await editor.select(`${J}.fill`);
		await editor.press('w');
		const wide = await editor.place(DIAGRAM, `${J}.fill`, place => place.width > 0);
		await editor.press('h');
		await editor.place(DIAGRAM, `${J}.fill`, place => place.height > wide.height);
		await editor.press('Shift+W');
		await editor.place(DIAGRAM, `${J}.fill`, place => place.width < wide.width);
		await editor.press('Shift+H');
		await editor.place(DIAGRAM, `${J}.fill`, place => place.x !== undefined && place.width === undefined);
	});

	it('aligns in all six ways', async () => {
		const ids = [`${J}.fill`, `${J}.cap`];
		const from = await editor.head(`${J}.cap`);
		await editor.drag(from, { x: from.x + 20, y: from.y + 110 });
		await editor.place(DIAGRAM, `${J}.cap`, ({ y }) => y > 100);
		await editor.select(...ids);
		const edges: Record<string, (sides: number[]) => number> = { alignTop: sides => sides[1], alignBottom: sides => sides[3], alignMiddle: sides => (sides[1] + sides[3]) / 2,
			alignLeft: sides => sides[0], alignRight: sides => sides[2], alignCenter: sides => (sides[0] + sides[2]) / 2 };
		for (const [command, edge] of Object.entries(edges)) {
			const kept = await editor.text(LAYOUT);
			await editor.command(command);
			await editor.server.awaitText(text => text !== kept, LAYOUT);
			await editor.page.waitForFunction(([one, other, by]) => {
				const sides = (id: string): number[] => {
					const shown = [...document.querySelectorAll(`[data-id="${id}"] > .body > .box`)].at(-1)!.getBoundingClientRect();
					return [shown.left, shown.top, shown.right, shown.bottom, (shown.left + shown.right) / 2, (shown.top + shown.bottom) / 2];
				};
				const at = { alignLeft: 0, alignTop: 1, alignRight: 2, alignBottom: 3, alignCenter: 4, alignMiddle: 5 }[by]!;
				return Math.abs(sides(one)[at] - sides(other)[at]) < 1.5;
			}, [...ids, command] as [string, string, string]);
			const [one, other] = [await box(ids[0]), await box(ids[1])];
			assert.ok(Math.abs(edge(one) - edge(other)) <= 2, `${command}: ${one} and ${other}`);
			await editor.command('undo');
			await editor.server.awaitText(text => text === kept, LAYOUT);
		}
	});

	it('lays only the selection out, then all', async () => {
		const automatic = await places();
		const [fill, cap] = [await editor.head(`${J}.fill`), await editor.head(`${J}.cap`)];
		await editor.drag(fill, { x: fill.x, y: fill.y + 150 });
		await editor.place(DIAGRAM, `${J}.fill`, ({ y }) => y > 100);
		await editor.drag(cap, { x: cap.x - 40, y: cap.y + 200 });
		await editor.place(DIAGRAM, `${J}.cap`, ({ y }) => y > 150);
		const before = await places();
		const kept = await editor.text(LAYOUT);
		await editor.select(`${J}.fill`, `${J}.cap`);
		await editor.command('layout');
		await editor.server.awaitText(text => text !== kept, LAYOUT);
		await editor.page.waitForFunction(([id, top]) => Math.abs([...document.querySelectorAll(`[data-id="${id}"] > .body > .box`)].at(-1)!.getBoundingClientRect().top - Number(top)) > 3, [`${J}.cap`, before[`${J}.cap`][1]] as const);
		const arranged = await places();
		for (const id of [`${J}.rinse`, `${J}.rinse2`]) {
			assert.deepEqual(arranged[id], before[id]);
		}
		await editor.press('Escape', 'l');
		await editor.server.awaitText(text => text === '', LAYOUT);
		await editor.page.waitForFunction(([id, top]) => Math.abs([...document.querySelectorAll(`[data-id="${id}"] > .body > .box`)].at(-1)!.getBoundingClientRect().top - Number(top)) < 3, [`${J}.cap`, automatic[`${J}.cap`][1]] as const);
	});

	it('selects in a frame and moves what is in it', async () => {
		const [fill, cap] = [await box(`${J}.fill`), await box(`${J}.cap`)];
		await editor.page.keyboard.down('Shift');
		await editor.drag({ x: fill[0] - 14, y: Math.max(fill[3], cap[3]) + 60 }, { x: cap[2] - 10, y: Math.min(fill[1], cap[1]) - 5 });
		await editor.page.keyboard.up('Shift');
		await editor.page.waitForSelector(`${editor.at(`${J}.cap`)}.selected`);
		await editor.page.waitForSelector(`${editor.at(`${J}.fill`)}.selected`);
		assert.equal(await editor.page.locator(`${editor.at(`${J}.rinse`)}.selected`).count(), 0);
		const from = await editor.head(`${J}.cap`);
		await editor.drag(from, { x: from.x, y: from.y + 60 });
		await editor.place(DIAGRAM, `${J}.fill`, ({ y }) => y > 20);
		const moved = [await box(`${J}.fill`), await box(`${J}.cap`)];
		assert.ok(moved[0][1] > fill[1] + 40 && moved[1][1] > cap[1] + 40, JSON.stringify(moved));
	});

	it('keeps what is placed when something is added', async () => {
		const from = await editor.head(`${J}.cap`);
		await editor.drag(from, { x: from.x + 30, y: from.y + 90 });
		await editor.place(DIAGRAM, `${J}.cap`, ({ y }) => y > 0);
		const before = await places();
		await editor.drag(await editor.middle(await editor.item('Capper')), await editor.empty());
		await editor.page.waitForSelector(editor.at(`${J}.capper`));
		const after = await places();
		delete after[`${J}.capper`];
		assert.deepEqual(after, before);
		await editor.undo(original);
	});
});
