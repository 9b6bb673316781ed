package io.twinwright.importers.text;

import io.twinwright.core.structure.Members;
import io.twinwright.dsl.insert.NewNames;
import io.twinwright.importers.draft.CapabilityDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.MediumDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.NumberedDraft;
import io.twinwright.importers.draft.ServiceDraft;
import io.twinwright.importers.draft.SiteDraft;
import io.twinwright.importers.draft.StructureDraft;
import io.twinwright.importers.draft.TypeDraft;
import io.twinwright.model.Declaration;
import io.twinwright.model.NamedElement;
import io.twinwright.model.Structure;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** The names that the elements of a draft have in a text: legal, unique where they stand, and none that hides an inherited one. */
final class Naming {
	private final Map<NamedDraft, String> names = new IdentityHashMap<>();
	private final Map<EquipmentDraft, Set<String>> members = new IdentityHashMap<>();
	private final Map<String, Declaration> library;
	/** The names of declarations, those of the library included. */
	final Set<String> declared;

	Naming(Draft draft, Map<String, Declaration> library) {
		this.library = library;
		this.declared = new HashSet<>(library.keySet());
		draft.sites().forEach(this::declare);
		draft.endpoints().forEach(endpoint -> declare(endpoint, "server"));
		draft.types().forEach(type -> declare(type, "Type", type.library));
		draft.assets().forEach(asset -> declare(asset, "Asset"));
		draft.capabilities().forEach(this::declare);
		draft.media().forEach(this::declare);
		draft.types().forEach(this::nameMembers);
		draft.assets().forEach(this::nameMembers);
	}

	/** @return the name of an element of the draft */
	String of(NamedDraft element) {
		return names.get(element instanceof NumberedDraft numbered ? numbered.repeated : element);
	}

	/** Names a capability and its parameters; they have those of what it extends too. */
	void declare(CapabilityDraft capability) {
		declare(capability, "Capability", capability.library);
		Set<String> taken = new HashSet<>();
		for (CapabilityDraft base = capability.base; base != null; base = base.base) {
			base.parameters.forEach(parameter -> taken.add(NewNames.of(parameter.name, "parameter")));
		}
		capability.parameters.forEach(parameter -> name(parameter, "parameter", taken));
	}

	private void declare(SiteDraft site) {
		declare(site, "Site");
		Set<String> taken = new HashSet<>();
		site.bays.forEach(bay -> name(bay, "bay", taken));
	}

	private void declare(MediumDraft medium) {
		declare(medium, "Medium", medium.library);
		Set<String> taken = new HashSet<>();
		medium.parameters.forEach(parameter -> name(parameter, "parameter", taken));
	}

	private void declare(NamedDraft declaration, String otherwise, String known) {
		if (known == null) {
			declare(declaration, otherwise);
		} else {
			names.put(declaration, known);
		}
	}

	private void declare(NamedDraft declaration, String otherwise) {
		name(declaration, otherwise, declared);
	}

	private void name(NamedDraft element, String otherwise, Set<String> taken) {
		names.put(element, NewNames.free(NewNames.of(element.name, otherwise), taken));
	}

	/** @return the names that the members of equipment have, inherited ones included */
	private Set<String> nameMembers(EquipmentDraft equipment) {
		Set<String> known = members.get(equipment);
		if (known != null) {
			return known;
		}
		Set<String> taken = new HashSet<>(equipment.type == null ? Set.of() : nameMembers(equipment.type));
		members.put(equipment, taken);
		if (equipment instanceof TypeDraft type && type.library != null && library.get(type.library) instanceof Structure structure) {
			Members.lineage(structure).forEach(around -> around.getElements().stream().filter(NamedElement.class::isInstance)
					.forEach(element -> taken.add(((NamedElement) element).getName())));
		}
		equipment.ports.forEach(port -> name(port, "port", taken));
		nameSignals(equipment, taken);
		equipment.parts.forEach(part -> name(part, "part", taken));
		for (ServiceDraft service : equipment.services) {
			name(service, "service", taken);
			Set<String> inner = new HashSet<>();
			nameSignals(service, inner);
			service.procedures.forEach(procedure -> {
				name(procedure, "procedure", inner);
				nameSignals(procedure, new HashSet<>());
			});
		}
		return taken;
	}

	private void nameSignals(StructureDraft structure, Set<String> taken) {
		structure.signals.forEach(signal -> name(signal, "signal", taken));
	}
}
