package io.twinwright.tests.aas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.aas.AasPackage;
import io.twinwright.generators.aas.AasTarget;
import io.twinwright.generators.aas.Descriptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetKind;
import org.eclipse.digitaltwin.aas4j.v3.model.Capability;
import org.eclipse.digitaltwin.aas4j.v3.model.ConceptDescription;
import org.eclipse.digitaltwin.aas4j.v3.model.DataSpecificationIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeIec61360;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.Key;
import org.eclipse.digitaltwin.aas4j.v3.model.MultiLanguageProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.Range;
import org.eclipse.digitaltwin.aas4j.v3.model.RelationshipElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;
import org.eclipse.digitaltwin.aas4j.v3.model.ValueReferencePair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the shells of a small plant. */
class MappingTest {
	private static final String PLANT = """
			namespace n

			party Maker { name "Maker Ltd" street "1 Main Road" cityTown "Busan" bpn "BPNL000000000001" }
			enum Phase { idle = 0 running = 4 }
			footprint Small(length : [m] = 1.5 [m], width : [m] = 1 [m])
			medium Syrup(brix : [%]) extends Liquid
			capability Mixing2(volume : [l]) extends Dosing

			abstract type Base "Basic machine" {
			  identity { ManufacturerName "Maker Ltd" CityGmlId "X1" globalAssetId "urn:base" }
			  sensor load : [kW] range 0..25 semantic "0173-1#02-AAV000#001"
			}
			type Mixer extends Base footprint Small mass 2 [t] semantic "0173-1#01-AKE795#017" {
			  identity { SerialNumber "none" }
			  port in syrup : Syrup(brix = 10..20, pressure <= 4 [bar]) capacity 3 [m3/h]
			  port out mixed : Syrup(brix = 12..14)
			  provides Mixing2(volume = 200 [ml]..2 [l]) rate 500 [/h]
			  property volume : [l] = 0.002 [m3]
			  property colour : string = "red"
			  property price : money = EUR 12.50
			  parameter speed : [/min] = 50 [/min] range 10..100
			  state phase : Phase
			  private sensor secretLevel : [%] range 0..100
			  sensor flow : [l/min] range 0..60
			  insight mean5 "Mean flow" : [l/min] = mean(flow) over 5 [min]
			}
			type Cell {
			  part mixer 1..2 : Mixer
			  part base : Mixer { sensor extra : [m] range 0..1 }
			}
			asset M1 : Mixer {
			  identity { SerialNumber "S-1" DateOfManufacture "2024-02-29" globalAssetId "https://n.example/m1" }
			}
			asset C1 : Cell {
			  refine base uses M1
			  refine base.flow range 5..50
			  refine mixer#2.volume = 3 [l]
			}
			endpoint plc {
			  url "opc.tcp://joe:pw@plc.example:4840/a"
			  security Basic256Sha256 mode SignAndEncrypt user secret "login"
			}
			bind M1 to plc "nsu=urn:plc;s=M1"
			bind M1.flow to plc "nsu=urn:plc;s=Raw" as [m3/h] scale 0.1 offset 2
			endpoint broker { url "mqtt://broker.example" topic "site" }
			bind C1.mixer#1 to broker "mixers/1/#"
			""";

	@TempDir
	private Path folder;
	private TwinModel twin;
	private Environment environment;

	@BeforeEach
	void map() throws IOException {
		twin = new Twins().parse(folder, PLANT);
		environment = Twins.map(twin).environment();
	}

	private Shell shell(String name) {
		return new Shell(environment, name);
	}

	@Test
	void identityMergesFromPositionOverPieceToType() {
		Shell position = shell("n.C1.base");
		assertEquals("S-1", position.value("nameplate", "SerialNumber"));
		assertEquals("Maker Ltd", position.value("nameplate", "ManufacturerName"));
		assertEquals("2024-02-29", position.value("nameplate", "DateOfManufacture"));
		assertEquals("X1", position.value("nameplate", "AssetSpecificProperties/CityGmlId"));
		assertEquals("none", shell("n.Mixer").value("nameplate", "SerialNumber"));
	}

	@Test
	void addressIsThatOfThePartyWithTheNameOfTheManufacturer() {
		Shell piece = shell("n.M1");
		assertEquals("Maker Ltd", piece.value("nameplate", "AddressInformation/Company"));
		assertEquals("1 Main Road", piece.value("nameplate", "AddressInformation/Street"));
		assertEquals("Busan", piece.value("nameplate", "AddressInformation/CityTown"));
		assertNull(piece.find("nameplate", "AddressInformation/Zipcode"));
	}

	@Test
	void globalAssetIdIsNotInherited() {
		assertEquals("urn:base", shell("n.Base").aas().getAssetInformation().getGlobalAssetId());
		assertEquals("urn:twin:n.Mixer", shell("n.Mixer").aas().getAssetInformation().getGlobalAssetId());
		assertEquals("https://n.example/m1", shell("n.M1").aas().getAssetInformation().getGlobalAssetId());
		assertEquals("https://n.example/m1", shell("n.M1").value("nameplate", "URIOfTheProduct"));
		assertEquals("urn:twin:n.C1.mixer%231", shell("n.C1.mixer#1").aas().getAssetInformation().getGlobalAssetId());
	}

