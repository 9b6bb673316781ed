package io.twinwright.importers.draft;

/** A place. */
public final class SiteDraft extends NamedDraft {
	SiteDraft(String name) {
		super(name);
	}
}
