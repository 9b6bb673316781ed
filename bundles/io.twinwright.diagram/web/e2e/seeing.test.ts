/** What is looked at: zoom, search, the way in and out, findings, the text, pictures. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { bench, Editor, LINE, PLANT, SITE } from './editor';

const J = 'acme.bottling.Juice1';

describe('seeing', { timeout: 600_000 }, () => {
	const users = bench();

	const titled = (editor: Editor, title: string): Promise<unknown> => editor.page.waitForFunction(wanted => document.title.startsWith(wanted), title);
	const zoom = async (editor: Editor): Promise<number> => Number(/scale\(([\d.]+)\)/.exec((await editor.page.getAttribute('.sprotty-graph > g', 'transform'))!)![1]);

	async function zoomed(editor: Editor, command: () => Promise<void>, wanted: 'in' | 'out'): Promise<void> {
		const before = await zoom(editor);
		await command();
		await editor.page.waitForFunction(([was, way]) => {
			const now = Number(/scale\(([\d.]+)\)/.exec(document.querySelector('.sprotty-graph > g')!.getAttribute('transform')!)![1]);
			return way === 'in' ? now > Number(was) : now < Number(was);
		}, [before, wanted] as const);
	}

	it('zooms by keys, buttons and wheel, to all and to the selection', async () => {
		const editor = await users.open(LINE);
		await zoomed(editor, () => editor.press('+'), 'in');
		await zoomed(editor, () => editor.command('zoomIn'), 'in');
		await zoomed(editor, () => editor.press('-'), 'out');
		await editor.select(`${J}.cap`);
		await editor.command('fit');
		await editor.page.waitForFunction(() => {
			const canvas = document.getElementById('canvas')!.getBoundingClientRect();
			return [...document.querySelectorAll('.twin-node')].every(node => {
				const box = node.getBoundingClientRect();
				return box.left >= canvas.left && box.right <= canvas.right && box.top >= canvas.top && box.bottom <= canvas.bottom;
			});
		});
		const place = await editor.empty();
		await editor.page.mouse.move(place.x, place.y);
		await zoomed(editor, () => editor.page.mouse.wheel(0, 240), 'out');
		await zoomed(editor, () => editor.press('Shift+F'), 'in');
	});

	it('searches, and reveals here or in another diagram', async () => {
		const editor = await users.open(LINE);
		await editor.press('Control+f');
		await editor.type('cap');
		await editor.page.waitForSelector('#found button:has-text("Juice1.cap")');
		await editor.page.click('#found button:has-text("Juice1.cap")');
		await editor.page.waitForSelector(`${editor.at(`${J}.cap`)}.selected`);
		await editor.press('/');
		await editor.page.waitForSelector('#search input:focus');
		await editor.press('Control+a');
		await editor.type('A3');
		await editor.page.waitForSelector('#found button:has-text("A3")');
		await editor.press('Enter');
		await titled(editor, 'Pohang');
		await editor.page.waitForSelector(`${editor.at('acme.bottling.Pohang.A3')}.selected`);
		await editor.page.goBack();
		await titled(editor, 'Juice1');
	});

	it('goes up to the site and to any other diagram', async () => {
		const editor = await users.open(LINE);
		await editor.page.click('.crumb:has-text("Pohang")');
		await titled(editor, 'Pohang');
		const partners = await editor.page.getAttribute('#diagrams option:has-text("FX17")', 'value');
		await editor.page.selectOption('#diagrams', partners!);
		await titled(editor, 'FX17');
	});

	it('shows the findings with the sentence of the rule', async () => {
		const editor = await users.open(LINE);
		await editor.server.write(PLANT, (await editor.text()).replace('part cap    : Capper in A3', 'part cap    : Capper in A1'));
		await editor.page.waitForSelector(`${editor.at(`${J}.cap`)} > .body > .badge`);
		const point = await editor.head(`${J}.cap`);
		await editor.page.mouse.move(point.x, point.y);
		await editor.page.waitForSelector('#bubble:not([hidden]) .finding');
		const said = await editor.page.locator('#bubble .finding').first().innerText();
		assert.match(said, /Bay 'A1' .*\./);
		await editor.select(`${J}.cap`);
		assert.deepEqual(await editor.page.locator('#properties .findings li').first().innerText(), said);
		assert.match(await editor.page.locator('#legend').innerText(), /Error|Warning/);
	});

	it('says where an element stands in the text', async () => {
		const editor = await users.open(LINE);
		await editor.select(`${J}.cap`);
		await editor.press('F3');
		const line = (await editor.text()).split('\n').findIndex(one => one.includes('part cap ')) + 1;
		await editor.page.waitForSelector(`.message.info:has-text("'${J}.cap' is declared in plant.twin, line ${line}.")`);
	});

	it('saves the picture as SVG and PNG', async () => {
		const editor = await users.open(LINE);
		const [svg] = await Promise.all([editor.page.waitForEvent('download'), editor.command('svg')]);
		assert.match(svg.suggestedFilename(), /Juice1\.line\.svg$/);
		const picture = await readFile((await svg.path())!, 'utf8');
		assert.match(picture, /^<\?xml|^<svg/);
		for (const said of ['rinse2', 'buffer 60', 'FX33']) {
			assert.ok(picture.includes(said), said);
		}
		const [png] = await Promise.all([editor.page.waitForEvent('download'), editor.press('Shift+E')]);
		assert.match(png.suggestedFilename(), /Juice1\.line\.png$/);
		const bytes = await readFile((await png.path())!);
		assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
		assert.equal(bytes.readUInt32BE(16), 2 * Number(/\swidth="([\d.]+)"/.exec(picture)![1]));
	});

	it('shows the partners of an asset, which leave the text alone', async () => {
		const editor = await users.open('partners/acme.bottling.FX17');
		const original = await editor.text();
		for (const kind of ['asset', 'ability', 'partner', 'server', 'insight', 'contract', 'offer', 'party']) {
			assert.ok(await editor.page.locator(`.twin-node.kind-${kind}`).count() > 0, kind);
		}
		assert.match(await editor.page.locator('#legend').innerText(), /Contract or offer/);
		assert.match(await editor.page.locator('#palette').innerText(), /Nothing can be created here/);
		const from = await editor.head('acme.bottling.FX17');
		await editor.drag(from, { x: from.x, y: from.y - 60 });
		await editor.place('partners acme.bottling.FX17', 'acme.bottling.FX17', ({ y }) => y !== undefined);
		assert.equal(await editor.text(), original);
	});

	it('shows utilities with their load, bays to scale and what is in store', async () => {
		const editor = await users.open('site/acme.bottling.Gwangyang');
		assert.match(await editor.page.locator(editor.at('acme.bottling.FX33')).textContent() ?? '', /EUR 48\.00 per \[h\]/);
		const site = await users.open(SITE);
		assert.match(await site.page.locator(site.at('acme.bottling.Pohang.grid')).textContent() ?? '', /54 \/ 120 \[kW\]/);
		const bay = await site.bounds(site.box('acme.bottling.Pohang.A1'));
		assert.ok(Math.abs(bay.width / bay.height - 6.058 / 2.438) < 0.05, `${bay.width}:${bay.height}`);
	});
});

describe('seeing many connections', { timeout: 600_000 }, () => {
	const users = bench();
	const RACKS = `
type Rack {
  port out give 1..9 : Data
  port in  take 1..9 : Data
}
asset Room : Line at Pohang {
  part a : Rack
  part b : Rack
${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(index => `  connect a.give#${index} -> b.take#${index}\n`).join('')}}
`;

	it('draws them as one, one by one, and as one again', async () => {
		const first = await users.open(LINE);
		await first.server.write(PLANT, await first.text() + RACKS);
		const editor = await users.open('line/acme.bottling.Room');
		const drawn = (count: number): Promise<unknown> => editor.page.waitForFunction(wanted => document.querySelectorAll('.twin-edge').length === wanted, count);
		await editor.page.waitForSelector('.twin-edge.bundle');
		await drawn(1);
		assert.match(await editor.page.locator('.twin-edge').textContent() ?? '', /9 connections/);
		const label = await editor.middle('.twin-edge .edge-label');
		await editor.page.mouse.dblclick(label.x, label.y);
		await drawn(9);
		await editor.click(await editor.middle('.twin-edge .line'));
		await editor.page.waitForSelector('.twin-edge.selected');
		await editor.press('Space');
		await drawn(1);
	});
});

describe('seeing what is inside', { timeout: 600_000 }, () => {
	const users = bench('concepts');
	const KILN = 'concepts.repeatedParts.TunnelKiln';

	it('stacks repeated parts, opens them in place and closes them again', async () => {
		const editor = await users.open(`line/${KILN}`);
		const zone = `${KILN}.zone`;
		assert.equal(await editor.page.locator(`${editor.at(zone)} > .body > .box`).count(), 3);
		assert.match(await editor.page.locator(editor.at(zone)).textContent() ?? '', /1\.\.6/);
		const sign = await editor.middle(`${editor.at(zone)} .opens`);
		await editor.click(sign);
		await editor.page.waitForSelector(editor.at(`${zone}.burner`));
		await editor.click(await editor.middle(`${editor.at(zone)} > .body > .opens`));
		await editor.gone(`${zone}.burner`);
		await editor.select(zone);
		await editor.press('Space');
		await editor.page.waitForSelector(editor.at(`${zone}.burner`));
		await editor.press('Space');
		await editor.gone(`${zone}.burner`);
	});

	it('opens the inside by a double click, by Enter, and goes up again', async () => {
		const editor = await users.open(`line/${KILN}`);
		const titled = (title: string): Promise<unknown> => editor.page.waitForFunction(wanted => document.title.startsWith(wanted), title);
		const point = await editor.head(`${KILN}.zone`);
		await editor.page.mouse.dblclick(point.x, point.y);
		await titled('Zone');
		assert.match(await editor.page.locator('#crumbs').innerText(), /TunnelKiln/);
		await editor.page.click('.crumb:has-text("TunnelKiln")');
		await titled('TunnelKiln');
		await editor.select(`${KILN}.zone`);
		await editor.press('Enter');
		await titled('Zone');
		await editor.press('Backspace');
		await titled('TunnelKiln');
	});

	it('edits the inside of what is open in place', async () => {
		const editor = await users.open(`line/${KILN}`);
		const file = 'repeated-parts.twin';
		await editor.select(`${KILN}.zone`);
		await editor.press('Space');
		await editor.page.waitForSelector(editor.at(`${KILN}.zone.burner`));
		await editor.select(`${KILN}.zone.burner`);
		const original = await editor.text(file);
		await editor.changes(async () => {
			await editor.press('F2');
			await editor.page.waitForSelector('.label-edit:not(.hidden) input');
			await editor.press('Control+a');
			await editor.type('torch');
			await editor.press('Enter');
			await editor.page.waitForSelector(editor.at(`${KILN}.zone.torch`));
		}, original.replace('part burner 1..4', 'part torch 1..4').replace('zone.burner.gas', 'zone.torch.gas'), file);
		await editor.undo(original, file);
		await editor.page.waitForSelector(editor.at(`${KILN}.zone.burner`));
	});
});
