package io.twinwright.generators.docs;

import io.twinwright.model.Port;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A port in a table: its name, its direction, and its medium with what it demands. */
final class PortRow {
	private PortRow() {
	}

	static List<Cell> of(Handbook book, Port port) {
		String arguments = port.getArguments().stream().map(book::wording).collect(Collectors.joining(", "));
		String medium = Handbook.name(port.getMedium()) + (arguments.isEmpty() ? "" : " (" + arguments + ")");
		return List.of(Cell.of(Handbook.title(port)), Cell.of(port.getDirection().getLiteral()),
				Cell.of(Stream.concat(Stream.of(medium), port.getClauses().stream().map(book::wording)).collect(Collectors.joining(", "))));
	}
}
