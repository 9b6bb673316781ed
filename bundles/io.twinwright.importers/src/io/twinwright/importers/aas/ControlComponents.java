package io.twinwright.importers.aas;

import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.ProcedureDraft;
import io.twinwright.importers.draft.ServiceDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.StructureDraft;
import io.twinwright.model.SignalKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Range;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;

/**
 * Reads Control Component Type and Instance (IDTA 02015 and 02016): a skill whose name is that of a known service with more
 * behind it is a procedure of it, any other one a service. What computes results is not in a shell.
 */
final class ControlComponents {
	private final Signals signals;
	private final Draft draft;

	ControlComponents(Signals signals, Draft draft) {
		this.signals = signals;
		this.draft = draft;
	}

	void read(Thing thing, Submodel submodel) {
		List<SubmodelElement> skills = Elements.child(submodel, "Skills").map(Elements::in).orElse(List.of());
		skills.forEach(skill -> skill(thing, skill));
		int errors = Elements.child(submodel, "Errors").map(Elements::in).orElse(List.of()).size();
		long uses = skills.stream().flatMap(skill -> Elements.child(skill, "Uses").map(Elements::in).orElse(List.of()).stream()).count();
		if (errors > 0 || uses > 0) {
			thing.draft.notes.add("%d error codes and %d uses of skills by others of its submodel '%s' are not imported."
					.formatted(errors, uses, submodel.getIdShort()));
		}
	}

	private void skill(Thing thing, SubmodelElement skill) {
		String idShort = skill.getIdShort() == null ? "skill" : skill.getIdShort();
		Optional<ServiceDraft> known = Thing.lineage(thing.draft).flatMap(each -> each.services.stream())
				.filter(service -> !procedure(service, skill, idShort).equals(idShort) || service.name.equals(idShort)).findFirst();
		boolean isInherited = known.isPresent() && !thing.draft.services.contains(known.get());
		if (isInherited) {
			return;
		}
		ServiceDraft service = known.orElseGet(() -> service(thing.draft, idShort, skill));
		if (Elements.text(skill, "Disabled").filter("true"::equals).isPresent()) {
			service.notes.add("Its skill '%s' is disabled.".formatted(idShort));
		}
		String name = procedure(service, skill, idShort);
		StructureDraft structure = name.equals(idShort) ? service : procedure(service, name, skill);
		Elements.child(skill, "Parameters").map(Elements::in).orElse(List.of()).stream().filter(SubmodelElementCollection.class::isInstance)
				.forEach(parameter -> parameter(thing, service, structure, (SubmodelElementCollection) parameter));
	}

	/** @return the name of the procedure that a skill is, its {@code idShort} if it is none of the service */
	private static String procedure(ServiceDraft service, SubmodelElement skill, String idShort) {
		String plain = service.name.replaceAll("[^A-Za-z0-9_]", "_") + "_";
		return Elements.displayName(skill).filter(shown -> shown.startsWith(service.name + ".") && shown.length() > service.name.length() + 1)
				.map(shown -> shown.substring(service.name.length() + 1))
				.orElse(idShort.startsWith(plain) && idShort.length() > plain.length() ? idShort.substring(plain.length()) : idShort);
	}

	private ServiceDraft service(EquipmentDraft equipment, String name, SubmodelElement skill) {
		ServiceDraft service = equipment.service(name);
		draft.count("service");
		Elements.displayName(skill).filter(shown -> !shown.equals(name)).ifPresent(shown -> service.label = shown);
		service.description = Elements.description(skill).orElse(null);
		return service;
	}

	private ProcedureDraft procedure(ServiceDraft service, String name, SubmodelElement skill) {
		return service.procedures.stream().filter(each -> each.name.equals(name)).findFirst().orElseGet(() -> {
			ProcedureDraft procedure = service.procedure(name);
			draft.count("procedure");
			Elements.displayName(skill).filter(shown -> !shown.equals(service.name + "." + name)).ifPresent(shown -> procedure.label = shown);
			procedure.description = Elements.description(skill).orElse(null);
			procedure.notes.add("A shell does not say how long it lasts.");
			return procedure;
		});
	}

	/** A parameter that was made for the service, and not for the procedure, stands in all of its skills. */
	private void parameter(Thing thing, ServiceDraft service, StructureDraft skill, SubmodelElementCollection parameter) {
		String path = signals.name(thing, parameter);
		boolean isOfService = path.startsWith(service.name + ".") && path.indexOf('.', service.name.length() + 1) < 0;
		StructureDraft structure = isOfService ? service : skill;
		String name = path.substring(path.lastIndexOf('.') + 1);
		boolean isGiven = Elements.text(parameter, "Direction").filter(text -> text.toLowerCase(Locale.ROOT).startsWith("in")).isPresent();
		Optional<SignalKind> kind = signals.concept(parameter).flatMap(Concept::kind);
		if (structure.named(name).isPresent()) {
			return;
		}
		if (!isGiven && kind.filter(SignalKind.INSIGHT::equals).isPresent()) {
			structure.notes.add("Its result '%s' is computed, and a shell holds no formulas.".formatted(name));
			return;
		}
		SignalDraft signal = structure.signal(name);
		draft.count("signal");
		signals.fill(signal, parameter, data(Elements.text(parameter, "Type").orElse("")));
		signal.kind = kind.orElse(isGiven ? SignalKind.PARAMETER : null);
		for (SubmodelElement value : Elements.child(parameter, "Values").map(Elements::in).orElse(List.of())) {
			if (value instanceof Range range) {
				signal.low = Signals.number(range.getMin()).orElse(null);
				signal.high = Signals.number(range.getMax()).orElse(null);
			} else if (value instanceof Property property && "default".equals(property.getIdShort())) {
				signal.value = Elements.text(property).orElse(null);
			} else {
				signal.notes.add("The value '%s' that it may take is not imported.".formatted(Elements.text(value).orElse(value.getIdShort())));
			}
		}
	}

	private static Data data(String type) {
		return switch (type.replaceFirst("^xsd?:", "")) {
			case "double", "float", "decimal" -> Data.REAL;
			case "integer", "int", "long", "short", "byte", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte" -> Data.INTEGER;
			case "boolean" -> Data.TRUTH;
			case "dateTime" -> Data.TIME;
			default -> Data.TEXT;
		};
	}
}
