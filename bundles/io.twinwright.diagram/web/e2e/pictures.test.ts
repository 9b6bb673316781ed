/** What users see of real projects; the pictures are kept in target/screenshots to be looked at. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import { outside, PageOptions } from '../test/browser';
import { bench, Editor, LINE, RECIPE, SITE } from './editor';

const J = 'acme.bottling.Juice1';
const FOLDER = 'target/screenshots';
const DARK: PageOptions = { dark: true };
const KOREAN: PageOptions = { locale: 'ko-KR' };

/** @return pairs of boxes side by side of which one is drawn on the other */
const overlapping = (editor: Editor): Promise<string[]> => editor.page.evaluate(() => {
	const nodes = [...document.querySelectorAll<SVGElement>('.twin-node')].map(node => ({ node, box: [...node.querySelectorAll(':scope > .body > :is(.box, .ground)')].at(-1)!.getBoundingClientRect() }));
	return nodes.flatMap(({ node, box }, index) => nodes.slice(index + 1).filter(({ node: other }) => other.parentElement === node.parentElement && !node.matches('.kind-frame') && !other.matches('.kind-frame'))
		.filter(({ box: two }) => box.left < two.right - 1 && two.left < box.right - 1 && box.top < two.bottom - 1 && two.top < box.bottom - 1)
		.map(({ node: other }) => `${node.dataset.id} and ${other.dataset.id}`));
});

async function taken(editor: Editor, name: string): Promise<void> {
	assert.deepEqual(await outside(editor.page), []);
	assert.deepEqual(await overlapping(editor), []);
	await editor.page.screenshot({ path: `${FOLDER}/${name}.png` });
}

describe('pictures', { timeout: 600_000 }, () => {
	const users = bench();
	before(() => mkdir(FOLDER, { recursive: true }));

	for (const [name, diagram, options] of [['line', LINE, DARK], ['site', SITE, {}], ['store', 'site/acme.bottling.Gwangyang', DARK], ['recipe', RECIPE, KOREAN], ['partners', 'partners/acme.bottling.FX17', {}],
		['partners-dark', 'partners/acme.bottling.FX17', DARK]] as const) {
		it(`of ${name}`, async () => taken(await users.open(diagram, options), `real-${name}`));
	}

	it('of properties, a search in the palette and a refused connection', async () => {
		const editor = await users.open(LINE, KOREAN);
		await editor.select(`${J}.fill`);
		await editor.page.waitForSelector('#properties [data-property]');
		await editor.page.fill('#palette input', 'fill');
		await editor.carry(await editor.port(`${J}.rinse.rinsed`), await editor.port(`${J}.fill.juice`));
		await editor.page.waitForSelector('#canvas.refused');
		await taken(editor, 'real-refused');
		const bubble = await editor.bounds('#bubble');
		assert.ok(bubble.x >= 0 && bubble.x + bubble.width <= 1360 && bubble.y + bubble.height <= 760, JSON.stringify(bubble));
		await editor.page.mouse.up();
	});
});

describe('pictures of what is open', { timeout: 600_000 }, () => {
	const users = bench('concepts');

	it('of a stack, open and closed', async () => {
		const editor = await users.open('line/concepts.repeatedParts.TunnelKiln');
		await taken(editor, 'real-stack');
		await editor.click(await editor.middle('.opens'));
		await editor.page.waitForSelector(editor.at('concepts.repeatedParts.TunnelKiln.zone.burner'));
		await taken(editor, 'real-open');
	});
});
