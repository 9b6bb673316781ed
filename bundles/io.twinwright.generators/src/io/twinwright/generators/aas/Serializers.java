package io.twinwright.generators.aas;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.SerializationException;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonSerializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/**
 * The JSON and XML of AAS4J with line feeds on every system. Line breaks inside of texts are escaped and stay. Both are in
 * UTF-8, have a line feed at their end, go to some streams and leave these open.
 */
final class Serializers {
	private Serializers() {
	}

	/** What AAS4J does with an environment. */
	@FunctionalInterface
	private interface Serializer {
		void write(OutputStream out) throws SerializationException, IOException;
	}

	static void json(Environment environment, OutputStream... copies) throws SerializationException, IOException {
		write(out -> {
			new JsonSerializer().write(out, environment);
			out.write('\n');
		}, copies);
	}

	/** Writes the XML of metamodel 3.0. */
	static void xml(Environment environment, OutputStream... copies) throws SerializationException, IOException {
		write(out -> new Xml30().write(out, environment), copies);
	}

	private static synchronized void write(Serializer serializer, OutputStream... copies) throws SerializationException, IOException {
		OutputStream out = new LineFeeds(copies);
		Locale locale = Locale.getDefault();
		try {
			// AAS4J makes 'xs:integer' from 'INTEGER' by the rules of the user's language; in Turkish that has another i
			Locale.setDefault(Locale.ROOT);
			serializer.write(out);
		} finally {
			Locale.setDefault(locale);
		}
	}
}
