package io.twinwright.importers.text;

import io.twinwright.core.structure.EntryNames;
import io.twinwright.dsl.insert.NewNames;
import io.twinwright.dsl.insert.SignalText;
import io.twinwright.importers.draft.AssetDraft;
import io.twinwright.importers.draft.CapabilityDraft;
import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.EndpointDraft;
import io.twinwright.importers.draft.EquipmentDraft;
import io.twinwright.importers.draft.MediumDraft;
import io.twinwright.importers.draft.NamedDraft;
import io.twinwright.importers.draft.PartDraft;
import io.twinwright.importers.draft.ProcedureDraft;
import io.twinwright.importers.draft.ProvisionDraft;
import io.twinwright.importers.draft.ServiceDraft;
import io.twinwright.importers.draft.SignalDraft;
import io.twinwright.importers.draft.SiteDraft;
import io.twinwright.importers.draft.StructureDraft;
import io.twinwright.importers.draft.TypeDraft;
import io.twinwright.model.MeasureKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The declarations of a text: each with its notes as comments and its description before it. */
final class Declarations {
	private final Naming naming;
	private final SignalText texts;
	private final SignalLines signals;
	private final Clauses clauses;
	private final Lines lines = new Lines();
	private final Lines capabilities = new Lines();
	private final List<Remark> remarks = new ArrayList<>();
	/** The capabilities that services have made, by what they say. */
	private final Map<String, String> made = new HashMap<>();
	private final Set<NamedDraft> left = new HashSet<>();
	private final NodePaths paths;

	Declarations(Naming naming, SignalText texts, SignalLines signals) {
		this.naming = naming;
		this.texts = texts;
		this.signals = signals;
		this.clauses = new Clauses(naming, texts, signals);
		this.paths = new NodePaths(naming);
	}

	/** @return types and assets */
	Lines lines() {
		return lines;
	}

	/** @return capabilities, at last those of services that name none */
	Lines capabilities() {
		return capabilities;
	}

	/** @return the notes of all elements */
	List<Remark> remarks() {
		return remarks;
	}

	private String name(NamedDraft element) {
		return texts.name(naming.of(element));
	}

	/** @return a name with the label behind it: what it is shown as, else what it was called where that is another text */
	private String labelled(NamedDraft element) {
		String label = element.label == null || element.label.isBlank() ? element.name : element.label.strip();
		return name(element) + (label.equals(naming.of(element)) || label.isBlank() ? "" : " " + SignalText.quoted(label));
	}

	private void before(NamedDraft element, Lines to) {
		for (String note : element.notes) {
			Remark remark = new Remark(element.name, note);
			to.comment(remark.sentence());
			remarks.add(remark);
		}
		to.description(element.description);
	}

	void site(SiteDraft site, Lines to) {
		Lines inner = new Lines();
		site.bays.forEach(bay -> {
			before(bay, inner);
			inner.add(clauses.bay(bay, labelled(bay)));
		});
		before(site, to);
		String header = "site " + labelled(site) + clauses.place(site);
		if (inner.isEmpty()) {
			to.add(header);
		} else {
			to.braces(header, inner);
		}
	}

	void endpoint(EndpointDraft endpoint, Lines to) {
		String url = endpoint.isKnown() ? endpoint.url : "opc.tcp://localhost:4840";
		if (!endpoint.isKnown()) {
			endpoint.notes.add("The file does not say where the server is. Write its URL here.");
		}
		before(endpoint, to);
		Map<String, String> entries = new LinkedHashMap<>(endpoint.entries);
		if (url.toLowerCase(Locale.ROOT).startsWith("opc.") && !entries.containsKey("security")) {
			boolean here = url.matches("(?i)opc\\.[a-z]+://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?");
			entries.put("security", here ? "None" : "Basic256Sha256");
			if (!here) {
				entries.put("mode", "SignAndEncrypt");
			}
		}
		StringBuilder text = new StringBuilder("endpoint ").append(name(endpoint)).append(" { url ").append(SignalText.quoted(url));
		entries.forEach((key, value) -> text.append(' ').append(texts.name(key)).append(' ')
				.append(value.matches("[A-Za-z_][A-Za-z_0-9]*") ? texts.name(value) : SignalText.quoted(value)));
		if (endpoint.needsUser) {
			text.append(" user secret ").append(SignalText.quoted(naming.of(endpoint)));
		}
		to.add(text.append(" }").toString());
	}

	void capability(CapabilityDraft capability) {
		String parameters = capability.parameters.stream().map(parameter -> signals.parameter(parameter, naming.of(parameter)))
				.collect(Collectors.joining(", "));
		capability.parameters.forEach(parameter -> capability.notes.addAll(parameter.notes));
		before(capability, capabilities);
		capabilities.add("capability " + labelled(capability) + (parameters.isEmpty() ? "" : "(" + parameters + ")")
				+ (capability.base == null ? "" : " extends " + name(capability.base)));
	}

