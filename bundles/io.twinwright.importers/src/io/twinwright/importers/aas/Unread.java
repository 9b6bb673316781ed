package io.twinwright.importers.aas;

import io.twinwright.importers.draft.Draft;
import io.twinwright.importers.draft.Leavings;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.AdministrativeInformation;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetAdministrationShell;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetInformation;
import org.eclipse.digitaltwin.aas4j.v3.model.ConceptDescription;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.HasDataSpecification;
import org.eclipse.digitaltwin.aas4j.v3.model.HasExtensions;
import org.eclipse.digitaltwin.aas4j.v3.model.HasSemantics;
import org.eclipse.digitaltwin.aas4j.v3.model.Identifiable;
import org.eclipse.digitaltwin.aas4j.v3.model.MultiLanguageProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.Qualifiable;
import org.eclipse.digitaltwin.aas4j.v3.model.Referable;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;

/** Counts what an environment says of its elements that has no word in a text, whatever submodel it is in. */
final class Unread {
	/** The specific asset ids that a twin writes and reads. */
	private static final Set<String> OWN_IDS = Set.of("piece", "serialNumber");

	private final Leavings left = new Leavings();
	private final Set<String> meanings = new HashSet<>();

	private Unread() {
	}

	/** Remarks once on all of it. */
	static void tell(Environment environment, Draft draft) {
		Unread unread = new Unread();
		Stream.of(environment.getAssetAdministrationShells(), environment.getSubmodels(), environment.getConceptDescriptions()).flatMap(Unread::stream)
				.forEach(unread::identifiable);
		stream(environment.getConceptDescriptions()).filter(concept -> !unread.isUsed(concept)).forEach(concept -> unread.left.add("concept without an element"));
		unread.left.list().ifPresent(list -> draft.remark("What shells say of these kinds is not imported: %s.".formatted(list)));
	}

	private static <T> Stream<T> stream(Collection<T> list) {
		return list == null ? Stream.empty() : list.stream();
	}

	private void identifiable(Identifiable identifiable) {
		referable(identifiable);
		AdministrativeInformation administration = identifiable.getAdministration();
		if (administration != null && (administration.getVersion() != null || administration.getRevision() != null || administration.getCreator() != null)) {
			left.add("administration");
		}
		if (!(identifiable instanceof ConceptDescription) && identifiable instanceof HasDataSpecification specified) {
			left.add("data specification", (int) stream(specified.getEmbeddedDataSpecifications()).count());
		}
		switch (identifiable) {
			case AssetAdministrationShell shell when shell.getAssetInformation() != null -> asset(shell.getAssetInformation());
			case Submodel submodel -> {
				qualifiable(submodel);
				meanings.addAll(Elements.meanings(submodel));
				Elements.all(submodel).forEach(element -> {
					referable(element);
					qualifiable(element);
					meanings.addAll(Elements.meanings((HasSemantics) element));
					if (element instanceof MultiLanguageProperty texts) {
						languages(texts.getValue());
					}
				});
			}
			default -> {
				// a concept is asked for by what means it
			}
		}
	}

	private void asset(AssetInformation information) {
		left.add("specific asset id", (int) stream(information.getSpecificAssetIds()).filter(id -> !OWN_IDS.contains(id.getName())).count());
		if (information.getDefaultThumbnail() != null) {
			left.add("thumbnail");
		}
	}

	private void referable(Referable referable) {
		languages(referable.getDescription());
		languages(referable.getDisplayName());
		if (referable instanceof HasExtensions extended) {
			left.add("extension", (int) stream(extended.getExtensions()).count());
		}
	}

	private void qualifiable(Qualifiable qualifiable) {
		left.add("qualifier", (int) stream(qualifiable.getQualifiers()).count());
	}

	/** One language is taken. */
	private void languages(List<?> texts) {
		left.add("text in another language", texts == null ? 0 : Math.max(0, texts.size() - 1));
	}

	/** @return whether an element means a concept, or one that is a case of it */
	private boolean isUsed(ConceptDescription concept) {
		return meanings.contains(concept.getId()) || stream(concept.getIsCaseOf()).flatMap(general -> Elements.keys(general).stream()).anyMatch(meanings::contains)
				|| Own.qualifiedName(concept.getId()).isPresent();
	}
}
