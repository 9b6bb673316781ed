/** A page of the client in headless Chromium, with what went wrong in it. */
import { existsSync } from 'node:fs';
import { Browser, chromium, Page } from 'playwright-core';

const CANDIDATES = process.env.CHROMIUM ? [process.env.CHROMIUM] : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function launch(): Promise<Browser> {
	const executablePath = CANDIDATES.find(candidate => existsSync(candidate));
	if (executablePath === undefined) {
		throw new Error('Diagrams are tested and measured in Chromium. Install it (Debian: chromium), or set CHROMIUM to the path of a browser.');
	}
	return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

export interface Opened {
	page: Page;
	/** Errors of the page and violations of its security policy. */
	problems: string[];
}

export interface PageOptions {
	dark?: boolean;
	locale?: string;
	width?: number;
	height?: number;
}

export async function open(browser: Browser, address: string, options: PageOptions = {}): Promise<Opened> {
	const context = await browser.newContext({ viewport: { width: options.width ?? 1360, height: options.height ?? 760 }, colorScheme: options.dark ? 'dark' : 'light', locale: options.locale ?? 'en-GB' });
	const page = await context.newPage();
	const problems: string[] = [];
	page.on('pageerror', error => problems.push(error.message));
	page.on('console', message => message.type() === 'error' && problems.push(message.text()));
	await page.goto(address);
	return { page, problems };
}

/** Waits until the drawing has its place in the window, before which nothing can be pointed at. */
export const placed = (page: Page): Promise<unknown> => page.waitForFunction(() => {
	const view = document.querySelector('.sprotty-graph > g')?.getAttribute('transform') ?? '';
	return document.querySelector('.twin-node') === null || (view !== '' && !view.endsWith('translate(0,0)'));
});

/** @return the texts that reach out of the boxes in which they stand */
export const outside = (page: Page): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('.twin-node:not(.kind-bay, .kind-idle, .kind-utility, .kind-frame)')].flatMap(node => {
	const box = [...node.querySelectorAll(':scope > .body > .box')].at(-1)!.getBoundingClientRect();
	return [...node.querySelectorAll(':scope > .body > .detail, :scope > .twin-label > text')].filter(text => {
		const room = text.getBoundingClientRect();
		return room.left < box.left - 1 || room.right > box.right + 1 || room.top < box.top - 1 || room.bottom > box.bottom + 1;
	}).map(text => text.textContent ?? '');
}));
