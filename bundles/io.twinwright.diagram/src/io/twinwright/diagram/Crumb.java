package io.twinwright.diagram;

import io.twinwright.model.NamedElement;

/**
 * A step on the way into a diagram.
 *
 * @param subject whose diagram it is
 * @param name the qualified name of the subject
 * @param title what people read
 * @param file the URI of the file in which the subject stands
 * @param place the path of the position at which it is looked at, null for a type that is looked at by itself
 */
public record Crumb(NamedElement subject, String name, String title, String file, String place) {
}
