package io.twinwright.cli;

import io.twinwright.core.diagnostic.FileFailure;
import java.io.IOException;

/** Ends a command with an exit code and a sentence for the user. */
public final class CommandFailure extends RuntimeException {
	private static final long serialVersionUID = 1;

	private final int exitCode;

	public CommandFailure(int exitCode, String sentence, Throwable cause) {
		super(sentence, cause);
		this.exitCode = exitCode;
	}

	int exitCode() {
		return exitCode;
	}

	/** @return the failure for input that cannot be read */
	static CommandFailure unreadable(IOException cause) {
		return new CommandFailure(Main.USAGE, FileFailure.unreadable(cause), cause);
	}

	/** @return the failure for output that cannot be written */
	static CommandFailure unwritable(IOException cause) {
		return new CommandFailure(Main.OUTSIDE, FileFailure.unwritable(cause), cause);
	}
}
