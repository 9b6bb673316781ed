package io.twinwright.importers.aas;

import io.twinwright.importers.draft.BoundDraft;
import io.twinwright.importers.draft.CapabilityDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.ProvisionDraft;
import io.twinwright.importers.draft.QuantityDraft;
import io.twinwright.importers.draft.ServiceDraft;
import io.twinwright.importers.draft.SignalDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.Capability;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.RelationshipElement;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * Reads the Capability Description (IDTA 02020): containers in the roles offered and required become provisions, and services
 * where they have a name of their own; all others and their generalizations become the hierarchy of capabilities.
 */
final class Capabilities {
	private static final String RATE = "clause_rate";
	private static final String LASTS = "clause_lasts";

	private final Draft draft;
	private final Bounds bounds;

	Capabilities(Index index, Draft draft) {
		this.draft = draft;
		this.bounds = new Bounds(index, draft);
	}

	void read(Thing thing, Submodel submodel) {
		Map<String, CapabilityDraft> byPath = new HashMap<>();
		List<SubmodelElement> containers = Elements.all(submodel).filter(each -> capability(each).isPresent()).toList();
		if (containers.isEmpty()) {
			thing.draft.notes.add("Its submodel '%s' has no capability container.".formatted(submodel.getIdShort()));
		}
		for (SubmodelElement container : containers) {
			Capability capability = capability(container).orElseThrow();
			byPath.put(container.getIdShort() + "/" + capability.getIdShort(), declare(capability));
		}
		for (SubmodelElement container : containers) {
			generalize(container, byPath);
			use(thing, container, byPath.get(container.getIdShort() + "/" + capability(container).orElseThrow().getIdShort()));
		}
	}

	private static Optional<Capability> capability(SubmodelElement container) {
		return Elements.in(container).stream().filter(Capability.class::isInstance).map(Capability.class::cast).findFirst();
	}

	/** The same meaning is the same capability, wherever it is provided or asked for. */
	private CapabilityDraft declare(Capability capability) {
		List<String> meanings = Elements.meanings(capability).stream().filter(meaning -> !meaning.contains("/idta/")).toList();
		Optional<String> own = meanings.stream().map(Own::qualifiedName).flatMap(Optional::stream).findFirst();
		String name = own.map(Own::last).orElse(capability.getIdShort() == null ? "Capability" : capability.getIdShort());
		CapabilityDraft declared = draft.capability(meanings.isEmpty() ? "capability " + name : meanings.getFirst(), name);
		declared.library = own.filter(Own::isLibrary).map(Own::last).orElse(null);
		Elements.displayName(capability).filter(shown -> !shown.equals(name)).ifPresent(shown -> declared.label = shown);
		return declared;
	}

	private void generalize(SubmodelElement container, Map<String, CapabilityDraft> byPath) {
		Elements.all(container).filter(RelationshipElement.class::isInstance).map(RelationshipElement.class::cast)
				.filter(relation -> Elements.means(relation, "GeneralizedBy") || String.valueOf(relation.getIdShort()).startsWith("CapabilityGeneralizedBy"))
				.forEach(relation -> {
					CapabilityDraft special = at(relation.getFirst(), byPath);
					CapabilityDraft general = at(relation.getSecond(), byPath);
					boolean isCircle = general == null || Stream.iterate(general, Objects::nonNull, each -> each.base).limit(100).anyMatch(each -> each == special);
					if (special != null && !isCircle && special.library == null) {
						special.base = general;
					}
				});
	}

	private static CapabilityDraft at(Reference reference, Map<String, CapabilityDraft> byPath) {
		List<String> keys = Elements.keys(reference);
		return keys.size() < 2 ? null : byPath.get(keys.get(keys.size() - 2) + "/" + keys.getLast());
	}

