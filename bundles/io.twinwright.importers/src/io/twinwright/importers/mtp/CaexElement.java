package io.twinwright.importers.mtp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of an instance hierarchy, with what CAEX 2.15 and 3.0 have in common (IEC 62424). */
final class CaexElement {
	/** What it is. */
	enum Kind {
		/** An instance hierarchy, which has the others. */
		HIERARCHY,
		/** An internal element. */
		INTERNAL,
		/** An external interface, such as a variable of a server. */
		INTERFACE
	}

	private final Kind kind;
	private final String name;
	private final String id;
	private final List<String> base;
	private String description = "";
	private final Map<String, CaexAttribute> attributes = new LinkedHashMap<>();
	private final List<CaexElement> children = new ArrayList<>();

	/** @param base the path of its class, with slashes; empty for none */
	CaexElement(Kind kind, String name, String id, String base) {
		this.kind = kind;
		this.name = name;
		this.id = id;
		this.base = Arrays.stream(base.split("[/@]")).toList();
	}

	Kind kind() {
		return kind;
	}

	String name() {
		return name;
	}

	String id() {
		return id;
	}

	/** @return the last name of the path of its class, empty for none */
	String className() {
		return base.getLast();
	}

	/** @return whether a name is in the path of its class */
	boolean isA(String wanted) {
		return base.contains(wanted);
	}

	String description() {
		return description;
	}

	void describe(String text) {
		description = text.strip();
	}

	Map<String, CaexAttribute> attributes() {
		return attributes;
	}

	/** @return an attribute, one that says nothing if there is none */
	CaexAttribute attribute(String wanted) {
		return attributes.getOrDefault(wanted, CaexAttribute.NONE);
	}

	/** @return the value of the first of some attributes that has one */
	Optional<String> value(String... wanted) {
		return Arrays.stream(wanted).map(this::attribute).map(CaexAttribute::value).filter(value -> !value.isEmpty()).findFirst();
	}

	/** @return the elements directly in it, in the order of the file */
	List<CaexElement> children() {
		return children;
	}

	/** @return all elements in it and itself, in the order of the file */
	Stream<CaexElement> all() {
		return Stream.concat(Stream.of(this), children.stream().flatMap(CaexElement::all));
	}
}
