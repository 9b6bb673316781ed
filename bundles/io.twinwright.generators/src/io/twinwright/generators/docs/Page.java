package io.twinwright.generators.docs;

import org.jsoup.nodes.Document;

/**
 * A page of the handbook.
 *
 * @param path in the output folder
 * @param document what it says
 */
public record Page(String path, Document document) {
}
