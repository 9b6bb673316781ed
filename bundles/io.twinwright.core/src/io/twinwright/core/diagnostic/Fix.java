package io.twinwright.core.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of the text that removes a finding.
 *
 * @param title its effect, as a command: "Swap the bounds"
 * @param edits what changes in the file of the finding; they do not overlap
 */
public record Fix(String title, List<Edit> edits) {
	/**
	 * A span of the text and what stands there afterwards.
	 *
	 * @param offset the number of UTF-16 units before it
	 * @param length its number of UTF-16 units; 0 to insert
	 * @param text what replaces it; empty to remove
	 */
	public record Edit(int offset, int length, String text) {
	}

	/** @return the text after the change */
	public String apply(String text) {
		StringBuilder changed = new StringBuilder(text);
		edits.stream().sorted((one, other) -> Integer.compare(other.offset(), one.offset()))
				.forEach(edit -> changed.replace(edit.offset(), edit.offset() + edit.length(), edit.text()));
		return changed.toString();
	}

	/** @return the fixes as plain strings, for carriers that know nothing else */
	public static String[] pack(List<Fix> fixes) {
		List<String> data = new ArrayList<>();
		for (Fix fix : fixes) {
			data.add(fix.title);
			data.add(Integer.toString(fix.edits.size()));
			for (Edit edit : fix.edits) {
				data.add(Integer.toString(edit.offset));
				data.add(Integer.toString(edit.length));
				data.add(edit.text);
			}
		}
		return data.toArray(String[]::new);
	}

	/** @return the fixes that {@link #pack} packed; none for null */
	public static List<Fix> unpack(String[] data) {
		List<Fix> fixes = new ArrayList<>();
		int at = 0;
		while (data != null && at + 1 < data.length) {
			String title = data[at];
			int count = Integer.parseInt(data[at + 1]);
			at += 2;
			List<Edit> edits = new ArrayList<>();
			for (int i = 0; i < count; i++, at += 3) {
				edits.add(new Edit(Integer.parseInt(data[at]), Integer.parseInt(data[at + 1]), data[at + 2]));
			}
			fixes.add(new Fix(title, edits));
		}
		return fixes;
	}
}