	@Test
	void kindsOfAssetsTellTypesPiecesAndPlacesApart() {
		assertEquals(AssetKind.TYPE, shell("n.Mixer").aas().getAssetInformation().getAssetKind());
		assertEquals(AssetKind.INSTANCE, shell("n.M1").aas().getAssetInformation().getAssetKind());
		assertEquals(AssetKind.INSTANCE, shell("n.C1.base").aas().getAssetInformation().getAssetKind());
		assertEquals(AssetKind.NOT_APPLICABLE, shell("n.C1.mixer#2").aas().getAssetInformation().getAssetKind());
		assertEquals("urn:twin:n.Mixer:aas", shell("n.M1").aas().getDerivedFrom().getKeys().getFirst().getValue());
		assertEquals("urn:base", shell("n.Mixer").aas().getAssetInformation().getAssetType());
	}

	@Test
	void designationIsTheLabelOfTheTypeUnlessTheIdentitySaysIt() {
		assertEquals("Basic machine", shell("n.Base").value("nameplate", "ManufacturerProductDesignation"));
		assertEquals(List.of(), ((MultiLanguageProperty) shell("n.M1").find("nameplate", "ManufacturerProductDesignation"))
				.getValue(), "the element is mandatory and nobody said what it is");
		assertFalse(shell("n.Cell").has("nameplate"));
	}

	@Test
	void technicalDataAreInTheDeclaredUnit() {
		String area = "TechnicalPropertyAreas/0/";
		assertEquals("2", shell("n.Mixer").value("technical-data", area + "Properties/volume"));
		assertEquals("3", shell("n.C1.mixer#2").value("technical-data", area + "Properties/volume"));
		assertEquals("red", shell("n.M1").value("technical-data", area + "Properties/colour"));
		assertEquals("50", shell("n.M1").value("technical-data", area + "Parameters/speed"));
		assertEquals("10..100", shell("n.M1").value("technical-data", area + "Ranges/speed"));
		assertEquals("5..50", shell("n.C1.base").value("technical-data", area + "Ranges/flow"));
		assertEquals("2", shell("n.M1").value("technical-data", area + "Dimensions/mass"));
		assertEquals("1.5", shell("n.M1").value("technical-data", area + "Dimensions/footprint/length"));
		assertEquals("10..20", shell("n.M1").value("technical-data", area + "Ports/syrup/demands/brix"));
		assertEquals("12..14", shell("n.M1").value("technical-data", area + "Ports/mixed/offers/brix"));
		assertEquals("null..4", shell("n.M1").value("technical-data", area + "Ports/syrup/demands/pressure"));
		assertEquals("ECLASS", shell("n.M1").value("technical-data", "ProductClassifications/0/ClassificationSystem"));
	}

	@Test
	void pieceDoesNotHaveWhatOnlyItsPositionDeclares() {
		assertEquals("0..1", shell("n.C1.base").value("technical-data", "TechnicalPropertyAreas/0/Ranges/extra"));
		assertNull(shell("n.M1").find("technical-data", "TechnicalPropertyAreas/0/Ranges/extra"));
	}

	@Test
	void conceptsHaveTheUnitAndSayOfWhatTheyAreACase() {
		ConceptDescription load = concept("urn:twin:n.Base.load:concept").orElseThrow();
		DataSpecificationIec61360 data = data("urn:twin:n.Base.load:concept");
		assertEquals("kW", data.getUnit());
		assertEquals(List.of("http://unitsofmeasure.org", "kW"), data.getUnitId().getKeys().stream().map(Key::getValue).toList());
		assertEquals(DataTypeIec61360.REAL_MEASURE, data.getDataType());
		assertEquals("0173-1#02-AAV000#001", load.getIsCaseOf().getFirst().getKeys().getFirst().getValue());
		Range range = (Range) shell("n.M1").find("technical-data", "TechnicalPropertyAreas/0/Ranges/load");
		assertEquals("0173-1#02-AAV000#001", range.getSemanticId().getKeys().getFirst().getValue());
		assertEquals("urn:twin:n.Base.load:concept",
				range.getSupplementalSemanticIds().getFirst().getKeys().getFirst().getValue());
		assertTrue(concept("urn:twin:n.Mixer.colour:concept").isEmpty());
	}

	@Test
	void conceptsOfStatesSayByWhichNumberTheyAreOnTheWire() {
		DataSpecificationIec61360 phase = data("urn:twin:n.Mixer.phase:concept");
		assertEquals(List.of("idle", "running"),
				phase.getValueList().getValueReferencePairs().stream().map(ValueReferencePair::getValue).toList());
		String running = phase.getValueList().getValueReferencePairs().getLast().getValueId().getKeys().getFirst().getValue();
		assertEquals("State 'running'. On the wire: 4.", data(running).getDefinition().getFirst().getText());
	}

	private DataSpecificationIec61360 data(String id) {
		return (DataSpecificationIec61360) concept(id).orElseThrow().getEmbeddedDataSpecifications().getFirst()
				.getDataSpecificationContent();
	}