	void medium(MediumDraft medium, Lines to) {
		String parameters = medium.parameters.stream().map(parameter -> signals.parameter(parameter, naming.of(parameter)))
				.collect(Collectors.joining(", "));
		medium.parameters.forEach(parameter -> medium.notes.addAll(parameter.notes));
		before(medium, to);
		to.add("medium " + labelled(medium) + (parameters.isEmpty() ? "" : "(" + parameters + ")"));
	}

	void type(TypeDraft type) {
		Lines inner = elements(type);
		lines.add("");
		before(type, lines);
		lines.braces((type.isAbstract ? "abstract " : "") + "type " + labelled(type) + (type.type == null ? "" : " extends " + name(type.type)) + clauses.size(type), inner);
	}

	void asset(AssetDraft asset) {
		Lines inner = elements(asset);
		lines.add("");
		before(asset, lines);
		String header = "asset " + labelled(asset) + (asset.type == null ? "" : " : " + name(asset.type))
				+ (asset.site == null ? "" : " at " + name(asset.site)) + clauses.size(asset);
		if (inner.isEmpty()) {
			lines.add(header);
		} else {
			lines.braces(header, inner);
		}
	}

	private Lines elements(EquipmentDraft equipment) {
		paths.check(equipment);
		Lines inner = new Lines();
		if (!equipment.identity.isEmpty()) {
			inner.add("identity {");
			equipment.identity.forEach((key, value) -> inner.add(texts.name(entry(key)) + " " + SignalText.quoted(value)));
			inner.add("}");
		}
		equipment.ports.forEach(port -> {
			before(port, inner);
			inner.add(clauses.port(port, labelled(port)));
		});
		equipment.provisions.forEach(provision -> inner.add(provision(provision)));
		signals(equipment, inner);
		equipment.services.forEach(service -> service(service, inner));
		equipment.parts.forEach(part -> part(part, inner));
		equipment.fillings.forEach((part, piece) -> inner.add("refine " + name(part) + " uses " + name(piece)));
		equipment.refinements.forEach(refinement -> inner.add(clauses.refinement(refinement)));
		return inner;
	}

	private static String entry(String key) {
		return EntryNames.NAMEPLATE.contains(key) || EntryNames.ADDRESS.contains(key) || EntryNames.CARBON_FOOTPRINT.contains(key) ? key
				: NewNames.of(key, "entry");
	}

	private String provision(ProvisionDraft provision) {
		return (provision.required() ? "requires " : "provides ") + name(provision.capability()) + clauses.arguments(provision.bounds())
				+ clauses.quantity(MeasureKind.RATE.getLiteral(), provision.rate())
				+ clauses.quantity(MeasureKind.LASTS.getLiteral(), provision.lasts());
	}

	private void signals(StructureDraft structure, Lines to) {
		for (SignalDraft signal : structure.signals) {
			String text = signals.signal(signal, naming.of(signal));
			before(signal, to);
			if (text.isEmpty()) {
				left.add(signal);
			} else {
				to.add(text);
			}
		}
	}

	private void service(ServiceDraft service, Lines to) {
		String capability = service.capability != null ? name(service.capability) : capability(service);
		Lines inner = new Lines();
		signals(service, inner);
		for (ProcedureDraft procedure : service.procedures) {
			Lines parameters = new Lines();
			signals(procedure, parameters);
			before(procedure, inner);
			if (parameters.isEmpty()) {
				inner.add("procedure " + labelled(procedure));
			} else {
				inner.braces("procedure " + labelled(procedure), parameters);
			}
		}
		before(service, to);
		String header = "service " + labelled(service) + " : " + capability + clauses.arguments(service.bounds)
				+ clauses.quantity(MeasureKind.RATE.getLiteral(), service.rate)
				+ clauses.quantity(MeasureKind.LASTS.getLiteral(), service.lasts);
		if (inner.isEmpty()) {
			to.add(header);
		} else {
			to.braces(header, inner);
		}
	}

	/** @return the name of a capability that is named as a service */
	private String capability(ServiceDraft service) {
		return made.computeIfAbsent(service.name, missing -> {
			String name = Character.toUpperCase(service.name.isEmpty() ? 'S' : service.name.charAt(0)) + (service.name.isEmpty() ? "" : service.name.substring(1));
			CapabilityDraft capability = new Draft().capability(name, name);
			naming.declare(capability);
			capability(capability);
			return name(capability);
		});
	}

	private void part(PartDraft part, Lines to) {
		before(part, to);
		String header = "part " + labelled(part) + (part.repeated > 1 ? " 1.." + part.repeated : "") + " : " + name(part.type)
				+ (part.bay == null ? "" : " in " + name(part.bay)) + (part.uses == null ? "" : " uses " + name(part.uses));
		Lines inner = new Lines();
		part.refinements.forEach(refinement -> inner.add(clauses.refinement(refinement)));
		if (inner.isEmpty()) {
			to.add(header);
		} else {
			to.braces(header, inner);
		}
	}

	/** @return the signals that are left out, which nothing can be said of */
	Set<NamedDraft> left() {
		return left;
	}
}
