/** Hands what the server tells to the parts of the window. */
import { Action, MessageAction, StatusAction } from '@eclipse-glsp/client';
import type { Crumbs } from './crumbs';
import type { Drawing } from './drawing';
import { host } from './host';
import type { PlantSign } from './live';
import type { Notices } from './notices';
import { download, pictureOf, piecesOf } from './picture';
import type { Place } from './place';
import type { PropertiesPanel } from './properties';
import * as protocol from './protocol';
import type { Search } from './search';

export interface Listeners {
	notices: Notices;
	properties: PropertiesPanel;
	search: Search;
	crumbs: Crumbs;
	plant: PlantSign;
	place: Place;
	drawing(): Drawing | undefined;
	/** Elements show other values than before. */
	changed(): void;
	/** In which format a picture was asked for last. */
	format(): 'svg' | 'png';
}

/** How many letters of a file are in one message: the server takes no more than a mebibyte at once. */
const PIECE = 512 * 1024;

export class Answers {
	constructor(private readonly to: Listeners) {}

	told(action: Action): void {
		switch (action.kind) {
			case 'twin/setProperties':
				return this.setProperties(action as protocol.SetProperties);
			case 'twin/found':
				return this.to.search.show((action as protocol.Found).items);
			case 'twin/setDiagrams': {
				const { items } = action as protocol.SetDiagrams;
				this.to.crumbs.list(items);
				return this.to.place.offered(items);
			}
			case 'twin/exported':
				this.save(action as protocol.Exported, this.to.format()).catch((reason: unknown) => this.to.notices.say(String(reason), 'error'));
				return;
			case 'twin/refused':
				return this.to.notices.say((action as protocol.Refused).reason, 'warning');
			case 'twin/live':
				this.to.plant.told(action as protocol.LiveAction);
				setTimeout(() => this.to.changed());
				return;
			case 'twin/revealed':
				return this.to.place.goTo((action as protocol.Revealed).uri ?? '', (action as protocol.Revealed).elementId);
			default:
				if (MessageAction.is(action) || StatusAction.is(action)) {
					this.say(action);
				}
		}
	}

	/** In a workbench it is that which saves: the engines there do so each in its own way, or not at all. */
	private async save({ content, name }: protocol.Exported, format: 'svg' | 'png'): Promise<void> {
		const picture = await pictureOf(content, format);
		const file = `${name.replace(/\.svg$/, '')}.${format}`;
		if (host === null) {
			download(picture, file);
			return;
		}
		const pieces = await piecesOf(picture, PIECE);
		pieces.forEach((piece, index) => this.to.drawing()?.send(protocol.save(file, piece, index === pieces.length - 1)));
	}

	/** Shows what happened; what is merely going on is not worth a message. */
	private say(action: MessageAction | StatusAction): void {
		const { severity, message } = action;
		if (severity === 'ERROR' || severity === 'FATAL' || severity === 'WARNING') {
			this.to.notices.say(message, severity === 'WARNING' ? 'warning' : 'error');
		} else if (severity === 'INFO' && action.kind === MessageAction.KIND) {
			this.to.notices.say(message, 'info');
		}
	}

	/** An answer that comes after another element was selected is of no use. */
	private setProperties(told: protocol.SetProperties): void {
		const drawing = this.to.drawing();
		const ids = drawing?.selectedIds ?? [];
		const wanted = ids.length === 0 ? drawing?.root?.id : ids.length === 1 ? ids[0] : undefined;
		if (told.elementId === wanted) {
			this.to.properties.show(told);
		}
	}
}
