package io.twinwright.importers.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has braces with elements: a type, an asset, a service or a procedure. */
public abstract sealed class StructureDraft extends NamedDraft permits EquipmentDraft, ServiceDraft, ProcedureDraft {
	/** What it shows and takes. */
	public final List<SignalDraft> signals = new ArrayList<>();
	private final Map<String, SignalDraft> byName = new HashMap<>();

	StructureDraft(String name) {
		super(name);
	}

	/** @return a new signal of it */
	public SignalDraft signal(String signal) {
		SignalDraft added = new SignalDraft(signal);
		signals.add(added);
		byName.putIfAbsent(signal, added);
		return added;
	}

	/** @return the first signal of it that has a name, empty if there is none */
	public Optional<SignalDraft> named(String signal) {
		return Optional.ofNullable(byName.get(signal));
	}
}
