package io.twinwright.dsl.ide.project;

import java.util.List;
import org.eclipse.xtext.validation.Issue;

/**
 * Where a text differs from the one before, as one replacement.
 *
 * @param start where it begins in both texts
 * @param removed how many letters went, {@code added} how many came
 */
record Replacement(int start, int removed, int added) {
	/** @return the smallest replacement that makes one text of another */
	static Replacement between(String before, String after) {
		int shorter = Math.min(before.length(), after.length());
		int start = 0;
		while (start < shorter && before.charAt(start) == after.charAt(start)) {
			start++;
		}
		int end = 0;
		while (end < shorter - start && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
			end++;
		}
		return new Replacement(start, before.length() - start - end, after.length() - start - end);
	}

	/** @return findings of the text before as those of the text after, without those whose place has gone */
	List<Issue> moved(List<Issue> issues) {
		return issues.stream().filter(issue -> issue.getOffset() != null && issue.getLength() != null).<Issue>mapMulti((issue, out) -> {
			int from = issue.getOffset();
			int to = from + issue.getLength();
			int end = start + removed;
			if (to < start) {
				out.accept(issue);
			} else if (from >= end) {
				out.accept(moved(issue, from + added - removed, issue.getLength()));
			} else if (from <= start && to >= end) {
				out.accept(moved(issue, from, issue.getLength() + added - removed));
			}
		}).toList();
	}

	/** Without a line: who shows a finding goes by offset and length. */
	private static Issue moved(Issue issue, int offset, int length) {
		Issue.IssueImpl moved = new Issue.IssueImpl();
		moved.setSeverity(issue.getSeverity());
		moved.setType(issue.getType());
		moved.setCode(issue.getCode());
		moved.setMessage(issue.getMessage());
		moved.setData(issue.getData());
		moved.setUriToProblem(issue.getUriToProblem());
		moved.setOffset(offset);
		moved.setLength(length);
		return moved;
	}
}
