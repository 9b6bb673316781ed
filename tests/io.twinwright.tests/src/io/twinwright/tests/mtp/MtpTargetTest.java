package io.twinwright.tests.mtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.twinwright.importers.input.Limits;
import io.twinwright.tests.cli.Command;
import io.twinwright.tests.importers.Imports;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What module type packages say, and that the schemas of CAEX accept those of every example and reject broken ones. */
class MtpTargetTest {
	private static final String OF_2019 = "--mtp-2019";
	private static final String DOSER = """
			namespace p
			enum Mode { Off = 3 On = 7 }
			capability Dose(amount : [l])
			/** Doses
			 * one liquid. */
			type Doser {
			  identity { SoftwareVersion "2.3.1" }
			  /** What flows now. */
			  sensor   flow  : [m3/h] range 0..6 alarm high 5 alarm lowlow 0.5 tag "FI-101"
			  sensor   cells : [10*6/ml]
			  sensor   scaled : [bar] range 0..4 alarm high 3
			  sensor   count : counter
			  sensor   full  : boolean
			  sensor   seen  : timestamp
			  state    batch : string
			  state    mode  : Mode
			  actuator speed : [/min] range 0..3000
			  actuator text  : string
			  private sensor inner : [bar]
			  insight  twice : [m3/h] = 2 * flow
			  state    dose_state   : MtpState
			  actuator dose_command : MtpCommand
			  part pump : Pump
			  service dose : Dose(amount = 1..20 [l]) {
			    parameter label : string
			    procedure full lasts 6 [min] {
			      parameter amount : [l] = 5 [l] range 1..20
			      sensor    dosed  : [l] range 0..20
			    }
			    procedure flush
			  }
			  service rinse : Cleaning
			}
			type Pump { sensor speed : [/min] }
			asset D1 : Doser
			asset D2 : Doser
			endpoint plc { url "opc.tcp://user@127.0.0.1:4840/doser" security None }
			endpoint numbered { url "opc.tcp://127.0.0.1:4841" }
			endpoint broker { url "mqtts://127.0.0.1:8883" }
			bind D1 to plc "nsu=urn:doser;s=D1"
			bind D1.flow to numbered "ns=2;i=4711" as [l/min]
			bind D1.scaled to plc "nsu=urn:doser;s=Raw" scale 2
			bind D1.full to broker "d1/full"
			""";

	@TempDir
	private Path folder;

