package io.twinwright.dsl.ide.edit;

import java.util.List;
import org.eclipse.emf.common.util.URI;

/** What came of gestures. */
public sealed interface Edited {
	/**
	 * The changes of the texts.
	 *
	 * @param files those that change; none where everything is so already
	 * @param added the ids of what was added or renamed, in the order of the gestures
	 */
	record Changed(List<FileChange> files, List<String> added) implements Edited {
		/** @return the change of one file; it has no edits where the file stays as it is */
		public FileChange of(URI file) {
			return files.stream().filter(change -> change.file().equals(file)).findFirst().orElse(new FileChange(file, List.of()));
		}
	}

	/**
	 * Nothing is changed.
	 *
	 * @param sentence what the user reads: which element, why not, and what to do instead
	 */
	record Refused(String sentence) implements Edited {
	}
}
