package io.twinwright.tests.lsp;

import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;

/** What editors can do. */
final class EditorCapabilities {
	private EditorCapabilities() {
	}

	/** @return those of an editor that can do all that the server makes use of */
	static ClientCapabilities all() {
		TextDocumentClientCapabilities texts = new TextDocumentClientCapabilities();
		texts.setDocumentSymbol(new DocumentSymbolCapabilities());
		texts.getDocumentSymbol().setHierarchicalDocumentSymbolSupport(true);
		texts.setFoldingRange(new FoldingRangeCapabilities());
		texts.setRename(new RenameCapabilities(true, false));
		texts.setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(true)));
		WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
		workspace.setWorkspaceFolders(true);
		workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
		WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
		edits.setDocumentChanges(true);
		workspace.setWorkspaceEdit(edits);
		return new ClientCapabilities(workspace, texts, null);
	}
}
