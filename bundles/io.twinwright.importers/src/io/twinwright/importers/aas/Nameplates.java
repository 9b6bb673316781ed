package io.twinwright.importers.aas;

import io.twinwright.importers.draft.EquipmentDraft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.digitaltwin.aas4j.v3.model.File;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/** Reads the Digital Nameplate (IDTA 02006) in its editions as identity: address lines stand beside the others, markings are noted. */
final class Nameplates {
	private static final Set<String> ADDRESS = Set.of("AddressInformation", "ContactInformation");
	private static final Set<String> SPECIFIC = Set.of("AssetSpecificProperties", "GuidelineSpecificProperties");
	private static final String COMPANY = "Company";
	private static final String PRODUCT = "URIOfTheProduct";
	private static final String ID = "globalAssetId";

	void read(Thing thing, Submodel nameplate) {
		Map<String, String> entries = new LinkedHashMap<>();
		for (SubmodelElement element : Elements.in(nameplate)) {
			String name = element.getIdShort() == null ? "" : element.getIdShort();
			if (ADDRESS.contains(name) || SPECIFIC.stream().anyMatch(name::startsWith)) {
				Elements.all(element).filter(line -> line.getIdShort() != null && !line.getIdShort().equals(COMPANY))
						.forEach(line -> Elements.text(line).ifPresent(text -> entries.putIfAbsent(entry(line), text)));
			} else if (Elements.text(element).isPresent()) {
				entries.putIfAbsent(name, Elements.text(element).get());
			} else if (!Elements.in(element).isEmpty() || element instanceof File file && file.getValue() != null && !file.getValue().isBlank()) {
				thing.draft.notes.add("'%s' of the nameplate is not imported.".formatted(name));
			}
		}
		Map<String, String> identity = thing.draft.identity;
		entries.forEach((key, value) -> {
			if (!isKnown(thing.draft, key, value)) {
				identity.putIfAbsent(key, value);
			}
		});
		String id = identity.get(ID);
		if (id != null && id.equals(identity.get(PRODUCT))) {
			identity.remove(PRODUCT);
		}
	}

	private static String entry(SubmodelElement line) {
		return Elements.displayName(line).filter(name -> name.replaceAll("[^A-Za-z0-9_]", "_").equals(line.getIdShort())).orElse(line.getIdShort());
	}

	/** What a type says holds for its pieces, and its label is the designation of the product. */
	static boolean isKnown(EquipmentDraft equipment, String key, String value) {
		boolean isDesignation = key.equals("ManufacturerProductDesignation");
		return Thing.lineage(equipment).skip(1).anyMatch(base -> value.equals(base.identity.get(key)))
				|| isDesignation && Thing.lineage(equipment).limit(2).anyMatch(base -> value.equals(base.label));
	}
}
