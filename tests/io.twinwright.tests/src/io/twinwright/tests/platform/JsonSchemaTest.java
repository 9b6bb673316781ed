package io.twinwright.tests.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest {
	private static final String SCHEMA = """
			{
				"$schema": "https://json-schema.org/draft/2020-12/schema",
				"required": ["level"],
				"properties": {"level": {"type": "integer", "minimum": 0}}
			}
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"{\"level\": 1} | 0", "{\"level\": -1} | 1", "{} | 1"})
	void findsWhatBreaksTheSchema(String json, int findings) throws IOException {
		var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMA);
		assertEquals(findings, schema.validate(new ObjectMapper().readTree(json)).size());
	}
}
