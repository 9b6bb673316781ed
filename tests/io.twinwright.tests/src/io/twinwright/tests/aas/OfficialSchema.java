package io.twinwright.tests.aas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An official JSON schema of the Asset Administration Shell. A choice between classes is asked by {@code modelType}, which
 * each class fixes, so that a validator does not try all classes at every level; what is valid stays the same.
 */
final class OfficialSchema {
	private static final int MOST_FAULTS = 10;

	private final JsonSchema schema;

	OfficialSchema(Path file) throws IOException {
		ObjectMapper mapper = new ObjectMapper();
		JsonNode text = mapper.readTree(file.toFile());
		for (JsonNode definition : text.get("definitions")) {
			if (definition.has("oneOf")) {
				choose((ObjectNode) definition, mapper);
			}
		}
		schema = JsonSchemaFactory.getInstance(VersionFlag.V201909).getSchema(text);
	}

	private static void choose(ObjectNode choice, ObjectMapper mapper) {
		ArrayNode names = mapper.createArrayNode();
		ArrayNode cases = mapper.createArrayNode();
		for (JsonNode alternative : choice.get("oneOf")) {
			String reference = alternative.get("$ref").textValue();
			String name = reference.substring(reference.lastIndexOf('/') + 1);
			names.add(name);
			ObjectNode test = cases.addObject();
			test.putObject("if").putObject("properties").putObject("modelType").put("const", name);
			test.set("then", alternative.deepCopy());
		}
		choice.remove("oneOf");
		choice.putArray("required").add("modelType");
		choice.putObject("properties").putObject("modelType").set("enum", names);
		choice.set("allOf", cases);
	}

	/** @return the first faults, none if the JSON is valid */
	List<String> faults(JsonNode json) {
		return schema.validate(json).stream().map(Object::toString).limit(MOST_FAULTS).toList();
	}
}
