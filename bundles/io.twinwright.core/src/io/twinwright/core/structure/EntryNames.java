package io.twinwright.core.structure;

import java.util.List;

/** The entries of parties and identities that have a meaning. The checker and what writes nameplates read these lists. */
public final class EntryNames {
	/** Of the address of a party or identity, in any case of letters in a party (IDTA 02002-1-0). */
	public static final List<String> ADDRESS = List.of("Company", "Department", "Street", "Zipcode", "POBox", "ZipCodeOfPOBox",
			"CityTown", "StateCounty", "NationalCode");
	/** Of a party besides its address, whose company is its name. */
	public static final List<String> PARTY = List.of("name", "bpn", "did");
	/** Of an identity besides its address: the Digital Nameplate (IDTA 02006-3-0), and the id of the piece. */
	public static final List<String> NAMEPLATE = List.of("URIOfTheProduct", "ManufacturerName", "ManufacturerProductDesignation",
			"ManufacturerProductRoot", "ManufacturerProductFamily", "ManufacturerProductType", "OrderCodeOfManufacturer",
			"ProductArticleNumberOfManufacturer", "SerialNumber", "YearOfConstruction", "DateOfManufacture", "HardwareVersion",
			"FirmwareVersion", "SoftwareVersion", "CountryOfOrigin", "UniqueFacilityIdentifier", "globalAssetId");

	/** Of an identity besides these: what is known of the product's carbon footprint (IDTA 02023-1-0), one of each. */
	public static final List<String> CARBON_FOOTPRINT = List.of("PcfCO2eq", "PcfCalculationMethods",
			"ReferenceImpactUnitForCalculation", "QuantityOfMeasureForCalculation", "LifeCyclePhases", "ExplanatoryStatement",
			"PublicationDate", "ExpirationDate");

	private EntryNames() {
	}
}
