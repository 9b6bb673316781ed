package io.twinwright.opcua.nodes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Attributes of nodes as documents write them. */
final class Attributes {
	private Attributes() {
	}

	/** @return the English text, else that without a language, else the first; a null text if there is none */
	static LocalizedText text(List<io.twinwright.nodeset.xml.LocalizedText> texts) {
		for (String wanted : List.of("en", "")) {
			for (var text : texts) {
				String locale = text.getLocale() == null ? "" : text.getLocale().toLowerCase(Locale.ROOT);
				if (wanted.isEmpty() ? locale.isEmpty() : locale.startsWith(wanted)) {
					return text(text);
				}
			}
		}
		return texts.isEmpty() ? LocalizedText.NULL_VALUE : text(texts.getFirst());
	}

	private static LocalizedText text(io.twinwright.nodeset.xml.LocalizedText text) {
		String locale = text.getLocale() == null || text.getLocale().isEmpty() ? null : text.getLocale();
		return new LocalizedText(locale, text.getValue());
	}

	/** @return the lengths in a list with commas, null if there are none */
	static UInteger[] dimensions(String list) {
		if (list == null || list.isBlank()) {
			return null;
		}
		return Arrays.stream(list.split(",")).map(String::strip).filter(length -> length.matches("\\d{1,9}"))
				.map(length -> Unsigned.uint(Integer.parseInt(length))).toArray(UInteger[]::new);
	}
}
