import { isExpandable, TwinEdge, TwinGraph, TwinNode, TwinPort } from './elements';
import type { Signs } from './legend';
import { Medium, mediumOf, Severity } from './protocol';

/** What stands in a drawing that the legend explains. */
export function signsOf(root: TwinGraph): Signs {
	const media = new Set<Medium>();
	const nodes = new Set<string>();
	const severities = new Set<Severity>();
	const signs = { media, nodes, severities, hasStacks: false, hasInsides: false, hasBundles: false, isSite: root.told.text('kind') === 'site', isLive: false };
	for (const element of root.index.all()) {
		if (element instanceof TwinPort) {
			const medium = mediumOf(element.cssClasses);
			if (medium) {
				media.add(medium);
			}
		}
		if (element instanceof TwinNode) {
			nodes.add(element.kind);
			signs.hasStacks ||= (element.told.number('count') ?? 1) > 1;
			signs.hasInsides ||= isExpandable(element);
			signs.isLive ||= element.told.text('alarm') !== '';
		}
		signs.hasBundles ||= element instanceof TwinEdge && element.connections > 0;
		if (element instanceof TwinNode || element instanceof TwinPort || element instanceof TwinEdge) {
			const severity = element.told.severity();
			if (severity) {
				severities.add(severity);
			}
		}
	}
	return signs;
}
