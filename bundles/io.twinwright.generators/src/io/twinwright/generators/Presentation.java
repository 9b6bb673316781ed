package io.twinwright.generators;

import io.twinwright.core.picture.Pictures;
import io.twinwright.model.NamedElement;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;

/**
 * What targets for people say besides the model: its comments, its own words and its diagrams. They come from bundles that
 * generators do not know.
 *
 * @param comments gives the comment that stands before an element, as text without its stars
 * @param wording gives an element as it is written, on one line and without comments; empty for one that has no text
 * @param pictures draws the diagrams
 */
public record Presentation(Function<NamedElement, Optional<String>> comments, Function<EObject, String> wording, Pictures pictures) {
	/** Says nothing. */
	public static final Presentation NONE = new Presentation(element -> Optional.empty(), element -> "", Pictures.NONE);
}