	static Stream<Arguments> examples() {
		return Checkout.examples().stream().flatMap(example -> Stream.of("", OF_2019).map(option -> Arguments.of(example, option)));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void theSchemaAcceptsEveryExample(Path example, String option) throws Exception {
		Schema schema = Caex.schema(option);
		for (Map.Entry<String, String> made : generate(example, option).entrySet()) {
			assertEquals("", Caex.fault(schema, made.getValue()), made::getKey);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"", OF_2019})
	void theSchemaAcceptsAModuleAndRejectsItBroken(String option) throws Exception {
		Schema schema = Caex.schema(option);
		String document = doser(option);
		assertEquals("", Caex.fault(schema, document));
		assertFalse(Caex.fault(schema, document.replaceFirst("<InstanceHierarchy Name=\"ModuleTypePackage\">", "<InstanceHierarchy>")).isEmpty());
		assertFalse(Caex.fault(schema, document.replace("DefaultValue>", "FirstValue>")).isEmpty());
		Schema other = Caex.schema(option.isEmpty() ? OF_2019 : "");
		assertFalse(Caex.fault(other, document).isEmpty(), "The two forms are two formats.");
	}

	/** With {@code -Dgolden.update=true} the expected documents are rewritten; then the test fails, so that the difference is read. */
	@ParameterizedTest
	@CsvSource({"'', doser-2022.aml", OF_2019 + ", doser-2019.aml"})
	void writesTheExpectedDocument(String option, String expected) throws IOException {
		Path kept = Checkout.root().resolve("tests/io.twinwright.tests/src/io/twinwright/tests/mtp").resolve(expected);
		String made = doser(option);
		if (Boolean.getBoolean("golden.update")) {
			Files.writeString(kept, made);
			fail("The expected document is rewritten. Read the difference and run again without -Dgolden.update.");
		}
		assertEquals(Files.readString(kept), made);
	}

	@Test
	void theImporterRejectsAPackageWithoutItsCommunication() throws IOException {
		Path broken = Files.writeString(folder.resolve("broken.aml"), doser("").replace("MTPSUCLib/CommunicationSet\"", "MTPSUCLib/HMISet\""));
		assertTrue(Imports.refusal(Limits.USUAL, broken).contains("has no module type package"));
	}

	@Test
	void saysSignalsWithTheirUnitsScalesAndLimits() throws IOException {
		Document document = Caex.parse(doser(""));
		Map<String, String> flow = object(document, "flow", "IndicatorElement/AnaView/AnaMon");
		assertEquals("FI-101", flow.get("TagName"));
		assertEquals("What flows now.", flow.get("TagDescription"));
		assertEquals(List.of("1352", "0", "100"), List.of(flow.get("VUnit"), flow.get("VSclMin"), flow.get("VSclMax")), "l/min on the wire");
		assertEquals(List.of("true", "83.33333333333333", "true", "8.333333333333333"),
				List.of(flow.get("VWHEn"), flow.get("VWHLim"), flow.get("VALEn"), flow.get("VALLim")));
		assertEquals(List.of("false", "false"), List.of(flow.get("VAHEn"), flow.get("VTLEn")));
		Map<String, String> scaled = object(document, "scaled", "AnaMon");
		assertEquals(List.of("1997", "0", "2", "true", "1.5"),
				List.of(scaled.get("VUnit"), scaled.get("VSclMin"), scaled.get("VSclMax"), scaled.get("VWHEn"), scaled.get("VWHLim")));
		assertEquals("1998", object(document, "cells", "AnaView").get("VUnit"));
		assertEquals("1997", object(document, "count", "DIntView").get("VUnit"));
		assertEquals("1083", object(document, "pump.speed", "AnaView").get("VUnit"));
		Map<String, String> speed = object(document, "speed", "OperationElement/AnaMan");
		assertEquals(List.of("0", "3000", "0", "3000"), List.of(speed.get("VMin"), speed.get("VMax"), speed.get("VSclMin"), speed.get("VSclMax")));
		assertTrue(object(document, "batch", "StringView").containsKey("Text"));
		assertTrue(object(document, "mode", "DIntView").containsKey("V"));
	}

	@Test
	void bindsSignalsToTheNodesOfServers() throws IOException {
		Document document = Caex.parse(doser(""));
		assertEquals(Map.of("Endpoint", "opc.tcp://127.0.0.1:4840/doser"), Caex.values(Caex.named(document, "InternalElement", "plc", "OPCUAServer")));
		Element flow = Caex.named(document, "ExternalInterface", "flow.V", "OPCUAItem");
		assertEquals(Map.of("Identifier", "4711", "Namespace", "2", "Access", "1"), Caex.values(flow));
		assertEquals("xs:integer", Caex.children(flow, "Attribute").getFirst().getAttribute("AttributeDataType"));
		assertEquals("numbered", ((Element) flow.getParentNode()).getAttribute("Name"));
		assertEquals(Map.of("Identifier", "D1.speed", "Namespace", "urn:doser", "Access", "3"),
				Caex.values(Caex.named(document, "ExternalInterface", "speed.VMan", "OPCUAItem")));
		assertEquals(flow.getAttribute("ID"), object(document, "flow", "AnaMon").get("V"));
		assertFalse(doser("").contains("user@"), "No name of a user is written.");
	}

	@Test
	void saysServicesWithProceduresAndParameters() throws IOException {
		Document document = Caex.parse(doser(""));
		Element dose = Caex.named(document, "InternalElement", "dose", "MTPServiceSUCLib/Service");
		Map<String, String> control = object(document, "dose", "ServiceElement/ServiceControl");
		assertEquals(control.get("RefID"), Caex.values(dose).get("RefID"));
		assertEquals(Caex.named(document, "ExternalInterface", "dose.StateCur", "OPCUAItem").getAttribute("ID"), control.get("StateCur"));
		assertEquals(Caex.named(document, "ExternalInterface", "dose.CommandExt", "OPCUAItem").getAttribute("ID"), control.get("CommandExt"));
		assertEquals(List.of("label", "full", "flush"), names(dose));
		Element full = Caex.named(document, "InternalElement", "full", "Service/Procedure");
		assertEquals(List.of("true", "1"), List.of(Caex.values(full).get("IsSelfCompleting"), Caex.values(full).get("ProcedureID")));
		assertEquals(Caex.values(full).get("RefID"), object(document, "dose.full", "ProcedureHealthView").get("RefID"));
		Element flush = Caex.named(document, "InternalElement", "flush", "Service/Procedure");
		assertEquals(List.of("false", "2"), List.of(Caex.values(flush).get("IsSelfCompleting"), Caex.values(flush).get("ProcedureID")));
		Element amount = Caex.named(document, "InternalElement", "amount", "ServiceParameter/ProcedureParameter");
		Map<String, String> value = object(document, "dose.full.amount", "ParameterElement/AnaServParam");
		assertEquals(Caex.values(amount).get("RefID"), value.get("RefID"));
		assertEquals(List.of("1038", "1", "20"), List.of(value.get("VUnit"), value.get("VMin"), value.get("VMax")));
		assertTrue(value.get("VExt").endsWith("|5"), "The default");
		Caex.named(document, "InternalElement", "dosed", "MTPServiceSUCLib/ReportValue");
		Caex.named(document, "InternalElement", "label", "ServiceParameter/ConfigurationParameter");
		assertEquals(List.of("rinse"), names(Caex.named(document, "InternalElement", "rinse", "MTPServiceSUCLib/Service")),
				"A service has at least one procedure.");
		Element set = Caex.named(document, "InternalElement", "Services", "ServiceSet");
		Element services = Caex.all(document, "InstanceHierarchy").getLast();
		assertEquals(Map.of("AspectRef", services.getAttribute("ID")), Caex.values(Caex.children(set, "ExternalInterface").getFirst()));
		assertEquals("2.3.1", Caex.values(Caex.named(document, "InternalElement", "Doser", "ModuleTypePackage")).get("Version"));
	}

	@Test
	void saysItInTheFormOf2019() throws IOException {
		Document document = Caex.parse(doser(OF_2019));
		assertEquals("2.15", document.getDocumentElement().getAttribute("SchemaVersion"));
		Map<String, String> control = object(document, "dose", "MTPServiceSUCLib/ServiceControl");
		assertEquals(Caex.named(document, "ExternalInterface", "dose.CurrentState", "OPCUAItem").getAttribute("ID"), control.get("CurrentState"));
		Element full = Caex.named(document, "InternalElement", "full", "MTPServiceSUCLib/ServiceStrategy");
		assertEquals(Map.of("StrategyID", "1", "IsSelfCompleting", "true", "IsDefault", "true"), Caex.values(full));
		assertTrue(object(document, "speed", "DataAssembly/ExtAnaOp").containsKey("VExt"));
		assertTrue(object(document, "count", "DataAssembly/DigView").containsKey("V"));
		assertEquals(List.of("full", "flush"), names(Caex.named(document, "InternalElement", "dose", "MTPServiceSUCLib/Service")),
				"This edition has no parameters that are texts.");
	}

	@Test
	void allIdsDifferAndAllReferencesLead() throws IOException {
		for (String option : List.of("", OF_2019)) {
			Document document = Caex.parse(doser(option));
			List<String> ids = Stream.of("InstanceHierarchy", "InternalElement", "ExternalInterface").flatMap(tag -> Caex.all(document, tag).stream())
					.map(element -> element.getAttribute("ID")).filter(id -> !id.isEmpty()).toList();
			assertEquals(ids.size(), Set.copyOf(ids).size());
			for (Element attribute : Caex.all(document, "Attribute")) {
				boolean isLink = attribute.getAttribute("AttributeDataType").equals("xs:IDREF")
						|| attribute.getAttribute("RefAttributeType").matches(".*/(IDLink|AspectID)AttributeType");
				for (Element value : Caex.children(attribute, "Value")) {
					assertTrue(!isLink || ids.contains(value.getTextContent()), () -> attribute.getAttribute("Name"));
				}
			}
		}
	}

	@Test
	void writesTheSameBytesEachTime() throws IOException {
		Path model = Files.writeString(folder.resolve("doser.twin"), DOSER);
		Caex.generate(folder.resolve("one"), model);
		Caex.generate(folder.resolve("two"), model);
		assertArrayEquals(Files.readAllBytes(folder.resolve("one/mtp/p.D1.mtp")), Files.readAllBytes(folder.resolve("two/mtp/p.D1.mtp")));
	}

	@Test
	void tellsWhatIsLeftOut() throws IOException {
		Path model = Files.writeString(folder.resolve("doser.twin"), DOSER);
		String said = Command.run("generate", model, "--target", "mtp", "-o", folder.resolve("out")).ends(0).toString();
		assertTrue(said.contains("'p.D2' has no module type package, because none of its signals is bound to an OPC UA server."), said);
		assertTrue(said.contains("'p.D1.full' is left out of its module type package, because it is not bound to an OPC UA server."), said);
		assertTrue(said.contains("'p.Doser.seen' is left out of module type packages."), said);
		assertTrue(said.contains("'p.Doser.text' is left out of module type packages."), said);
		assertTrue(said.contains("The states of 'p.Mode' are numbers in module type packages"), said);
		assertTrue(said.contains("TW928: Unit [10*6/ml] of 'p.Doser.cells' has no code for process devices"), said);
		assertTrue(said.contains("TW929: Service 'p.Doser.rinse' has no state on a server"), said);
		assertTrue(said.contains("TW929: Service 'p.Doser.rinse' has no command on a server"), said);
		assertFalse(said.contains("'p.Doser.dose' has no"), said);
		assertFalse(said.contains("twice") || said.contains("inner"), "What is computed or private is no concern of the module.");
		Path bare = Files.writeString(folder.resolve("bare.twin"), "namespace q\ntype T { sensor s : [kW] }\nasset A : T\n");
		assertTrue(Command.run("generate", bare, "--target", "mtp", "-o", folder.resolve("none")).ends(0).toString()
				.contains("Nothing has a service or a footprint, so there is no module type package."));
	}

	@Test
	void refusesTheOldFormOfOtherTargets() throws IOException {
		Path model = Files.writeString(folder.resolve("doser.twin"), DOSER);
		Command refused = Command.run("generate", model, "--target", "wot", OF_2019, "-o", folder.resolve("out")).ends(2);
		assertTrue(refused.toString().contains("--mtp-2019 is for the target 'mtp' only."), refused::toString);
	}

	private Map<String, String> generate(Path model, String option) throws IOException {
		return Caex.generate(folder.resolve("out" + option), model, option.isEmpty() ? new String[0] : new String[] {option});
	}

	private String doser(String option) throws IOException {
		Map<String, String> made = generate(Files.writeString(folder.resolve("doser.twin"), DOSER), option);
		assertEquals(Set.of("p.D1.mtp"), made.keySet());
		return made.get("p.D1.mtp");
	}

	private static Map<String, String> object(Document document, String name, String classEnd) {
		return Caex.values(Caex.named(document, "InternalElement", name, classEnd));
	}

	private static List<String> names(Element element) {
		return Caex.children(element, "InternalElement").stream().map(child -> child.getAttribute("Name")).toList();
	}
}
