package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.diagnostic.Severity;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.opcua.NodeSetFile;
import io.twinwright.generators.opcua.OpcUaTarget;
import io.twinwright.generators.opcua.check.NodeSetCheck;
import io.twinwright.nodeset.NodeSets;
import io.twinwright.nodeset.xml.ModelTableEntry;
import io.twinwright.nodeset.xml.UADataType;
import io.twinwright.nodeset.xml.UANodeSet;
import io.twinwright.nodeset.xml.UAObjectType;
import io.twinwright.nodeset.xml.UAVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents say of each concept of the language. */
class NodeSetContentTest {
	private static final String NS = "urn:twin:a;s=";
	private static final String STD = "urn:twin:twin.std;s=";
	private static final String UA = "http://opcfoundation.org/UA/;i=";
	private static final String DI = "http://opcfoundation.org/UA/DI/;i=";
	private static final String PACKML = "http://opcfoundation.org/UA/PackML/;i=";

	private static Nodes nodes(String... texts) {
		List<NodeSetFile> files = Twins.map(Twins.parse(texts));
		assertEquals(List.of(), NodeSetCheck.check(files, Twins.shipped()));
		return new Nodes(files);
	}

	@Test
	void makesObjectTypesWithTheirHierarchy() {
		Nodes nodes = nodes("""
				namespace a
				abstract type Machine { sensor load : [kW] node "Energy/Power" }
				type Filler "Rotary filler" extends Machine { sensor row 1..3 : [Cel] part head : Head part arm 1..2 : Head }
				type Head { }
				type Hall extends Line { }
				""");
		assertTrue(((UAObjectType) nodes.get(NS + "Machine")).isIsAbstract());
		assertFalse(((UAObjectType) nodes.get(NS + "Filler")).isIsAbstract());
		assertEquals("Rotary filler", nodes.get(NS + "Filler").getDisplayName().getFirst().getValue());
		assertEquals(List.of(NS + "Filler"), nodes.targets(NS + "Machine", "HasSubtype"));
		assertTrue(nodes.targets(DI + "15063", "HasSubtype").contains(NS + "Machine"));
		assertTrue(nodes.targets(STD + "Line", "HasSubtype").contains(NS + "Hall"));
		assertEquals(List.of(STD + "PositionType", STD + "Equipment"), nodes.targets(DI + "1001", "HasSubtype"));
		String power = nodes.child(NS + "Machine", "Energy").flatMap(energy -> nodes.child(energy, "Power")).orElseThrow();
		assertEquals(List.of(UA + "78"), nodes.targets(power, "HasModellingRule"));
		assertEquals(List.of(UA + "11510"),
				nodes.targets(nodes.child(NS + "Filler", "<row>").orElseThrow(), "HasModellingRule"));
		assertEquals(List.of(NS + "Head"), nodes.targets(nodes.child(NS + "Filler", "head").orElseThrow(), "HasTypeDefinition"));
		assertTrue(nodes.child(NS + "Filler", "<arm>").isPresent());
	}

	@Test
	void describesNumbersAsAnalogItems() {
		Nodes nodes = nodes("""
				namespace a
				asset P {
				  sensor ranged : [mm/s] range 0..40 alarm high 7.1 alarm highhigh 11.2 alarm low 1 alarm lowlow 0.5 every 100 [ms]
				  sensor bare : [kW]
				  sensor count : integer range 0..120
				  sensor plain : integer
				  sensor large : integer range 0..5000000000
				  sensor odd : [[iU]/l] range 0..5
				}
				""");
		UAVariable ranged = nodes.variable(NS + "P.ranged");
		assertEquals(List.of(UA + "17570"), nodes.targets(NS + "P.ranged", "HasTypeDefinition"));
		assertEquals("Double", ranged.getDataType());
		assertEquals(100.0, ranged.getMinimumSamplingInterval());
		assertEquals(Optional.of("i=885 0 40"), nodes.property(NS + "P.ranged", "EURange"));
		UAVariable unit = nodes.variable(nodes.child(NS + "P.ranged", "EngineeringUnits").orElseThrow());
		assertEquals("4403510", Nodes.part(unit, "UnitId"));
		assertEquals("http://www.opcfoundation.org/UA/units/un/cefact", Nodes.part(unit, "NamespaceUri"));
		assertEquals(List.of("0.5", "1", "7.1", "11.2"), List.of("LowLowLimit", "LowLimit", "HighLimit", "HighHighLimit").stream()
				.map(limit -> nodes.property(NS + "P.ranged", limit).orElseThrow()).toList());
		assertEquals(List.of(UA + "17497"), nodes.targets(NS + "P.bare", "HasTypeDefinition"));
		assertEquals(List.of(UA + "15318"), nodes.targets(NS + "P.count", "HasTypeDefinition"));
		assertEquals("Int32", nodes.variable(NS + "P.count").getDataType());
		assertEquals("Int64", nodes.variable(NS + "P.large").getDataType());
		assertTrue(nodes.child(NS + "P.plain", "EURange").isEmpty());
		UAVariable odd = nodes.variable(nodes.child(NS + "P.odd", "EngineeringUnits").orElseThrow());
		assertEquals("-1", Nodes.part(odd, "UnitId"));
		assertEquals("http://unitsofmeasure.org", Nodes.part(odd, "NamespaceUri"));
		assertEquals("[iU]/l", Nodes.part(odd, "Description"));
	}

