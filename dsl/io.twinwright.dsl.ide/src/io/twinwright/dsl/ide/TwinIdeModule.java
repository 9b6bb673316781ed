package io.twinwright.dsl.ide;

import io.twinwright.dsl.ide.completion.Completion;
import io.twinwright.dsl.ide.completion.Signatures;
import io.twinwright.dsl.ide.fix.QuickFixes;
import io.twinwright.dsl.ide.fold.Folds;
import io.twinwright.dsl.ide.format.EditorFormatting;
import io.twinwright.dsl.ide.hover.Hovers;
import io.twinwright.dsl.ide.navigation.Navigation;
import io.twinwright.dsl.ide.navigation.Outline;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import org.eclipse.xtext.ide.server.contentassist.ContentAssistService;
import org.eclipse.xtext.ide.server.folding.FoldingRangeService;
import org.eclipse.xtext.ide.server.formatting.FormattingService;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.ide.server.occurrences.IDocumentHighlightService;
import org.eclipse.xtext.ide.server.signatureHelp.ISignatureHelpService;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolService;
import org.eclipse.xtext.ide.server.symbol.HierarchicalDocumentSymbolService;

/** The editor services of the language. */
public class TwinIdeModule extends AbstractTwinIdeModule {
	public Class<? extends ContentAssistService> bindContentAssistService() {
		return Completion.class;
	}

	public Class<? extends ISignatureHelpService> bindISignatureHelpService() {
		return Signatures.class;
	}

	public Class<? extends IHoverService> bindIHoverService() {
		return Hovers.class;
	}

	public Class<? extends DocumentSymbolService> bindDocumentSymbolService() {
		return Navigation.class;
	}

	public Class<? extends IDocumentHighlightService> bindIDocumentHighlightService() {
		return Navigation.class;
	}

	public Class<? extends HierarchicalDocumentSymbolService> bindHierarchicalDocumentSymbolService() {
		return Outline.class;
	}

	public Class<? extends FoldingRangeService> bindFoldingRangeService() {
		return Folds.class;
	}

	public Class<? extends FormattingService> bindFormattingService() {
		return EditorFormatting.class;
	}

	public Class<? extends ICodeActionService2> bindICodeActionService2() {
		return QuickFixes.class;
	}
}
