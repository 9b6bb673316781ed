package io.twinwright.tests.importers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.importers.ImportFailure;
import io.twinwright.importers.mtp.MtpImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MtpImportTest {
	private final MtpImporter importer = new MtpImporter();

	@TempDir
	Path folder;

	@Test
	void importsAllSamples() throws Exception {
		Map<String, Map<String, Integer>> counts = new TreeMap<>();
		for (Path sample : Incoming.files(Incoming.samples("mtp/samples"))) {
			Incoming incoming = Incoming.of(importer, sample);
			assertFalse(incoming.remarks().isEmpty(), "Something of " + sample + " is not understood, and that is said.");
			counts.put(sample.getFileName().toString(), incoming.counts());
		}
		assertEquals(Map.of(
				"BucketMTP_v1.0.0.zip", Map.of("module", 1, "data object", 2, "signal", 2),
				"MTP_Demo_Reactor.zip", Map.of("endpoint", 1, "variable", 197, "module", 1, "data object", 11, "signal", 42),
				"MTP_Ruehrreaktor_v1.mtp", Map.of("endpoint", 1, "variable", 268, "module", 1, "data object", 25, "signal", 41,
						"service", 4, "parameter", 10, "procedure", 8),
				"Mixing_1.1.2_edited.zip", Map.of("endpoint", 1, "variable", 557, "module", 1, "data object", 51, "signal", 96,
						"service", 10, "parameter", 17, "procedure", 23),
				"mtppy_minimal_manifest.aml", Map.of("endpoint", 1, "variable", 159, "module", 1, "data object", 6, "signal", 10,
						"service", 1, "parameter", 3, "procedure", 1)), counts);
	}

	@Test
	void readsSignalsServicesAndBindingsOf2019() throws Exception {
		Incoming mixing = Incoming.of(importer, Incoming.samples("mtp/samples").resolve("Mixing_1.1.2_edited.zip"));
		assertEquals(List.of("sensor FI2012 : [ml/min] range 0..7.5 tag \"Sensoren.FI2012\""), mixing.lines("sensor FI2012"));
		assertTrue(mixing.text().contains("Its scale runs from 208.95 down to -94.21."), mixing.text());
		assertEquals(List.of("procedure volume_based", "procedure continuous"),
				mixing.lines("procedure ").subList(0, 2));
		assertTrue(mixing.text().contains("Needs DoseVolume, SetFlowRate."), mixing.text());
		assertTrue(mixing.text().contains("nsu=CODESYSSPV3/3S/IecVarAccess;s=|var|WAGO 750-8204 PFC200 CS 2ETH RS CAN.Application.Sensoren.FI2012.V"));
		assertTrue(mixing.text().contains("endpoint OPCServer { url \"opc.tcp://10.6.51.31\""));
	}

	@Test
	void readsAlarmsOfMonitoredValues() throws Exception {
		Incoming reactor = Incoming.of(importer, Incoming.samples("mtp/samples").resolve("MTP_Demo_Reactor.zip"));
		assertEquals(List.of("sensor MCL01_AnaMon : real range 0..100 alarm lowlow 5 alarm low 8 alarm high 95 alarm highhigh 98"),
				reactor.lines("sensor MCL01_AnaMon"));
	}

	@Test
	void readsThe2022FormWithCaex30() throws Exception {
		Incoming module = Incoming.of(importer, zip("dosing.mtp", Map.of("manifest.aml", Fixture.MANIFEST_2022)));
		assertEquals(Map.of("endpoint", 1, "variable", 6, "module", 1, "data object", 3, "signal", 3, "service", 1, "procedure", 1, "parameter", 1),
				module.counts());
		assertEquals(List.of("sensor F01 : [l/h] range 0..250"), module.lines("sensor F01"));
		assertEquals(List.of("service Dose : Dose(Amount = 1..20 [l]) {"), module.lines("service Dose"));
		assertEquals(List.of("parameter Amount : [l] range 1..20 tag \"Dose.Amount\""), module.lines("parameter Amount"));
		assertEquals(List.of("state Dose_state : MtpState"), module.lines("Dose_state : "));
		assertEquals(List.of("actuator Dose_command : MtpCommand"), module.lines("Dose_command : "));
		assertEquals(List.of("bind Dosing_1.F01 to Controller \"nsu=urn:acme:dosing;s=F01.V\"",
				"bind Dosing_1.Dose.full.Amount to Controller \"nsu=urn:acme:dosing;i=4711\"",
				"bind Dosing_1.Dose_state to Controller \"nsu=urn:acme:dosing;s=Dose.StateCur\"",
				"bind Dosing_1.Dose_command to Controller \"nsu=urn:acme:dosing;s=Dose.CommandExt\""), module.lines("bind "));
	}

	@Test
	void readsTheNamesOfAllEditions() throws Exception {
		Incoming drafted = Incoming.of(importer, zip("dosing.mtp", Map.of("manifest.aml", Fixture.MANIFEST_2022)));
		String released = Fixture.MANIFEST_2022.replace("MTPServiceSUCLib/ServiceProcedure", "MTPServiceSUCLib/Service/Procedure")
				.replace("DataAssembly/ServiceControl", "DataAssembly/ServiceElement/ServiceControl")
				.replace("OperationElement/AnaServParam", "ServiceElement/ParameterElement/AnaServParam");
		assertEquals(drafted.text(), Incoming.of(importer, zip("dosing.mtp", Map.of("manifest.aml", released))).text());
		String input = Fixture.MANIFEST_2022.replace("IndicatorElement/AnaView", "InputElement/AnaProcessValueIn");
		assertEquals(List.of("actuator F01 : [l/h] range 0..250"),
				Incoming.of(importer, zip("input.mtp", Map.of("manifest.aml", input))).lines("F01 :"));
		String whole = Fixture.MANIFEST_2022.replace("IndicatorElement/AnaView", "DigView");
		assertEquals(List.of("sensor F01 : integer [l/h] range 0..250"),
				Incoming.of(importer, zip("whole.mtp", Map.of("manifest.aml", whole))).lines("F01 :"));
	}

	@Test
	void readsDocumentsBesideTheManifestWithBackslashesInTheirNames() throws Exception {
		int services = Fixture.MANIFEST_2022.indexOf("<InstanceHierarchy Name=\"Services\"");
		String rest = Fixture.MANIFEST_2022.substring(services);
		String head = Fixture.MANIFEST_2022.substring(0, Fixture.MANIFEST_2022.indexOf("<InstanceHierarchy"));
		Incoming divided = Incoming.of(importer, zip("divided.zip", Map.of(
				"Source\\Service.aml", head + rest, "Manifest.aml", Fixture.MANIFEST_2022.substring(0, services) + "</CAEXFile>")));
		Incoming whole = Incoming.of(importer, zip("whole.zip", Map.of("Manifest.aml", Fixture.MANIFEST_2022)));
		assertEquals(whole.text().replace("whole.zip", "divided.zip"), divided.text());
	}

	@Test
	void saysWhatIsNotUnderstood() throws Exception {
		String strange = Fixture.MANIFEST_2022.replace("IndicatorElement/AnaView", "IndicatorElement/CloudView").replace(">1353<", ">1110<");
		Incoming module = Incoming.of(importer, zip("strange.mtp", Map.of("manifest.aml", strange)));
		assertTrue(module.remarks().contains("'F01' is a 'CloudView', which is no data object that is known, and is not imported."),
				module.remarks()::toString);
		String unit = Fixture.MANIFEST_2022.replace(">1353<", ">1110<");
		assertTrue(Incoming.of(importer, zip("unit.mtp", Map.of("manifest.aml", unit))).remarks()
				.contains("F01: Its unit code 1110 is none that is known."));
	}

	@Test
	void countsElementsThatNobodyReads() throws Exception {
		String others = "Elements of these kinds are not imported: 2 'Pipe', 1 'Pump'.";
		Incoming plain = Incoming.of(importer, zip("plain.mtp", Map.of("manifest.aml", Fixture.MANIFEST_2022)));
		assertTrue(plain.remarks().stream().noneMatch(remark -> remark.startsWith("Elements of these kinds")), plain.remarks()::toString);
		String drawn = Fixture.MANIFEST_2022.replace("</CAEXFile>", "<InstanceHierarchy Name=\"Pictures\"><InternalElement Name=\"a\" RefBaseSystemUnitPath=\"Lib/Pipe\"/>"
				+ "<InternalElement Name=\"b\" RefBaseSystemUnitPath=\"Lib/Pipe\"><InternalElement Name=\"c\" RefBaseSystemUnitPath=\"Lib/Pump\"/></InternalElement>"
				+ "</InstanceHierarchy></CAEXFile>");
		Incoming module = Incoming.of(importer, zip("drawn.mtp", Map.of("manifest.aml", drawn)));
		assertTrue(module.remarks().contains(others), module.remarks()::toString);
	}

	@Test
	void saysWhatThePackageOfATwinLacks() throws Exception {
		String lack = "The package is that of a twin, and says nothing of its formulas, ";
		String origin = "<SourceDocumentInformation OriginName=\"%s\" OriginID=\"i\" OriginVersion=\"1\" LastWritingDateTime=\"2026-01-01T00:00:00\"/>";
		String header = "<AdditionalInformation><WriterHeader><WriterName>%s</WriterName></WriterHeader></AdditionalInformation>";
		for (String writer : List.of(origin, header)) {
			for (String name : List.of("Twinwright", "Other")) {
				String manifest = Fixture.MANIFEST_2022.replaceFirst("(<CAEXFile[^>]*>)", "$1" + writer.formatted(name));
				List<String> remarks = Incoming.of(importer, zip("written.mtp", Map.of("manifest.aml", manifest))).remarks();
				assertEquals(name.equals("Twinwright") ? 1 : 0, remarks.stream().filter(remark -> remark.startsWith(lack)).count(), remarks::toString);
			}
		}
	}

	@Test
	void refusesWhatIsNoPackage() throws Exception {
		refuses("no module type package", zip("empty.mtp", Map.of("a.aml", "<CAEXFile SchemaVersion=\"2.15\" FileName=\"a\"/>")));
		refuses("no AutomationML (.aml)", zip("other.zip", Map.of("readme.txt", "hello")));
		refuses("begins with 'html'", file("page.aml", "<html/>"));
		refuses("no well-formed XML", file("broken.aml", "<CAEXFile><InstanceHierarchy"));
		refuses("no ZIP archive", file("broken.mtp", "PK and nothing else"));
	}

	@Test
	void refusesHostilePackages() throws Exception {
		String entities = "<!DOCTYPE CAEXFile [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><CAEXFile>&b;</CAEXFile>";
		refuses("document type", file("entities.aml", entities));
		refuses("document type", file("external.aml", "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><CAEXFile>&x;</CAEXFile>"));
		refuses("leads out of it", zip("traversal.mtp", Map.of("../../manifest.aml", Fixture.MANIFEST_2022)));
		refuses("leads out of it", zip("windows.mtp", Map.of("..\\manifest.aml", Fixture.MANIFEST_2022)));
		refuses("nested more than", file("deep.aml", "<CAEXFile>" + "<InternalElement>".repeat(5000)));
		refuses("no honest file is", zip("bomb.mtp", Map.of("manifest.aml", " ".repeat(200 << 20))));
	}

	private void refuses(String words, Path file) {
		ImportFailure failure = assertThrows(ImportFailure.class, () -> Incoming.of(importer, file));
		assertTrue(failure.getMessage().contains(words) && failure.getMessage().endsWith("."), failure.getMessage());
	}

	private Path file(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	private Path zip(String name, Map<String, String> entries) throws IOException {
		return Packages.zip(folder.resolve(name), entries);
	}

	/** A small module in the form of 2022, with namespaces as CAEX 3.0 has them. */
	private static final class Fixture {
		static final String MANIFEST_2022 = """
				<?xml version="1.0" encoding="utf-8"?>
				<CAEXFile xmlns="http://www.dke.de/CAEX" SchemaVersion="3.0" FileName="manifest.aml">
				 <InstanceHierarchy Name="ModuleTypePackage">
				  <InternalElement Name="Dosing" ID="m1" RefBaseSystemUnitPath="MTPSUCLib/ModuleTypePackage">
				   <Description>Doses one liquid.</Description>
				   <InternalElement Name="CommunicationSet" ID="m2" RefBaseSystemUnitPath="MTPSUCLib/CommunicationSet">
				    <InternalElement Name="InstanceList" ID="m3" RefBaseSystemUnitPath="MTPSUCLib/CommunicationSet/InstanceList">
				     <InternalElement Name="F01" ID="m4" RefBaseSystemUnitPath="MTPDataObjectSUCLib/DataAssembly/IndicatorElement/AnaView">
				      <Attribute Name="TagName" AttributeDataType="xs:string"><Value>F01</Value></Attribute>
				      <Attribute Name="V" AttributeDataType="xs:IDREF"><Value>i1</Value></Attribute>
				      <Attribute Name="VSclMin" AttributeDataType="xs:double"><Value>0.0</Value></Attribute>
				      <Attribute Name="VSclMax" AttributeDataType="xs:IDREF"><DefaultValue>250</DefaultValue><Value>i2</Value></Attribute>
				      <Attribute Name="VUnit" AttributeDataType="xs:int"><Value>1353</Value></Attribute>
				     </InternalElement>
				     <InternalElement Name="Dose" ID="m5" RefBaseSystemUnitPath="MTPDataObjectSUCLib/DataAssembly/ServiceControl">
				      <Attribute Name="StateCur" AttributeDataType="xs:IDREF"><Value>i3</Value></Attribute>
				      <Attribute Name="CommandExt" AttributeDataType="xs:IDREF"><Value>i4</Value></Attribute>
				      <Attribute Name="RefID" AttributeDataType="xs:ID"><Value>r1</Value></Attribute>
				     </InternalElement>
				     <InternalElement Name="Dose.Amount" ID="m6" RefBaseSystemUnitPath="MTPDataObjectSUCLib/DataAssembly/OperationElement/AnaServParam">
				      <Attribute Name="VExt" AttributeDataType="xs:IDREF"><Value>i5</Value></Attribute>
				      <Attribute Name="VOut" AttributeDataType="xs:IDREF"><Value>i6</Value></Attribute>
				      <Attribute Name="VMin" AttributeDataType="xs:double"><Value>1</Value></Attribute>
				      <Attribute Name="VMax" AttributeDataType="xs:double"><Value>20</Value></Attribute>
				      <Attribute Name="VUnit" AttributeDataType="xs:int"><Value>1038</Value></Attribute>
				      <Attribute Name="RefID" AttributeDataType="xs:ID"><Value>r2</Value></Attribute>
				     </InternalElement>
				    </InternalElement>
				    <InternalElement Name="SourceList" ID="m7" RefBaseSystemUnitPath="MTPSUCLib/CommunicationSet/SourceList">
				     <InternalElement Name="Controller" ID="m8" RefBaseSystemUnitPath="MTPCommunicationSUCLib/ServerAssembly/OPCUAServer">
				      <Attribute Name="Endpoint" AttributeDataType="xs:string"><Value>opc.tcp://10.1.2.3:4840</Value></Attribute>
				      %s
				     </InternalElement>
				    </InternalElement>
				   </InternalElement>
				  </InternalElement>
				 </InstanceHierarchy>
				 <InstanceHierarchy Name="Services">
				  <InternalElement Name="Dose" ID="s1" RefBaseSystemUnitPath="MTPServiceSUCLib/Service">
				   <Attribute Name="RefID" AttributeDataType="xs:ID"><Value>r1</Value></Attribute>
				   <InternalElement Name="full" ID="s2" RefBaseSystemUnitPath="MTPServiceSUCLib/ServiceProcedure">
				    <Attribute Name="IsDefault" AttributeDataType="xs:boolean"><Value>true</Value></Attribute>
				    <InternalElement Name="Amount" ID="s3" RefBaseSystemUnitPath="MTPServiceSUCLib/ServiceParameter/ProcedureParameter">
				     <Attribute Name="RefID" AttributeDataType="xs:ID"><Value>r2</Value></Attribute>
				    </InternalElement>
				   </InternalElement>
				  </InternalElement>
				 </InstanceHierarchy>
				</CAEXFile>
				""".formatted(item("i1", "F01.V", "xs:string") + item("i2", "F01.VSclMax", "xs:string") + item("i3", "Dose.StateCur", "xs:string")
				+ item("i4", "Dose.CommandExt", "xs:string") + item("i5", "4711", "xs:int") + item("i6", "Dose.Amount.VOut", "xs:string"));

		private static String item(String id, String identifier, String type) {
			return """
					<ExternalInterface Name="%s" ID="%s" RefBaseClassPath="MTPCommunicationICLib/DataItem/OPCUAItem">
					<Attribute Name="Identifier" AttributeDataType="%s"><Value>%s</Value></Attribute>
					<Attribute Name="Namespace" AttributeDataType="xs:string"><Value>urn:acme:dosing</Value></Attribute>
					<Attribute Name="Access" AttributeDataType="xs:unsignedByte"><Value>1</Value></Attribute>
					</ExternalInterface>
					""".formatted(identifier, id, type, identifier);
		}
	}
}
