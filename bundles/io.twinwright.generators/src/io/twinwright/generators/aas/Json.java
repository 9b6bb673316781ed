package io.twinwright.generators.aas;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.SerializationException;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonSerializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/** The JSON of AAS4J with line feeds on every system. Line breaks inside of texts are escaped and stay. */
final class Json {
	private Json() {
	}

	/** @return an environment in UTF-8, with a line feed at its end */
	static synchronized byte[] of(Environment environment) throws SerializationException {
		Locale locale = Locale.getDefault();
		try {
			// AAS4J makes 'xs:integer' from 'INTEGER' by the rules of the user's language; in Turkish that has another i
			Locale.setDefault(Locale.ROOT);
			return (new JsonSerializer().write(environment).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
		} finally {
			Locale.setDefault(locale);
		}
	}
}
