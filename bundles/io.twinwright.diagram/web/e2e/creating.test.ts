/** What is created from the palette, by mouse and keys, and the text that comes of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bench, LAYOUT, LINE, PLANT, SITE } from './editor';

const J = 'acme.bottling.Juice1';
const P = 'acme.bottling.Pohang';
const LAST_PART = '  part cap    : Capper in A3 uses CP04 standby CP09\n';
const LAST_PORT = '  port out done  : Bottle\n';

describe('creating', { timeout: 600_000 }, () => {
	const users = bench();

	it('makes a part of an own type where it is dropped, in one step', async () => {
		const editor = await users.open(LINE);
		const place = await editor.empty();
		await editor.replaces(async () => {
			await editor.drag(await editor.middle(await editor.item('Capper')), place);
			await editor.page.waitForSelector(`${editor.at(`${J}.capper`)}.selected`);
			const box = await editor.bounds(editor.box(`${J}.capper`));
			assert.ok(Math.hypot(box.x - place.x, box.y - place.y) < 3, JSON.stringify([box, place]));
		}, LAST_PART, `${LAST_PART}  part capper : Capper\n`);
		await editor.gone(`${J}.capper`);
		await editor.server.awaitText(text => text === '', LAYOUT);
	});

	it('makes a part of a type of the library that was searched for, by two clicks', async () => {
		const editor = await users.open(LINE);
		await editor.replaces(async () => {
			await editor.page.fill('#palette input', 'robot CELL');
			await editor.page.click('#palette .item:visible');
			await editor.click(await editor.empty());
		}, LAST_PART, `${LAST_PART}  part workCell : WorkCell\n`);
	});

	it('searches the palette', async () => {
		const editor = await users.open(LINE);
		await editor.page.fill('#palette input', 'rotary fill');
		assert.deepEqual(await editor.page.locator('#palette .item:visible').allInnerTexts(), ['Rotary filler']);
		await editor.page.fill('#palette input', 'zzz');
		assert.equal(await editor.page.locator('#palette .hint').innerText(), 'Nothing found');
	});

	it('makes a part by keys alone', async () => {
		const editor = await users.open(LINE);
		await editor.replaces(async () => {
			await editor.press('a');
			await editor.page.waitForSelector('#palette input:focus');
			await editor.type('rotary');
			await editor.press('ArrowDown', 'ArrowDown');
			await editor.page.waitForSelector('#palette .item:focus');
			await editor.press('Enter');
		}, LAST_PART, `${LAST_PART}  part filler : Filler\n`);
	});

	it('makes a port of its own', async () => {
		const editor = await users.open(LINE);
		await editor.replaces(async () => {
			await editor.drag(await editor.middle(await editor.item('in Juice')), await editor.empty());
			await editor.page.waitForSelector(editor.at(`${J}.juice2`));
		}, LAST_PORT, `${LAST_PORT}  port in juice2 : Juice\n`);
	});

	it('makes a piece the standby of a part, and says why not', async () => {
		const editor = await users.open(LINE);
		await editor.changes(async () => {
			await editor.page.click(editor.at(`${J}.cap standby acme.bottling.CP09`));
			await editor.press('Delete');
		}, (await editor.text()).replace('uses CP04 standby CP09', 'uses CP04'));
		await editor.gone(`${J}.cap standby acme.bottling.CP09`);
		await editor.changes(async () => {
			await editor.drag(await editor.middle(await editor.item('CP09')), await editor.head(`${J}.cap`));
			await editor.page.waitForSelector(editor.at(`${J}.cap standby acme.bottling.CP09`));
		}, (await editor.text()).replace('uses CP04', 'uses CP04 standby CP09'));
		await editor.drag(await editor.middle(await editor.item('CP09')), await editor.head(`${J}.fill`));
		await editor.refused(/Standby 'CP09' cannot take position 'fill'/);
	});

	it('gives up a creation', async () => {
		const editor = await users.open(LINE);
		const original = await editor.text();
		await editor.page.click(await editor.item('Capper'));
		await editor.press('Escape');
		await editor.click(await editor.empty());
		await editor.carry(await editor.middle(await editor.item('Capper')), await editor.empty());
		await editor.page.waitForSelector('.ghost');
		await editor.press('Escape');
		assert.equal(await editor.page.locator('.ghost').count(), 0);
		await editor.page.mouse.up();
		// What is done later is done after all that was asked for before.
		await editor.select(`${J}.cap`);
		await editor.press('Control+ArrowDown');
		await editor.place('line acme.bottling.Juice1', `${J}.cap`, ({ y }) => y !== undefined);
		assert.equal(await editor.text(), original);
		assert.equal(await editor.page.locator('.twin-node.kind-module').count(), 3);
	});

	it('makes bays and drops new modules straight into them', async () => {
		const editor = await users.open(SITE);
		const bay = '  bay A4 footprint ISO_1CC floor 1.5 [t/m2]\n';
		await editor.changes(async () => {
			await editor.drag(await editor.middle(await editor.item('ISO_1CC')), await editor.empty());
			await editor.page.waitForSelector(editor.at(`${P}.A5`));
		}, (await editor.text()).replace(bay, `${bay}  bay A5 footprint ISO_1CC\n`));
		await editor.command('fit');
		await editor.replaces(async () => {
			await editor.drag(await editor.middle(await editor.item('Capper')), await editor.middle(editor.box(`${P}.A5`)));
			await editor.page.waitForSelector(`${editor.at(`${P}.A5`)} ${editor.at(`${J}.capper`)}`);
		}, LAST_PART, `${LAST_PART}  part capper : Capper in A5\n`);
		await editor.drag(await editor.middle(await editor.item('Capper')), await editor.middle(editor.box(`${P}.A1`)));
		await editor.refused(/Bay 'A1' holds/);
	});

	it('moves a module into another bay, and out of all', async () => {
		const editor = await users.open(SITE);
		await editor.drag(await editor.middle(await editor.item('ISO_1CC')), await editor.empty());
		await editor.page.waitForSelector(editor.at(`${P}.A5`));
		await editor.command('fit');
		const standing = '  part rinse2 : Rinser in A4 covers rinse\n';
		await editor.replaces(async () => {
			await editor.drag(await editor.head(`${J}.rinse2`), await editor.middle(editor.box(`${P}.A5`)));
			await editor.page.waitForSelector(`${editor.at(`${P}.A5`)} ${editor.at(`${J}.rinse2`)}`);
		}, standing, standing.replace('A4', 'A5'));
		await editor.page.waitForSelector(`${editor.at(`${P}.A4`)} ${editor.at(`${J}.rinse2`)}`);
		await editor.replaces(async () => {
			await editor.drag(await editor.head(`${J}.rinse2`), await editor.empty());
			await editor.gone(`${J}.rinse2`);
		}, standing, standing.replace(' in A4', ''));
	});

	it('makes pieces in store and utilities', async () => {
		const editor = await users.open(SITE);
		const last = '  insight power : [kW] = sum(each Machine.load)\n}\n';
		await editor.replaces(async () => {
			await editor.drag(await editor.middle(`#palette details:has-text("in store") .item:has-text("Rinser")`), await editor.empty());
			await editor.page.waitForSelector(editor.at('acme.bottling.Rinser1'));
		}, last, `${last}\nasset Rinser1 : Rinser at Pohang\n`);
		const water = '  port out water : Water(pressure = 3 [bar]) capacity 10 [m3/h]\n';
		await editor.replaces(async () => {
			await editor.page.fill('#palette input', 'compressed');
			await editor.drag(await editor.middle('#palette .item:visible'), await editor.empty());
			await editor.page.waitForSelector(editor.at(`${P}.compressedAir`));
		}, water, `${water}  port out compressedAir : CompressedAir\n`, PLANT);
	});
});
