package io.twinwright.workbench.editor;

import io.twinwright.workbench.language.Texts;
import java.util.Locale;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension7;
import org.eclipse.jface.text.contentassist.BoldStylerProvider;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/** One item of the list: what it inserts, how it is shown, and its page. */
final class TwinProposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3,
		ICompletionProposalExtension5, ICompletionProposalExtension6, ICompletionProposalExtension7 {
	private final CompletionItem item;
	private final int start;
	private final int asked;
	private Snippet inserted;

	/** @param asked where the cursor was when the list was asked for */
	TwinProposal(CompletionItem item, IDocument text, int asked) {
		this.item = item;
		this.start = Texts.offset(text, edit().getRange().getStart());
		this.asked = asked;
	}

	private TextEdit edit() {
		return item.getTextEdit().getLeft();
	}

	@Override
	public void apply(IDocument document) {
		insert(document, asked);
	}

	@Override
	public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
		insert(viewer.getDocument(), offset);
		if (inserted != null) {
			inserted.edit(viewer, start);
		}
	}

	private void insert(IDocument document, int offset) {
		boolean isSnippet = item.getInsertTextFormat() == InsertTextFormat.Snippet;
		try {
			inserted = Snippet.of(edit().getNewText(), isSnippet, indentation(document));
			document.replace(start, Math.max(0, offset - start), inserted.text());
		} catch (BadLocationException e) {
			ILog.of(TwinProposal.class).warn("A completion came too late for its text.", e);
		}
	}

	/** @return the blanks with which the line begins */
	private String indentation(IDocument document) throws BadLocationException {
		int line = document.getLineOffset(document.getLineOfOffset(start));
		int end = line;
		while (end < start && Character.isWhitespace(document.getChar(end))) {
			end++;
		}
		return document.get(line, end - line);
	}

	@Override
	public boolean validate(IDocument document, int offset, DocumentEvent event) {
		try {
			String typed = document.get(start, Math.max(0, offset - start)).toLowerCase(Locale.ROOT);
			return item.getLabel().toLowerCase(Locale.ROOT).contains(typed);
		} catch (BadLocationException e) {
			return false;
		}
	}

	@Override
	public Point getSelection(IDocument document) {
		return inserted == null ? null : inserted.selection(start);
	}

	@Override
	public String getDisplayString() {
		return item.getLabel();
	}

	@Override
	public StyledString getStyledDisplayString() {
		StyledString shown = new StyledString(item.getLabel());
		boolean more = item.getDetail() != null && !item.getDetail().isBlank() && !item.getLabel().endsWith(item.getDetail());
		return more ? shown.append("  " + item.getDetail(), StyledString.QUALIFIER_STYLER) : shown;
	}

	@Override
	public StyledString getStyledDisplayString(IDocument document, int offset, BoldStylerProvider bold) {
		StyledString shown = getStyledDisplayString();
		try {
			String typed = document.get(start, Math.max(0, offset - start)).toLowerCase(Locale.ROOT);
			int at = typed.isEmpty() ? -1 : item.getLabel().toLowerCase(Locale.ROOT).indexOf(typed);
			if (at >= 0) {
				shown.setStyle(at, typed.length(), bold.getBoldStyler());
			}
		} catch (BadLocationException e) {
			// shown without emphasis
		}
		return shown;
	}

	@Override
	public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
		return item.getDocumentation() == null ? null : Pages.html(item.getDocumentation().getRight().getValue());
	}

	@Override
	public String getAdditionalProposalInfo() {
		return (String) getAdditionalProposalInfo(null);
	}

	@Override
	public IInformationControlCreator getInformationControlCreator() {
		return Pages.CONTROL;
	}

	@Override
	public CharSequence getPrefixCompletionText(IDocument document, int offset) {
		return edit().getNewText();
	}

	@Override
	public int getPrefixCompletionStart(IDocument document, int offset) {
		return start;
	}

	@Override
	public Image getImage() {
		return Icons.of(item.getKind());
	}

	@Override
	public IContextInformation getContextInformation() {
		return null;
	}

	@Override
	public void selected(ITextViewer viewer, boolean smartToggle) {
		// nothing is shown for a selected item but its page
	}

	@Override
	public void unselected(ITextViewer viewer) {
		// nothing was shown
	}
}
