package io.twinwright.importers;

/** A file cannot be imported. The message is a sentence that says why, and what would be right; it does not name the file. */
public final class ImportFailure extends Exception {
	private static final long serialVersionUID = 1L;

	public ImportFailure(String sentence) {
		super(sentence);
	}

	public ImportFailure(String sentence, Throwable cause) {
		super(sentence, cause);
	}
}
