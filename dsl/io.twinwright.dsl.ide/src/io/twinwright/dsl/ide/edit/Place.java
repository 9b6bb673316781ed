package io.twinwright.dsl.ide.edit;

import org.eclipse.emf.common.util.URI;

/**
 * Where something stands in a text.
 *
 * @param file in which
 * @param line of its begin, from 1
 * @param column of its begin, from 1
 * @param offset of its begin, in the whole text
 * @param length in letters
 */
public record Place(URI file, int line, int column, int offset, int length) {
}
