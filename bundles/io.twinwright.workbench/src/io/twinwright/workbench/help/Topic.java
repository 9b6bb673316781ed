package io.twinwright.workbench.help;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A page of the help and the pages below it; two are equal if they have the same name.
 *
 * @param id what links to it name
 * @param text in Markdown
 */
record Topic(String id, String title, String text, List<Topic> topics) {
	/** @return the page of a rule or the like, without others below it */
	static Topic page(String id, String title, String text) {
		return new Topic(id, title, text, List.of());
	}

	/** @return a page that lists those below it, after what is said about them */
	static Topic chapter(String id, String title, String about, List<Topic> topics) {
		StringBuilder text = new StringBuilder("# " + title + "\n\n" + about + "\n\n");
		topics.forEach(topic -> text.append("- [").append(topic.title).append("](help:").append(topic.id).append(")\n"));
		return new Topic(id, title, text.toString(), topics);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Topic topic && topic.id.equals(id);
	}

	@Override
	public int hashCode() {
		return id.hashCode();
	}

	/** @return this and all below it */
	Stream<Topic> all() {
		return Stream.concat(Stream.of(this), topics.stream().flatMap(Topic::all));
	}

	/** @return how well the page answers to words, from 0 for not at all */
	int rank(List<String> words) {
		String name = title.toLowerCase(Locale.ROOT);
		String content = text.toLowerCase(Locale.ROOT);
		if (!words.stream().allMatch(word -> name.contains(word) || content.contains(word))) {
			return 0;
		}
		return words.stream().allMatch(name::contains) ? 2 : 1;
	}
}
