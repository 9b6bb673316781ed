/** What the commands of the window do. */
import { AlignElementsAction, Alignment, EditLabelAction, RedoAction, toAbsoluteBounds, UndoAction } from '@eclipse-glsp/client';
import { Drawing } from './drawing';
import { isShape, otherView, TwinElement, TwinNode } from './elements';
import { Direction, Rectangle } from './geometry';
import { Gestures } from './gestures';
import { Meaning } from './keys';
import { nextElement, nextPort } from './neighbours';
import type { Place } from './place';
import * as protocol from './protocol';
import { CommandId } from './toolbar';

const ALIGNMENTS: Partial<Record<CommandId, Alignment>> = { alignLeft: Alignment.Left, alignCenter: Alignment.Center, alignRight: Alignment.Right, alignTop: Alignment.Top, alignMiddle: Alignment.Middle,
	alignBottom: Alignment.Bottom };
/** What goes on elsewhere than in the drawing. */
const LEAVING: ReadonlySet<CommandId> = new Set(['search', 'add', 'help', 'rename']);
/** How far a key moves or resizes, to the right and down. */
const STEPS: Record<Direction, [number, number]> = { left: [-10, 0], right: [10, 0], up: [0, -10], down: [0, 10] };

/** What commands need of the window. */
export interface CommandWindow {
	readonly canvas: HTMLElement;
	drawing(): Drawing | undefined;
	gestures(): Gestures;
	isEditable(): boolean;
	place(): Place;
	picture(format: 'svg' | 'png'): void;
	search(): void;
	/** Goes to the palette. */
	add(): void;
	help(): void;
}

export class Commands {
	constructor(private readonly window: CommandWindow) {}

	mean({ command, direction, back }: Meaning): void {
		const drawing = this.window.drawing();
		const all = drawing?.elements() ?? [];
		const id = drawing?.selectedIds[drawing.selectedIds.length - 1];
		const current = id === undefined ? undefined : drawing?.element(id);
		if (command === 'navigate' || command === 'extend') {
			const next = direction && nextElement(current, all, boxOf, direction);
			if (next) {
				drawing?.select([next.id], command === 'navigate');
				this.keepInSight(next);
			}
		} else if (command === 'move' && direction && this.window.isEditable()) {
			drawing?.nudge(...STEPS[direction]);
		} else if (command === 'resize' && direction && this.window.isEditable()) {
			drawing?.stretch(...STEPS[direction]);
		} else if (command === 'port') {
			const port = nextPort(current, back ?? false);
			if (port) {
				drawing?.select([port.id]);
			}
		} else {
			this.run(command);
		}
	}

	/** Centers an element that is out of sight. */
	private keepInSight(element: TwinElement): void {
		const shown = document.getElementById(`diagram_${element.id}`)?.getBoundingClientRect();
		const canvas = this.window.canvas.getBoundingClientRect();
		if (!shown || shown.left < canvas.left || shown.right > canvas.right || shown.top < canvas.top || shown.bottom > canvas.bottom) {
			this.window.drawing()?.show(element.id);
		}
	}

	run(command: CommandId): void {
		const drawing = this.window.drawing();
		const id = drawing?.selectedIds[0];
		const current = id === undefined ? undefined : drawing?.element(id);
		const alignment = ALIGNMENTS[command];
		if (alignment !== undefined && this.window.isEditable()) {
			drawing?.send(AlignElementsAction.create({ elementIds: drawing.selectedIds, alignment }));
		}
		const runs: Partial<Record<CommandId, () => void>> = {
			undo: () => drawing?.send(UndoAction.create()),
			redo: () => drawing?.send(RedoAction.create()),
			zoomIn: () => drawing?.zoom(1.2),
			zoomOut: () => drawing?.zoom(1 / 1.2),
			fit: () => drawing?.fit(),
			fitSelection: () => drawing && drawing.selectedIds.length > 0 && drawing.fit(drawing.selectedIds),
			layout: () => this.window.isEditable() && drawing?.layout(),
			svg: () => this.window.picture('svg'),
			png: () => this.window.picture('png'),
			reveal: () => current && drawing?.send(protocol.reveal(current.id)),
			help: () => this.window.help(),
			search: () => this.window.search(),
			add: () => this.window.add(),
			cancel: () => this.window.gestures().busy ? this.window.gestures().cancel() : drawing?.select([]),
			connect: () => this.window.gestures().connectSelected(),
			open: () => this.window.gestures().busy ? this.window.gestures().connectSelected() : this.openInside(current),
			expand: () => this.expand(current),
			up: () => this.up(),
			rename: () => current instanceof TwinNode && current.editableLabel && drawing?.send(EditLabelAction.create(current.editableLabel.id))
		};
		runs[command]?.();
		if (!LEAVING.has(command)) {
			drawing?.focus();
		}
	}

	private expand(element: TwinElement | undefined): void {
		const other = otherView(element);
		if (other) {
			this.window.drawing()?.send(protocol.expand(other.id, other.expanded));
		}
	}

	private openInside(element: TwinElement | undefined): void {
		const uri = element instanceof TwinNode ? element.told.text('opens') : '';
		if (uri !== '') {
			this.window.place().enter(uri);
		}
	}

	private up(): void {
		const around = this.window.place().way().at(-2);
		if (around) {
			this.window.place().open(around.uri);
		}
	}
}

function boxOf(element: TwinElement): Rectangle {
	return isShape(element) ? toAbsoluteBounds(element) : { x: 0, y: 0, width: 0, height: 0 };
}
