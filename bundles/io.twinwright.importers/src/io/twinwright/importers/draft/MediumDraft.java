package io.twinwright.importers.draft;

import java.util.ArrayList;
import java.util.List;

/** What flows through ports. */
public final class MediumDraft extends NamedDraft {
	/** A medium of the standard library that it is, by its simple name; null if it is a declaration of the text. */
	public String library;
	/** Its parameters, of which name, values and unit are said. */
	public final List<SignalDraft> parameters = new ArrayList<>();

	MediumDraft(String name) {
		super(name);
	}

	/** @return a new parameter of it */
	public SignalDraft parameter(String parameter) {
		SignalDraft added = new SignalDraft(parameter);
		parameters.add(added);
		return added;
	}
}
