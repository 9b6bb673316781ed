/** Diagrams as the server would send them, written by hand after the bottling example. */

export type Schema = { type: string; id: string; [key: string]: unknown; children?: Schema[] };

export const LINE_URI = 'plant.twin#line/acme.bottling.Juice1';
export const FILLER_URI = 'machines.twin#line/acme.machines.Filler';
export const SITE_URI = 'plant.twin#site/acme.bottling.Pohang';
export const RECIPE_URI = 'business.twin#recipe/acme.bottling.Juice05Bottle';

interface NodeTold {
	kind: string;
	at: [number, number];
	size: [number, number];
	details?: string[];
	args?: Record<string, unknown>;
	children?: Schema[];
}

function node(id: string, label: string, told: NodeTold): Schema {
	const [x, y] = told.at;
	const [width, height] = told.size;
	return {
		type: `node:${told.kind}`, id, position: { x, y }, size: { width, height },
		args: { label, name: label, details: (told.details ?? []).join('\n'), tooltip: `part ${label}`, count: 1, opens: '', badge: '', findings: '', ...told.args },
		children: [{ type: 'label:name', id: `${id}#name`, text: label, position: { x: 10, y: 6 }, size: { width: Math.max(30, label.length * 9), height: 16 } }, ...(told.children ?? [])]
	};
}

function port(id: string, direction: 'in' | 'out' | 'inout', medium: string, at: [number, number], more: { supply?: boolean; args?: Record<string, unknown> } = {}): Schema {
	const label = id.slice(id.lastIndexOf('.') + 1);
	return { type: `port:${direction}`, id, position: { x: at[0] - 6, y: at[1] - 6 }, size: { width: 12, height: 12 }, cssClasses: [`medium-${medium}`, ...(more.supply ? ['supply'] : [])],
		args: { label, tooltip: `port ${direction} ${label}`, findings: '', side: more.supply ? 'below' : direction === 'in' ? 'left' : 'right', ...more.args } };
}

function edge(id: string, kind: string, ends: [string, string], points: [number, number][], more: { medium?: string; args?: Record<string, unknown> } = {}): Schema {
	return { type: `edge:${kind}`, id, sourceId: ends[0], targetId: ends[1], routingPoints: points.slice(1, -1).map(([x, y]) => ({ x, y })), cssClasses: more.medium ? [`medium-${more.medium}`] : [],
		args: { label: '', tooltip: '', findings: '', route: points.map(point => point.join(',')).join(' '), ...more.args } };
}

function graph(uri: string, title: string, subtitle: string, children: Schema[], args: Record<string, unknown> = {}): Schema {
	const [, kind, subject] = /#(\w+)\/(.*)/.exec(uri)!;
	return { type: 'graph', id: `${kind} ${subject}`, args: { kind, subject, uri, title, subtitle, readonly: '', crumbs: JSON.stringify([{ title, uri }]), hidden: 0, ...args }, children };
}

const J = 'acme.bottling.Juice1';

export function line(args: Record<string, unknown> = {}): Schema {
	return graph(LINE_URI, 'Juice1', 'asset Juice1 : Line at Pohang', [
		node(J, 'Juice1', { kind: 'frame', at: [-60, -60], size: [1000, 300], children: [port(`${J}.empty`, 'in', 'item', [0, 212]), port(`${J}.juice`, 'in', 'liquid', [0, 268]), port(`${J}.done`, 'out', 'item', [1000, 212])] }),
		node(`${J}.rinse`, 'rinse', { kind: 'module', at: [110, 85], size: [100, 101], details: ['Rinser', 'bay A1'], args: { opens: 'machines.twin#line/acme.machines.Rinser', expandable: true, expanded: false, count: 3 },
			children: [port(`${J}.rinse.dirty`, 'in', 'item', [0, 67]), port(`${J}.rinse.water`, 'in', 'liquid', [27, 101], { supply: true }), port(`${J}.rinse.rinsed`, 'out', 'item', [100, 67])] }),
		node(`${J}.rinse2`, 'rinse2', { kind: 'reserve', at: [134, 0], size: [96, 70], details: ['covers rinse', 'Rinser'] }),
		node(`${J}.fill`, 'fill', { kind: 'module', at: [412, 71], size: [130, 131], details: ['Filler', 'FX17', 'bay A2'], args: { opens: FILLER_URI, expandable: true, expanded: false, badge: 'warning',
			findings: 'TW213 The filler needs 3 [bar]; the site gives 2 [bar].' },
			children: [port(`${J}.fill.bottles`, 'in', 'item', [0, 81]), port(`${J}.fill.juice`, 'in', 'liquid', [0, 97]), port(`${J}.fill.air`, 'in', 'gas', [36, 131], { supply: true }),
				port(`${J}.fill.power`, 'in', 'energy', [84, 131], { supply: true }), port(`${J}.fill.filled`, 'out', 'item', [130, 81])] }),
		node(`${J}.fill standby FX33`, 'FX33', { kind: 'standby', at: [450, -30], size: [96, 58], details: ['standby', 'Filler'] }),
		node(`${J}.cap`, 'cap', { kind: 'module', at: [690, 71], size: [120, 115], details: ['Capper', 'CP04', 'bay A3'],
			children: [port(`${J}.cap.bottles`, 'in', 'item', [0, 81]), port(`${J}.cap.report`, 'out', 'data', [120, 97]), port(`${J}.cap.capped`, 'out', 'item', [120, 81])] }),
		edge(`${J}.empty -> rinse.dirty`, 'flow', [`${J}.empty`, `${J}.rinse.dirty`], [[-60, 152], [110, 152]], { medium: 'item' }),
		edge(`${J}.belt`, 'flow', [`${J}.rinse.rinsed`, `${J}.fill.bottles`], [[210, 152], [412, 152]], { medium: 'item', args: { label: 'belt, buffer 120', labelX: 311, labelY: 138, tooltip: 'connect belt rinse.rinsed -> fill.bottles (Bottle)' } }),
		edge(`${J}.juice -> fill.juice`, 'flow', [`${J}.juice`, `${J}.fill.juice`], [[-60, 208], [384, 208], [384, 168], [412, 168]], { medium: 'liquid' }),
		edge(`${J}.fill.filled -> cap.bottles`, 'flow', [`${J}.fill.filled`, `${J}.cap.bottles`], [[542, 152], [690, 152]], { medium: 'item', args: { label: 'buffer 60', labelX: 616, labelY: 164 } }),
		edge(`${J}.cap.capped -> done`, 'flow', [`${J}.cap.capped`, `${J}.done`], [[810, 152], [940, 152]], { medium: 'item' }),
		edge(`${J}.rinse2 covers rinse`, 'covers', [`${J}.rinse2`, `${J}.rinse`], [[134, 36], [122, 36], [122, 85]]),
		edge(`${J}.fill standby`, 'standby', [`${J}.fill standby FX33`, `${J}.fill`], [[450, 0], [430, 0], [430, 71]])
	], args);
}

