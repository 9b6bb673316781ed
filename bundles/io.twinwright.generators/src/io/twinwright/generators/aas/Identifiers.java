package io.twinwright.generators.aas;

import io.twinwright.core.address.Addresses;

/**
 * The identifiers of a project. They derive from qualified names only, as {@code urn:twin:<qualified name>} with what a
 * URI cannot have as percent escapes of UTF-8; what belongs to an asset has its identifier and a word behind a colon,
 * which no qualified name has.
 */
final class Identifiers {
	/** How long an identifier may be in metamodel 3.0. */
	static final int LONGEST = 2000;

	private Identifiers() {
	}

	/** @return the global asset id of what has none in its identity */
	static String asset(String qualifiedName) {
		return Addresses.urn(qualifiedName);
	}

	/** @return the id of the shell of an asset */
	static String shell(String qualifiedName) {
		return Addresses.urn(qualifiedName) + ":aas";
	}

	/** @return the id of one of the submodels of a shell */
	static String submodel(String qualifiedName, String word) {
		return Addresses.urn(qualifiedName) + ":" + word;
	}

	/** @return the id of the concept of a signal, parameter, capability or state */
	static String concept(String qualifiedName) {
		return Addresses.urn(qualifiedName) + ":concept";
	}

	/** @return the id of the concept of a clause with a quantity, one for each unit */
	static String concept(String word, String unit) {
		return Addresses.urn("twin.std:" + word + ":" + unit) + ":concept";
	}
}