	@Test
	void keepsTheAnnotationOfAUnitThatUneceDoesNotTellApart() {
		Nodes nodes = nodes("""
				namespace a
				asset P { sensor gauge : [kPa{gauge}] sensor gas : [m3{std}/h] sensor plain : [kPa] sensor optical : [{AU}] }
				""");
		assertEquals(List.of("4935745", "kPa(gauge)", "kilopascal (gauge)"), unit(nodes, "gauge"));
		assertEquals(List.of("5067080", "m³(std)/h", "cubic metre per hour (std)"), unit(nodes, "gas"));
		assertEquals(List.of("4935745", "kPa", "kilopascal"), unit(nodes, "plain"));
		assertEquals(List.of("4404786", "AU", "one (AU)"), unit(nodes, "optical"));
	}

	private static List<String> unit(Nodes nodes, String signal) {
		UAVariable unit = nodes.variable(nodes.child(NS + "P." + signal, "EngineeringUnits").orElseThrow());
		return List.of(Nodes.part(unit, "UnitId"), Nodes.part(unit, "DisplayName"), Nodes.part(unit, "Description"));
	}

	@Test
	void saysWhatTheDeclarationAllowedWhereARefinementNarrowsTheRange() {
		Nodes nodes = nodes("""
				namespace a
				type T { sensor p : [bar] range 0..100 alarm high 90 }
				asset P : T { refine p range 10..60 alarm high 50 }
				""");
		assertEquals(Optional.of("i=885 10 60"), nodes.property(NS + "P.p", "EURange"));
		assertEquals(Optional.of("i=885 0 100"), nodes.property(NS + "P.p", "InstrumentRange"));
		assertEquals(Optional.of("50"), nodes.property(NS + "P.p", "HighLimit"));
	}

	@Test
	void givesEachValueTypeItsDataType() {
		Nodes nodes = nodes("""
				namespace a
				asset P {
				  sensor b : boolean
				  state s : string
				  sensor c : counter
				  sensor e : counter [kW.h]
				  sensor t : timestamp
				  sensor g : geopoint
				  insight m : money = EUR 2.50
				}
				""");
		assertEquals(List.of("Boolean", "String", "UInt32", "Double", "DateTime", "Double", "Double"),
				List.of("b", "s", "c", "e", "t", "g", "m").stream().map(name -> nodes.variable(NS + "P." + name).getDataType())
						.toList());
		assertEquals(1, nodes.variable(NS + "P.g").getValueRank());
		assertEquals("2", nodes.variable(NS + "P.g").getArrayDimensions());
		assertEquals(Optional.of("i=23520 978 2 EUR en Euro"), nodes.property(NS + "P.m", "CurrencyUnit"));
	}

	@Test
	void countsStatesFromZeroAsTextsAndOthersAsValues() {
		Nodes nodes = nodes("""
				namespace a
				enum Counted { off on "running" }
				enum Numbered { off = 3 on }
				asset P { state one : Counted state two : Numbered }
				""");
		assertEquals(Optional.of("off running"), nodes.property(NS + "Counted", "EnumStrings"));
		assertTrue(nodes.property(NS + "Numbered", "EnumValues").orElseThrow().endsWith("4 on"));
		UADataType numbered = (UADataType) nodes.get(NS + "Numbered");
		assertEquals(List.of(3, 4), numbered.getDefinition().getField().stream().map(field -> field.getValue()).toList());
		assertTrue(nodes.targets(UA + "29", "HasSubtype").contains(NS + "Numbered"));
		assertTrue(nodes.variable(NS + "P.one").getDataType().endsWith("s=Counted"));
	}

