package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.generators.opcua.check.NodeSetCheck;
import io.twinwright.nodeset.NodeSets;
import io.twinwright.nodeset.xml.ModelTableEntry;
import io.twinwright.nodeset.xml.UAVariable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The equipment of ISA-95 beside the positions. */
class EquipmentHierarchyTest {
	private static final String ISA95 = "http://www.OPCFoundation.org/UA/2013/01/ISA95;i=";
	private static final String HERE = "urn:twin:a:isa95;s=";
	private static final String PLANT = """
			namespace a
			type Filler { identity { ManufacturerName "ACME" ManufacturerProductDesignation "FX" } part head : Head }
			type Head { }
			type Module extends Filler footprint ISO_1CC { }
			type Bottling extends Line { part store : StorageUnit part rinse : Filler }
			site Pohang location 36.019, 129.343 zone "Asia/Seoul" { bay A1 footprint ISO_1CC floor 2 [t/m2] bay Free }
			site Depot { }
			asset L1 : Bottling at Pohang { part fill : Filler in A1 uses F7 }
			asset F7 : Filler { identity { globalAssetId "urn:f7" } }
			asset Free : Filler at Pohang { part pump : Head in Free part drive : Head }
			asset Spare : Module at Depot
			asset Nowhere : Filler
			""";

	private final List<NodeSetFile> files = Twins.map(Twins.parse(PLANT));
	private final Nodes nodes = new Nodes(files);

	@Test
	void keepsToTheNodeSetOfIsa95() {
		assertEquals(List.of(), NodeSetCheck.check(files, Twins.shipped()));
		NodeSetFile last = files.getLast();
		assertEquals("opcua/isa95.NodeSet2.xml", last.path());
		assertTrue(last.nodeSet().getModels().getModel().getFirst().getRequiredModel().stream().map(ModelTableEntry::getModelUri)
				.anyMatch(NodeSets.ISA95::equals));
		assertEquals(List.of(ISA95 + "5040"), nodes.targets(HERE + "Equipment/L1", "HasTypeDefinition"));
	}

	@Test
	void sitesAreMadeUpOfBaysAndLinesAndTheseOfWhatIsInThem() {
		assertEquals(List.of(HERE + "Equipment/site:a.Pohang", HERE + "Equipment/site:a.Depot"),
				nodes.targets(HERE + "Equipment", "Organizes"));
		assertEquals(List.of(HERE + "Equipment/L1", HERE + "Equipment/Free", HERE + "Equipment/site:a.Pohang.A1", HERE + "Equipment/site:a.Pohang.Free"),
				nodes.targets(HERE + "Equipment/site:a.Pohang", isa95(5115)));
		assertEquals(List.of(HERE + "Equipment/L1.fill", HERE + "Equipment/L1.store", HERE + "Equipment/L1.rinse"),
				nodes.targets(HERE + "Equipment/L1", isa95(5115)));
		assertEquals("Free~", name("site:a.Pohang.Free"), "an asset has that name");
		assertEquals(List.of(HERE + "Equipment/Free.pump"), nodes.targets(HERE + "Equipment/Free", isa95(5115)), "what is in a bay");
		assertFalse(has(HERE + "Equipment/Nowhere"), "it is in no equipment of a level");
		assertEquals(List.of(), nodes.targets(HERE + "Equipment/L1.fill", isa95(5115)), "a head is no level of its own");
	}

	@Test
	void levelsAreThoseOfTheTypes() {
		assertEquals("1", level("site:a.Pohang"));
		assertEquals("5", level("L1"));
		assertEquals("9", level("L1.store"));
		assertEquals("14", level("site:a.Pohang.A1"), "ISA-95 has no name for a bay");
		assertFalse(has(HERE + "Equipment/L1.fill/EquipmentLevel"), "nobody said of what level a filler is");
	}

	@Test
	void sitesAndBaysSayWhereAndHowLargeTheyAre() {
		assertEquals("36.019", property("site:a.Pohang/Latitude"));
		assertEquals("129.343", property("site:a.Pohang/Longitude"));
		assertEquals("Asia/Seoul", property("site:a.Pohang/TimeZone"));
		assertEquals("ISO_1CC", property("site:a.Pohang.A1/Footprint"));
		assertEquals("2", property("site:a.Pohang.A1/Floor"));
		assertTrue(has(HERE + "Equipment/site:a.Pohang.A1/Floor/EngineeringUnits"));
		assertEquals("A1", property("L1.fill/Bay"));
		assertEquals(List.of(ISA95 + "954"), nodes.targets(HERE + "Equipment/L1.fill/Bay", "HasTypeDefinition"));
		assertFalse(has(HERE + "Equipment/site:a.Pohang.Free/Floor"));
		assertFalse(has(HERE + "Equipment/L1.rinse/Bay"));
		assertFalse(has(HERE + "Equipment/site:a.Depot/Latitude"));
	}

