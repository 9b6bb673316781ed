/** What the window says: a banner for what lasts, messages for what happened, and one voice for those who do not see. */
import { part } from './dom';
import { text } from './texts';

/** How long a message stays; those that refuse something stay until they are closed or the next one comes. */
const STAYS = 8000;

export class Notices {
	constructor(private readonly banner: HTMLElement, private readonly messages: HTMLElement, private readonly voice: HTMLElement) {}

	/** Shows a lasting state, or nothing for no sentence. */
	lasting(sentence: string, kind: 'readonly' | 'lost'): void {
		this.banner.hidden = sentence === '';
		this.banner.className = kind;
		this.banner.replaceChildren(part('strong', {}, text(kind === 'lost' ? 'lostTitle' : 'readonlyTitle')), part('span', {}, sentence));
	}

	/** The same sentence is shown once, however many say it. */
	say(sentence: string, kind: 'info' | 'warning' | 'error'): void {
		if (sentence === '' || [...this.messages.children].some(shown => (shown as HTMLElement).dataset.said === sentence)) {
			return;
		}
		if (kind !== 'info') {
			this.messages.replaceChildren();
		}
		const message: HTMLElement = part('div', { className: `message ${kind}`, dataset: { said: sentence } }, part('span', {}, sentence),
			part('button', { type: 'button', aria: { label: text('close') }, title: text('close'), onclick: () => message.remove() }, '\u00d7'));
		message.setAttribute('role', kind === 'info' ? 'status' : 'alert');
		this.messages.append(message);
		if (kind === 'info') {
			setTimeout(() => message.remove(), STAYS);
		}
	}

	clear(): void {
		this.messages.replaceChildren();
	}

	/** Says something to those who listen. */
	speak(sentence: string): void {
		this.voice.textContent = sentence;
	}
}
