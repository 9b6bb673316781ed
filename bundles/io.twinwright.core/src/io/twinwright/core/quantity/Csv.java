package io.twinwright.core.quantity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables of this package: comma-separated values after RFC 4180 in UTF-8, without line breaks inside a field. */
final class Csv {
	private Csv() {
	}

	/** @return the rows but for the first, which names the columns */
	static List<List<String>> read(String resource) {
		try (BufferedReader in = new BufferedReader(
				new InputStreamReader(Csv.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
			List<List<String>> rows = new ArrayList<>();
			in.readLine();
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				rows.add(fields(line));
			}
			return rows;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static List<String> fields(String line) {
		List<String> fields = new ArrayList<>();
		StringBuilder field = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '"') {
				boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
				if (escaped) {
					field.append(c);
					i++;
				} else {
					quoted = !quoted;
				}
			} else if (c == ',' && !quoted) {
				fields.add(field.toString());
				field.setLength(0);
			} else {
				field.append(c);
			}
		}
		fields.add(field.toString());
		return List.copyOf(fields);
	}
}
