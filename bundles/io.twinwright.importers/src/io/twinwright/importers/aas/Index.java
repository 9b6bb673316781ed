package io.twinwright.importers.aas;

import io.twinwright.importers.draft.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetAdministrationShell;
import org.eclipse.digitaltwin.aas4j.v3.model.ConceptDescription;
import org.eclipse.digitaltwin.aas4j.v3.model.DataSpecificationIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.HasDataSpecification;
import org.eclipse.digitaltwin.aas4j.v3.model.HasSemantics;
import org.eclipse.digitaltwin.aas4j.v3.model.Identifiable;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;

/** What an environment has, by its identifiers. */
final class Index {
	private final Environment environment;
	private final Map<String, Submodel> submodels = new LinkedHashMap<>();
	private final Map<String, ConceptDescription> concepts = new HashMap<>();
	private final Map<String, Optional<Concept>> read = new HashMap<>();
	private final Set<String> owned = new HashSet<>();
	/** The concepts that are cases of others, by the ids of these. */
	private final Map<String, List<String>> cases = new HashMap<>();
	private final Draft draft;

	/** Counts what there is, and remarks on what has no identifier or one that another has. */
	Index(Environment environment, Draft draft) {
		this.environment = environment;
		this.draft = draft;
		for (Submodel submodel : list(environment.getSubmodels())) {
			draft.count("submodel");
			draft.count("submodel element", (int) Elements.all(submodel).count());
			keep(submodels, submodel, "Submodel");
		}
		for (ConceptDescription concept : list(environment.getConceptDescriptions())) {
			draft.count("concept description");
			keep(concepts, concept, "Concept description");
			list(concept.getIsCaseOf()).forEach(general -> Elements.keys(general).forEach(key ->
					cases.computeIfAbsent(key, missing -> new ArrayList<>()).add(concept.getId())));
		}
	}

	private static <T> List<T> list(List<T> list) {
		return list == null ? List.of() : list;
	}

	private <T extends Identifiable> void keep(Map<String, T> all, T identifiable, String noun) {
		String id = identifiable.getId() == null ? "" : identifiable.getId();
		String name = identifiable.getIdShort() == null ? id : identifiable.getIdShort();
		if (id.isBlank()) {
			draft.remark("%s '%s' is invalid: it has no identifier.".formatted(noun, name));
		}
		if (all.putIfAbsent(id.isBlank() ? noun + all.size() : id, identifiable) != null) {
			draft.remark("%s '%s' is invalid and left out: another one has the identifier '%s'.".formatted(noun, name, id));
		}
	}

	List<AssetAdministrationShell> shells() {
		return list(environment.getAssetAdministrationShells());
	}

	/** @return the submodels to which a shell refers; one that is not in the file is remarked */
	List<Submodel> submodels(AssetAdministrationShell shell) {
		List<Submodel> found = new ArrayList<>();
		for (Reference reference : list(shell.getSubmodels())) {
			List<String> keys = Elements.keys(reference);
			String id = keys.isEmpty() ? "" : keys.getFirst();
			if (!submodels.containsKey(id)) {
				draft.remark("Shell '%s' refers to submodel '%s', which is not in the file.".formatted(shell.getIdShort(), id));
			} else if (!found.contains(submodels.get(id))) {
				owned.add(id);
				found.add(submodels.get(id));
			}
		}
		return found;
	}

	/** @return the submodel of an identifier; empty if it is not in the file */
	Optional<Submodel> submodel(String id) {
		return Optional.ofNullable(submodels.get(id));
	}

	/** @return the submodels that no shell has referred to so far */
	List<Submodel> alone() {
		return submodels.entrySet().stream().filter(submodel -> !owned.contains(submodel.getKey())).map(Map.Entry::getValue).toList();
	}

	/** @return the concept of an element: by its meanings, the nearest first, else by what it specifies itself */
	<E extends HasSemantics & HasDataSpecification> Optional<Concept> concept(E element) {
		Optional<Concept> own = Concept.of("", element, this::definition);
		return concept(Elements.meanings(element)).or(() -> own);
	}

	/** @return the first concept of some ids that says something; one with a unit or states goes before others */
	Optional<Concept> concept(List<String> ids) {
		List<Concept> known = ids.stream().map(this::concept).flatMap(Optional::stream).toList();
		return known.stream().filter(concept -> concept.ucum() != null || concept.unit() != null || !concept.states().isEmpty()).findFirst()
				.or(() -> known.stream().findFirst());
	}

	/** @return some meanings, and behind them the concepts that are cases of them and were made for a signal of a name */
	List<String> withCases(List<String> meanings, String name) {
		List<String> all = new ArrayList<>(meanings);
		meanings.forEach(meaning -> cases.getOrDefault(meaning, List.of()).stream()
				.filter(id -> Own.qualifiedName(id).map(Own::last).filter(name::equals).isPresent()).forEach(all::add));
		return all;
	}

	private Optional<Concept> concept(String id) {
		if (!read.containsKey(id)) {
			read.put(id, Optional.ofNullable(concepts.get(id)).flatMap(concept -> Concept.of(id, concept, this::definition)));
		}
		return read.get(id);
	}

	private String definition(String id) {
		ConceptDescription concept = concepts.get(id);
		return concept == null || concept.getEmbeddedDataSpecifications() == null ? "" : concept.getEmbeddedDataSpecifications().stream()
				.map(specification -> specification.getDataSpecificationContent()).filter(DataSpecificationIec61360.class::isInstance)
				.map(content -> Concept.definition((DataSpecificationIec61360) content)).findFirst().orElse("");
	}
}
