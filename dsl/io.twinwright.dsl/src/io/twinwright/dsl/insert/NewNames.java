package io.twinwright.dsl.insert;

import io.twinwright.core.address.ServedVariable;
import java.util.Set;

/** Names of the language made of any text. */
public final class NewNames {
	private static final String LETTERS = "A-Za-z_\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u3040-\u30ff\u3131-\u318e\u4e00-\u9fff\uac00-\ud7a3";

	private NewNames() {
	}

	/** @return the text with underscores for what no name can have; the other text where nothing is left */
	public static String of(String text, String otherwise) {
		String name = text.replaceAll("[^" + LETTERS + "0-9]+", "_").replaceAll("^_+|_+$", "");
		return name.isEmpty() ? otherwise : Character.isDigit(name.charAt(0)) ? "_" + name : name;
	}

	/** @return a free name for a signal: its browse name, else its display name; it is taken then */
	static String of(ServedVariable variable, Set<String> taken) {
		return free(of(variable.name(), of(variable.label(), "signal")), taken);
	}

	/** @return the name, with a number where it is taken; it is taken then */
	public static String free(String name, Set<String> taken) {
		String free = name;
		for (int number = 2; !taken.add(free); number++) {
			free = name + number;
		}
		return free;
	}
}
