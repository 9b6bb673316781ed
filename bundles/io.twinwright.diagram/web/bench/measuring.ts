/** A page of Chromium that is measured from inside. */
import { Browser, CDPSession, Page } from 'playwright-core';
import { install } from './watch';

/** What must be in the drawing: an element, words in it, and how many there are at least. */
export interface Seen {
	id: string;
	elements: number;
	says?: string;
}

/** How long something took until it was painted, and until the model for it had come; the processor time of the page; what was sent. */
export interface Way {
	painted: number;
	model: number;
	processor: number;
	elements: number;
	kilobytes: number;
}

interface Sent {
	type?: string;
	children?: Sent[];
}

const at = (id: string): string => `[data-id="${id}"]`;
const quantile = (figures: readonly number[], share: number): number => [...figures].sort((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * share))];

/** @return how many nodes, ports and edges there are; what is written in them is no element */
function count(sent: Sent): number {
	return (/^(node|port|edge):/.test(sent.type ?? '') ? 1 : 0) + (sent.children ?? []).reduce((sum, child) => sum + count(child), 0);
}

/** As many shapes as a diagram has elements, and nothing else; the mouse can move the second one. */
function bare(elements: number): string {
	const shapes = Array.from({ length: elements }, (_, i) => `<g data-id="m${i + 1}" transform="translate(${(i % 25) * 60 + 20},${Math.floor(i / 25) * 40 + 20})"><rect width="40" height="20"/><text y="15">m${i + 1}</text></g>`);
	const move = `let from; const shape = document.querySelector('${at('m2')}');
		addEventListener('mousedown', event => { from = event; });
		addEventListener('mousemove', event => from && shape.setAttribute('transform', 'translate(' + (80 + event.x - from.x) + ',' + (20 + event.y - from.y) + ')'));
		addEventListener('mouseup', () => { from = undefined; });`;
	return `<!DOCTYPE html><style>rect { fill: #fff; stroke: #000; } text { font: 11px sans-serif; } body { margin: 0; }</style>
		<div id="diagram"></div><script>document.querySelector('#diagram').innerHTML = ${JSON.stringify(`<svg width="1600" height="900">${shapes.join('')}</svg>`)}; ${move}</script>`;
}

export class Measuring {
	private constructor(readonly page: Page, private readonly inside: CDPSession, private readonly address: URL) {}

	static async start(browser: Browser, address: string): Promise<Measuring> {
		const context = await browser.newContext({ viewport: { width: 1600, height: 900 }, locale: 'en-GB' });
		await context.addInitScript(install);
		const page = await context.newPage();
		const inside = await context.newCDPSession(page);
		// processor time, which does not depend on what else the machine does
		await inside.send('Performance.enable', { timeDomain: 'threadTicks' });
		return new Measuring(page, inside, new URL(address));
	}

	/** Loads the page of the client with a diagram. */
	load(uri: string, elements: number): Promise<Way> {
		this.address.searchParams.set('diagram', uri);
		return this.loaded(this.address.href, elements);
	}

	/** Loads plain shapes. */
	bare(elements: number): Promise<Way> {
		return this.loaded(`data:text/html,${encodeURIComponent(bare(elements))}`, elements);
	}

	private async loaded(address: string, elements: number): Promise<Way> {
		await this.page.goto(address, { waitUntil: 'commit' });
		const drawn = await this.page.waitForFunction(wanted => window.watch.drawn.find(frame => frame.elements >= wanted)?.at, elements);
		return this.way(0, await drawn.jsonValue() as number, await this.processor());
	}

	/** @param cause does something whose time the page notes: a key, a release of the mouse, or what says so itself */
	async from(cause: () => Promise<void>, seen: Seen): Promise<Way> {
		await this.page.evaluate(({ id, elements, says }) => window.watch.expect(() => {
			const found = document.querySelector(`#diagram [data-id="${id}"]`);
			return found !== null && (found.textContent ?? '').includes(says ?? '') && document.querySelectorAll('#diagram [data-id]').length >= elements;
		}), seen);
		const before = await this.processor();
		await cause();
		const painted = await this.page.waitForFunction(() => window.watch.seen);
		return this.way(await this.page.evaluate(() => window.watch.input), await painted.jsonValue() as number, (await this.processor()) - before);
	}

