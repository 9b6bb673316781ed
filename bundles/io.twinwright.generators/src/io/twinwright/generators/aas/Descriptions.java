package io.twinwright.generators.aas;

import io.twinwright.model.NamedElement;
import java.util.Optional;

/** Gives the comment that stands before an element. The model does not hold comments; the language does. */
@FunctionalInterface
public interface Descriptions {
	/** Knows no comments. */
	Descriptions NONE = element -> Optional.empty();

	/** @return the text between the comment signs, without asterisks; empty if there is no comment or it is blank */
	Optional<String> of(NamedElement element);
}
