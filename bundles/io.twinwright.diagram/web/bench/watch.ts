/** What is run in a page before its own scripts, to measure it from inside. All times are those of the page's clock, in ms. */

/** What the page tells. */
export interface Watch {
	/** When the last key, click or release of the mouse happened. */
	input: number;
	/** The last model that came, as it was sent, and when. */
	model: { at: number; text: string };
	/** How long each move of the mouse took until the frame that shows it was done, since {@link follow}. */
	frames: number[];
	/** @return when the next frame is done */
	frame(): Promise<number>;
	/** When each frame was done that came after a change of the page, and how many elements it shows. */
	drawn: { at: number; elements: number }[];
	/** Waits from now on for what must be seen, in the drawing. */
	expect(isSeen: () => boolean): void;
	/** When the first frame was done that shows what is expected; undefined before. */
	seen: number | undefined;
	/** Follows the moves of the mouse until the next call, by an attribute of an element. */
	follow(selector: string, attribute: string): void;
}

declare global {
	interface Window {
		watch: Watch;
	}
}

export function install(): void {
	if (window !== window.top) {
		return;
	}
	const CHANGES = { subtree: true, childList: true, attributes: true, characterData: true };
	const frame = (): Promise<number> => new Promise(done => requestAnimationFrame(() => {
		// a message is the first task after the page was drawn
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => done(performance.now());
		port2.postMessage(undefined);
	}));
	let stop = (): void => undefined;
	const watch: Watch = {
		input: 0,
		model: { at: 0, text: '' },
		frames: [],
		frame,
		drawn: [],
		seen: undefined,
		expect(isSeen) {
			watch.seen = undefined;
			const observer = new MutationObserver(() => {
				if (isSeen()) {
					observer.disconnect();
					void frame().then(at => { watch.seen = at; });
				}
			});
			observer.observe(document, CHANGES);
		},
		follow(selector, attribute) {
			stop();
			watch.frames = [];
			const shown = (): string | null | undefined => document.querySelector(selector)?.getAttribute(attribute);
			const moved = (event: MouseEvent): void => {
				const before = shown();
				const look = (): void => void frame().then(now => shown() === before ? look() : watch.frames.push(now - event.timeStamp));
				look();
			};
			window.addEventListener('mousemove', moved, true);
			stop = () => window.removeEventListener('mousemove', moved, true);
		}
	};
	window.watch = watch;
	new MutationObserver(() => {
		const elements = document.querySelectorAll('#diagram [data-id]').length;
		void frame().then(at => watch.drawn.push({ at, elements }));
	}).observe(document, CHANGES);
	for (const kind of ['keydown', 'mouseup', 'click']) {
		window.addEventListener(kind, event => { watch.input = event.timeStamp; }, true);
	}
	window.WebSocket = class extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols);
			this.addEventListener('message', ({ data }) => {
				if (/"kind":"(set|update)Model"/.test(String(data))) {
					watch.model = { at: performance.now(), text: String(data) };
				}
			});
		}
	};
}
