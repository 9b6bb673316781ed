/** The elements of a drawing as the client holds them. */
import { Args, GChildElement, GEdge, GGraph, GLabel, GModelElement, GModelRegistry, GNode, GPort, GViewRegistry, IView, isEditableLabel, toAbsoluteBounds } from '@eclipse-glsp/client';
import { injectable } from 'inversify';
import { followed, halfway, middle, Point, Rectangle, pointsOf, withEnds } from './geometry';
import { kindOf, Told } from './protocol';

export class TwinGraph extends GGraph {
	get told(): Told {
		return new Told(this.args);
	}
}

export class TwinNode extends GNode {
	args?: Args;

	get told(): Told {
		return new Told(this.args);
	}

	get kind(): string {
		return kindOf(this.type);
	}

	/** The size that its texts need; undefined where people cannot give it another one. */
	get least(): Readonly<{ width: number; height: number }> | undefined {
		const [width, height] = [this.told.number('leastWidth'), this.told.number('leastHeight')];
		return width === undefined || height === undefined ? undefined : { width, height };
	}

	/** What a rename edits. */
	get editableLabel(): (GLabel & { isEditing?: boolean }) | undefined {
		return this.children.find((child): child is TwinLabel => child instanceof TwinLabel && isEditableLabel(child));
	}
}

export class TwinPort extends GPort {
	args?: Args;

	get told(): Told {
		return new Told(this.args);
	}
}

export class TwinLabel extends GLabel {}

export class TwinEdge extends GEdge {
	private drawn?: { route: Point[]; source: Point; target: Point };

	get told(): Told {
		return new Told(this.args);
	}

	get kind(): string {
		return kindOf(this.type);
	}

	/** For how many connections it stands, 0 where it is one itself. */
	get connections(): number {
		return this.told.number('bundle') ?? 0;
	}

	get isBidirectional(): boolean {
		return this.cssClasses?.includes('bidirectional') ?? false;
	}

	/** Where it runs now: as the server laid it out, following its ends while they are being moved. Empty while an end is missing. */
	route(): Point[] {
		const ends = this.ends();
		if (ends === undefined) {
			return [];
		}
		const source = middle(ends.source);
		const target = middle(ends.target);
		this.drawn ??= { route: withEnds(pointsOf(this.told.text('route')) ?? this.routingPoints, ends.source, ends.target), source, target };
		return followed(this.drawn.route, { x: source.x - this.drawn.source.x, y: source.y - this.drawn.source.y },
			{ x: target.x - this.drawn.target.x, y: target.y - this.drawn.target.y });
	}

	/** The middle of its label: where the server put it, shifted by half of what the ends were moved. */
	labelAt(route: readonly Point[]): Point {
		const x = this.told.number('labelX');
		const y = this.told.number('labelY');
		if (x === undefined || y === undefined || this.drawn === undefined) {
			return halfway(route);
		}
		const was = halfway(this.drawn.route);
		const is = halfway(route);
		return { x: x + is.x - was.x, y: y + is.y - was.y };
	}

	private ends(): { source: Rectangle; target: Rectangle } | undefined {
		const source = this.index.getById(this.sourceId);
		const target = this.index.getById(this.targetId);
		return isShape(source) && isShape(target) ? { source: toAbsoluteBounds(source), target: toAbsoluteBounds(target) } : undefined;
	}
}

/** @return whether a node stands in the plan of a site, which is drawn to scale */
export function isSite(node: TwinNode): boolean {
	return node.root instanceof TwinGraph && node.root.told.text('kind') === 'site';
}

/** @return whether the inside of a node can be shown in its place, or is */
export function isExpandable(node: TwinNode): boolean {
	return node.told.flag('expandable') || node.told.flag('expanded');
}

/** @return what shows more of an element in its place, or less again: the inside of a node, the connections of a bundle; undefined for neither */
export function otherView(element: TwinElement | undefined): { id: string; expanded: boolean } | undefined {
	if (element instanceof TwinNode) {
		return isExpandable(element) ? { id: element.id, expanded: !element.told.flag('expanded') } : undefined;
	}
	if (element instanceof TwinEdge) {
		const opened = element.told.text('opened');
		return element.connections > 0 ? { id: element.id, expanded: true } : opened !== '' ? { id: opened, expanded: false } : undefined;
	}
	return undefined;
}

export type TwinShape = TwinNode | TwinPort;
export type TwinElement = TwinShape | TwinEdge;

export function isShape(element: GModelElement | undefined): element is TwinShape {
	return element instanceof TwinNode || element instanceof TwinPort;
}

export function isTwin(element: GModelElement | undefined): element is TwinElement {
	return isShape(element) || element instanceof TwinEdge;
}

/** @return the nearest node around an element, or it itself, that takes what is created; undefined for the whole drawing */
export function containerOf(element: GModelElement | undefined, type: string): TwinNode | undefined {
	const takes = (node: TwinNode): boolean => node.kind === 'bay' || node.told.flag('expanded') || (type === 'node:standby' && node.kind === 'module');
	for (let next = element; next !== undefined; next = next instanceof GChildElement ? next.parent : undefined) {
		if (next instanceof TwinNode && takes(next)) {
			return next;
		}
	}
	return undefined;
}

/** @return an element in one line for those who hear it */
export function spoken(element: Readonly<{ id: string; told: Told }>): string {
	const told = element.told;
	return [told.text('label') || told.text('tooltip') || element.id, ...told.lines('details'), told.text('state'), ...told.lines('findings')]
		.filter(part => part !== '').join(', ');
}

const familyOf = (type: string): string => type.split(':')[0];

/** Makes an element of any kind of node, port, label or edge that the server knows. */
@injectable()
export class ElementRegistry extends GModelRegistry {
	override hasKey(key: string): boolean {
		return super.hasKey(key) || super.hasKey(familyOf(key));
	}

	override get(key: string, argument: undefined): GModelElement {
		const element = super.get(super.hasKey(key) ? key : familyOf(key), argument);
		// Kinds that share a class have type hints of their own.
		element.features = new Set(element.features as Set<symbol> | undefined);
		return element;
	}
}

@injectable()
export class FamilyViews extends GViewRegistry {
	override hasKey(key: string): boolean {
		return super.hasKey(key) || super.hasKey(familyOf(key));
	}

	override get(key: string): IView {
		return super.get(super.hasKey(key) ? key : familyOf(key));
	}
}
