package io.twinwright.importers.draft;

/** One of a repeated signal or position, for ways that lead to it. */
public final class NumberedDraft extends NamedDraft {
	public final NamedDraft repeated;
	/** From 1. */
	public final int number;

	/** @param number from 1 */
	public NumberedDraft(NamedDraft repeated, int number) {
		super(repeated.name);
		this.repeated = repeated;
		this.number = number;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof NumberedDraft numbered && numbered.repeated == repeated && numbered.number == number;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(repeated) * 31 + number;
	}
}
