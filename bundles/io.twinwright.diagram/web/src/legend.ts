/** What the signs of a drawing mean, of those that it has. */
import { part, sign } from './dom';
import { badgePath, portPath } from './geometry';
import { MEDIA, Medium, Severity } from './protocol';
import { text, TextKey } from './texts';

/** What a drawing has that may need a word. */
export interface Signs {
	media: ReadonlySet<Medium>;
	nodes: ReadonlySet<string>;
	severities: ReadonlySet<Severity>;
	hasStacks: boolean;
	hasInsides: boolean;
	hasBundles: boolean;
	isSite: boolean;
	isLive: boolean;
}

type Sign = 'dashed' | 'open-step' | 'stack' | 'inside' | 'bundle' | 'scale' | 'more' | 'ability' | 'partner' | 'data' | 'agreed' | 'party';

/** What the kinds of nodes of a diagram of partners mean, by their signs. */
const PARTNERS: readonly { sign: Sign; name: TextKey; kinds: readonly string[] }[] = [
	{ sign: 'ability', name: 'legendAbility', kinds: ['ability'] }, { sign: 'partner', name: 'legendPartner', kinds: ['partner'] }, { sign: 'data', name: 'legendData', kinds: ['server', 'insight'] },
	{ sign: 'agreed', name: 'legendAgreed', kinds: ['contract', 'offer'] }, { sign: 'party', name: 'legendParty', kinds: ['party'] }];

export type LegendEntry = { sign: 'medium'; medium: Medium; both: boolean } | { sign: 'finding'; severity: Severity } | { sign: Sign; name: TextKey } | { sign: 'alarm'; alarm: 'alarm' | 'warning' | 'bad'; name: TextKey };

/** @return the entries in the order in which they are shown */
export function legendOf(signs: Signs): LegendEntry[] {
	const entries: LegendEntry[] = MEDIA.filter(medium => signs.media.has(medium)).map(medium => ({ sign: 'medium', medium, both: !signs.isSite }));
	if (signs.nodes.has('reserve') || signs.nodes.has('standby')) {
		entries.push({ sign: 'dashed', name: 'legendReserve' });
	}
	if (signs.nodes.has('provider')) {
		entries.push({ sign: 'dashed', name: 'legendProvider' });
	}
	if (signs.nodes.has('open-step')) {
		entries.push({ sign: 'open-step', name: 'legendOpenStep' });
	}
	if (signs.hasStacks) {
		entries.push({ sign: 'stack', name: 'legendStack' });
	}
	if (signs.hasInsides) {
		entries.push({ sign: 'inside', name: 'legendInside' });
	}
	if (signs.hasBundles) {
		entries.push({ sign: 'bundle', name: 'legendBundle' });
	}
	PARTNERS.filter(({ kinds }) => kinds.some(kind => signs.nodes.has(kind))).forEach(({ sign, name }) => entries.push({ sign, name }));
	if (signs.nodes.has('more')) {
		entries.push({ sign: 'more', name: 'legendMore' });
	}
	if (signs.nodes.has('idle')) {
		entries.push({ sign: 'dashed', name: 'legendIdle' });
	}
	if (signs.isLive) {
		entries.push({ sign: 'alarm', alarm: 'alarm', name: 'legendUrgent' }, { sign: 'alarm', alarm: 'warning', name: 'legendAlarm' }, { sign: 'alarm', alarm: 'bad', name: 'legendBad' });
	}
	const severities: readonly Severity[] = ['error', 'warning', 'info'];
	severities.filter(severity => signs.severities.has(severity)).forEach(severity => entries.push({ sign: 'finding', severity }));
	if (signs.nodes.has('bay') || signs.nodes.has('idle')) {
		entries.push({ sign: 'scale', name: 'legendScale' });
	}
	return entries;
}

/** What stands on the sign of an alarm. */
export const ALARM = { warning: '!', alarm: '!!', bad: '?' } as const;

const SEVERITY: Record<Severity, TextKey> = { error: 'error', warning: 'warning', info: 'remark' };
const MEDIUM: Record<Medium, TextKey> = { item: 'mediumItem', bulk: 'mediumBulk', liquid: 'mediumLiquid', gas: 'mediumGas', energy: 'mediumEnergy', data: 'mediumData', other: 'mediumOther' };

function shown(entry: LegendEntry): (Node | string)[] {
	switch (entry.sign) {
		case 'medium': {
			const style = `mark medium-${entry.medium}`;
			const signs = entry.both ? [sign(18, { d: portPath(entry.medium), class: `${style} hollow` })] : [];
			return [...signs, sign(18, { d: portPath(entry.medium), class: style }), entry.both ? text('inAndOut', text(MEDIUM[entry.medium])) : text(MEDIUM[entry.medium])];
		}
		case 'finding':
			return [sign(22, { d: badgePath(entry.severity), class: `badge ${entry.severity}` }), text(SEVERITY[entry.severity])];
		case 'stack':
			return [sign(26, { d: 'M -4,-11 H 12 V -1 H -4 Z', class: 'box' }, { d: 'M -8,-7 H 8 V 3 H -8 Z', class: 'box' }, { d: 'M -12,-3 H 4 V 7 H -12 Z', class: 'box' }), text(entry.name)];
		case 'inside':
			return [sign(16, { d: 'M -6,-6 H 6 V 6 H -6 Z', class: 'box' }, { d: 'M -3.5,0 H 3.5 M 0,-3.5 V 3.5', class: 'box' }), text(entry.name)];
		case 'scale':
			return [part('span', { className: 'scale' }), text(entry.name)];
		case 'alarm':
			return [part('span', { className: `alarm-sign ${entry.alarm}` }, ALARM[entry.alarm]), text(entry.name)];
		default:
			return [part('span', { className: `sample ${entry.sign}` }), text(entry.name)];
	}
}

export class Legend {
	private last = '';

	constructor(private readonly box: HTMLElement) {
		box.setAttribute('aria-label', text('legend'));
	}

	show(signs: Signs): void {
		const entries = legendOf(signs);
		const said = JSON.stringify(entries);
		if (said !== this.last) {
			this.last = said;
			this.box.replaceChildren(...entries.map(entry => part('span', { className: 'entry' }, ...shown(entry))));
		}
	}

	/** @param zoom by which the drawing is enlarged; five metres are 150 units */
	scale(zoom: number): void {
		const scale = this.box.querySelector<HTMLElement>('.scale');
		if (scale) {
			scale.style.width = `${150 * zoom}px`;
		}
	}
}
