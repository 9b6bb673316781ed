package io.twinwright.generators.aas;

import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
import io.twinwright.model.Element;
import io.twinwright.model.Entry;
import io.twinwright.model.Structure;
import io.twinwright.model.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The effective identity entries of a subject, the nearest of each key, as texts. Entries that hold a secret are left
 * out.
 *
 * @param entries by key, in the order of the text, inherited ones last
 */
record Identity(Map<String, String> entries) {
	/** The entry that is no part of the nameplate. It belongs to one individual and is not inherited. */
	static final String GLOBAL_ASSET_ID = "globalAssetId";

	/** @param layers the nearest first */
	static Identity of(List<Structure> layers) {
		Map<String, String> entries = new LinkedHashMap<>();
		for (Structure layer : layers) {
			entries(layer).forEach(entries::putIfAbsent);
		}
		entries.remove(GLOBAL_ASSET_ID);
		return new Identity(entries);
	}

	private static Map<String, String> entries(Structure braces) {
		Map<String, String> entries = new LinkedHashMap<>();
		for (Element element : braces.getElements()) {
			if (element instanceof io.twinwright.model.Identity identity) {
				identity.getEntries().stream().filter(entry -> entry.getKey() != null && !entry.isSecret())
						.forEach(entry -> text(entry).ifPresent(text -> entries.putIfAbsent(entry.getKey(), text)));
			}
		}
		return entries;
	}

	/** @return the value of an entry as a text, empty if it has none */
	static Optional<String> text(Entry entry) {
		if (entry.getQuantity() != null && entry.getQuantity().getNumber() != null) {
			String number = entry.getQuantity().getNumber().toPlainString();
			return Optional.of(entry.getQuantity().getUnit() == null ? number : number + " " + entry.getQuantity().getUnit());
		}
		return Optional.ofNullable(entry.getText() != null ? entry.getText() : entry.getSymbol())
				.filter(text -> !text.isBlank());
	}

	/** @return what an entry says */
	Optional<String> get(String key) {
		return Optional.ofNullable(entries.get(key));
	}

	/** @return the global asset id: that of its own identity, else one derived from its qualified name */
	static String globalAssetId(Subject subject) {
		return globalAssetId(subject.braces(), subject.qualifiedName());
	}

	/** @return the global asset id of a piece */
	static String globalAssetId(Asset piece) {
		return globalAssetId(piece, TwinModel.qualifiedName(piece));
	}

	/** @return the global asset id of a type */
	static String globalAssetId(Type type) {
		return globalAssetId(type, TwinModel.qualifiedName(type));
	}

	/** @return the global asset id of the place, whatever piece fills it */
	static String globalAssetId(Position position) {
		return globalAssetId(position.layers().getFirst(), position.qualifiedName());
	}

	private static String globalAssetId(Structure braces, String qualifiedName) {
		return Optional.ofNullable(entries(braces).get(GLOBAL_ASSET_ID)).orElseGet(() -> Identifiers.asset(qualifiedName));
	}
}
