package io.twinwright.generators.wot;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One Thing Description.
 *
 * @param path of the file
 * @param thing its content
 */
public record ThingFile(String path, ObjectNode thing) {
}
