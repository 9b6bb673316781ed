package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.generators.opcua.check.NodeSetCheck;
import io.twinwright.nodeset.xml.UAVariable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the documents identify equipment. */
class NodeSetIdentityTest {
	private static final String NS = "urn:twin:a;s=";
	private static final String DI = "http://opcfoundation.org/UA/DI/;i=";
	private static final String MACHINERY = "http://opcfoundation.org/UA/Machinery/;i=";

	private static Nodes nodes(String text) {
		List<NodeSetFile> files = Twins.map(Twins.parse(text));
		assertEquals(List.of(), NodeSetCheck.check(files, Twins.shipped()));
		return new Nodes(files);
	}

	@Test
	void identifiesMachinesAndTheirComponents() {
		Nodes nodes = nodes("""
				namespace a
				site S "Pohang" { }
				type T { identity { ManufacturerName "ACME" Own "x" } part inner : U }
				type U { identity { CityGmlId "D" } }
				asset M : T at S { identity { SerialNumber "7" YearOfConstruction "2024" globalAssetId "https://acme.example/7" } }
				asset C : T { identity { SerialNumber "8" YearOfConstruction "about 2024" } }
				""");
		String machine = nodes.child(NS + "M", "Identification").orElseThrow();
		assertEquals(List.of(MACHINERY + "1012"), nodes.targets(machine, "HasTypeDefinition"));
		assertEquals(Optional.of("ACME"), nodes.property(machine, "Manufacturer"));
		assertEquals(Optional.of("https://acme.example/7"), nodes.property(machine, "ProductInstanceUri"));
		assertEquals(Optional.of("2024"), nodes.property(machine, "YearOfConstruction"));
		assertEquals(Optional.of("Pohang"), nodes.property(machine, "Location"));
		assertEquals(Optional.of("x"), nodes.property(machine, "Own"));
		assertEquals(List.of(NS + "M"), nodes.targets(MACHINERY + "1001", "Organizes"));
		String component = nodes.child(NS + "C", "Identification").orElseThrow();
		assertEquals(List.of(MACHINERY + "1005"), nodes.targets(component, "HasTypeDefinition"));
		UAVariable year = nodes.variable(nodes.child(component, "YearOfConstruction").orElseThrow());
		assertEquals("String", year.getDataType());
		assertEquals("urn:twin:a", nodes.nameSpace(year));
		String group = nodes.child(NS + "M.inner", "Identification").orElseThrow();
		assertEquals(List.of(DI + "1005"), nodes.targets(group, "HasTypeDefinition"));
	}

	@Test
	void assetIdOfATypeIsNoneOfItsPieces() {
		Nodes nodes = nodes("""
				namespace a
				type T { identity { ManufacturerName "ACME" globalAssetId "https://acme.example/types/t" } }
				asset M : T { identity { SerialNumber "7" } }
				asset L { part filled : T uses P part empty : T }
				asset P : T { identity { SerialNumber "8" globalAssetId "https://acme.example/8" } }
				""");
		String component = nodes.child(NS + "M", "Identification").orElseThrow();
		assertEquals(List.of(MACHINERY + "1005"), nodes.targets(component, "HasTypeDefinition"));
		assertEquals(Optional.empty(), nodes.child(component, "ProductInstanceUri"));
		String filled = nodes.child(NS + "L.filled", "Identification").orElseThrow();
		assertEquals(Optional.of("https://acme.example/8"), nodes.property(filled, "ProductInstanceUri"));
		String empty = nodes.child(NS + "L.empty", "Identification").orElseThrow();
		assertEquals(Optional.empty(), nodes.child(empty, "ProductInstanceUri"));
	}
}
