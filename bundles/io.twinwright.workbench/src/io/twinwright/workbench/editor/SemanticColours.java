package io.twinwright.workbench.editor;

import io.twinwright.dsl.ide.colour.TokenLegend;
import io.twinwright.workbench.language.Texts;
import io.twinwright.workbench.language.TwinLanguage;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextPresentationListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension2;
import org.eclipse.jface.text.ITextViewerExtension4;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;

/**
 * Colours names by what they mean, once the server has told: on top of the colours that the letters alone give. While the
 * author types, the last colours stay where they are in lines that did not change.
 */
final class SemanticColours implements ITextPresentationListener, IDocumentListener, ITextInputListener {
	private static final int DELAY_MS = 300;
	/** Letters that are coloured at a time. */
	private static final int PORTION = 20_000;

	private final ITextViewer viewer;
	private List<StyleRange> ranges = List.of();
	private int latest;

	private SemanticColours(ITextViewer viewer) {
		this.viewer = viewer;
	}

	/** Colours a viewer from now on. */
	static SemanticColours install(ITextViewer viewer) {
		SemanticColours colours = new SemanticColours(viewer);
		((ITextViewerExtension4) viewer).addTextPresentationListener(colours);
		viewer.addTextInputListener(colours);
		colours.inputDocumentChanged(null, viewer.getDocument());
		return colours;
	}

	void uninstall() {
		((ITextViewerExtension4) viewer).removeTextPresentationListener(this);
		viewer.removeTextInputListener(this);
		inputDocumentAboutToBeChanged(viewer.getDocument(), null);
	}

	@Override
	public void inputDocumentAboutToBeChanged(IDocument old, IDocument next) {
		if (old != null) {
			old.removeDocumentListener(this);
		}
	}

	@Override
	public void inputDocumentChanged(IDocument old, IDocument next) {
		ranges = List.of();
		if (next != null) {
			next.addDocumentListener(this);
			ask(next);
		}
	}

	@Override
	public void documentAboutToBeChanged(DocumentEvent event) {
		// afterwards
	}

	@Override
	public void documentChanged(DocumentEvent event) {
		move(event);
		int number = ++latest;
		viewer.getTextWidget().getDisplay().timerExec(DELAY_MS, () -> {
			if (number == latest && Later.shows(viewer, event.getDocument())) {
				ask(event.getDocument());
			}
		});
	}

	/** Keeps what is known in its place. */
	private void move(DocumentEvent event) {
		int end = event.getOffset() + event.getLength();
		int shift = (event.getText() == null ? 0 : event.getText().length()) - event.getLength();
		List<StyleRange> moved = new ArrayList<>(ranges.size());
		for (StyleRange range : ranges) {
			if (range.start + range.length <= event.getOffset()) {
				moved.add(range);
			} else if (range.start >= end) {
				range.start += shift;
				moved.add(range);
			}
		}
		ranges = moved;
	}

	private void ask(IDocument text) {
		int number = latest;
		Texts.identifier(text).ifPresent(file -> TwinLanguage.get()
				.ask(server -> server.getTextDocumentService().semanticTokensFull(new SemanticTokensParams(file)))
				.thenAccept(tokens -> Later.in(viewer, text, () -> {
					if (tokens != null && number == latest) {
						show(ranges(text, tokens.getData()));
					}
				})));
	}

	/** Draws what differs from what was known, in portions, so that a long text holds up nobody. */
	private void show(List<StyleRange> told) {
		int same = 0;
		int shorter = Math.min(told.size(), ranges.size());
		while (same < shorter && told.get(same).equals(ranges.get(same))) {
			same++;
		}
		int end = 0;
		while (end < shorter - same && told.get(told.size() - 1 - end).equals(ranges.get(ranges.size() - 1 - end))) {
			end++;
		}
		List<StyleRange> differ = new ArrayList<>(told.subList(same, told.size() - end));
		differ.addAll(ranges.subList(same, ranges.size() - end));
		ranges = told;
		if (!differ.isEmpty()) {
			int first = differ.stream().mapToInt(range -> range.start).min().orElseThrow();
			int last = differ.stream().mapToInt(range -> range.start + range.length).max().orElseThrow();
			draw(first, Math.min(last, viewer.getDocument().getLength()));
		}
	}

	/** Begins and ends at names, since letters have no colour of their own in the middle of a comment. */
	private void draw(int from, int end) {
		int next = firstFrom(from + PORTION);
		int to = next < ranges.size() ? Math.min(end, ranges.get(next).start) : end;
		((ITextViewerExtension2) viewer).invalidateTextPresentation(from, to - from);
		if (to < end) {
			Later.in(viewer, viewer.getDocument(), () -> draw(to, Math.min(end, viewer.getDocument().getLength())));
		}
	}

	/** Five numbers for each token, places relative to the token before (LSP 3.17). */
	private static List<StyleRange> ranges(IDocument text, List<Integer> data) {
		List<StyleRange> ranges = new ArrayList<>();
		TokenLegend.Kind[] kinds = TokenLegend.Kind.values();
		int line = 0;
		int column = 0;
		try {
			for (int i = 0; i < data.size(); i += 5) {
				column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
				line += data.get(i);
				StyleRange range = style(kinds[data.get(i + 3)]);
				if (range != null) {
					range.start = text.getLineOffset(line) + column;
					range.length = data.get(i + 2);
					ranges.add(range);
				}
			}
		} catch (BadLocationException e) {
			return List.of();
		}
		return ranges;
	}

	/** @return the style of a kind of token, null where that of its letters stays */
	private static StyleRange style(TokenLegend.Kind kind) {
		return switch (kind) {
			case TYPE -> range(Colours.TYPE, SWT.NORMAL);
			case CLASS -> range(Colours.PIECE, SWT.NORMAL);
			case PROPERTY -> range(Colours.SIGNAL, SWT.NORMAL);
			case ENUM_MEMBER -> range(Colours.STATE, SWT.ITALIC);
			case FUNCTION -> range(Colours.FUNCTION, SWT.NORMAL);
			case PARAMETER -> range(Colours.SIGNAL, SWT.ITALIC);
			case NAMESPACE, NUMBER, STRING, KEYWORD, COMMENT, OPERATOR -> null;
		};
	}

	private static StyleRange range(String colour, int style) {
		return new StyleRange(0, 0, Colours.get(colour), null, style);
	}

	@Override
	public void applyTextPresentation(TextPresentation presentation) {
		int start = presentation.getExtent().getOffset();
		int end = start + presentation.getExtent().getLength();
		List<StyleRange> inside = new ArrayList<>();
		for (int i = firstFrom(start); i < ranges.size() && ranges.get(i).start < end; i++) {
			if (ranges.get(i).start + ranges.get(i).length <= end) {
				inside.add((StyleRange) ranges.get(i).clone());
			}
		}
		if (!inside.isEmpty()) {
			presentation.replaceStyleRanges(inside.toArray(StyleRange[]::new));
		}
	}

	/** @return the number of the first range that begins at an offset or after it; they are in the order of the text */
	private int firstFrom(int offset) {
		int low = 0;
		int high = ranges.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (ranges.get(middle).start < offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}
}
