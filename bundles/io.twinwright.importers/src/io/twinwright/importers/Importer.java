package io.twinwright.importers;

import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.input.Source;
import java.io.IOException;

/** One input format. Stateless. */
public interface Importer {
	/** @return what it reads, for people, as in "OPC UA node set" */
	String name();

	/**
	 * @param fileName its last segment, in any case of letters
	 * @param start the first bytes of the file, at most {@link Source#START}; empty where only the name is known
	 * @return whether the file is of this format, as far as its name and its start tell; a file with such a name that
	 *         turns out to be something else is refused by {@link #read}
	 */
	boolean reads(String fileName, byte[] start);

	/**
	 * Adds what a file says. What is not understood becomes a note of the element that it is about, or a remark of the
	 * draft; nothing is left out in silence.
	 *
	 * @param draft may have what other files said already, which this one may refer to by its keys
	 * @throws ImportFailure if the file is not of this format, broken beyond use, or hostile
	 * @throws IOException if the disk fails
	 */
	void read(Source source, Draft draft) throws ImportFailure, IOException;
}
