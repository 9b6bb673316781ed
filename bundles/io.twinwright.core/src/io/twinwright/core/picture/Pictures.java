package io.twinwright.core.picture;

import io.twinwright.core.structure.TwinModel;
import java.util.List;

/** Draws the diagrams of a project. */
public interface Pictures {
	/** Draws nothing. */
	Pictures NONE = twin -> List.of();

	/**
	 * @return all diagrams, by kind, those of a kind in the order of files and text
	 * @throws java.io.UncheckedIOException if a file that says where things are drawn cannot be read
	 */
	List<Picture> of(TwinModel twin);
}
