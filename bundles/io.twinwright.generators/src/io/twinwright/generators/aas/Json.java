package io.twinwright.generators.aas;

import java.nio.charset.StandardCharsets;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.SerializationException;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonSerializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/** The JSON of AAS4J with line feeds on every system. Line breaks inside of texts are escaped and stay. */
final class Json {
	private Json() {
	}

	/** @return an environment in UTF-8, with a line feed at its end */
	static byte[] of(Environment environment) throws SerializationException {
		return (new JsonSerializer().write(environment).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
	}
}
