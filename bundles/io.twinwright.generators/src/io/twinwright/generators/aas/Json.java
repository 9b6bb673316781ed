package io.twinwright.generators.aas;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.SerializationException;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonSerializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/** The JSON of AAS4J with line feeds on every system. Line breaks inside of texts are escaped and stay. */
final class Json {
	private Json() {
	}

	/** Writes an environment in UTF-8, with a line feed at its end, to some streams and leaves them open. */
	static synchronized void write(Environment environment, OutputStream... copies) throws SerializationException, IOException {
		OutputStream out = new Copies(copies);
		Locale locale = Locale.getDefault();
		try {
			// AAS4J makes 'xs:integer' from 'INTEGER' by the rules of the user's language; in Turkish that has another i
			Locale.setDefault(Locale.ROOT);
			new JsonSerializer().write(out, environment);
		} finally {
			Locale.setDefault(locale);
		}
		out.write('\n');
	}

	/** Writes to several streams; leaves carriage returns out, which are part of no other character in UTF-8. */
	private static final class Copies extends OutputStream {
		private final OutputStream[] copies;

		Copies(OutputStream[] copies) {
			this.copies = copies;
		}

		@Override
		public void write(int value) throws IOException {
			write(new byte[] { (byte) value }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			int end = offset + length;
			int from = offset;
			for (int i = offset; i < end; i++) {
				if (bytes[i] == '\r') {
					copy(bytes, from, i);
					from = i + 1;
				}
			}
			copy(bytes, from, end);
		}

		private void copy(byte[] bytes, int from, int end) throws IOException {
			for (OutputStream copy : copies) {
				copy.write(bytes, from, end - from);
			}
		}
	}
}
