/** What needs no browser. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pauseBefore } from '../src/connection';
import { arrowPath, badgePath, followed, halfway, neighbour, pathOf, pointsOf, portPath, toCanvas, toDrawing, withEnds } from '../src/geometry';
import { meaningOf } from '../src/keys';
import { legendOf, Signs } from '../src/legend';
import { crumbsOf, kindOf, MEDIA, mediumOf, Told } from '../src/protocol';
import { sizeOf } from '../src/picture';
import { filled, language } from '../src/texts';
import en from '../src/messages.en.json';
import ko from '../src/messages.ko.json';

describe('geometry', () => {
	it('gives each medium a shape of its own', () => {
		assert.equal(new Set(MEDIA.map(medium => portPath(medium))).size, MEDIA.length);
		MEDIA.forEach(medium => assert.match(portPath(medium), /^M .* Z$/));
	});

	it('gives each severity a shape of its own', () => {
		assert.equal(new Set((['error', 'warning', 'info'] as const).map(badgePath)).size, 3);
	});

	it('reads routes', () => {
		assert.deepEqual(pointsOf('0,10 20.5,-3'), [{ x: 0, y: 10 }, { x: 20.5, y: -3 }]);
		assert.equal(pointsOf(''), undefined);
		assert.equal(pointsOf('1,2 3'), undefined);
	});

	it('adds ends that a route does not have', () => {
		const source = { x: 0, y: 0, width: 10, height: 10 };
		const target = { x: 100, y: 50, width: 10, height: 10 };
		assert.deepEqual(withEnds([], source, target), [{ x: 5, y: 5 }, { x: 105, y: 55 }]);
		assert.deepEqual(withEnds([{ x: 50, y: 5 }, { x: 50, y: 55 }], source, target), [{ x: 5, y: 5 }, { x: 50, y: 5 }, { x: 50, y: 55 }, { x: 105, y: 55 }]);
		assert.deepEqual(withEnds([{ x: 10, y: 5 }, { x: 100, y: 55 }], source, target), [{ x: 10, y: 5 }, { x: 100, y: 55 }]);
	});

	const bent = [{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 50, y: 80 }, { x: 100, y: 80 }];
	const still = { x: 0, y: 0 };

	it('keeps a route whose ends stay', () => assert.deepEqual(followed(bent, still, still), bent));

	it('shifts a route whose ends move together', () =>
		assert.deepEqual(followed(bent, { x: 5, y: 7 }, { x: 5, y: 7 }), bent.map(point => ({ x: point.x + 5, y: point.y + 7 }))));

	it('keeps segments level and upright when an end moves', () => {
		const route = followed(bent, still, { x: 30, y: -20 });
		assert.deepEqual(route, [{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 50, y: 60 }, { x: 130, y: 60 }]);
	});

	it('bends a straight route when an end moves aside', () => {
		assert.deepEqual(followed([{ x: 0, y: 0 }, { x: 100, y: 0 }], still, { x: 0, y: 40 }), [{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 50, y: 40 }, { x: 100, y: 40 }]);
		assert.deepEqual(followed([{ x: 0, y: 0 }, { x: 0, y: 100 }], still, { x: 40, y: 0 }), [{ x: 0, y: 0 }, { x: 0, y: 50 }, { x: 40, y: 50 }, { x: 40, y: 100 }]);
	});

	it('keeps a route with one bend in right angles', () =>
		assert.deepEqual(followed([{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 50, y: 50 }], { x: 0, y: 10 }, { x: 20, y: 0 }), [{ x: 0, y: 10 }, { x: 70, y: 10 }, { x: 70, y: 50 }]));

	it('finds the middle of a route', () => {
		assert.deepEqual(halfway(bent), { x: 50, y: 40 });
		assert.deepEqual(halfway([{ x: 3, y: 4 }, { x: 3, y: 4 }]), { x: 3, y: 4 });
	});

	it('ends an arrow short of its port', () => assert.equal(arrowPath({ x: 0, y: 0 }, { x: 100, y: 0 }, 7), 'M 93,0 L 85,4 L 85,-4 Z'));

	it('writes paths', () => assert.equal(pathOf([{ x: 0.123, y: 1 }, { x: 2, y: 3 }], true), 'M 0.12,1 L 2,3 Z'));

	it('finds the neighbour in a direction', () => {
		const at = (x: number, y: number): { box: { x: number; y: number; width: number; height: number } } => ({ box: { x, y, width: 10, height: 10 } });
		const [near, far, below] = [at(50, 0), at(100, 0), at(0, 60)];
		assert.equal(neighbour(at(0, 0).box, [far, near, below], 'right'), near);
		assert.equal(neighbour(at(0, 0).box, [far, near, below], 'down'), below);
		assert.equal(neighbour(at(0, 0).box, [far, near, below], 'left'), undefined);
	});

	it('goes between the window and the drawing', () => {
		const there = toDrawing({ x: 300, y: 200 }, { x: 200, y: 50 }, { x: -10, y: 20 }, 2);
		assert.deepEqual(there, { x: 40, y: 95 });
		assert.deepEqual(toCanvas(there, { x: -10, y: 20 }, 2), { x: 100, y: 150 });
	});
});

describe('what the server tells', () => {
	it('reads arguments of any form', () => {
		const told = new Told({ label: 'fill', details: 'a\nb', count: 3, gauge: '0.5', expanded: true, badge: '', findings: 'TW213 x' });
		assert.deepEqual([told.text('label'), told.text('missing'), told.lines('details'), told.lines('missing')], ['fill', '', ['a', 'b'], []]);
		assert.deepEqual([told.number('count'), told.number('gauge'), told.number('label'), told.number('missing')], [3, 0.5, undefined, undefined]);
		assert.equal(told.flag('expanded'), true);
		assert.equal(told.severity(), 'warning');
		assert.equal(new Told({ badge: 'ERROR' }).severity(), 'error');
		assert.equal(new Told(undefined).severity(), undefined);
	});

	it('reads breadcrumbs, and none from nonsense', () => {
		assert.deepEqual(crumbsOf('[{"title":"a","uri":"b"},{"title":1}]'), [{ title: 'a', uri: 'b' }]);
		assert.deepEqual(crumbsOf('{'), []);
		assert.deepEqual(crumbsOf(''), []);
	});

	it('reads media and kinds', () => {
		assert.equal(mediumOf(['supply', 'medium-gas']), 'gas');
		assert.equal(mediumOf(undefined), undefined);
		assert.equal(kindOf('node:open-step'), 'open-step');
	});
});

describe('legend', () => {
	const none: Signs = { media: new Set(), nodes: new Set(), severities: new Set(), hasStacks: false, hasInsides: false, hasBundles: false, isSite: false, isLive: false };

	it('explains nothing that is not drawn', () => assert.deepEqual(legendOf(none), []));

	it('explains what is drawn, in a fixed order', () => {
		const entries = legendOf({ ...none, media: new Set(['gas', 'item']), nodes: new Set(['standby', 'bay']), severities: new Set(['info', 'error']), hasStacks: true });
		assert.deepEqual(entries.map(entry => ('medium' in entry ? entry.medium : 'severity' in entry ? entry.severity : entry.name)), ['item', 'gas', 'legendReserve', 'legendStack', 'error', 'info', 'legendScale']);
	});
});

describe('keys', () => {
	const press = (key: string, ...held: ('ctrl' | 'shift' | 'alt' | 'meta')[]): ReturnType<typeof meaningOf> =>
		meaningOf({ key, ctrlKey: held.includes('ctrl'), shiftKey: held.includes('shift'), altKey: held.includes('alt'), metaKey: held.includes('meta') });

	it('have one meaning each', () => {
		assert.deepEqual(press('ArrowLeft'), { command: 'navigate', direction: 'left' });
		assert.deepEqual(press('ArrowLeft', 'shift'), { command: 'extend', direction: 'left' });
		assert.deepEqual(press('ArrowLeft', 'ctrl'), { command: 'move', direction: 'left' });
		assert.deepEqual(press('ArrowLeft', 'ctrl', 'shift'), { command: 'alignLeft' });
		assert.equal(press('E')?.command, 'svg');
		assert.equal(press('E', 'shift')?.command, 'png');
		assert.equal(press('f', 'meta')?.command, 'search');
		assert.equal(press('P', 'shift')?.back, true);
	});

	it('leave the rest to the browser and to GLSP', () => {
		for (const [key, ...held] of [['c', 'ctrl'], ['z', 'ctrl'], ['Delete'], ['F2'], ['ArrowLeft', 'alt'], ['Tab']] as const) {
			assert.equal(press(key, ...held), undefined, key);
		}
	});
});

describe('texts', () => {
	it('are there in both languages, with the same holes', () => {
		assert.deepEqual(Object.keys(ko).sort(), Object.keys(en).sort());
		const holes = (text: string): string[] => [...text.matchAll(/\{\d+\}/g)].map(match => match[0]).sort();
		(Object.keys(en) as (keyof typeof en)[]).forEach(key => {
			assert.ok(en[key] !== '' && ko[key] !== '', key);
			assert.deepEqual(holes(ko[key]), holes(en[key]), key);
		});
	});

	it('are filled', () => assert.equal(filled('{0} of {1}, {2}', [1, 'two']), '1 of two, {2}'));

	it('follow the language of the browser', () => assert.deepEqual(['ko-KR', 'KO', 'en-GB', 'de'].map(language), ['ko', 'ko', 'en', 'en']));
});

describe('pictures', () => {
	it('have the size that they say', () => {
		assert.deepEqual(sizeOf('<?xml?>\n<svg xmlns="x" width="990" height="412.5px" viewBox="0 0 1 1">'), { width: 990, height: 412.5 });
		assert.deepEqual(sizeOf('<svg viewBox="0 0 1 1">'), { width: 1200, height: 800 });
	});
});

describe('a lost connection', () => {
	it('is tried again soon, then every five seconds', () => assert.deepEqual([0, 1, 2, 5, 100].map(pauseBefore), [250, 500, 1000, 5000, 5000]));
});
