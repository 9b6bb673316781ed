/** What is said at the mouse: about the element under it, or why it cannot be an end. */
import { part } from './dom';
import type { TwinElement } from './elements';
import type { Point } from './geometry';

export class Bubble {
	constructor(private readonly box: HTMLElement) {}

	tell(element: TwinElement | undefined, at: Point): void {
		const findings = element?.told.lines('findings') ?? [];
		const tooltip = element?.told.lines('tooltip') ?? [];
		if (!element || tooltip.length + findings.length === 0) {
			this.hide();
		} else if (this.box.dataset.of !== element.id) {
			this.show([...tooltip.map(line => part('p', {}, line)), ...findings.map(line => part('p', { className: 'finding' }, line))], at, false);
			this.box.dataset.of = element.id;
		}
	}

	refuse(reason: string, at: Point): void {
		this.show([part('p', {}, reason)], at, true);
	}

	hide(): void {
		this.box.hidden = true;
		delete this.box.dataset.of;
	}

	private show(lines: readonly HTMLElement[], at: Point, refused: boolean): void {
		this.box.replaceChildren(...lines);
		this.box.classList.toggle('refusal', refused);
		this.box.hidden = false;
		const box = this.box.getBoundingClientRect();
		this.box.style.left = `${Math.max(4, Math.min(at.x + 14, window.innerWidth - box.width - 8))}px`;
		this.box.style.top = `${at.y + 18 + box.height > window.innerHeight ? at.y - box.height - 10 : at.y + 18}px`;
	}
}