	private Optional<ConceptDescription> concept(String id) {
		return environment.getConceptDescriptions().stream().filter(concept -> concept.getId().equals(id)).findFirst();
	}

	@Test
	void capabilitiesHaveRoleBoundsAndGeneralization() {
		Shell type = shell("n.Mixer");
		String container = "CapabilitySet/Mixing2/";
		Capability capability = (Capability) type.find("capabilities", container + "Mixing2");
		assertEquals("Offered", capability.getQualifiers().getFirst().getType());
		assertEquals("urn:twin:n.Mixing2:concept",
				capability.getSupplementalSemanticIds().getFirst().getKeys().getFirst().getValue());
		assertEquals("0.2..2", type.value("capabilities", container + "PropertySet/volume/volume"));
		assertEquals("500", type.value("capabilities", container + "PropertySet/clause_rate/rate"));
		RelationshipElement general = (RelationshipElement) type.find("capabilities",
				container + "CapabilityRelations/GeneralizedBySet/CapabilityGeneralizedBy");
		assertEquals(List.of("urn:twin:n.Mixer:capabilities", "GeneralCapabilities", "Dosing", "Dosing"),
				general.getSecond().getKeys().stream().map(Key::getValue).toList());
		Capability dosing = (Capability) type.find("capabilities", "GeneralCapabilities/Dosing/Dosing");
		assertEquals("NotAssigned", dosing.getQualifiers().getFirst().getType());
	}

	@Test
	void interfaceHasNodesAndWireUnits() {
		String properties = "InterfaceOPCUA_plc/InteractionMetadata/properties/";
		Shell piece = shell("n.M1");
		assertEquals("/?id=nsu=urn:plc;s=M1.load", piece.value("asset-interfaces", properties + "load/forms/href"));
		assertEquals("/load", piece.value("asset-interfaces", properties + "load/forms/uav_browsePath"));
		assertEquals("kW", piece.value("asset-interfaces", properties + "load/unit"));
		assertEquals("0..25", piece.value("asset-interfaces", properties + "load/min_max"));
		assertEquals("/?id=nsu=urn:plc;s=Raw", piece.value("asset-interfaces", properties + "flow/forms/href"));
		assertEquals("-17..10", piece.value("asset-interfaces", properties + "flow/min_max"));
		assertNull(piece.find("asset-interfaces", properties + "flow/unit"));
		assertEquals("integer", piece.value("asset-interfaces", properties + "phase/type"));
		assertNull(piece.find("asset-interfaces", properties + "mean5"));
		assertNull(piece.find("asset-interfaces", properties + "volume"));
	}

	@Test
	void interfaceHasSecurityWithoutSecrets() throws IOException {
		String metadata = "InterfaceOPCUA_plc/EndpointMetadata/";
		Shell piece = shell("n.M1");
		assertEquals("opc.tcp://plc.example:4840/a", piece.value("asset-interfaces", metadata + "base"));
		String channel = metadata + "securityDefinitions/opcua_channel_sc/";
		assertEquals("Basic256Sha256", piece.value("asset-interfaces", channel + "uav_securityPolicy"));
		assertEquals("SignAndEncrypt", piece.value("asset-interfaces", channel + "uav_securityMode"));
		assertEquals(2, ((SubmodelElementList) piece.find("asset-interfaces", metadata + "security")).getValue().size());
		assertEquals(piece.find("asset-interfaces", metadata + "security"), piece.find("asset-interfaces",
				"InterfaceOPCUA_plc/InteractionMetadata/properties/load/forms/security"));
		String json = new String(Twins.json(twin), StandardCharsets.UTF_8);
		assertFalse(json.contains("login") || json.contains("joe") || json.contains("pw@"));
	}

	@Test
	void topicsTakeThePlaceOfTheWildcard() {
		Shell position = shell("n.C1.mixer#1");
		String properties = "InterfaceMQTT_broker/InteractionMetadata/properties/";
		assertEquals("site/mixers/1/load", position.value("asset-interfaces", properties + "load/forms/href"));
		assertEquals("nosec", position.value("asset-interfaces",
				"InterfaceMQTT_broker/EndpointMetadata/securityDefinitions/nosec_sc/scheme"));
	}

	@Test
	void commentsBecomeDescriptions() {
		Descriptions descriptions = element -> "Mixer".equals(element.getName()) ? Optional.of("It mixes.") : Optional.empty();
		Outcome<AasPackage> outcome = new AasTarget(descriptions).map(twin);
		environment = ((Outcome.Done<AasPackage>) outcome).value().environment();
		assertEquals("It mixes.", shell("n.Mixer").aas().getDescription().getFirst().getText());
		assertTrue(shell("n.M1").aas().getDescription().isEmpty());
	}

	@Test
	void moneyKeepsItsCurrency() {
		assertEquals("EUR 12.50", shell("n.M1").value("technical-data", "TechnicalPropertyAreas/0/Properties/price"));
	}

	@Test
	void privateSignalsStayInside() throws IOException {
		assertFalse(new String(Twins.json(twin), StandardCharsets.UTF_8).contains("secretLevel"));
	}
}
