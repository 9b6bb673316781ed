package io.twinwright.importers.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One piece of equipment. */
public final class AssetDraft extends EquipmentDraft {
	/** Where it stands, null if nobody says. */
	public SiteDraft site;
	/** What it is bound to, null for nothing. */
	public BindingDraft binding;

	/** Where what is deeper in it is found, by the way that leads there: positions, services, procedures, and the signal at last. */
	public final Map<List<NamedDraft>, BindingDraft> bindings = new LinkedHashMap<>();

	AssetDraft(String name) {
		super(name);
	}
}
