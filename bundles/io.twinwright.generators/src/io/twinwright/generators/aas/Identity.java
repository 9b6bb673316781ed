package io.twinwright.generators.aas;

import io.twinwright.core.structure.IdentityEntries;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.model.Asset;
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
	/** @param layers the nearest first */
	static Identity of(List<Structure> layers) {
		Map<String, String> entries = new LinkedHashMap<>();
		for (Structure layer : layers) {
			IdentityEntries.of(layer).forEach(entries::putIfAbsent);
		}
		entries.remove(IdentityEntries.GLOBAL_ASSET_ID);
		return new Identity(entries);
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
		return Optional.ofNullable(IdentityEntries.of(braces).get(IdentityEntries.GLOBAL_ASSET_ID)).orElseGet(() -> Identifiers.asset(qualifiedName));
	}
}
