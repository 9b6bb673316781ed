package io.twinwright.importers.draft;

import io.twinwright.model.Direction;
import java.util.ArrayList;
import java.util.List;

/** Where a medium goes in or out. */
public final class PortDraft extends NamedDraft {
	public final Direction direction;
	public final MediumDraft medium;
	/** What it demands of the medium, or offers. */
	public final List<BoundDraft> bounds = new ArrayList<>();
	/** How much it takes or gives, null if nobody says. */
	public QuantityDraft capacity;
	/** How many of it there are, numbered from 1; 0 for a single one. */
	public int repeated;

	PortDraft(String name, Direction direction, MediumDraft medium) {
		super(name);
		this.direction = direction;
		this.medium = medium;
	}
}
