package io.twinwright.dsl.ide.fix;

import com.google.inject.Inject;
import io.twinwright.core.diagnostic.Fix;
import io.twinwright.dsl.ide.text.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.ILanguageServerAccess;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;

/** Offers the fixes that findings bring along as changes of the text. */
public final class QuickFixes implements ICodeActionService2 {
	@Inject
	private Places places;

	@Override
	public List<Either<Command, CodeAction>> getCodeActions(Options options) {
		if (!isWanted(options.getCodeActionParams().getContext())) {
			return List.of();
		}
		ILanguageServerAccess access = options.getLanguageServerAccess();
		return access.doSyncRead(options.getURI(), context -> context.getResource() instanceof XtextResource file
				? actions(file, context.getDocument(), options, access.getInitializeParams()) : List.of());
	}

	private static boolean isWanted(CodeActionContext context) {
		return context == null || context.getOnly() == null
				|| context.getOnly().stream().anyMatch(kind -> kind.isEmpty() || kind.equals(CodeActionKind.QuickFix));
	}

	private List<Either<Command, CodeAction>> actions(XtextResource file, Document document, Options options,
			InitializeParams client) {
		Range asked = options.getCodeActionParams().getRange();
		List<Either<Command, CodeAction>> actions = new ArrayList<>();
		for (Issue issue : issues(file, options.getCancelIndicator())) {
			Diagnostic diagnostic = Diagnostics.of(file, issue);
			if (issue.isSyntaxError() || !touch(diagnostic.getRange(), asked)) {
				continue;
			}
			List<Fix> fixes = Fix.unpack(issue.getData());
			for (Fix fix : fixes) {
				CodeAction action = new CodeAction(fix.title());
				action.setKind(CodeActionKind.QuickFix);
				action.setDiagnostics(List.of(diagnostic));
				action.setIsPreferred(fixes.size() == 1);
				action.setEdit(edit(file, document, fix, client));
				actions.add(Either.forRight(action));
			}
		}
		return actions;
	}

	/** Fixes count characters, so they must be those of the text as it is now. */
	private static List<Issue> issues(XtextResource file, CancelIndicator cancel) {
		return Findings.of(file).orElseGet(() -> file.getResourceServiceProvider().getResourceValidator().validate(file,
				CheckMode.ALL, cancel));
	}

	private static boolean touch(Range one, Range other) {
		return other == null || Places.compare(one.getStart(), other.getEnd()) <= 0
				&& Places.compare(other.getStart(), one.getEnd()) <= 0;
	}

	private WorkspaceEdit edit(XtextResource file, Document document, Fix fix, InitializeParams client) {
		List<TextEdit> edits = fix.edits().stream()
				.map(edit -> new TextEdit(Places.range(file, edit.offset(), edit.length()), edit.text())).toList();
		if (!takesVersions(client)) {
			return new WorkspaceEdit(Map.of(places.uri(file), edits));
		}
		VersionedTextDocumentIdentifier text = new VersionedTextDocumentIdentifier(places.uri(file), document.getVersion());
		return new WorkspaceEdit(List.of(Either.forLeft(new TextDocumentEdit(text, edits.stream().map(Either::<TextEdit,
				org.eclipse.lsp4j.SnippetTextEdit>forLeft).toList()))));
	}

	private static boolean takesVersions(InitializeParams client) {
		ClientCapabilities capabilities = client == null ? null : client.getCapabilities();
		return capabilities != null && capabilities.getWorkspace() != null
				&& capabilities.getWorkspace().getWorkspaceEdit() != null
				&& Boolean.TRUE.equals(capabilities.getWorkspace().getWorkspaceEdit().getDocumentChanges());
	}
}
