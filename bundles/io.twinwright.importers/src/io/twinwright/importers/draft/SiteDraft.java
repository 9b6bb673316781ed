package io.twinwright.importers.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A place. */
public final class SiteDraft extends NamedDraft {
	/** North of the equator in degrees, null if nobody says. */
	public BigDecimal latitude;
	/** East of Greenwich in degrees, null if nobody says. */
	public BigDecimal longitude;
	/** The name of its time zone, null if nobody says. */
	public String zone;
	/** Where modules stand in it. */
	public final List<BayDraft> bays = new ArrayList<>();

	SiteDraft(String name) {
		super(name);
	}

	/** @return a new bay of it */
	public BayDraft bay(String bay) {
		BayDraft added = new BayDraft(bay);
		bays.add(added);
		return added;
	}
}