	private void use(Thing thing, SubmodelElement container, CapabilityDraft capability) {
		List<BoundDraft> said = new ArrayList<>();
		QuantityDraft rate = null;
		QuantityDraft lasts = null;
		for (SubmodelElement property : Elements.child(container, "PropertySet").map(Elements::in).orElse(List.of())) {
			Optional<SubmodelElement> value = Elements.in(property).stream().filter(each -> !Elements.means(each, "/PropertyComment")).findFirst();
			if (RATE.equals(property.getIdShort())) {
				rate = value.filter(Property.class::isInstance).flatMap(each -> bounds.quantity((Property) each)).orElse(null);
			} else if (LASTS.equals(property.getIdShort())) {
				lasts = value.filter(Property.class::isInstance).flatMap(each -> bounds.quantity((Property) each)).orElse(null);
			} else if (value.isPresent()) {
				bounds.of(value.get(), parameter(capability, value.get())).ifPresent(said::add);
			}
		}
		String role = role(container);
		if (role.equals("NotAssigned")) {
			return;
		}
		String comment = Elements.text(container, "CapabilityComment", "Comment").orElse(null);
		String name = name(container, capability);
		boolean isService = role.equals("Offered") && !name.equals(capability.name);
		boolean isInherited = Thing.lineage(thing.draft).flatMap(each -> each.services.stream()).anyMatch(each -> each.name.equals(name));
		if (isService && !isInherited) {
			ServiceDraft service = service(thing.draft, name, container, capability, comment);
			if (thing.chapters(Chapter.CONTROL_COMPONENT).isEmpty()) {
				service.notes.add("A shell does not say its procedures.");
			}
			service.bounds.addAll(said);
			service.rate = rate;
			service.lasts = lasts;
		} else if (!isService) {
			ProvisionDraft provision = new ProvisionDraft(capability, role.equals("Required"), List.copyOf(said), rate, lasts);
			boolean isKnown = Thing.lineage(thing.draft).flatMap(each -> each.provisions.stream()).anyMatch(each -> each.equals(provision));
			if (!isKnown) {
				thing.draft.provisions.add(provision);
				draft.count("capability use");
			}
			if (capability.description == null && capability.library == null) {
				capability.description = comment;
			}
		}
	}

	/** What nobody assigns a role to is offered, for else nothing would be said of it. */
	private static String role(SubmodelElement container) {
		return capability(container).orElseThrow().getQualifiers() == null ? "Offered" : capability(container).orElseThrow().getQualifiers().stream()
				.filter(qualifier -> !"false".equals(qualifier.getValue())).map(qualifier -> qualifier.getType() == null ? "" : qualifier.getType())
				.filter(type -> List.of("Offered", "Required", "NotAssigned").contains(type)).findFirst().orElse("Offered");
	}

	/** A container is named as its capability, perhaps with more behind it, or as a service. */
	private static String name(SubmodelElement container, CapabilityDraft capability) {
		String idShort = container.getIdShort() == null ? capability.name : container.getIdShort();
		String shown = Elements.displayName(container).orElse(idShort);
		boolean isCapability = idShort.startsWith(capability.name) || shown.equals(capability.label) || idShort.matches("(?i)capabilitycontainer.*");
		return isCapability ? capability.name : shown.matches("[\\p{L}_][\\p{L}\\p{N}_]*") && !shown.chars().allMatch(c -> c < 0x80) ? shown : idShort;
	}

	private ServiceDraft service(EquipmentDraft equipment, String name, SubmodelElement container, CapabilityDraft capability, String comment) {
		ServiceDraft service = equipment.service(name);
		draft.count("service");
		service.capability = capability;
		if (capability.library != null || capability.description != null && !capability.description.equals(comment)) {
			service.description = comment;
		} else {
			capability.description = comment;
		}
		Elements.displayName(container).filter(shown -> !shown.equals(name)).ifPresent(shown -> service.label = shown);
		return service;
	}

	/** A parameter is that of a capability or of what that extends; the concept says of which. */
	private SignalDraft parameter(CapabilityDraft capability, SubmodelElement element) {
		String name = bounds.name(element);
		Optional<String> declaring = Elements.meanings(element).stream().filter(meaning -> meaning.endsWith(":concept"))
				.map(Own::qualifiedName).flatMap(Optional::stream).map(Own::around).map(Own::last).findFirst();
		CapabilityDraft holder = Stream.iterate(capability, Objects::nonNull, each -> each.base).limit(100)
				.filter(each -> declaring.isPresent() && each.name.equals(declaring.get())).findFirst().orElse(capability);
		return Stream.iterate(capability, Objects::nonNull, each -> each.base).limit(100).flatMap(each -> each.parameters.stream())
				.filter(each -> each.name.equals(name)).findFirst().orElseGet(() -> bounds.fill(holder.parameter(name), element));
	}
}
