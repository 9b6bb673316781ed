package io.twinwright.importers.draft;

import java.util.ArrayList;
import java.util.List;

/** What every element of a draft can have. The fields are filled by one importer, and empty or null where its file says nothing. */
public abstract sealed class NamedDraft permits StructureDraft, SignalDraft, PartDraft, EndpointDraft, CapabilityDraft, SiteDraft, BayDraft, MediumDraft, PortDraft, NumberedDraft {
	/** As the file has it: any text. */
	public final String name;
	/** How it is shown to people, null if as its name. */
	public String label;
	/** What it is, in any number of lines; null for nothing. */
	public String description;
	/** Sentences on what was not understood about it; each becomes a comment before it, and a line of the report. */
	public final List<String> notes = new ArrayList<>();

	NamedDraft(String name) {
		this.name = name;
	}
}
