package io.twinwright.importers.aas;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Predicate;

/** What identifiers say that the target {@code aas} has made: {@code urn:twin:<qualified name>}, perhaps with a word behind a colon. */
final class Own {
	private static final String START = "urn:twin:";
	private static final String LIBRARY = "twin.std.";

	private Own() {
	}

	/** @return the qualified name that an identifier was made from, empty if it was made by somebody else */
	static Optional<String> qualifiedName(String id) {
		if (id == null || !id.startsWith(START)) {
			return Optional.empty();
		}
		try {
			String rest = new URI(id).getSchemeSpecificPart().substring("twin:".length());
			int colon = rest.indexOf(':');
			return Optional.of(colon < 0 ? rest : rest.substring(0, colon)).filter(name -> !name.isBlank());
		} catch (URISyntaxException e) {
			return Optional.empty();
		}
	}

	/** @return whether what has a qualified name is in the standard library */
	static boolean isLibrary(String qualifiedName) {
		return qualifiedName.startsWith(LIBRARY);
	}

	/** @return the simple name of what an identifier says is in the standard library, null if it says something else */
	static String library(String id) {
		return qualifiedName(id).filter(Own::isLibrary).map(Own::last).orElse(null);
	}

	/** @return what stands behind the last dot */
	static String last(String qualifiedName) {
		return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
	}

	/** @return the longest of some qualified names in which another one is, empty if there is none */
	static String around(String qualifiedName, Predicate<String> isKnown) {
		String around = around(qualifiedName);
		while (!around.isEmpty() && !isKnown.test(around)) {
			around = around(around);
		}
		return around;
	}

	/** @return what stands before the last dot, empty if there is none */
	static String around(String qualifiedName) {
		int dot = qualifiedName.lastIndexOf('.');
		return dot < 0 ? "" : qualifiedName.substring(0, dot);
	}
}
