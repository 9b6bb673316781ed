package io.twinwright.generators.ditto;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Model;
import io.twinwright.model.NamedElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * The names by which Ditto knows things: the namespace of the file and the path of the position, as in
 * {@code acme.bottling:Juice1.fill}. Letters that Ditto does not take stand as their numbers.
 */
final class Ids {
	/** The most characters of an ID. */
	static final int LONGEST = 256;
	private final Map<Position, String> things = new HashMap<>();
	private final Set<String> taken = new HashSet<>();

	Ids(TwinModel twin) {
		twin.roots().forEach(root -> root.all().forEach(position -> things.put(position, free(position))));
	}

	private String free(Position position) {
		String id = namespace(position.root().element()) + ":" + name(position.path());
		while (!taken.add(id)) {
			id += "~";
		}
		return id;
	}

	/** @return the ID of a thing and its policy */
	String of(Position position) {
		return things.get(position);
	}

	/** @return the ID of a connection, which has neither dots nor other letters */
	static String connection(NamedElement endpoint) {
		return encoded(TwinModel.qualifiedName(endpoint).replace('.', ':'), letter -> !isWord(letter) && letter != ':' && letter != '-');
	}

	/** @return what a type is called as the definition of a thing; the language has no versions of types */
	static String definition(NamedElement type) {
		return namespace(type) + ":" + encoded(type.getName(), letter -> !isWord(letter)) + ":1.0.0";
	}

	private static String namespace(EObject element) {
		String name = EcoreUtil.getRootContainer(element) instanceof Model model ? model.getNamespace() : null;
		return name == null ? "twin" : Stream.of(name.split("\\.")).map(segment -> encoded(segment, letter -> !isWord(letter)))
				.map(segment -> Character.isLetter(segment.charAt(0)) ? segment : "n" + segment).collect(Collectors.joining("."));
	}

	/** @return a name without what Ditto refuses in the names of things, features and attributes */
	static String name(String name) {
		return encoded(name, letter -> letter < ' ' || letter >= 0x7F && letter <= 0xFF || letter == '/');
	}

	private static boolean isWord(int letter) {
		return letter < 0x80 && (Character.isLetterOrDigit(letter) || letter == '_');
	}

	private static String encoded(String name, IntPredicate isRefused) {
		StringBuilder encoded = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
			int letter = name.codePointAt(i);
			if (isRefused.test(letter)) {
				encoded.append("_u").append(Integer.toHexString(letter)).append('_');
			} else {
				encoded.appendCodePoint(letter);
			}
		}
		return encoded.length() == name.length() ? name : encoded.toString();
	}
}
