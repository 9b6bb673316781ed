package io.twinwright.generators.aas;

import io.twinwright.core.structure.IdentityEntries;
import io.twinwright.model.Entry;
import io.twinwright.model.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;

/**
 * The address of the manufacturer in the nameplate, with the elements of IDTA 02002-1-0-1: the company is the
 * manufacturer's name; the rest are identity entries of these names, or entries of the party that has that name.
 */
final class Address {
	private static final Meaning MEANING = Meaning.of(
			"https://admin-shell.io/zvei/nameplate/1/0/ContactInformations/AddressInformation",
			"https://admin-shell.io/smt-dropin/smt-dropin-use/1/0", "0112/2///61360_7#AAS002#001",
			"0173-1#02-AAQ837#008/0173-1#01-ADR448#008");
	private static final String COMPANY = "Company";
	private static final Map<String, String> LINES = lines();

	private final Texts texts;
	private final List<Party> parties;

	Address(Texts texts, List<Party> parties) {
		this.texts = texts;
		this.parties = parties;
	}

	private static Map<String, String> lines() {
		Map<String, String> lines = new LinkedHashMap<>();
		lines.put(COMPANY, "0173-1#02-AAW001#001");
		lines.put("Department", "0173-1#02-AAO127#003");
		lines.put("Street", "0173-1#02-AAO128#002");
		lines.put("Zipcode", "0173-1#02-AAO129#002");
		lines.put("POBox", "0173-1#02-AAO130#002");
		lines.put("ZipCodeOfPOBox", "0173-1#02-AAO131#002");
		lines.put("CityTown", "0173-1#02-AAO132#002");
		lines.put("StateCounty", "0173-1#02-AAO133#002");
		lines.put("NationalCode", "0173-1#02-AAO134#002");
		return lines;
	}

	/**
	 * @param left the entries that have no place yet; those that belong to the address are taken away
	 * @return the address, without lines if nothing of it is known
	 */
	SubmodelElement of(Identity identity, Map<String, String> left, String element) {
		Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		identity.get("ManufacturerName").ifPresent(name -> {
			known.put(COMPANY, name);
			parties.stream().filter(party -> isCalled(party, name)).findFirst().ifPresent(party -> party.getEntries().stream()
					.filter(entry -> entry.getKey() != null && !entry.isSecret())
					.forEach(entry -> IdentityEntries.text(entry).ifPresent(text -> known.putIfAbsent(entry.getKey(), text))));
		});
		List<SubmodelElement> elements = new ArrayList<>();
		LINES.forEach((name, semanticId) -> {
			String entry = left.remove(name);
			String value = entry != null ? entry : known.get(name);
			if (value != null) {
				elements.add(Elements.multiLanguage(name, Meaning.of(semanticId), texts.text(value, element)));
			}
		});
		return Elements.collection("AddressInformation", MEANING, elements);
	}

	private static boolean isCalled(Party party, String name) {
		return party.getEntries().stream().filter(entry -> "name".equals(entry.getKey())).map(Entry::getText)
				.anyMatch(name::equals) || name.equals(party.getLabel());
	}
}
