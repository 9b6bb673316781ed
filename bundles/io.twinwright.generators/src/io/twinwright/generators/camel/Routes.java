package io.twinwright.generators.camel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the target makes.
 *
 * @param routes in the YAML DSL of Camel; without any there are no files
 * @param signals what the beans know of the signals
 */
public record Routes(ArrayNode routes, ObjectNode signals) {
}
