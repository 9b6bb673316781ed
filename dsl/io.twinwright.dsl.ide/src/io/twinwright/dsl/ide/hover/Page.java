package io.twinwright.dsl.ide.hover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A description as it grows: a heading in code, a text, a list of facts. */
final class Page {
	private static final int MOST = 6;

	private final StringBuilder markdown = new StringBuilder();
	private final List<String> facts = new ArrayList<>();
	private String title = "";

	/** Begins with a line of code. */
	Page(String heading) {
		markdown.append("```twin\n").append(heading).append("\n```");
	}

	/** Adds a paragraph, nothing for an empty text. */
	Page text(String paragraph) {
		if (!paragraph.isBlank()) {
			markdown.append("\n\n").append(paragraph);
		}
		return this;
	}

	/** Begins a part of the page with a title, which goes if nothing follows. */
	Page section(String title) {
		end();
		this.title = title;
		return this;
	}

	private void end() {
		if (!facts.isEmpty()) {
			markdown.append(title.isEmpty() ? "" : "\n\n### " + title).append("\n\n").append(String.join("\n", facts));
			facts.clear();
		}
	}

	/** Adds a fact, nothing for an empty value. */
	Page fact(String name, String value) {
		if (!value.isBlank()) {
			facts.add("- **" + name + ":** " + value);
		}
		return this;
	}

	/** Adds several values as one fact; of many only the first. */
	Page fact(String name, Collection<String> values) {
		List<String> shown = new ArrayList<>(values.stream().limit(MOST).toList());
		if (values.size() > MOST) {
			shown.add("and " + (values.size() - MOST) + " more");
		}
		return fact(name, String.join(", ", shown));
	}

	/** @return a name or piece of text as code */
	static String code(String text) {
		return text.isEmpty() ? "" : "`" + text.replace("`", "'") + "`";
	}

	@Override
	public String toString() {
		end();
		return markdown.toString();
	}
}
