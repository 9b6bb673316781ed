/** Builds parts of the window. */

export type Properties<K extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[K], 'dataset'>> & { dataset?: Record<string, string>; aria?: Record<string, string> };

export function part<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Properties<K> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	const { dataset, aria, ...rest } = properties;
	Object.assign(element, rest);
	Object.assign(element.dataset, dataset);
	for (const [name, value] of Object.entries(aria ?? {})) {
		element.setAttribute(`aria-${name}`, value);
	}
	element.append(...children);
	return element;
}

/** @return the element of the page with an id */
export function byId(id: string): HTMLElement {
	const element = document.getElementById(id);
	if (element === null) {
		throw new Error(`The page has no element '${id}'.`);
	}
	return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of paths in a square around the origin. */
export function sign(size: number, ...paths: { d: string; class?: string }[]): SVGSVGElement {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('viewBox', `${-size / 2} ${-size / 2} ${size} ${size}`);
	svg.setAttribute('width', String(size));
	svg.setAttribute('height', String(size));
	svg.setAttribute('aria-hidden', 'true');
	for (const { d, class: style } of paths) {
		const path = document.createElementNS(SVG, 'path');
		path.setAttribute('d', d);
		if (style) {
			path.setAttribute('class', style);
		}
		svg.append(path);
	}
	return svg;
}