	@Test
	void letsClientsWriteActuatorsAndParametersOnly() {
		Nodes nodes = nodes("""
				namespace a
				asset P { property a : [m] = 2 [km] parameter b : [m] = 3 [m] sensor c : [m] actuator d : [m] state e : string
				  insight f : [m] = c + d }
				""");
		assertEquals(List.of(1L, 3L, 1L, 3L, 1L, 1L), List.of("a", "b", "c", "d", "e", "f").stream()
				.map(name -> nodes.variable(NS + "P." + name).getAccessLevel()).toList());
		assertEquals("2000", Nodes.text(nodes.variable(NS + "P.a")));
		assertEquals("3", Nodes.text(nodes.variable(NS + "P.b")));
		assertNull(nodes.variable(NS + "P.f").getValue());
	}

	@Test
	void writesLabelsCommentsTagsAndSemanticIds() {
		TwinModel twin = Twins.parse("""
				namespace a
				asset P "Pump" { sensor flow "Durchfluss" : [l/min] tag "FT-1" semantic "0173-1#02-AAV000#001" }
				""");
		var done = (Outcome.Done<List<NodeSetFile>>) new OpcUaTarget(element -> Optional.of("About " + element.getName()))
				.map(twin);
		Nodes nodes = new Nodes(done.value());
		assertEquals("Pump", nodes.get(NS + "P").getDisplayName().getFirst().getValue());
		assertEquals("Durchfluss", nodes.get(NS + "P.flow").getDisplayName().getFirst().getValue());
		assertEquals("About flow", nodes.get(NS + "P.flow").getDescription().getFirst().getValue());
		assertEquals(Optional.of("FT-1"), nodes.property(NS + "P.flow", "Tag"));
		assertEquals(Optional.of("0173-1#02-AAV000#001"), nodes.property(NS + "P.flow", "SemanticId"));
	}

	@Test
	void putsTheStateMachinesOfTheCompanionBesidePackMlStates() {
		Nodes nodes = nodes("""
				namespace a
				type T { state mode : PackML }
				asset P : T
				""");
		String base = nodes.child(NS + "P", "BaseStateMachine").orElseThrow();
		assertEquals(List.of(PACKML + "3"), nodes.targets(base, "HasTypeDefinition"));
		String execute = nodes.child(base, "MachineState").flatMap(inner -> nodes.child(inner, "ExecuteState")).orElseThrow();
		assertTrue(nodes.child(execute, "CurrentState").flatMap(state -> nodes.child(state, "Id")).isPresent());
		assertTrue(nodes.property(execute, "AvailableStates").orElseThrow().contains("i=36"));
		assertEquals(List.of(PACKML + "3"), nodes.targets(nodes.child(NS + "T", "BaseStateMachine").orElseThrow(),
				"HasTypeDefinition"));
		assertTrue(nodes.variable(NS + "P.mode").getDataType().endsWith("s=PackML"));
	}

	@Test
	void refersFromPartnerToPartner() {
		Nodes nodes = nodes("""
				namespace a
				type T { port in i : Water port out o : Water port inout b : Water }
				asset L {
				  port in source : Water
				  part one : T
				  part two 1..2 : T
				  part reserve : T covers one
				  connect source -> one.i
				  connect pipe : one.o -> two.i { sensor p : [bar] }
				  connect two#1.b <-> two#2.b
				}
				""");
		assertEquals(List.of(NS + "L.one/i"), nodes.targets(NS + "L/source", "Supplies"));
		assertEquals(List.of(NS + "L.two#1/i", NS + "L.two#2/i"), nodes.targets(NS + "L.one/o", "Supplies"));
		assertEquals(List.of(NS + "L.two#1", NS + "L.two#2"), nodes.targets(NS + "L.one", "Supplies"));
		assertEquals(List.of(NS + "L.two#2/b"), nodes.targets(NS + "L.two#1/b", "ConnectedTo"));
		assertEquals(List.of(NS + "L.one"), nodes.targets(NS + "L.reserve", "Covers"));
		assertEquals(List.of(NS + "L.one/o", NS + "L.two#1/i", NS + "L.two#2/i"), nodes.targets(NS + "L/pipe", "ConnectedTo"));
		assertEquals(List.of(STD + "ConnectionType"), nodes.targets(NS + "L/pipe", "HasTypeDefinition"));
		assertEquals(Optional.of(NS + "L.pipe.p"), nodes.child(NS + "L/pipe", "p"));
		assertEquals(Optional.of("twin.std.Water"), nodes.property(NS + "L/source", "Medium"));
		assertEquals(Optional.of("0"), nodes.property(NS + "L/source", "Direction"));
	}

