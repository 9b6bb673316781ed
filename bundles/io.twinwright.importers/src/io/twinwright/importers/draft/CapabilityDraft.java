package io.twinwright.importers.draft;

import java.util.ArrayList;
import java.util.List;

/** An ability. */
public final class CapabilityDraft extends NamedDraft {
	/** A capability of the standard library that it is, by its simple name; null if it is a declaration of the text. */
	public String library;
	/** What it extends, null for nothing. */
	public CapabilityDraft base;
	/** Its parameters, of which name, values and unit are said. */
	public final List<SignalDraft> parameters = new ArrayList<>();

	CapabilityDraft(String name) {
		super(name);
	}

	/** @return a new parameter of it */
	public SignalDraft parameter(String parameter) {
		SignalDraft added = new SignalDraft(parameter);
		parameters.add(added);
		return added;
	}
}
