package io.twinwright.diagram.server;

import io.twinwright.dsl.ide.edit.FileChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Who holds the texts of a project: a folder on disk, or the documents of a workbench. The files with positions beside the twin
 * files are texts like these. All may be called by any thread.
 */
public interface ProjectTexts extends AutoCloseable {
	/** @return the folder that the paths of files are relative to */
	Path root();

	/** Reads the project as it is now; nobody changes it meanwhile, and nothing of it is kept afterwards. */
	<T> T read(Function<ProjectState, T> reader);

	/**
	 * Does changes as one step that can be undone. A file that comes to an empty text is removed.
	 *
	 * @param at the twin file in whose diagram they are made, in which they can be undone too where they change others
	 * @param version of the state in whose texts the changes are counted
	 * @return false if the texts have changed since; then nothing is done
	 * @throws IOException if a text cannot be kept; then nothing is done; the message is a sentence
	 */
	boolean change(Path at, long version, List<FileChange> changes) throws IOException;

	/**
	 * Takes the last step back, or does again what was taken back, that changed a twin file or its positions, or was done in its diagrams.
	 *
	 * @return why not, a sentence; empty if it is done
	 * @throws IOException if a text cannot be kept; then nothing is done; the message is a sentence
	 */
	String undo(Path file, boolean again) throws IOException;

	/** @return why there is nothing to take back or to do again, a sentence */
	static String nothing(boolean again) {
		return again ? "There is nothing to redo." : "There is nothing to undo.";
	}

	/** @return why a step cannot be taken back or done again alone, a sentence */
	static String blocked(boolean again) {
		return "Another file that the step changed has been changed since. %s that first.".formatted(again ? "Redo" : "Undo");
	}

	/** Has something run after each change of the project, by any thread; it must be quick. Ends when what is returned is closed. */
	Subscription listen(Runnable changed);

	/** Somebody who listens. */
	interface Subscription extends AutoCloseable {
		@Override
		void close();
	}

	@Override
	void close();
}
