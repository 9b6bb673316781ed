package io.twinwright.generators.aas;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.HasSemantics;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;

/**
 * What an element means.
 *
 * @param semanticId null where nothing is known
 * @param supplemental further meanings; none without a semantic id (AASd-118)
 */
record Meaning(Reference semanticId, List<Reference> supplemental) {
	/** Nothing is known. */
	static final Meaning NONE = new Meaning(null, List.of());

	/** @return the meaning of an element of a template, with the supplemental ids that the template gives */
	static Meaning of(String semanticId, String... supplemental) {
		return new Meaning(References.external(semanticId),
				List.of(supplemental).stream().map(References::external).toList());
	}

	/** @return the meaning of a template that names itself as a submodel */
	static Meaning ofSubmodel(String semanticId, String... supplemental) {
		return new Meaning(References.submodel(semanticId),
				List.of(supplemental).stream().map(References::external).toList());
	}

	/** @return this, or the other one where this says nothing */
	Meaning or(String semanticId) {
		return this.semanticId == null ? of(semanticId) : this;
	}

	/** @return the template's meaning of the place of an element, with this as supplement */
	Meaning in(String semanticId) {
		List<Reference> all = this.semanticId == null ? List.of()
				: Stream.concat(Stream.of(this.semanticId), supplemental.stream()).toList();
		return new Meaning(References.external(semanticId), all);
	}

	/** Gives an element its meaning. */
	<E extends HasSemantics> E on(E element) {
		element.setSemanticId(semanticId);
		element.setSupplementalSemanticIds(supplemental);
		return element;
	}
}
