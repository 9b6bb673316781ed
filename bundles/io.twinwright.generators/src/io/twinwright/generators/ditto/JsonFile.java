package io.twinwright.generators.ditto;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A file that Ditto takes.
 *
 * @param path in the output folder
 * @param content a thing, a policy or a connection
 */
public record JsonFile(String path, ObjectNode content) {
}
