package io.twinwright.generators.edc;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A file for a connector.
 *
 * @param path in the output folder
 * @param content JSON-LD
 */
public record JsonFile(String path, ObjectNode content) {
}
