package io.twinwright.opcua.record;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads records of CSV (RFC 4180), one after the other. A record that is none costs its first line only: what a stray quote has
 * swallowed is read again.
 */
final class CsvLines implements Closeable {
	/** What is longer is no record. */
	private static final int LONGEST = 1 << 16;

	/** What stands at a place in the file is no record. */
	static final class Malformed extends Exception {
		private static final long serialVersionUID = 1;

		Malformed(String sentence) {
			super(sentence);
		}
	}

	private enum Within {
		START, PLAIN, QUOTED, QUOTE
	}

	private final BufferedReader in;
	private final StringBuilder field = new StringBuilder();
	private Within within;
	private boolean quoted;
	private long next = 1;
	private long line;

	CsvLines(Reader in) {
		this.in = new BufferedReader(in, 2 * LONGEST);
	}

	/** @return the number of the line in which the last record began, from 1 */
	long line() {
		return line;
	}

	/**
	 * @return the fields of the next record: null where nothing stands; null instead of a list at the end
	 * @throws Malformed with a sentence about the line; the next call goes on after it
	 */
	List<String> read() throws IOException, Malformed {
		line = next;
		in.mark(LONGEST + 1);
		List<String> fields = new ArrayList<>(8);
		begin();
		long lines = 1;
		for (int length = 0; length < LONGEST; length++) {
			int letter = in.read();
			if (letter < 0 && length == 0) {
				return null;
			} else if (letter < 0) {
				throw skipped("has a quote that is not closed");
			}
			if (letter == '\n' && within != Within.QUOTED) {
				fields.add(end());
				next += lines;
				return fields;
			}
			lines += letter == '\n' ? 1 : 0;
			if (letter == ',' && within != Within.QUOTED) {
				fields.add(end());
				begin();
			} else if (!take((char) letter)) {
				throw skipped("has a quote in the wrong place");
			}
		}
		throw skipped("is too long, or a quote is not closed");
	}

	private void begin() {
		within = Within.START;
		quoted = false;
		field.setLength(0);
	}

	private String end() {
		return field.isEmpty() && !quoted ? null : field.toString();
	}

	/** @return whether a letter may stand here */
	private boolean take(char letter) {
		switch (within) {
			case START, PLAIN -> {
				quoted = within == Within.START && letter == '"';
				within = quoted ? Within.QUOTED : Within.PLAIN;
				if (!quoted && letter != '\r') {
					field.append(letter);
				}
				return quoted || letter != '"';
			}
			case QUOTED -> {
				within = letter == '"' ? Within.QUOTE : Within.QUOTED;
				if (letter != '"') {
					field.append(letter);
				}
				return true;
			}
			case QUOTE -> {
				within = letter == '"' ? Within.QUOTED : Within.QUOTE;
				if (letter == '"') {
					field.append(letter);
				}
				return letter == '"' || letter == '\r';
			}
		}
		throw new IllegalStateException(within.toString());
	}

	/** Goes on after the first line of what was read. */
	private Malformed skipped(String what) throws IOException {
		in.reset();
		int letter = in.read();
		while (letter >= 0 && letter != '\n') {
			letter = in.read();
		}
		next++;
		return new Malformed(letter < 0 ? "The last line, %d, is cut off. What stands before it is whole.".formatted(line)
				: "Line %d %s. It is left out.".formatted(line, what));
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
