package io.twinwright.generators.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is carried to another machine.
 *
 * @param parts the files of the targets that have a runtime
 * @param services the document of the Compose Specification
 * @param secrets the names of the variables with the secrets of the plant's endpoints
 */
public record Bundle(List<Part<?>> parts, ObjectNode services, List<String> secrets) {
}
