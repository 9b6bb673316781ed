package io.twinwright.tests.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.rules.Rule;
import io.twinwright.core.structure.EntryNames;
import io.twinwright.tests.rules.RuleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries of parties and identities, where the pages of their rules show one case only. */
class EntryRulesTest extends RuleTest {
	private List<String> party(String entries) {
		return messages(Rule.PARTY_ENTRY_UNKNOWN, "namespace example party P { " + entries + " }");
	}

	private List<String> identity(String key) {
		return messages(Rule.ENTRY_MISSPELLED, "namespace example asset A { identity { " + key + " \"x\" } }");
	}

	@Test
	void partiesHaveTheEntriesThatAreRead() {
		assertEquals(List.of(), party("name \"P\" bpn \"B\" did \"did:web:p.example\" street \"Quay 1\" CityTown \"Busan\""));
		assertEquals(List.of("Entry 'Name' of party 'P' is not known. Did you mean 'name'?"), party("Name \"P\""));
		assertEquals(List.of("Entry 'hobby' of party 'P' is not known. Known are name, bpn, did, Department, Street, Zipcode, "
				+ "POBox, ZipCodeOfPOBox, CityTown, StateCounty, NationalCode."), party("name \"P\" hobby \"chess\""));
		assertEquals(1, party("name \"P\" Company \"Q\"").size());
	}

	@Test
	void otherEntriesOfIdentitiesAreFree() {
		for (String free : List.of("CityGmlId", "HardwareRevision", "Colour", "Serial", "id", "Sheet", "제조번호")) {
			assertEquals(List.of(), identity(free), free);
		}
		for (String known : EntryNames.NAMEPLATE) {
			assertEquals(List.of(), identity(known), known);
		}
	}

	@Test
	void entriesOfIdentitiesAreNotNearlyKnown() {
		assertEquals(List.of("Identity entry 'serialNumber' is none of the nameplate. Did you mean 'SerialNumber'?"),
				identity("serialNumber"));
		assertEquals(List.of("Identity entry 'GlobalAssetID' is none of the nameplate. Did you mean 'globalAssetId'?"),
				identity("GlobalAssetID"));
		assertEquals(List.of("Identity entry 'ManufacturersName' is none of the nameplate. Did you mean 'ManufacturerName'?"),
				identity("ManufacturersName"));
	}
}
