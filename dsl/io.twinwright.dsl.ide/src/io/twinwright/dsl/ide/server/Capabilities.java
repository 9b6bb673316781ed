package io.twinwright.dsl.ide.server;

import io.twinwright.dsl.ide.colour.TokenLegend;
import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server says it can do. */
final class Capabilities {
	private Capabilities() {
	}

	/** @return Xtext's capabilities with ours in their place */
	static ServerCapabilities adapted(ServerCapabilities capabilities, InitializeParams parameters) {
		capabilities.setCompletionProvider(new CompletionOptions(false, List.of(".", "[")));
		capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
		SemanticTokensWithRegistrationOptions tokens = new SemanticTokensWithRegistrationOptions(TokenLegend.LEGEND);
		tokens.setFull(true);
		tokens.setRange(true);
		capabilities.setSemanticTokensProvider(tokens);
		capabilities.setFoldingRangeProvider(true);
		capabilities.setExecuteCommandProvider(null);
		WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
		folders.setSupported(true);
		folders.setChangeNotifications(true);
		capabilities.setWorkspace(new WorkspaceServerCapabilities(folders));
		return capabilities;
	}
}
