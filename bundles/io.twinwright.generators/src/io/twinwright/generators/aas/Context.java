package io.twinwright.generators.aas;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Findings;
import io.twinwright.model.NamedElement;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.Referable;

/**
 * What all submodels of a project share while it is mapped.
 *
 * @param twin the project
 * @param findings what is found on the way
 * @param texts texts with their languages
 * @param descriptions the comments of elements
 * @param concepts the concepts that elements refer to
 */
record Context(TwinModel twin, Findings findings, Texts texts, Descriptions descriptions, Concepts concepts) {
	/** @return the context of one run */
	static Context of(TwinModel twin, Descriptions descriptions) {
		Findings findings = new Findings();
		Texts texts = new Texts(findings);
		return new Context(twin, findings, texts, descriptions, new Concepts(texts, descriptions));
	}

	/**
	 * Shows an element under the label of what it stands for, else under its name where its {@code idShort} is another.
	 *
	 * @param name as written in the model, with its number and what stands before it
	 */
	void label(Referable element, NamedElement declared, String name) {
		Optional<String> label = Optional.ofNullable(declared.getLabel()).filter(text -> !text.isBlank());
		if (label.isPresent() || !name.equals(element.getIdShort())) {
			element.setDisplayName(texts.name(label.orElse(name), name));
		}
	}

	/** Gives an element the comment of what it stands for. */
	void describe(Referable element, NamedElement declared, String name) {
		descriptions.of(declared).ifPresent(text -> element.setDescription(texts.text(text, name)));
	}
}
