package io.twinwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes texts as a whole: whoever reads the file meanwhile has the old text or the new one. */
final class TextFile {
	private TextFile() {
	}

	/** Writes a file anew, or changes it where it is, with the rights that it has; ends the command where it cannot be written. */
	static void write(Path path, String text) {
		try {
			Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
			Path aside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".new");
			try {
				Files.writeString(aside, text, StandardCharsets.UTF_8);
				if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
					Files.setPosixFilePermissions(aside, Files.getPosixFilePermissions(target));
				}
				Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(aside);
			}
		} catch (IOException e) {
			throw CommandFailure.unwritable(e);
		}
	}
}
