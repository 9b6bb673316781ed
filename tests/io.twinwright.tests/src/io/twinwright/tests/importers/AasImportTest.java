package io.twinwright.tests.importers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.aas.AasImporter;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.xml.XmlSerializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AasImportTest {
	private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
	private final AasImporter importer = new AasImporter();

	@TempDir
	Path folder;

	@Test
	void importsAllSamples() throws Exception {
		Path samples = Incoming.samples("aas");
		Map<String, Map<String, Integer>> counts = new TreeMap<>();
		for (String part : List.of("samples", "idta-templates")) {
			for (Path sample : Incoming.files(samples.resolve(part))) {
				Incoming incoming = Incoming.of(importer, sample);
				assertFalse(incoming.remarks().isEmpty(), "Something of " + sample + " is not understood, and that is said.");
				counts.put(sample.getFileName().toString(), read(incoming));
			}
		}
		assertEquals(new TreeMap<>(Map.ofEntries(
				Map.entry("AASFull.json", counts(4, 7, 63, 4)),
				Map.entry("AASMinimal.json", counts(1, 1, 1, 1)),
				Map.entry("aid-aimc-http-mqtt-example.json", counts(1, 3, 111, 0)),
				Map.entry("IDTA_02003_2-0-1_Template_TechnicalData.json", counts(1, 1, 62, 28)),
				Map.entry("IDTA_02006-3-0-1_Template_Digital_Nameplate.aasx", counts(1, 1, 36, 30)),
				Map.entry("IDTA_02006-3-0-1_Template_Digital_Nameplate.json", counts(1, 1, 36, 30)),
				Map.entry("IDTA_02008-1-1-1_Template_TimeSeriesData.json", counts(1, 1, 52, 24)),
				Map.entry("IDTA_02011-1-1-1_Template_HSEBoM.json", counts(1, 1, 11, 8)),
				Map.entry("IDTA_02017-1-0-1_Template_Asset_Interfaces_Description.json", counts(1, 1, 360, 74)),
				Map.entry("IDTA_02020_Template_Capability_Description.json", counts(1, 1, 37, 35)),
				Map.entry("IDTA_02027-1-0-1_Template_AIMC.json", counts(1, 1, 5, 4)))), counts);
	}

	@Test
	void importsAllConformanceFiles() throws Exception {
		Map<String, Integer> sum = new TreeMap<>();
		List<Path> files = Incoming.files(Incoming.samples("aas").resolve("conformance"));
		for (Path file : files) {
			Map<String, Integer> counts = Incoming.of(importer, file).counts();
			assertFalse(counts.isEmpty(), file.toString());
			counts.forEach((noun, count) -> sum.merge(noun, count, Integer::sum));
		}
		assertEquals(72, files.size());
		assertEquals(Map.of("shell", 36, "submodel", 34, "submodel element", 35, "concept description", 2, "signal", 8), sum);
	}

	private static Map<String, Integer> counts(int shells, int submodels, int elements, int concepts) {
		return Map.of("shell", shells, "submodel", submodels, "submodel element", elements, "concept description", concepts);
	}

	private static Map<String, Integer> read(Incoming incoming) {
		Map<String, Integer> read = new TreeMap<>();
		List.of("shell", "submodel", "submodel element", "concept description")
				.forEach(noun -> read.put(noun, incoming.counts().getOrDefault(noun, 0)));
		return read;
	}

	@Test
	void bindsTheInterfacesOfOthers() throws Exception {
		Incoming sample = Incoming.of(importer, Incoming.samples("aas/samples").resolve("aid-aimc-http-mqtt-example.json"));
		assertEquals(List.of("endpoint InterfaceHTTP { url \"http://plugfest.thingweb.io:8083\" }",
				"endpoint InterfaceMQTT { url \"mqtt://iot.platform.com:8088\" }"), sample.lines("endpoint "));
		assertEquals(List.of("bind SampleAAS_1.voltage to InterfaceHTTP \"sampleDevice/properties/voltage\"",
				"bind SampleAAS_1.status to InterfaceHTTP \"sampleDevice/properties/status\""), sample.lines("bind "));
		assertEquals(List.of("sensor voltage : integer [V]"), sample.lines("sensor voltage"));
		assertTrue(sample.remarks().contains("4 mappings of interfaces of 'SampleAAS' to elements of other submodels are not imported."),
				sample.remarks()::toString);
		assertTrue(sample.remarks().contains("voltage: It is bound to 'InterfaceHTTP' only, and is also at "
				+ "'sampleDevice/properties/voltage' of 'InterfaceMQTT'."), sample.remarks()::toString);
	}

	@Test
	void templatesBecomeTypes() throws Exception {
		Incoming template = Incoming.of(importer, Incoming.samples("aas/idta-templates").resolve("IDTA_02006-3-0-1_Template_Digital_Nameplate.aasx"));
		assertEquals(List.of("type DigitalNameplateAAS {"), template.lines("type "));
		assertEquals(List.of(), template.lines("asset "));
		assertEquals(1, template.lines("property SerialNumber : string = \"12345678\" semantic \"0112/2///61987#ABA951#009\"").size());
	}

	@Test
	void readsXmlOfBothMetamodelsAsJson() throws Exception {
		Path golden = Checkout.root().resolve("examples/tennessee-eastman/expected/aas/te.json");
		Environment environment = new JsonDeserializer().read(Files.readString(golden), Environment.class);
		String xml = new XmlSerializer().write(environment);
		assertTrue(xml.contains("https://admin-shell.io/aas/3/1"));
		String json = Incoming.of(importer, file("te.txt", Files.readString(golden))).text();
		assertEquals(json.replace("te.txt", "new.xml"), Incoming.of(importer, file("new.xml", xml)).text());
		assertEquals(json.replace("te.txt", "old.xml"), Incoming.of(importer, file("old.xml", xml.replace("/aas/3/1", "/aas/3/0"))).text());
		assertEquals(json.replace("te.txt", "utf16.xml"), Incoming.of(importer, Files.write(folder.resolve("utf16.xml"),
				xml.replaceFirst("encoding=([\"'])UTF-8", "encoding=$1UTF-16").getBytes(StandardCharsets.UTF_16))).text());
	}

	@Test
	void refusesMetamodel2() throws Exception {
		String sentence = "Only 3.0 and 3.1 are read; convert it";
		refuses(sentence, file("v2.json", "{\"assetAdministrationShells\":[{\"identification\":{\"idType\":\"IRI\",\"id\":\"x\"},"
				+ "\"modelType\":{\"name\":\"AssetAdministrationShell\"}}],\"assets\":[],\"submodels\":[],\"conceptDescriptions\":[]}"));
		refuses("metamodel 2.0. " + sentence, file("v2.xml", "<aas:aasenv xmlns:aas=\"http://www.admin-shell.io/aas/2/0\"><aas:submodels/></aas:aasenv>"));
		refuses("metamodel 1.0. " + sentence, file("v1.xml", "<aasenv xmlns=\"http://www.admin-shell.io/aas/1/0\"/>"));
	}

	@Test
	void namesWhatIsInvalid() throws Exception {
		Incoming incoming = Incoming.of(importer, file("invalid.json", """
				{"assetAdministrationShells": [
				  {"modelType": "AssetAdministrationShell", "id": "urn:s", "idShort": "Press", "assetInformation": {"assetKind": "Instance", "globalAssetId": "urn:p"},
				   "submodels": [{"type": "ModelReference", "keys": [{"type": "Submodel", "value": "urn:gone"}]},
				                 {"type": "ModelReference", "keys": [{"type": "Submodel", "value": "urn:t"}]}]},
				  {"modelType": "AssetAdministrationShell", "id": "urn:s", "idShort": "Twice", "assetInformation": {"assetKind": "Instance"}},
				  {"modelType": "AssetAdministrationShell", "id": "urn:k", "idShort": "Strange", "assetInformation": {"assetKind": "Ghost"}}],
				 "submodels": [
				  {"modelType": "Submodel", "id": "urn:t", "idShort": "TechnicalData", "submodelElements": [
				    {"modelType": "SubmodelElementCollection", "idShort": "TechnicalProperties", "value": [
				      {"modelType": "Property", "idShort": "Weight", "valueType": "xs:double", "value": "heavy"},
				      {"modelType": "Range", "idShort": "Force", "valueType": "xs:double", "min": "10", "max": "lots"}]}]},
				  {"modelType": "Submodel", "id": "urn:b", "idShort": "Broken", "submodelElements": [{"modelType": "Nonsense", "idShort": "x"}]}]}
				"""));
		String remarks = String.join("\n", incoming.remarks());
		for (String sentence : List.of("Shell 'Press' refers to submodel 'urn:gone', which is not in the file.",
				"Shell 'Twice' is invalid and left out: another one has the identifier 'urn:s'.", "Shell 'Strange' is invalid and left out: ",
				"Submodel 'Broken' is invalid and left out: ", "Property 'Weight' of 'Press' is invalid: its value 'heavy' is no number.",
				"Range 'Force' of 'Press' is invalid: its bound 'lots' is no number.")) {
			assertTrue(remarks.contains(sentence), () -> sentence + " in\n" + remarks);
		}
		assertFalse(remarks.contains("org.") || remarks.contains("com."), remarks);
		assertEquals(1, incoming.lines("asset Press").size());
	}

	@Test
	void readsWhatOthersWrite() throws Exception {
		Incoming incoming = Incoming.of(importer, file("pump.json", """
				{"assetAdministrationShells": [
				  {"modelType": "AssetAdministrationShell", "id": "urn:station", "idShort": "Station", "assetInformation": {"assetKind": "Instance", "globalAssetId": "urn:st"},
				   "submodels": [{"type": "ModelReference", "keys": [{"type": "Submodel", "value": "urn:bom"}]}]},
				  {"modelType": "AssetAdministrationShell", "id": "urn:pump", "idShort": "P_101", "assetInformation": {"assetKind": "Instance", "globalAssetId": "urn:p101"},
				   "submodels": [{"type": "ModelReference", "keys": [{"type": "Submodel", "value": "urn:np"}]},
				                 {"type": "ModelReference", "keys": [{"type": "Submodel", "value": "urn:td"}]},
				                 {"type": "ModelReference", "keys": [{"type": "Submodel", "value": "urn:cap"}]}]}],
				 "submodels": [
				  {"modelType": "Submodel", "id": "urn:bom", "idShort": "BillOfMaterial", "submodelElements": [
				    {"modelType": "Entity", "idShort": "EntryNode", "entityType": "SelfManagedEntity", "globalAssetId": "urn:st", "statements": [
				      {"modelType": "Entity", "idShort": "feed", "entityType": "SelfManagedEntity", "globalAssetId": "urn:p101"},
				      {"modelType": "Entity", "idShort": "Frame", "entityType": "CoManagedEntity", "statements": [
				        {"modelType": "Property", "idShort": "Material", "valueType": "xs:string", "value": "S235"},
				        {"modelType": "Entity", "idShort": "Bolt", "entityType": "CoManagedEntity", "statements": [
				          {"modelType": "Property", "idShort": "BulkCount", "valueType": "xs:unsignedLong", "value": "8"}]}]}]}]},
				  {"modelType": "Submodel", "id": "urn:np", "idShort": "Nameplate",
				   "semanticId": {"type": "ExternalReference", "keys": [{"type": "GlobalReference", "value": "https://admin-shell.io/zvei/nameplate/2/0/Nameplate"}]},
				   "submodelElements": [
				    {"modelType": "MultiLanguageProperty", "idShort": "ManufacturerName", "value": [{"language": "de", "text": "Pumpen AG"}, {"language": "en", "text": "Pumps Ltd"}]},
				    {"modelType": "Property", "idShort": "SerialNumber", "valueType": "xs:string", "value": "4711"},
				    {"modelType": "SubmodelElementCollection", "idShort": "ContactInformation", "value": [
				      {"modelType": "MultiLanguageProperty", "idShort": "CityTown", "value": [{"language": "en", "text": "Pohang"}]}]}]},
				  {"modelType": "Submodel", "id": "urn:td", "idShort": "TechnicalData", "submodelElements": [
				    {"modelType": "SubmodelElementCollection", "idShort": "TechnicalProperties", "value": [
				      {"modelType": "Property", "idShort": "RatedPower", "valueType": "xs:double", "value": "5.5",
				       "semanticId": {"type": "ExternalReference", "keys": [{"type": "GlobalReference", "value": "0173-1#02-AAB001#001"}]}}]}]},
				  {"modelType": "Submodel", "id": "urn:cap", "idShort": "Capabilities",
				   "semanticId": {"type": "ExternalReference", "keys": [{"type": "GlobalReference", "value": "https://admin-shell.io/idta/CapabilityDescription/1/0/Submodel"}]},
				   "submodelElements": [{"modelType": "SubmodelElementCollection", "idShort": "CapabilitySet", "value": [
				    {"modelType": "SubmodelElementCollection", "idShort": "CapabilityContainer01", "value": [
				      {"modelType": "Capability", "idShort": "FeedingLiquid"},
				      {"modelType": "SubmodelElementCollection", "idShort": "PropertySet", "value": [
				        {"modelType": "SubmodelElementCollection", "idShort": "PropertyContainer01", "value": [
				          {"modelType": "Range", "idShort": "flow", "valueType": "xs:double", "min": "1", "max": "20"}]}]}]}]}]}],
				 "conceptDescriptions": [{"modelType": "ConceptDescription", "id": "0173-1#02-AAB001#001", "embeddedDataSpecifications": [{
				   "dataSpecification": {"type": "ExternalReference", "keys": [{"type": "GlobalReference", "value": "https://admin-shell.io/DataSpecificationTemplates/DataSpecificationIec61360/3/0"}]},
				   "dataSpecificationContent": {"modelType": "DataSpecificationIec61360", "preferredName": [{"language": "en", "text": "rated power"}], "unit": "kW"}}]}]}
				"""));
		assertEquals(List.of("ManufacturerName \"Pumps Ltd\""), incoming.lines("ManufacturerName"));
		assertEquals(List.of("CityTown \"Pohang\""), incoming.lines("CityTown"));
		assertEquals(List.of("property RatedPower : [kW] = 5.5 [kW] semantic \"0173-1#02-AAB001#001\""), incoming.lines("RatedPower"));
		assertEquals(List.of("capability FeedingLiquid(flow : real)"), incoming.lines("capability "));
		assertEquals(List.of("provides FeedingLiquid(flow = 1..20)"), incoming.lines("provides "));
		assertEquals(List.of("part Bolt 1..8 : Bolt", "part Frame : Frame", "part feed : Feed uses P_101"), incoming.lines("part ").stream().sorted().toList());
		assertEquals(List.of("property Material : string = \"S235\""), incoming.lines("Material"));
		assertEquals(List.of("asset P_101 : Feed {"), incoming.lines("asset P_101"));
	}

	@Test
	void countsWhatHasNoWordInAText() throws Exception {
		String shells = """
				{"assetAdministrationShells": [{"modelType": "AssetAdministrationShell", "id": "urn:s", "idShort": "S", %s
				  "assetInformation": {"assetKind": "Instance", "globalAssetId": "urn:a"%s}, "submodels": [{"type": "ModelReference", "keys": [{"type": "Submodel", "value": "urn:m"}]}]}],
				 "submodels": [{"modelType": "Submodel", "id": "urn:m", "idShort": "Nameplate", "submodelElements": [
				   {"modelType": "Property", "idShort": "SerialNumber", "valueType": "xs:string", "value": "1"%s}%s]}]%s}
				""";
		assertEquals(List.of(), Incoming.of(importer, file("plain.json", shells.formatted("", "", "", "", ""))).remarks());
		assertEquals(List.of("What shells say of these kinds is not imported: 2 'qualifier', 1 'administration', 1 'concept without an element', 1 'data specification', 1 'extension', "
				+ "1 'specific asset id', 1 'text in another language', 1 'thumbnail'.", "S: 'CompanyLogo' of the nameplate is not imported."),
				Incoming.of(importer, file("more.json", shells.formatted(
						"\"administration\": {\"version\": \"1\"}, \"description\": [{\"language\": \"en\", \"text\": \"Pump\"}, {\"language\": \"de\", \"text\": \"Pumpe\"}], "
								+ "\"extensions\": [{\"name\": \"x\"}], \"embeddedDataSpecifications\": [{\"dataSpecification\": {\"type\": \"ExternalReference\", \"keys\": [{\"type\": \"GlobalReference\", "
								+ "\"value\": \"urn:d\"}]}, \"dataSpecificationContent\": {\"modelType\": \"DataSpecificationIec61360\", \"preferredName\": [{\"language\": \"en\", \"text\": \"n\"}]}}],",
						", \"specificAssetIds\": [{\"name\": \"inventory\", \"value\": \"7\"}], \"defaultThumbnail\": {\"path\": \"a.png\"}",
						", \"qualifiers\": [{\"type\": \"a\", \"valueType\": \"xs:int\"}, {\"type\": \"b\", \"valueType\": \"xs:int\"}]",
						", {\"modelType\": \"File\", \"idShort\": \"CompanyLogo\", \"contentType\": \"image/png\", \"value\": \"/logo.png\"}",
						", \"conceptDescriptions\": [{\"modelType\": \"ConceptDescription\", \"id\": \"urn:c\"}]"))).remarks());
	}

	@Test
	void refusesWhatHasNoShells() throws Exception {
		refuses("neither JSON nor XML", file("a.json", "hello"));
		refuses("has no Asset Administration Shells", file("b.json", "{\"a\": 1}"));
		refuses("is a list", file("c.json", "[]"));
		refuses("ends too early", file("d.json", "{\"submodels\": ["));
		refuses("its namespace is ''", file("e.xml", "<environment/>"));
		refuses("no AASX package", Packages.zip(folder.resolve("f.aasx"), Map.of("readme.txt", "x")));
		Path schema = Incoming.samples("aas/schema").resolve("AAS-3.0.xsd");
		refuses("has no Asset Administration Shells", schema);
	}

	@Test
	void refusesHostileFiles() throws Exception {
		refuses("nested more than", file("deep.json", "{\"submodels\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
		refuses("document type", file("entities.xml", "<!DOCTYPE e [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]>"
				+ "<environment xmlns=\"https://admin-shell.io/aas/3/0\">&b;</environment>"));
		refuses("document type", file("external.xml", "<!DOCTYPE e SYSTEM \"http://127.0.0.1:1/e.dtd\"><environment xmlns=\"https://admin-shell.io/aas/3/0\"/>"));
		refuses("leads out of it", aasx("traversal.aasx", "../../../etc/passwd", "x"));
		refuses("names '/aasx/missing.json', which is not in it", Packages.zip(folder.resolve("missing.aasx"), Map.of(
				"_rels/.rels", relationship("aasx-origin", "/aasx/aasx-origin"), "aasx/aasx-origin", "",
				"aasx/_rels/aasx-origin.rels", relationship("aas-spec", "/aasx/missing.json"))));
		refuses("no honest file is", aasx("bomb.aasx", "aasx/data.json", "{\"submodels\":[" + " ".repeat(200 << 20) + "]}"));
		refuses("document type", Packages.zip(folder.resolve("relationships.aasx"), Map.of("_rels/.rels", "<!DOCTYPE a [<!ENTITY a \"b\">]><a>&a;</a>")));
	}

	@Test
	void breaksCircles() throws Exception {
		Incoming incoming = Incoming.of(importer, file("circles.json", """
				{"assetAdministrationShells": [
				  {"modelType": "AssetAdministrationShell", "id": "urn:a", "idShort": "A", "assetInformation": {"assetKind": "Type", "globalAssetId": "urn:ta"},
				   "derivedFrom": {"type": "ModelReference", "keys": [{"type": "AssetAdministrationShell", "value": "urn:b"}]},
				   "submodels": [{"type": "ModelReference", "keys": [{"type": "Submodel", "value": "urn:bom"}]}]},
				  {"modelType": "AssetAdministrationShell", "id": "urn:b", "idShort": "B", "assetInformation": {"assetKind": "Type", "globalAssetId": "urn:tb"},
				   "derivedFrom": {"type": "ModelReference", "keys": [{"type": "AssetAdministrationShell", "value": "urn:a"}]}}],
				 "submodels": [{"modelType": "Submodel", "id": "urn:bom", "idShort": "BillOfMaterial", "submodelElements": [
				    {"modelType": "Entity", "idShort": "EntryNode", "entityType": "SelfManagedEntity", "globalAssetId": "urn:ta", "statements": [
				      {"modelType": "Entity", "idShort": "inner", "entityType": "SelfManagedEntity", "globalAssetId": "urn:ta"}]}]}]}
				"""));
		String remarks = String.join("\n", incoming.remarks());
		assertTrue(remarks.contains("would be a kind of itself") && remarks.contains("would contain itself"), remarks);
	}

	private static String relationship(String kind, String target) {
		return "<Relationships xmlns=\"%s\"><Relationship Id=\"r\" Type=\"http://admin-shell.io/aasx/relationships/%s\" Target=\"%s\"/></Relationships>"
				.formatted(RELATIONSHIPS, kind, target);
	}

	private Path aasx(String name, String part, String content) throws IOException {
		return Packages.zip(folder.resolve(name), Map.of("_rels/.rels", relationship("aasx-origin", "/aasx/aasx-origin"), "aasx/aasx-origin", "",
				"aasx/_rels/aasx-origin.rels", relationship("aas-spec", "/" + part), part, content));
	}

	private void refuses(String words, Path file) {
		ImportFailure failure = assertThrows(ImportFailure.class, () -> Incoming.of(importer, file));
		assertTrue(failure.getMessage().contains(words) && failure.getMessage().endsWith("."), failure.getMessage());
	}

	private Path file(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}
}
