package io.twinwright.importers.aas;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;

/** The submodels of the IDTA that are understood, told by their semantic ids in all editions, else by their names. */
enum Chapter {
	NAMEPLATE(List.of("/Nameplate", "DigitalNameplate"), "nameplate", "digitalnameplate"),
	TECHNICAL_DATA(List.of("TechnicalData/Submodel", "0173-1#01-AHX837#002", "/SubmodelTemplate/TechnicalData"), "technicaldata"),
	CAPABILITIES(List.of("CapabilityDescription"), "capabilitydescription", "capabilities"),
	BILL_OF_MATERIAL(List.of("HierarchicalStructures", "BillOfMaterial"), "hierarchicalstructures", "billofmaterial", "bom"),
	INTERFACES(List.of("AssetInterfacesDescription"), "assetinterfacesdescription"),
	TIME_SERIES(List.of("/TimeSeries"), "timeseries", "timeseriesdata"),
	MAPPINGS(List.of("AssetInterfacesMappingConfiguration"), "assetinterfacesmappingconfiguration"),
	CARBON_FOOTPRINT(List.of("/CarbonFootprint/"), "carbonfootprint"),
	CONTROL_COMPONENT(List.of("/ControlComponent/"), "controlcomponenttype", "controlcomponentinstance"),
	OTHER(List.of());

	private final List<String> meanings;
	private final List<String> names;

	Chapter(List<String> meanings, String... names) {
		this.meanings = meanings;
		this.names = List.of(names);
	}

	/** @return what a submodel is */
	static Chapter of(Submodel submodel) {
		String name = submodel.getIdShort() == null ? "" : submodel.getIdShort().toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter(chapter -> chapter.names.contains(name)).findFirst()
				.or(() -> Arrays.stream(values()).filter(chapter -> chapter.meanings.stream().anyMatch(part -> Elements.means(submodel, part))).findFirst())
				.orElse(OTHER);
	}
}
