/** Copy, cut and paste within this window; a paste waits for what the server still gathers. */
import { ClipboardData, CutOperation, EditorContextService, IActionDispatcher, ICopyPasteHandler, PasteOperation, RequestAction, RequestClipboardDataAction, SetClipboardDataAction, TYPES } from '@eclipse-glsp/client';
import { inject, injectable } from 'inversify';

/** What marks the clipboard of the system as ours: who copied something else since then pastes nothing here. */
const MARK = 'twinwright diagram elements';

let copied: Promise<ClipboardData> | undefined;

@injectable()
export class TwinClipboard implements ICopyPasteHandler {
	constructor(@inject(TYPES.IActionDispatcher) private readonly dispatcher: IActionDispatcher, @inject(EditorContextService) private readonly context: EditorContextService) {}

	handleCopy(event: ClipboardEvent): void {
		const editorContext = this.context.get();
		if (editorContext.selectedElementIds.length > 0) {
			event.clipboardData?.setData('text/plain', MARK);
			event.preventDefault();
			copied = this.dispatcher.request<SetClipboardDataAction>(RequestClipboardDataAction.create(editorContext, { requestId: RequestAction.generateRequestId() })).then(answer => answer.clipboardData);
			copied.catch(() => copied = undefined);
		}
	}

	handleCut(event: ClipboardEvent): void {
		this.handleCopy(event);
		if (!this.context.isReadonly && this.context.get().selectedElementIds.length > 0) {
			void copied?.then(() => this.dispatcher.dispatch(CutOperation.create(this.context.get())));
		}
	}

	handlePaste(event: ClipboardEvent): void {
		if (event.clipboardData?.getData('text/plain') === MARK && !this.context.isReadonly) {
			event.preventDefault();
			void copied?.then(clipboardData => this.dispatcher.dispatch(PasteOperation.create({ clipboardData, editorContext: this.context.get() })));
		}
	}
}
