package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/**
 * The card of the asset that is selected, in the Properties view: who it is, what it provides, who its partners are, its
 * insights and contracts. The selection is the caret in a twin file, or something that has a {@link Location} in one.
 */
public final class AssetCardPage extends Page implements IPropertySheetPage {
	/** The command that opens the diagram of what is selected. */
	private static final String DIAGRAM = "io.twinwright.workbench.openDiagram";

	private PageView page;
	/** Counts the questions, so that late answers to earlier ones are dropped. */
	private int question;

	@Override
	public void createControl(Composite parent) {
		page = new PageView(parent, SWT.NONE, link -> { });
		show("");
	}

	@Override
	public Control getControl() {
		return page.control();
	}

	@Override
	public void setActionBars(IActionBars bars) {
		bars.getToolBarManager().add(new CommandContributionItem(new CommandContributionItemParameter(getSite(), null, DIAGRAM, CommandContributionItem.STYLE_PUSH)));
	}

	@Override
	public void setFocus() {
		page.control().setFocus();
	}

	@Override
	public void selectionChanged(IWorkbenchPart part, ISelection selection) {
		place(part, selection).ifPresent(place -> {
			int asked = ++question;
			TwinLanguage.get().ask(server -> server.assetCard(place)).thenAccept(card -> page.control().getDisplay().asyncExec(() -> {
				if (asked == question && !page.control().isDisposed()) {
					show(card == null ? "" : card.getValue());
				}
			}));
		});
	}

	private static Optional<TextDocumentPositionParams> place(IWorkbenchPart part, ISelection selection) {
		if (selection instanceof ITextSelection caret && part instanceof ITextEditor editor) {
			IDocument text = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			return Texts.identifier(text).flatMap(file -> {
				try {
					return Optional.of(new TextDocumentPositionParams(file, Texts.position(text, caret.getOffset())));
				} catch (BadLocationException e) {
					return Optional.empty();
				}
			});
		}
		Location location = selection instanceof IStructuredSelection chosen ? Adapters.adapt(chosen.getFirstElement(), Location.class) : null;
		return Optional.ofNullable(location).map(place -> new TextDocumentPositionParams(new TextDocumentIdentifier(place.getUri()),
				place.getRange().getStart()));
	}

	private void show(String card) {
		page.show(card.isEmpty() ? Messages.noCard : card);
	}
}
