package io.twinwright.dsl.ide.edit;

import io.twinwright.core.diagnostic.Fix;
import io.twinwright.core.diagnostic.Fix.Edit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.URI;

/**
 * The change of one file.
 *
 * @param file which file
 * @param edits in the order of the text, counted in the text before all of them; they do not overlap
 */
public record FileChange(URI file, List<Edit> edits) {
	/** @return the text after the change */
	public String apply(String text) {
		return new Fix("", edits).apply(text);
	}

	/**
	 * @param text before the change
	 * @return the change that takes this one back, counted in the text after it
	 */
	public FileChange inverse(String text) {
		List<Edit> back = new ArrayList<>();
		int moved = 0;
		for (Edit edit : edits) {
			back.add(new Edit(edit.offset() + moved, edit.text().length(), text.substring(edit.offset(), edit.offset() + edit.length())));
			moved += edit.text().length() - edit.length();
		}
		return new FileChange(file, back);
	}
}
