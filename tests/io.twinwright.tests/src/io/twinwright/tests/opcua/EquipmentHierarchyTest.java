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
			type Filler { part head : Head }
			type Head { }
			type Bottling extends Line { part fill : Filler part store : StorageUnit part rinse : Filler }
			site Pohang { }
			asset L1 : Bottling at Pohang { refine fill uses F7 }
			asset F7 : Filler { identity { globalAssetId "urn:f7" } }
			asset Free : Filler at Pohang
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
	void sitesAreMadeUpOfLinesAndTheseOfWhatIsInThem() {
		assertEquals(List.of(HERE + "Equipment/site:a.Pohang", HERE + "PhysicalAsset/a.F7"), nodes.targets(HERE + "ISA95", "Organizes"));
		assertEquals(List.of(HERE + "Equipment/L1"), nodes.targets(HERE + "Equipment/site:a.Pohang", isa95(5115)));
		assertEquals(List.of(HERE + "Equipment/L1.fill", HERE + "Equipment/L1.store", HERE + "Equipment/L1.rinse"),
				nodes.targets(HERE + "Equipment/L1", isa95(5115)));
		assertEquals(List.of(), nodes.targets(HERE + "Equipment/L1.fill", isa95(5115)), "a head is no level of its own");
	}

	@Test
	void levelsAreThoseOfTheTypes() {
		assertEquals("1", level("site:a.Pohang"));
		assertEquals("5", level("L1"));
		assertEquals("9", level("L1.store"));
		assertFalse(has(HERE + "Equipment/L1.fill/EquipmentLevel"), "nobody said of what level a filler is");
		assertFalse(has(HERE + "Equipment/Free"), "it is in no equipment of a level");
	}

	/** @return a reference type as the document of the hierarchy writes it */
	private String isa95(int number) {
		return "ns=%d;i=%d".formatted(files.getLast().nodeSet().getNamespaceUris().getUri().indexOf(NodeSets.ISA95) + 1, number);
	}

	private boolean has(String key) {
		return nodes.find(key).isPresent();
	}

	private String level(String equipment) {
		return Nodes.text((UAVariable) nodes.get(HERE + "Equipment/" + equipment + "/EquipmentLevel"));
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
		List<NodeSetFile> without = Twins.map(Twins.parse("namespace a type Filler { } site Pohang { } asset F : Filler at Pohang"));
		assertTrue(without.stream().noneMatch(file -> file.path().contains("isa95")));
		assertTrue(without.stream().flatMap(file -> file.nodeSet().getModels().getModel().stream())
				.flatMap(model -> model.getRequiredModel().stream()).noneMatch(model -> NodeSets.ISA95.equals(model.getModelUri())));
	}
}
