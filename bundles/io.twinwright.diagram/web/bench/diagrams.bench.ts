/**
 * Measures the client in headless Chromium against a running server. Prints lines "bench NAME NUMBER". The arguments are the part,
 * the address of the server, and what is measured of it as JSON.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { launch } from '../test/browser';
import { Measuring, Seen, Way } from './measuring';

/** A line of modules m1, m2, …: the address of its diagram, its id, and how many elements it has. */
interface Line {
	uri: string;
	id: string;
	elements: number;
}

/** A way from one diagram to the next: a key that is pressed on a node, or without one, and what is there afterwards. */
interface Step {
	name: string;
	node?: string;
	key: string;
	shows: string;
}

interface Work {
	lines: Line[];
	runs: number;
	moves: number;
	file: string;
	steps: Step[];
}

const allOf = (line: Line): Seen => ({ id: `${line.id}.m1`, elements: line.elements });

/** A new page each time, and plain shapes in a bare page in turn with it; then one diagram after another in the same page. */
async function open(at: Measuring, { lines: [line, other], runs }: Work): Promise<void> {
	at.tell('cold', [await at.load(line.uri, line.elements)]);
	const warm: Way[] = [];
	const bare: Way[] = [];
	const inside: Way[] = [];
	for (let run = 0; run < runs; run++) {
		warm.push(await at.load(line.uri, line.elements));
		bare.push(await at.bare(line.elements));
	}
	await at.load(other.uri, other.elements);
	for (let run = 0; run < runs; run++) {
		for (const next of [line, other]) {
			inside.push(await at.from(() => at.go(next.uri), allOf(next)));
		}
	}
	at.tell('warm', warm);
	at.tell('bare', bare);
	at.tell('inside', inside);
}

async function drag(at: Measuring, { lines, moves }: Work): Promise<void> {
	for (const line of lines) {
		await at.load(line.uri, line.elements);
		await at.drag(`${line.id}.m2`, moves, `drag.${line.elements}`);
		await at.bare(line.elements);
		await at.drag('m2', moves, `bare.${line.elements}`);
	}
}

/** What somebody else saves; what is renamed in place; what is dragged from the palette. The first run of each fills caches. */
async function edit(at: Measuring, { lines: [line], runs, file }: Work): Promise<void> {
	await at.load(line.uri, line.elements);
	await at.page.waitForSelector('#palette .item');
	const saved: Way[] = [];
	const renamed: Way[] = [];
	const created: Way[] = [];
	for (let run = 0; run <= runs; run++) {
		const text = await readFile(file, 'utf8');
		saved.push(await at.from(async () => {
			await writeFile(file, text.replace(/part m1 .*: Press/, `part m1 "Saved ${run}" : Press`));
			await at.now();
		}, { ...allOf(line), says: `Saved ${run}` }));
		await at.beginRename(run === 0 ? `${line.id}.m2` : `${line.id}.renamed${run - 1}`, `renamed${run}`);
		renamed.push(await at.from(() => at.page.keyboard.press('Enter'), { id: `${line.id}.renamed${run}`, elements: line.elements }));
	}
	for (let run = 0; run <= runs; run++) {
		await at.beginDrop('Press');
		// each comes with its two ports
		created.push(await at.from(() => at.page.mouse.up(), { id: `${line.id}.renamed${runs}`, elements: line.elements + 3 * (run + 1) }));
	}
	at.tell('save', saved.slice(1));
	at.tell('rename', renamed.slice(1));
	at.tell('create', created.slice(1));
}

/** From the whole to its parts. What was sent is told too: a diagram has its limit. */
async function plant(at: Measuring, { lines: [line], steps, runs }: Work): Promise<void> {
	const ways: Record<string, Way[]> = { first: [], bare: [] };
	for (let run = 0; run < runs; run++) {
		ways.first.push(await at.load(line.uri, line.elements));
		for (const { name, node, key, shows } of steps) {
			if (node !== undefined) {
				await at.select(node);
			}
			(ways[name] ??= []).push(await at.from(() => at.page.keyboard.press(key), { id: shows, elements: 1 }));
		}
	}
	for (let run = 0; run < runs; run++) {
		ways.bare.push(await at.bare(line.elements));
	}
	Object.entries(ways).forEach(([name, all]) => at.tell(name, all));
}

const PARTS: Record<string, (at: Measuring, work: Work) => Promise<void>> = { open, drag, edit, plant };
const [part, address, work] = process.argv.slice(2);
try {
	const browser = await launch();
	try {
		await PARTS[part](await Measuring.start(browser, address), JSON.parse(work) as Work);
	} finally {
		await browser.close();
	}
} catch (fault) {
	console.error(fault instanceof Error ? fault.message : fault);
	process.exitCode = 1;
}
