package io.twinwright.cli;

import io.twinwright.generators.OutputFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Puts the files of a command into their place.
 *
 * @param output the folder as the user named it
 * @param folder what was made for it
 * @param more what else the user can do where a file would be lost, as the end of a sentence; empty for nothing
 */
record Replacement(Path output, OutputFolder folder, String more) {
	/**
	 * Commits and names the files; ends the command where a file would be lost that nobody made from a model.
	 *
	 * @param force whether such files are replaced too
	 */
	void commit(boolean force, PrintWriter out) throws IOException {
		Collection<String> foreign = folder.foreign();
		if (!force && !foreign.isEmpty()) {
			throw new CommandFailure(Main.USAGE, ("'%s'%s would be replaced or removed, but was not generated as it is now. Nothing was written."
					+ " Keep the change elsewhere, or give --force to drop it%s.").formatted(shown(foreign.iterator().next()),
					foreign.size() == 1 ? "" : " (of %s)".formatted(Shown.count(foreign.size(), "file")), more), null);
		}
		folder.commit();
		folder.files().forEach(file -> out.println(shown(file)));
	}

	private String shown(String file) {
		return Shown.path(output.toAbsolutePath().normalize().resolve(file));
	}
}