	private async way(begin: number, painted: number, processor: number): Promise<Way> {
		const { at: came, text } = await this.page.evaluate(() => window.watch.model);
		return { painted: painted - begin, model: Math.max(0, came - begin), processor, elements: text === '' ? 0 : count(JSON.parse(text).params.action.newRoot), kilobytes: text.length / 1024 };
	}

	/** The milliseconds that the page has computed since it was loaded. */
	private async processor(): Promise<number> {
		const { metrics } = await this.inside.send('Performance.getMetrics');
		return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
	}

	/** Notes that something begins now. */
	async now(): Promise<void> {
		await this.page.evaluate(now => { window.watch.input = now - performance.timeOrigin; }, performance.timeOrigin + performance.now());
	}

	/** Opens another diagram in the page. */
	async go(uri: string): Promise<void> {
		await this.page.evaluate(to => {
			window.watch.input = performance.now();
			location.hash = encodeURIComponent(to);
		}, uri);
	}

	private async middle(selector: string): Promise<{ x: number; y: number }> {
		const found = await this.page.locator(selector).first().boundingBox();
		if (!found) {
			throw new Error(`'${selector}' is not to be seen.`);
		}
		return { x: found.x + found.width / 2, y: found.y + found.height / 2 };
	}

	/** Selects a node, for which all of the drawing is brought into the window. */
	async select(id: string): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.page.keyboard.press('f');
		// one frame until it is asked for, one until it is done
		await this.page.evaluate(() => window.watch.frame().then(() => window.watch.frame()));
		const { x, y } = await this.middle(`${at(id)} > .body > .box`);
		await this.page.mouse.click(x, y);
		await this.page.waitForSelector(`${at(id)}.selected`);
	}

	/** Types a new name, which Enter ends. */
	async beginRename(id: string, name: string): Promise<void> {
		await this.select(id);
		await this.page.keyboard.press('F2');
		await this.page.waitForSelector('.label-edit:not(.hidden) input');
		await this.page.keyboard.press('Control+a');
		await this.page.keyboard.type(name);
	}

	/** Drags an item of the palette over the drawing, where it is to be dropped. */
	async beginDrop(item: string): Promise<void> {
		const { x, y } = await this.middle(`#palette .item:has-text("${item}")`);
		await this.page.mouse.move(x, y);
		await this.page.mouse.down();
		await this.page.mouse.move(700, 500, { steps: 3 });
	}

	/** Moves a node with the mouse, and tells how long each move took until its frame was done. */
	async drag(id: string, moves: number, name: string): Promise<void> {
		const { x, y } = await this.middle(`${at(id)} rect`);
		await this.page.mouse.move(x, y);
		await this.page.mouse.down();
		await this.page.mouse.move(x + 10, y + 10, { steps: 3 });
		const before = await this.processor();
		await this.page.evaluate(selector => window.watch.follow(selector, 'transform'), `#diagram ${at(id)}`);
		for (let move = 1; move <= moves; move++) {
			await this.page.mouse.move(x + 10 + 2 * move, y + 10 + move);
			await this.page.waitForFunction(count => window.watch.frames.length >= count, move);
		}
		const frames = await this.page.evaluate(() => window.watch.frames);
		console.log(`bench ${name}.frames ${frames.length}`);
		console.log(`bench ${name}.median ${quantile(frames, 0.5).toFixed(2)}`);
		console.log(`bench ${name}.share95 ${quantile(frames, 0.95).toFixed(2)}`);
		console.log(`bench ${name}.processor ${((await this.processor()) - before) / moves}`);
		await this.page.mouse.up();
	}

	/** Tells the median of each figure, and of the times the least and the largest; of what was sent the largest. */
	tell(name: string, ways: readonly Way[]): void {
		const all = (figure: keyof Way): number[] => ways.map(way => way[figure]);
		for (const figure of ['painted', 'model', 'processor'] as const) {
			console.log(`bench ${name}.${figure} ${quantile(all(figure), 0.5).toFixed(2)}`);
		}
		console.log(`bench ${name}.painted.least ${Math.min(...all('painted')).toFixed(2)}`);
		console.log(`bench ${name}.painted.largest ${Math.max(...all('painted')).toFixed(2)}`);
		console.log(`bench ${name}.elements ${Math.max(...all('elements'))}`);
		console.log(`bench ${name}.kilobytes ${Math.max(...all('kilobytes')).toFixed(0)}`);
	}
}
