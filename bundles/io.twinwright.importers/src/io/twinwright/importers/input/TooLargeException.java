package io.twinwright.importers.input;

import io.twinwright.importers.ImportFailure;
import java.io.IOException;

/** A stream has more bytes than it may. It passes through libraries as a failure of the disk would. */
public final class TooLargeException extends IOException {
	private static final long serialVersionUID = 1L;

	TooLargeException(String sentence) {
		super(sentence);
	}

	/** @return the same as a failure of the import */
	public ImportFailure failure() {
		return new ImportFailure(getMessage(), this);
	}

	/** @return the failure that is the cause of an exception of a library, null if it is another one */
	public static ImportFailure in(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof TooLargeException found) {
				return found.failure();
			}
			if (cause instanceof ImportFailure found) {
				return found;
			}
		}
		return null;
	}
}
