package io.twinwright.core.diagnostic;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says of files that failed which one, and why. */
public final class FileFailure {
	private FileFailure() {
	}

	/** @return the sentence for a file that cannot be read */
	public static String unreadable(IOException cause) {
		return sentence("read", cause);
	}

	/** @return the sentence for a file that cannot be written */
	public static String unwritable(IOException cause) {
		return sentence("written", cause);
	}

	private static String sentence(String done, IOException failure) {
		IOException cause = innermost(failure);
		String file = cause instanceof FileSystemException known && known.getFile() != null ? "'" + known.getFile() + "'" : "A file";
		return switch (cause) {
			case NoSuchFileException missing -> "%s does not exist. Check the path.".formatted(file);
			case AccessDeniedException denied -> "%s cannot be %s: permission denied.".formatted(file, done);
			case FileSystemException known when known.getReason() != null -> "%s cannot be %s: %s.".formatted(file, done, known.getReason());
			default -> "%s cannot be %s: %s.".formatted(file, done, cause.getMessage());
		};
	}

	/** @return what the disk said: a library that serializes wraps it */
	private static IOException innermost(IOException failure) {
		IOException found = failure;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			found = cause instanceof IOException inner ? inner : found;
		}
		return found;
	}
}
