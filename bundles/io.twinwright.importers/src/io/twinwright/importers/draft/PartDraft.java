package io.twinwright.importers.draft;

import java.util.ArrayList;
import java.util.List;

/** A position in a type or an asset. */
public final class PartDraft extends NamedDraft {
	/** What may stand there. */
	public final TypeDraft type;
	/** The piece that fills it now, null for none. Only positions of assets are filled. */
	public AssetDraft uses;
	/** Where it is in the site of the asset around it, null if nobody says. Only positions of assets stand in bays. */
	public BayDraft bay;
	/** What the piece in this position does differently. */
	public final List<RefinementDraft> refinements = new ArrayList<>();
	/** How many of it there are, numbered from 1; 0 for a single one. */
	public int repeated;
	/** What it is bound to, null for nothing. Only positions of assets are bound. */
	public BindingDraft binding;

	PartDraft(String name, TypeDraft type) {
		super(name);
		this.type = type;
	}
}
