package io.twinwright.importers.draft;

/** One of a repeated signal, for ways that lead to it. */
public final class NumberedDraft extends NamedDraft {
	public final SignalDraft signal;
	/** From 1. */
	public final int number;

	/** @param number from 1 */
	public NumberedDraft(SignalDraft signal, int number) {
		super(signal.name);
		this.signal = signal;
		this.number = number;
	}
}
