package io.twinwright.importers.text;

import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.StructureDraft;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Takes care that no two signals of one object are found by the same browse path. */
final class NodePaths {
	private final Naming naming;
	private final Map<EquipmentDraft, Set<String>> known = new IdentityHashMap<>();

	NodePaths(Naming naming) {
		this.naming = naming;
	}

	/** Removes the node of a signal that is that of another one, and notes it. */
	void check(EquipmentDraft equipment) {
		paths(equipment);
	}

	private Set<String> paths(EquipmentDraft equipment) {
		Set<String> before = known.get(equipment);
		if (before != null) {
			return before;
		}
		Set<String> paths = new HashSet<>(equipment.type == null ? Set.of() : paths(equipment.type));
		known.put(equipment, paths);
		Map<SignalDraft, String> names = new LinkedHashMap<>();
		add(equipment, "", names);
		equipment.services.forEach(service -> {
			add(service, naming.of(service) + ".", names);
			service.procedures.forEach(procedure -> add(procedure, naming.of(service) + "." + naming.of(procedure) + ".", names));
		});
		names.forEach((signal, name) -> {
			if (!SignalLines.hasNode(signal)) {
				paths.add(name);
			}
		});
		names.forEach((signal, name) -> {
			if (SignalLines.hasNode(signal) && !paths.add(String.join(".", signal.node))) {
				signal.notes.add("'%s' is found by no path, since '%s' leads to another one.".formatted(signal.name, String.join("/", signal.node)));
				signal.node.clear();
				paths.add(name);
			}
		});
		return paths;
	}

	private void add(StructureDraft structure, String before, Map<SignalDraft, String> names) {
		structure.signals.forEach(signal -> names.put(signal, before + naming.of(signal)));
	}
}
