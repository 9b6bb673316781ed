/** The actions that Twinwright adds to GLSP's own, and what stands in the arguments of the elements. */
import type { Action, Args, Operation } from '@eclipse-glsp/client';

export const DIAGRAM_TYPE = 'twinwright';

export type Medium = 'item' | 'bulk' | 'liquid' | 'gas' | 'energy' | 'data' | 'other';
export const MEDIA: readonly Medium[] = ['item', 'bulk', 'liquid', 'gas', 'energy', 'data', 'other'];

export type Severity = 'error' | 'warning' | 'info';
export type Alarm = 'ok' | 'warning' | 'alarm' | 'bad';

export interface Property {
	id: string;
	label: string;
	value: string;
	unit?: string;
	choices?: string[];
	editable: boolean;
	documentation?: string;
}

export interface SetProperties extends Action {
	kind: 'twin/setProperties';
	elementId: string;
	title: string;
	rows: Property[];
}

export interface FoundItem {
	id: string;
	label: string;
	/** What its diagram is called; empty for what a diagram is of. */
	within?: string;
	uri: string;
}

export interface Found extends Action {
	kind: 'twin/found';
	items: FoundItem[];
}

export interface DiagramItem {
	uri: string;
	title: string;
	kind: string;
}

export interface SetDiagrams extends Action {
	kind: 'twin/setDiagrams';
	items: DiagramItem[];
}

export interface Exported extends Action {
	kind: 'twin/exported';
	name: string;
	content: string;
}

export interface Refused extends Action {
	kind: 'twin/refused';
	reason: string;
}

export interface Revealed extends Action {
	kind: 'twin/revealed';
	/** Of the diagram that the element is in; absent for the one that is shown. */
	uri?: string;
	elementId: string;
}

export interface LiveElement {
	id: string;
	live?: string;
	state?: string;
	/** Empty where nothing is known any more. */
	alarm?: Alarm | '';
	/** Negative for none. */
	level?: number;
}

/** How the plant is attached. */
export type Link = 'detached' | 'connecting' | 'online' | 'lost';

export interface LiveAction extends Action {
	kind: 'twin/live';
	elements: LiveElement[];
	/** Whether elements that are not named show nothing. */
	all?: boolean;
	link?: Link;
	/** What is said of the link, such as with which server. */
	sentence?: string;
}

export const requestProperties = (elementId: string): Action & { elementId: string } => ({ kind: 'twin/properties', elementId });
export const reveal = (elementId: string): Action & { elementId: string } => ({ kind: 'twin/reveal', elementId });
export const selected = (elementIds: readonly string[]): Action & { elementIds: readonly string[] } => ({ kind: 'twin/selected', elementIds });
export const search = (query: string): Action & { query: string } => ({ kind: 'twin/search', query });
export interface Checked extends Action {
	kind: 'twin/checked';
	/** Why not; empty where it may be. */
	reason: string;
}

export interface Check extends Action {
	kind: 'twin/check';
	requestId: string;
	elementTypeId: string;
	sourceId: string;
	targetId: string;
}

export const check = (elementTypeId: string, sourceId: string, targetId: string, requestId: string): Check => ({ kind: 'twin/check', elementTypeId, sourceId, targetId, requestId });
export const requestDiagrams = (): Action => ({ kind: 'twin/diagrams' });
export const expand = (elementId: string, expanded: boolean): Action & { elementId: string; expanded: boolean } => ({ kind: 'twin/expand', elementId, expanded });
export const focusOn = (elementId: string): Action & { elementId: string } => ({ kind: 'twin/focus', elementId });
export const exportSvg = (): Action & { format: string } => ({ kind: 'twin/export', format: 'svg' });
export const save = (name: string, piece: string, last: boolean): Action & { name: string; piece: string; last: boolean } => ({ kind: 'twin/save', name, piece, last });
export const setProperty = (elementId: string, property: string, value: string): Operation & { elementId: string; property: string; value: string } =>
	({ kind: 'twin/setProperty', isOperation: true, elementId, property, value });

/** Reads arguments that any server may have left out or sent as text. */
export class Told {
	constructor(private readonly args: Args | undefined) {}

	text(name: string): string {
		const value = this.args?.[name];
		return value === undefined || value === null ? '' : String(value);
	}

	lines(name: string): string[] {
		const value = this.text(name);
		return value === '' ? [] : value.split('\n');
	}

	/** @return a finite number, or undefined where there is none */
	number(name: string): number | undefined {
		const value = this.text(name);
		const number = Number(value);
		return value === '' || !Number.isFinite(number) ? undefined : number;
	}

	flag(name: string): boolean {
		return this.text(name) === 'true';
	}

	/** @return how bad the worst finding is, undefined for none */
	severity(): Severity | undefined {
		const badge = this.text('badge').toLowerCase();
		if (badge === 'error' || badge === 'warning' || badge === 'info') {
			return badge;
		}
		return this.text('findings') === '' ? undefined : 'warning';
	}
}

export interface Crumb {
	title: string;
	uri: string;
}

/** @return the way to a diagram, empty where it was not told or makes no sense */
export function crumbsOf(told: string): Crumb[] {
	try {
		const crumbs: unknown = JSON.parse(told || '[]');
		return Array.isArray(crumbs) ? crumbs.filter(isCrumb) : [];
	} catch {
		return [];
	}
}

function isCrumb(value: unknown): value is Crumb {
	return typeof value === 'object' && value !== null && typeof (value as Crumb).title === 'string' && typeof (value as Crumb).uri === 'string';
}

export function mediumOf(cssClasses: readonly string[] | undefined): Medium | undefined {
	return MEDIA.find(medium => cssClasses?.includes(`medium-${medium}`));
}

/** @return what comes after the colon of a type: 'module' for 'node:module' */
export function kindOf(type: string): string {
	return type.slice(type.indexOf(':') + 1);
}