export function filler(): Schema {
	return graph(FILLER_URI, 'Filler', 'type Filler extends Machine', [], { crumbs: JSON.stringify([{ title: 'Juice1', uri: LINE_URI }, { title: 'Filler', uri: FILLER_URI }]) });
}

export function site(): Schema {
	const bay = (name: string, x: number, y: number, children: Schema[] = []): Schema =>
		node(`acme.bottling.Pohang.${name}`, name, { kind: 'bay', at: [x, y], size: [182, 73], details: ['ISO_1CC, 6.058 x 2.438 m', 'floor bears 2000 [kg/m2]'], children });
	const module = (name: string, type: string): Schema => node(`${J}.${name}.place`, `Juice1.${name}`, { kind: 'module', at: [0, 0], size: [182, 73], details: [type] });
	const utility = (name: string, medium: string, y: number, gauge: number | undefined, said: string): Schema => node(`acme.bottling.Pohang.${name}.utility`, name, { kind: 'utility', at: [0, y], size: [320, 62],
		details: [`: ${medium}`], args: { gauge, gaugeText: said }, children: [port(`acme.bottling.Pohang.${name}`, 'out', medium, [0, 31])] });
	return graph(SITE_URI, 'Pohang', 'site Pohang', [
		bay('A1', 0, 50, [module('rinse', 'Rinser')]), bay('A2', 220, 50, [module('fill', 'Filler')]), bay('A3', 440, 50, [module('cap', 'Capper')]), bay('A4', 660, 50),
		utility('grid', 'energy', 190, 0.6, '72 / 120 [kW] (60 %)'), utility('air', 'gas', 260, 1.3, '260 / 200 [m3/h] (130 %): too little'), utility('water', 'liquid', 330, undefined, '3 [m3/h] drawn, capacity not said'),
		node('acme.bottling.FX33', 'FX33', { kind: 'idle', at: [440, 220], size: [182, 73], details: ['Filler', 'lease EUR 48.00 per [h]', 'standby'] })
	]);
}

export function recipe(): Schema {
	const R = 'acme.bottling.Juice05Bottle';
	return graph(RECIPE_URI, 'Juice05Bottle', 'recipe Juice05Bottle for Juice05', [
		node(`${R}.rinse`, 'rinse', { kind: 'step', at: [0, 0], size: [180, 44], details: ['Rinsing(volume 0.2..1.0 [l])'] }),
		node(`${R}.fill`, 'fill', { kind: 'step', at: [230, 0], size: [170, 44], details: ['Filling(volume 0.2..1.0 [l])'] }),
		node(`${R}.cap`, 'cap', { kind: 'open-step', at: [450, 0], size: [180, 44], details: ['Capping(torque 1.2 [N.m])'], args: { badge: 'error', findings: 'TW501 No module provides Capping(torque 1.2 [N.m]).' } }),
		node(`${R}.rinse Juice1.rinse`, 'Juice1.rinse', { kind: 'provider', at: [24, 60], size: [120, 44], details: ['Rinser'] }),
		node(`${R}.fill Juice1.fill`, 'Juice1.fill', { kind: 'provider', at: [254, 60], size: [110, 44], details: ['Filler'] }),
		edge(`${R}.rinse fill`, 'sequence', [`${R}.rinse`, `${R}.fill`], [[180, 22], [230, 22]]),
		edge(`${R}.fill cap`, 'sequence', [`${R}.fill`, `${R}.cap`], [[400, 22], [450, 22]]),
		edge(`${R}.rinse provides`, 'provides', [`${R}.rinse Juice1.rinse`, `${R}.rinse`], [[24, 82], [12, 82], [12, 44]]),
		edge(`${R}.fill provides`, 'provides', [`${R}.fill Juice1.fill`, `${R}.fill`], [[254, 82], [242, 82], [242, 44]])
	]);
}
