/** Recipes: steps and their order. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bench, RECIPE } from './editor';

const R = 'acme.bottling.Juice05Bottle';
const FILE = 'business.twin';
const CAP = '  step cap   needs Capping(torque = 1.2 [N.m]) after fill\n';

describe('recipes', { timeout: 600_000 }, () => {
	const users = bench();

	it('gets a step, which is put behind another one', async () => {
		const editor = await users.open(RECIPE);
		const original = await editor.text(FILE);
		await editor.changes(async () => {
			await editor.drag(await editor.middle(await editor.item('Cleaning')), await editor.empty());
			await editor.page.waitForSelector(editor.at(`${R}.cleaning`));
		}, original.replace(CAP, `${CAP}  step cleaning needs Cleaning\n`), FILE);
		await editor.changes(async () => {
			await editor.page.click(await editor.item('Sequence'));
			await editor.click(await editor.head(`${R}.cap`));
			await editor.click(await editor.head(`${R}.cleaning`));
		}, original.replace(CAP, `${CAP}  step cleaning needs Cleaning after cap\n`), FILE);
		await editor.undo(original.replace(CAP, `${CAP}  step cleaning needs Cleaning\n`), FILE);
		await editor.undo(original, FILE);
	});

	it('shows a step without a provider, and loses the mark when one is there', async () => {
		const editor = await users.open(RECIPE);
		await editor.drag(await editor.middle(await editor.item('Welding')), await editor.empty());
		await editor.page.waitForSelector(`${editor.at(`${R}.welding`)}.kind-open-step`);
		assert.match(await editor.page.locator('#legend').innerText(), /Step without a provider/);
	});

	it('loses a step with its place in the order', async () => {
		const editor = await users.open(RECIPE);
		await editor.replaces(async () => {
			await editor.select(`${R}.cap`);
			await editor.press('Delete');
			await editor.gone(`${R}.cap`);
		}, CAP, '', FILE);
	});

	it('loses an order and keeps the steps', async () => {
		const editor = await users.open(RECIPE);
		await editor.replaces(async () => {
			await editor.selectEdge(`${R}.fill sequence ${R}.cap`);
			await editor.press('Delete');
		}, CAP, CAP.replace(' after fill', ''), FILE);
	});

	it('renames a step and all that comes after it', async () => {
		const editor = await users.open(RECIPE);
		const original = await editor.text(FILE);
		await editor.changes(async () => {
			await editor.select(`${R}.fill`);
			await editor.press('F2');
			await editor.page.waitForSelector('.label-edit:not(.hidden) input');
			await editor.press('Control+a');
			await editor.type('dose');
			await editor.press('Enter');
		}, original.replace('step fill  needs', 'step dose  needs').replace('after fill', 'after dose'), FILE);
		await editor.undo(original, FILE);
	});
});
