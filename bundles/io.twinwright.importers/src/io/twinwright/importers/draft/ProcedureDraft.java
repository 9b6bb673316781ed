package io.twinwright.importers.draft;

/** One way in which a service does what it does; its signals are parameters and results. */
public final class ProcedureDraft extends StructureDraft {
	ProcedureDraft(String name) {
		super(name);
	}
}