	@Test
	void refersToPiecesThatStandByInWhicheverDocumentComesLater() {
		List<NodeSetFile> files = Twins.map(Twins.parse("""
				namespace a
				type T { }
				asset Before : T
				asset L { part x : T uses Used standby Before, After }
				asset Used : T
				asset After : T
				"""));
		assertEquals(List.of(), NodeSetCheck.check(files, Twins.shipped()));
		Nodes nodes = new Nodes(files);
		assertEquals(List.of(NS + "Before", NS + "After"), nodes.targets(NS + "L.x", "HasStandby"));
		assertEquals(Optional.of("a.Used"), nodes.property(NS + "L.x", "Piece"));
		assertTrue(required(files, "urn:twin:a:L").contains("urn:twin:a:Before"));
		assertTrue(required(files, "urn:twin:a:After").contains("urn:twin:a:L"));
	}

	private static List<String> required(List<NodeSetFile> files, String model) {
		return files.stream().flatMap(file -> file.nodeSet().getModels().getModel().stream())
				.filter(entry -> entry.getModelUri().equals(model)).flatMap(entry -> entry.getRequiredModel().stream())
				.map(ModelTableEntry::getModelUri).toList();
	}

	@Test
	void servesBoundSignalsAsTheyAreOnTheWire() {
		Nodes nodes = nodes("""
				namespace a
				type T { sensor v : [mm/s] range 0..40 alarm high 10 sensor raw : [bar] range 0..10 alarm low 2
				  sensor near : [Cel] range 0..100 }
				asset P : T
				endpoint plc { url "opc.tcp://localhost:4840" security None }
				bind P to plc "nsu=urn:acme;s=P1"
				bind P.v to plc "nsu=urn:acme;s=Vib" as [um/s]
				bind P.raw to plc "nsu=urn:acme;i=42" as [mbar] scale 0.5 offset -100
				bind P.near to plc "nsu=urn:acme;s=Near" as [[degF]]
				""");
		assertEquals(Optional.of("i=885 0 40000"), nodes.property("urn:acme;s=Vib", "EURange"));
		assertEquals(Optional.of("10000"), nodes.property("urn:acme;s=Vib", "HighLimit"));
		assertEquals(Optional.of("i=885 200 20200"), nodes.property("urn:acme;i=42", "EURange"));
		assertEquals(Optional.of("4200"), nodes.property("urn:acme;i=42", "LowLimit"));
		assertEquals(Optional.of("i=885 32 212"), nodes.property("urn:acme;s=Near", "EURange"));
		assertTrue(nodes.find("urn:acme;s=P1").isPresent());
		assertEquals("urn:twin:a", nodes.nameSpace(nodes.get("urn:acme;s=Vib")));
	}

	@Test
	void asksForWhatFillsAnAbstractPosition() {
		Nodes nodes = nodes("""
				namespace a
				abstract type Machine { sensor x : [1] }
				type Real extends Machine { }
				asset L { part open : Machine part filled : Machine uses R }
				asset R : Real
				asset Loose { }
				""");
		assertEquals(List.of(STD + "PositionType"), nodes.targets(NS + "L.open", "HasTypeDefinition"));
		assertEquals(List.of(NS + "Machine"), nodes.targets(NS + "L.open", "AsksFor"));
		assertEquals(List.of(NS + "Real"), nodes.targets(NS + "L.filled", "HasTypeDefinition"));
		assertEquals(List.of(STD + "PositionType"), nodes.targets(NS + "Loose", "HasTypeDefinition"));
	}

