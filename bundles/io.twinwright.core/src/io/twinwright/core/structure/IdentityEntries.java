package io.twinwright.core.structure;

import io.twinwright.model.Element;
import io.twinwright.model.Entry;
import io.twinwright.model.Identity;
import io.twinwright.model.Structure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is said of identities, as texts. */
public final class IdentityEntries {
	/** The entry that is no part of the nameplate. It belongs to one individual and is not inherited. */
	public static final String GLOBAL_ASSET_ID = "globalAssetId";

	private IdentityEntries() {
	}

	/** @return the entries of some braces by key, in the order of the text, without those that hold a secret */
	public static Map<String, String> of(Structure braces) {
		Map<String, String> entries = new LinkedHashMap<>();
		for (Element element : braces.getElements()) {
			if (element instanceof Identity identity) {
				for (Entry entry : identity.getEntries()) {
					if (entry.getKey() != null && !entry.isSecret()) {
						text(entry).ifPresent(text -> entries.putIfAbsent(entry.getKey(), text));
					}
				}
			}
		}
		return entries;
	}

	/** @return the value of an entry as a text, empty if it has none */
	public static Optional<String> text(Entry entry) {
		if (entry.getQuantity() != null && entry.getQuantity().getNumber() != null) {
			String number = entry.getQuantity().getNumber().toPlainString();
			return Optional.of(entry.getQuantity().getUnit() == null ? number : number + " " + entry.getQuantity().getUnit());
		}
		return Optional.ofNullable(entry.getText() != null ? entry.getText() : entry.getSymbol())
				.filter(text -> !text.isBlank());
	}
}
