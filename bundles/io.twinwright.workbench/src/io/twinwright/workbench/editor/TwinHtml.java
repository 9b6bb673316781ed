package io.twinwright.workbench.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.swt.SWT;

/** A twin text as HTML in the colours of the editor. What stands between « and » in it is marked. */
final class TwinHtml {
	private final StringBuilder text = new StringBuilder();
	private final StringBuilder html = new StringBuilder();
	/** The places in the text at which a mark begins or ends. */
	private final List<Integer> marks = new ArrayList<>();

	/** In the thread of the user interface. */
	TwinHtml(String marked) {
		for (char letter : marked.toCharArray()) {
			if (letter == '«' || letter == '»') {
				marks.add(text.length());
			} else {
				text.append(letter);
			}
		}
		RuleBasedScanner scanner = TwinColouring.scanner();
		scanner.setRange(new Document(text.toString()), 0, text.length());
		for (IToken token = scanner.nextToken(); !token.isEOF(); token = scanner.nextToken()) {
			add(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength(), token.getData());
		}
		html.append(tags(text.length()));
	}

	/** @return the text without its marks */
	String text() {
		return text.toString();
	}

	String html() {
		return html.toString();
	}

	private void add(int from, int to, Object data) {
		html.append(tags(from));
		String style = data instanceof TextAttribute look && look.getForeground() != null ? "color:" + PageHtml.css(look.getForeground())
				+ ((look.getStyle() & SWT.BOLD) != 0 ? ";font-weight:bold" : "") : null;
		html.append(style == null ? "" : "<span style=\"" + style + "\">");
		for (int at = from; at < to; at++) {
			html.append(at == from ? "" : tags(at)).append(switch (text.charAt(at)) {
				case '<' -> "&lt;";
				case '>' -> "&gt;";
				case '&' -> "&amp;";
				default -> text.charAt(at);
			});
		}
		html.append(style == null ? "" : "</span>");
	}

	/** @return the tags of the marks that begin or end at a place */
	private String tags(int place) {
		StringBuilder tags = new StringBuilder();
		for (int i = 0; i < marks.size(); i++) {
			if (marks.get(i) == place) {
				tags.append(i % 2 == 0 ? "<mark>" : "</mark>");
			}
		}
		return tags.toString();
	}
}
