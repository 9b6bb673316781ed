/** How elements are moved and resized with the mouse. */
import { Action, Bounds, ChangeBoundsListener, ChangeBoundsManager, ChangeBoundsTool, ChangeContainerOperation, Dimension, ElementAndBounds, GModelElement, KeyListener, MouseListener, Operation,
	ResizableModelElement, SetBoundsFeedbackAction, toAbsoluteBounds, TrackedResize } from '@eclipse-glsp/client';
import { injectable } from 'inversify';
import { isSite, TwinNode, TwinPort } from './elements';
import { middle } from './geometry';

/** @return what puts a module of a site into the bay over which it was moved, or out of its bay; undefined for what only has a place */
function newBay(element: GModelElement): Operation | undefined {
	const root = element.root;
	if (!(element instanceof TwinNode) || !isSite(element) || element.kind !== 'module') {
		return undefined;
	}
	const at = middle(toAbsoluteBounds(element));
	const bay = [...root.index.all()].find(other => other instanceof TwinNode && other.kind === 'bay' && Bounds.includes(toAbsoluteBounds(other), at));
	return ChangeContainerOperation.create({ elementId: element.id, targetContainerId: bay?.id ?? root.id, location: at });
}

/** @return where the ports on the right and below are when their node gets a size, so that they stay on its border */
function portsAt(node: TwinNode, size: Dimension): ElementAndBounds[] {
	return node.children.filter((child): child is TwinPort => child instanceof TwinPort).map(port => {
		const side = port.told.text('side');
		return { elementId: port.id, newSize: { width: port.size.width, height: port.size.height }, newPosition: { x: side === 'right' ? size.width - port.size.width / 2 : port.position.x,
			y: side === 'below' ? size.height - port.size.height / 2 : port.position.y } };
	});
}

class BoundsListener extends ChangeBoundsListener {
	/** Routes are the server's. */
	protected override handleMoveRoutingPointsOnServer(): Operation[] {
		return [];
	}

	protected override handleMoveOnServer(target: GModelElement): Action[] {
		const moved = this.getElementsToMove(target);
		const placed = moved.filter(element => newBay(element) === undefined);
		return [...moved.flatMap(element => newBay(element) ?? []), ...this.handleMoveElementsOnServer(placed)];
	}

	/** Only what has a least size may have another one. */
	protected override findResizeElement(target: GModelElement): ResizableModelElement | undefined {
		const found = super.findResizeElement(target);
		return found instanceof TwinNode && found.least ? found : undefined;
	}

	protected override resizeBoundsAction(resize: TrackedResize): SetBoundsFeedbackAction {
		return this.withPorts(super.resizeBoundsAction(resize));
	}

	protected override resetBounds(): Action[] {
		return super.resetBounds().map(action => action.kind === SetBoundsFeedbackAction.KIND ? this.withPorts(action as SetBoundsFeedbackAction) : action);
	}

	private withPorts(action: SetBoundsFeedbackAction): SetBoundsFeedbackAction {
		const node: GModelElement | undefined = this.activeResizeElement;
		const sized = action.bounds.find(bounds => bounds.elementId === node?.id);
		return sized && node instanceof TwinNode ? SetBoundsFeedbackAction.create([...action.bounds, ...portsAt(node, sized.newSize)]) : action;
	}
}

/** Moves and resizes with the mouse; the keys are the window's. */
@injectable()
export class BoundsTool extends ChangeBoundsTool {
	protected override createMoveKeyListener(): KeyListener {
		return new KeyListener();
	}

	protected override createChangeBoundsListener(): MouseListener & BoundsListener {
		return new BoundsListener(this);
	}
}

/** Nothing gets smaller than its texts need, which the server knows. */
@injectable()
export class BoundsManager extends ChangeBoundsManager {
	override getMinimumSize(element: GModelElement): Dimension {
		return (element instanceof TwinNode && element.least) || Dimension.EMPTY;
	}
}