	@Test
	void equipmentIsOfTheClassThatIsAskedFor() {
		assertEquals(List.of(HERE + "EquipmentClass/a.Filler"), nodes.targets(HERE + "Equipment/L1.fill", isa95(4919)));
		assertEquals(List.of(HERE + "EquipmentClass/a.Bottling"), nodes.targets(HERE + "Equipment/L1", isa95(4919)));
		assertEquals("5", Nodes.text((UAVariable) nodes.get(HERE + "EquipmentClass/a.Bottling/EquipmentLevel")));
		assertFalse(has(HERE + "EquipmentClass/a.Filler/EquipmentLevel"));
		assertEquals(List.of(ISA95 + "5034"), nodes.targets(HERE + "EquipmentClass/a.Filler", "HasTypeDefinition"));
	}

	@Test
	void piecesSayWhereTheyAreAndWhoMakesThem() {
		assertEquals("Pohang/A1", Nodes.text((UAVariable) nodes.get(HERE + "PhysicalAsset/a.F7/PhysicalLocation")));
		assertEquals(List.of(HERE + "PhysicalAssetClass/a.Filler"), nodes.targets(HERE + "PhysicalAsset/a.F7", isa95(4921)));
		assertEquals("ACME", Nodes.text((UAVariable) nodes.get(HERE + "PhysicalAssetClass/a.Filler/Manufacturer")));
		assertEquals("FX", Nodes.text((UAVariable) nodes.get(HERE + "PhysicalAssetClass/a.Filler/ModelNumber")));
		assertEquals("Depot", Nodes.text((UAVariable) nodes.get(HERE + "PhysicalAsset/a.Spare/PhysicalLocation")), "a module in store is a piece");
		assertFalse(has(HERE + "Equipment/Spare"), "a module in store has no role");
		assertFalse(has(HERE + "PhysicalAsset/a.L1"), "a line is no piece but made up of some");
	}

	/** @return a reference type as the document of the hierarchy writes it */
	private String isa95(int number) {
		return "ns=%d;i=%d".formatted(files.getLast().nodeSet().getNamespaceUris().getUri().indexOf(NodeSets.ISA95) + 1, number);
	}

	private boolean has(String key) {
		return nodes.find(key).isPresent();
	}

	private String level(String equipment) {
		return property(equipment + "/EquipmentLevel");
	}

	private String name(String equipment) {
		return nodes.get(HERE + "Equipment/" + equipment).getBrowseName().replaceFirst(".*:", "");
	}

	private String property(String path) {
		return Nodes.text((UAVariable) nodes.get(HERE + "Equipment/" + path));
	}

	@Test
	void equipmentStandsForThePositionAndIsAPiece() {
		assertEquals(List.of("urn:twin:a;s=L1.fill"), nodes.targets(HERE + "Equipment/L1.fill", "Represents"));
		assertEquals(List.of(HERE + "PhysicalAsset/a.F7"), nodes.targets(HERE + "Equipment/L1.fill", isa95(4914)));
		assertEquals(List.of(ISA95 + "5085"), nodes.targets(HERE + "PhysicalAsset/a.F7", "HasTypeDefinition"));
		assertEquals("urn:f7", Nodes.text((UAVariable) nodes.get(HERE + "PhysicalAsset/a.F7/FixedAssetId")));
		assertEquals(List.of(), nodes.targets(HERE + "Equipment/L1.rinse", isa95(4914)));
	}

	@Test
	void isWrittenOnlyWhereTheProjectHasALevel() {
		assertEquals("opcua/isa95.NodeSet2.xml", Twins.map(Twins.parse("namespace a site Pohang { }")).getLast().path(), "a site is one");
		List<NodeSetFile> without = Twins.map(Twins.parse("namespace a type Filler { } asset F : Filler"));
		assertTrue(without.stream().noneMatch(file -> file.path().contains("isa95")));
		assertTrue(without.stream().flatMap(file -> file.nodeSet().getModels().getModel().stream())
				.flatMap(model -> model.getRequiredModel().stream()).noneMatch(model -> NodeSets.ISA95.equals(model.getModelUri())));
	}
}
