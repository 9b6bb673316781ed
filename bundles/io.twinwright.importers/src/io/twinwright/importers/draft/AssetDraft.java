package io.twinwright.importers.draft;

/** One piece of equipment. */
public final class AssetDraft extends EquipmentDraft {
	/** Where it stands, null if nobody says. */
	public SiteDraft site;
	/** What it is bound to, null for nothing. */
	public BindingDraft binding;

	AssetDraft(String name) {
		super(name);
	}
}
