package io.twinwright.core.picture;

import io.twinwright.model.NamedElement;
import java.util.function.Supplier;

/**
 * A diagram.
 *
 * @param kind what it is about: {@code line}, {@code site}, {@code recipe} or {@code partners}
 * @param subject the element that it shows
 * @param svg draws it: an SVG document without scripts; the same diagram has the same text
 */
public record Picture(String kind, NamedElement subject, Supplier<String> svg) {
}
