package io.twinwright.dsl.ide.completion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The items of one list: those that fit what is written so far, each once, in the order of their ranks. */
final class Items {
	/** How likely a kind of item is meant, the likeliest first. */
	enum Rank {
		NEAR, FITTING, PROJECT, LIBRARY, WORD, FAR, SNIPPET
	}

	private final List<CompletionItem> list = new ArrayList<>();
	private final Set<String> seen = new HashSet<>();
	private final String prefix;
	private final Range replaced;

	/** @param replaced what is written so far, which each item replaces */
	Items(String prefix, Range replaced) {
		this.prefix = prefix.toLowerCase(Locale.ROOT);
		this.replaced = replaced;
	}

	/** @return the items so far */
	List<CompletionItem> list() {
		return list;
	}

	/** Adds an item of which more may be said afterwards; null if it does not fit or is there already. */
	CompletionItem add(Rank rank, String label, String text, CompletionItemKind kind) {
		if (!fits(label) || !seen.add(kind + " " + label)) {
			return null;
		}
		CompletionItem item = new CompletionItem(label);
		item.setKind(kind);
		item.setSortText(rank.ordinal() + "%05d".formatted(list.size()));
		item.setFilterText(text.startsWith("^") ? text : label);
		item.setTextEdit(Either.forLeft(new TextEdit(replaced, text)));
		list.add(item);
		return item;
	}

	/** Adds a text with places to fill in. */
	void addSnippet(String label, String detail, String snippet) {
		CompletionItem item = add(Rank.SNIPPET, label, snippet, CompletionItemKind.Snippet);
		if (item != null) {
			item.setInsertTextFormat(InsertTextFormat.Snippet);
			item.setDetail(detail);
		}
	}

	/** Says more about an item, nothing for null. */
	static void explain(CompletionItem item, String detail, String markdown) {
		if (item != null) {
			item.setDetail(detail);
			if (!markdown.isEmpty()) {
				item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, markdown));
			}
		}
	}

	/** The letters written so far occur in this order in the label; the first one where a word begins. */
	boolean fits(String label) {
		String name = label.toLowerCase(Locale.ROOT);
		String wanted = prefix.startsWith("^") ? prefix.substring(1) : prefix;
		if (wanted.isEmpty() || name.contains(wanted)) {
			return true;
		}
		int next = 0;
		for (int i = 0; i < name.length() && next < wanted.length(); i++) {
			next += name.charAt(i) == wanted.charAt(next) ? 1 : i == 0 ? wanted.length() + 1 : 0;
		}
		return next == wanted.length();
	}
}
