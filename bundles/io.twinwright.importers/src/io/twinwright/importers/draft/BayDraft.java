package io.twinwright.importers.draft;

/** Where a module can stand in a site. */
public final class BayDraft extends NamedDraft {
	/** A footprint of the standard library by its simple name, null if nobody says. */
	public String footprint;
	/** What its floor bears, null if nobody says. */
	public QuantityDraft floor;

	BayDraft(String name) {
		super(name);
	}
}