	@Test
	void putsNamespacesThatNeedEachOtherIntoOneDocument() {
		List<NodeSetFile> files = Twins.map(Twins.parse("""
				namespace a
				import b.*
				type A extends B { }
				""", """
				namespace b
				import a.*
				type B { part x : Other }
				type C { part a : A }
				type Other { }
				""", """
				namespace c
				import a.*
				type D extends A { }
				"""));
		assertEquals(List.of(), NodeSetCheck.check(files, Twins.shipped()));
		assertEquals(List.of("opcua/twin.std.NodeSet2.xml", "opcua/a.NodeSet2.xml", "opcua/c.NodeSet2.xml"),
				files.stream().map(NodeSetFile::path).toList());
		assertEquals(List.of("urn:twin:a", "urn:twin:b"),
				files.get(1).nodeSet().getModels().getModel().stream().map(ModelTableEntry::getModelUri).toList());
	}

	@Test
	void demandsNoMemberThatARefinementMoves() {
		Nodes nodes = nodes("""
				namespace a
				type T { sensor x : [1] node "Old/X" }
				asset P : T { refine x node "New/X" }
				""");
		String declared = nodes.child(NS + "T", "Old").flatMap(old -> nodes.child(old, "X")).orElseThrow();
		assertEquals(List.of(UA + "80"), nodes.targets(declared, "HasModellingRule"));
		assertTrue(nodes.child(NS + "P", "New").isPresent());
	}

	@Test
	void keepsNodesApartThatTwoServersNameAlike() {
		TwinModel twin = Twins.parse("""
				namespace a
				type T { sensor x : [1] }
				asset P : T
				asset Q : T
				endpoint one { url "opc.tcp://one:4840" security None }
				endpoint two { url "opc.tcp://two:4840" security None }
				bind P to one "nsu=urn:acme;s=M"
				bind Q to two "nsu=urn:acme;s=M"
				""");
		var done = (Outcome.Done<List<NodeSetFile>>) new OpcUaTarget().map(twin);
		assertEquals(List.of(), NodeSetCheck.check(done.value(), Twins.shipped()));
		assertEquals(2, done.diagnostics().size());
		assertTrue(done.diagnostics().stream().allMatch(finding -> finding.severity() == Severity.WARNING
				&& finding.code().equals("TW603")));
		assertTrue(new Nodes(done.value()).find(NS + "Q.x").isPresent());
	}

	@Test
	void mergesTheWaysOfNodeClauses() {
		Nodes nodes = nodes("""
				namespace a
				asset P { sensor x : [1] node "Process/X" sensor Process : [1] sensor y : [1] node "Process/X/Y" port in Gas : Gas
				  sensor z : [1] node "Gas/Z" }
				""");
		assertEquals(Optional.of(NS + "P.Process"), nodes.child(NS + "P", "Process"));
		assertEquals(Optional.of(NS + "P.x"), nodes.child(NS + "P.Process", "X"));
		assertEquals(Optional.of(NS + "P.y"), nodes.child(NS + "P.x", "Y"));
		assertEquals(Optional.of(NS + "P.z"), nodes.child(NS + "P/Gas", "Z"));
	}

	@Test
	void namesTheCompanionsAsTheyNameThemselves() {
		Map<String, ModelTableEntry> shipped = new HashMap<>();
		for (UANodeSet nodeSet : Twins.shipped()) {
			shipped.put(nodeSet.getModels().getModel().getFirst().getModelUri(), nodeSet.getModels().getModel().getFirst());
		}
		List<NodeSetFile> files = Twins.map(Twins.parse("""
				namespace a
				type T extends Unit { identity { ManufacturerName "A" SerialNumber "1" } state mode : PackML }
				asset P : T
				"""));
		var entries = files.stream().flatMap(file -> file.nodeSet().getModels().getModel().getFirst().getRequiredModel().stream())
				.filter(entry -> NodeSets.shipped().contains(entry.getModelUri())).toList();
		assertEquals(NodeSets.shipped(), entries.stream().map(ModelTableEntry::getModelUri).collect(Collectors.toSet()));
		for (ModelTableEntry entry : entries) {
			assertEquals(shipped.get(entry.getModelUri()).getVersion(), entry.getVersion());
			assertEquals(shipped.get(entry.getModelUri()).getPublicationDate(), entry.getPublicationDate());
		}
	}
}
