package io.twinwright.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Ends a command with an exit code and a sentence for the user. */
final class CommandFailure extends RuntimeException {
	private static final long serialVersionUID = 1;

	private final int exitCode;

	CommandFailure(int exitCode, String sentence, Throwable cause) {
		super(sentence, cause);
		this.exitCode = exitCode;
	}

	int exitCode() {
		return exitCode;
	}

	/** @return the failure for input that cannot be read */
	static CommandFailure unreadable(IOException cause) {
		return new CommandFailure(Main.USAGE, sentence("read", cause), cause);
	}

	/** @return the failure for output that cannot be written */
	static CommandFailure unwritable(IOException cause) {
		return new CommandFailure(Main.OUTSIDE, sentence("written", cause), cause);
	}

	private static String sentence(String done, IOException cause) {
		String file = cause instanceof FileSystemException known && known.getFile() != null ? "'" + known.getFile() + "'" : "A file";
		return switch (cause) {
			case NoSuchFileException missing -> "%s does not exist. Check the path.".formatted(file);
			case AccessDeniedException denied -> "%s cannot be %s: permission denied.".formatted(file, done);
			case FileSystemException known when known.getReason() != null -> "%s cannot be %s: %s.".formatted(file, done, known.getReason());
			default -> "%s cannot be %s: %s.".formatted(file, done, cause.getMessage());
		};
	}
}
