package io.twinwright.importers.draft;

import java.util.ArrayList;
import java.util.List;

/** What can be started, with procedures; its signals are parameters and results. */
public final class ServiceDraft extends StructureDraft {
	/** What it does; null makes a capability of its own name and parameters. */
	public CapabilityDraft capability;
	/** The ways in which it does it. */
	public final List<ProcedureDraft> procedures = new ArrayList<>();

	ServiceDraft(String name) {
		super(name);
	}

	/** @return a new procedure of it */
	public ProcedureDraft procedure(String procedure) {
		ProcedureDraft added = new ProcedureDraft(procedure);
		procedures.add(added);
		return added;
	}
}
