package io.twinwright.importers.text;

/** Lines of a text, before it is laid out. */
final class Lines {
	private static final int WIDTH = 110;

	private final StringBuilder text = new StringBuilder();

	void add(String line) {
		text.append(line).append('\n');
	}

	void addAll(Lines others) {
		text.append(others.text);
	}

	/** Adds lines after an empty one, unless there are none. */
	void group(Runnable adding) {
		int before = text.length();
		adding.run();
		if (text.length() > before) {
			text.insert(before, '\n');
		}
	}

	/** Adds a remark, broken between words where it is long. */
	void comment(String sentence) {
		wrap(sentence, "// ");
	}

	/** Adds a description, which stands before what it describes. */
	void description(String description) {
		String plain = description == null ? "" : description.strip().replace("*/", "* /").replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", " ");
		if (plain.isEmpty()) {
			return;
		}
		if (plain.length() <= WIDTH && plain.lines().count() == 1) {
			add("/** " + plain + " */");
			return;
		}
		add("/**");
		plain.lines().forEach(line -> wrap(line, " * "));
		add(" */");
	}

	private void wrap(String sentence, String start) {
		String rest = sentence.replaceAll("\\p{Cntrl}+", " ").strip();
		while (rest.length() > WIDTH) {
			int before = rest.lastIndexOf(' ', WIDTH);
			int space = before > 0 ? before : rest.indexOf(' ', WIDTH);
			if (space < 0) {
				break;
			}
			add(start + rest.substring(0, space));
			rest = rest.substring(space).stripLeading();
		}
		add((start + rest).stripTrailing());
	}

	/** Adds an element with what stands in its braces; braces with nothing in them stay on the line. */
	void braces(String header, Lines inner) {
		if (inner.text.isEmpty()) {
			add(header + " { }");
		} else {
			add(header + " {");
			addAll(inner);
			add("}");
		}
	}

	String text() {
		return text.toString();
	}

	boolean isEmpty() {
		return text.isEmpty();
	}
}
