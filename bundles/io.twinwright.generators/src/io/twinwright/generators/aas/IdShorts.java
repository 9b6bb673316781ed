package io.twinwright.generators.aas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names as {@code idShort}: a letter, then at least one letter, digit or underscore, at most 128 in all; metamodel 3.0 and
 * 3.1 both allow that. A name that has this form already is its own {@code idShort}. The order of names has no influence.
 */
final class IdShorts {
	private static final int LONGEST = 128;
	private static final int HASH_DIGITS = 8;

	private IdShorts() {
	}

	/** @return the {@code idShort} of a name that needs not differ from others */
	static String of(String name) {
		String latin = Romanization.of(name);
		if (latin.isEmpty() || !Character.isLetter(latin.charAt(0))) {
			latin = "id_" + latin;
		}
		if (latin.length() == 1) {
			latin += "_";
		}
		return latin.length() <= LONGEST ? latin : marked(latin, name);
	}

	/**
	 * @param names that stand beside each other, each once
	 * @return their {@code idShort}s, all different: names that would be written alike get a number made of the name
	 */
	static Map<String, String> of(Collection<String> names) {
		Map<String, Integer> written = new HashMap<>();
		names.forEach(name -> written.merge(of(name), 1, Integer::sum));
		Map<String, String> idShorts = new LinkedHashMap<>();
		for (String name : names) {
			String idShort = of(name);
			idShorts.put(name, written.get(idShort) == 1 || idShort.equals(name) ? idShort : marked(idShort, name));
		}
		return idShorts;
	}

	/**
	 * @param things that stand beside each other
	 * @param plain gives their names; several may be called alike
	 * @param full gives names that tell these apart
	 * @return their {@code idShort}s, all different
	 */
	static <T> Map<T, String> of(Collection<T> things, Function<T, String> plain, Function<T, String> full) {
		Map<String, Long> alike = things.stream().collect(Collectors.groupingBy(plain, Collectors.counting()));
		Map<T, String> names = new LinkedHashMap<>();
		things.forEach(thing -> names.put(thing, alike.get(plain.apply(thing)) == 1 ? plain.apply(thing) : full.apply(thing)));
		Map<String, String> idShorts = of(names.values());
		names.replaceAll((thing, name) -> idShorts.get(name));
		return names;
	}

	private static String marked(String latin, String name) {
		String start = latin.substring(0, Math.min(latin.length(), LONGEST - HASH_DIGITS - 1));
		return start + "_" + hash(name);
	}

	private static String hash(String name) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, HASH_DIGITS / 2);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
