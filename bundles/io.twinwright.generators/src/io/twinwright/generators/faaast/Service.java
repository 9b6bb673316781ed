package io.twinwright.generators.faaast;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the target makes.
 *
 * @param config the configuration of the service
 * @param model its environment: shells, each with a submodel
 */
public record Service(ObjectNode config, ObjectNode model) {
}
