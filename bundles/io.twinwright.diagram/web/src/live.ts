/** What the running plant does, on the elements and in a sign of the window. */
import { Args, CommandExecutionContext, CommandReturn, FeedbackCommand, GModelElementSchema, GModelRoot, GModelRootSchema, TYPES } from '@eclipse-glsp/client';
import { inject, injectable } from 'inversify';
import { part } from './dom';
import { isTwin, TwinElement } from './elements';
import { Link, LiveAction } from './protocol';
import { text } from './texts';

const VALUES = ['live', 'state', 'alarm', 'level'];

function without(args: Args | undefined): Args {
	return Object.fromEntries(Object.entries(args ?? {}).filter(([name]) => !VALUES.includes(name)));
}

/** Puts live values on the elements that are there. */
@injectable()
export class LiveCommand extends FeedbackCommand {
	static readonly KIND = 'twin/live';

	constructor(@inject(TYPES.Action) private readonly action: LiveAction) {
		super();
	}

	execute(context: CommandExecutionContext): CommandReturn {
		const told = new Map(this.action.elements.map(({ id, ...values }) => [id, values]));
		if (this.action.all || this.action.link === 'detached') {
			[...context.root.index.all()].filter(isTwin).filter(element => isLive(element) && !told.has(element.id)).forEach(element => { element.args = without(element.args); });
		}
		for (const [id, values] of told) {
			const element = context.root.index.getById(id);
			if (isTwin(element)) {
				element.args = known({ ...element.args, ...values });
			}
		}
		return context.root;
	}
}

/** @return the same, without a level where none is known */
function known(args: Args): Args {
	return Number(args.level) < 0 ? Object.fromEntries(Object.entries(args).filter(([name]) => name !== 'level')) : args;
}

function isLive(element: TwinElement): boolean {
	return VALUES.some(name => element.args?.[name] !== undefined);
}

/** Keeps the values on a drawing that is drawn anew, until they are told anew: they must not flicker with each gesture. */
export function keepLive(before: Readonly<GModelRoot>, now: GModelRootSchema): void {
	if (before.id === now.id) {
		keep(before, now);
	}
}

function keep(root: Readonly<GModelRoot>, now: GModelElementSchema & { args?: Args }): void {
	const before = root.index.getById(now.id);
	if (isTwin(before) && isLive(before)) {
		now.args = { ...Object.fromEntries(Object.entries(before.args ?? {}).filter(([name]) => VALUES.includes(name))), ...now.args };
	}
	now.children?.forEach(child => keep(root, child));
}

/** Says how the plant is attached; values are pale while this window does not hear of them. */
export class PlantSign {
	private link: Link = 'detached';
	private sentence = '';

	constructor(private readonly box: HTMLElement) {}

	told({ link, sentence }: LiveAction): void {
		this.link = link ?? 'online';
		this.sentence = sentence ?? '';
		this.show(this.link, this.sentence);
	}

	/** The server of the diagrams is there, or is not: then nobody knows what the plant does. */
	connected(isConnected: boolean): void {
		if (isConnected) {
			this.link = 'detached';
		}
		if (this.link !== 'detached') {
			this.show('lost', text('plantUnknown'));
		} else {
			this.show('detached', '');
		}
	}

	private show(link: Link, sentence: string): void {
		this.box.hidden = link === 'detached' || sentence === '';
		if (this.box.className !== link || this.box.textContent !== sentence) {
			this.box.className = link;
			this.box.replaceChildren(part('span', {}, sentence));
		}
		document.body.classList.toggle('unheard', link === 'lost');
	}
}
