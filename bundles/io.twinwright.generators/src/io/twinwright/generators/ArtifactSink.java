package io.twinwright.generators;

import java.io.IOException;
import java.io.OutputStream;

/** Where a target puts its files. */
public interface ArtifactSink {
	/**
	 * Opens a file; the caller closes the stream.
	 *
	 * @param path relative to the output folder, parts separated by {@code /}, unique in a run
	 */
	OutputStream open(String path) throws IOException;
}
