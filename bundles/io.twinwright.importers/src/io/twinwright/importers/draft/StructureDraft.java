package io.twinwright.importers.draft;

import java.util.ArrayList;
import java.util.List;

/** What has braces with elements: a type, an asset, a service or a procedure. */
public abstract sealed class StructureDraft extends NamedDraft permits EquipmentDraft, ServiceDraft, ProcedureDraft {
	/** What it shows and takes. */
	public final List<SignalDraft> signals = new ArrayList<>();

	StructureDraft(String name) {
		super(name);
	}

	/** @return a new signal of it */
	public SignalDraft signal(String signal) {
		SignalDraft added = new SignalDraft(signal);
		signals.add(added);
		return added;
	}
}
