package io.twinwright.generators.mtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes of one edition of VDI/VDE/NAMUR 2658 that packages of this project have elements of, with the variables that
 * these elements can have. Variables for which a twin has no signal are left out.
 */
final class ClassTable {
	/**
	 * A class.
	 *
	 * @param tag of its element in a library, such as {@code SystemUnitClass}
	 * @param path the library, the classes around it and its name, with slashes
	 * @param base the path of the class that it is derived from, empty for none
	 * @param variables its own
	 */
	record Entry(String tag, String path, String base, List<Variable> variables) {
		String library() {
			return path.substring(0, path.indexOf('/'));
		}

		String name() {
			return path.substring(path.lastIndexOf('/') + 1);
		}

		/** @return the path of the class around it, the library if there is none */
		String around() {
			return path.substring(0, path.lastIndexOf('/'));
		}
	}

	/**
	 * A variable of a class.
	 *
	 * @param dataType of XML Schema, with the prefix {@code xs:}
	 * @param type the path of its attribute type, empty for none
	 */
	record Variable(String name, String dataType, String type) {
	}

	private final Map<String, Entry> byPath = new LinkedHashMap<>();
	private final Map<String, Entry> byName = new LinkedHashMap<>();

	private ClassTable() {
	}

	/** @param resource lines of tag, path, base and variables between bars */
	static ClassTable read(String resource) {
		try (InputStream stream = ClassTable.class.getResourceAsStream(resource)) {
			ClassTable table = new ClassTable();
			new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\\|", -1)).forEach(table::add);
			return table;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void add(String[] columns) {
		List<Variable> variables = new ArrayList<>();
		for (String variable : columns[3].strip().split(" ")) {
			if (!variable.isEmpty()) {
				String[] parts = variable.split("[:~]");
				variables.add(new Variable(parts[0], "xs:" + parts[1], parts.length > 2 ? parts[2] : ""));
			}
		}
		Entry entry = new Entry(columns[0].strip(), columns[1].strip(), columns[2].strip(), List.copyOf(variables));
		byPath.put(entry.path(), entry);
		byName.put(entry.name(), entry);
	}

	/** @return all classes, each after the class around it */
	List<Entry> all() {
		return List.copyOf(byPath.values());
	}

	/** @return the class of a name; names are unique in an edition */
	Entry named(String name) {
		return byName.get(name);
	}

	/** @return whether the edition has a class of a name */
	boolean has(String name) {
		return byName.containsKey(name);
	}

	/** @return the variables of a class, those that it inherits first */
	List<Variable> variables(Entry entry) {
		List<Variable> variables = new ArrayList<>();
		if (!entry.base().isEmpty()) {
			variables.addAll(variables(byPath.get(entry.base())));
		}
		variables.addAll(entry.variables());
		return variables;
	}
}
