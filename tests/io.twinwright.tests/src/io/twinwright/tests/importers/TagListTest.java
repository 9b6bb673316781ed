package io.twinwright.tests.importers;

import static io.twinwright.tests.importers.Imports.file;
import static io.twinwright.tests.importers.Imports.remarks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.importers.Imported;
import io.twinwright.importers.input.Limits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tag lists as plants have them. */
class TagListTest {
	private static final String LINE = """
			Name,Type,Unit,Min,Max,Node Id,Description,Access
			Line1.Filler1.Temp,REAL,°C,-10.5,120,"nsu=urn:x;s=PLC.Line1.Filler1.Temp",Temperature 1,R
			Line1.Filler1.Speed,DINT,rpm,0,12000,"nsu=urn:x;s=PLC.Line1.Filler1.Speed",Speed,RW
			Line1.Filler2.Temp,REAL,°C,-10.5,120,"nsu=urn:x;s=PLC.Line1.Filler2.Temp",Temperature 2,R
			Line1.Filler2.Speed,DINT,rpm,0,12000,"nsu=urn:x;s=PLC.Line1.Filler2.Speed",Speed,RW
			Line1.Running,BOOL,,,,"nsu=urn:x;s=PLC.Line1.Running",is on,R
			""";

	@TempDir
	private Path folder;

	private String text(String name, String list) {
		return Imports.read(file(folder, name, list)).written().text();
	}

	@Test
	void makesTypesOfPiecesThatAreAlike() {
		assertEquals("""
				// Imported from line.csv: Tag list, 5 tags, 1 type, 1 asset.
				namespace plant

				// The file does not say where the server is. Write its URL here.
				endpoint server { url "opc.tcp://localhost:4840" security None }

				type Filler {
				  /** Temperature */
				  sensor   Temp  : [Cel]          range -10.5..120
				  /** Speed */
				  actuator Speed : integer [/min] range 0..12000
				}

				asset Line1 {
				  /** is on */
				  sensor Running : boolean
				  part Filler1 : Filler
				  part Filler2 : Filler
				}

				bind Line1 to server "nsu=urn:x;s=PLC.Line1"
				""", text("line.csv", LINE));
	}

	@Test
	void leavesNothingToFind() {
		assertEquals(List.of(), Imports.findings(text("line.csv", LINE)));
	}

	/** What is bound to a node in the list has exactly that node in the model, so that it can be attached at once. */
	@Test
	void eachTagHasItsNode() {
		String list = LINE + """
				Line1.Filler1.Level,REAL,%,0,100,"nsu=urn:x;i=4711",,R
				Line1.Filler1.Mode/Auto,BOOL,,,,"nsu=urn:x;s=PLC.Line1.Filler1.Mode.Auto",,R
				Line1.Tank[2].Level,REAL,%,0,100,"nsu=urn:x;s=PLC.Line1.Tank[2].Level",,R
				Line1.Filler2,BOOL,,,,"nsu=urn:x;s=PLC.Line1.Filler2",,R
				Line1.Filler-1,BOOL,,,,"nsu=urn:x;s=PLC.Line1.Filler-1",,R
				""";
		TwinModel twin = Imports.twin(text("line.csv", list));
		Map<String, String> nodes = new TreeMap<>();
		twin.roots().stream().flatMap(root -> root.all().stream()).flatMap(position -> position.points().stream())
				.forEach(point -> nodes.put(point.path(), Addresses.of(twin, point).toString()));
		Map<String, String> expected = new TreeMap<>(Map.of("Line1.Filler1.Temp", "s=PLC.Line1.Filler1.Temp", "Line1.Filler1.Speed", "s=PLC.Line1.Filler1.Speed",
				"Line1.Filler22.Temp", "s=PLC.Line1.Filler2.Temp", "Line1.Filler22.Speed", "s=PLC.Line1.Filler2.Speed", "Line1.Running", "s=PLC.Line1.Running",
				"Line1.Filler1.Level", "i=4711", "Line1.Filler1.Mode.Auto", "s=PLC.Line1.Filler1.Mode.Auto", "Line1.Tank_2.Level", "s=PLC.Line1.Tank[2].Level",
				"Line1.Filler2", "s=PLC.Line1.Filler2", "Line1.Filler_1", "s=PLC.Line1.Filler-1"));
		expected.replaceAll((path, node) -> "nsu=urn:x;" + node);
		assertEquals(expected, nodes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252" })
	void readsGermanInEachEncoding(String charset) {
		String list = "Bezeichner;Datentyp;Einheit;Untergrenze;Obergrenze;Kommentar\nAbfüller.Füllhöhe;REAL;m³;0,5;1.250,75;Größe ä\n";
		String text = Imports.read(file(folder, "liste.csv", list, Charset.forName(charset))).written().text();
		assertTrue(text.contains("/** Größe ä */\n  sensor Füllhöhe : [m3] range 0.5..1250.75"), text);
		assertTrue(text.contains("asset Abfüller {"), text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "EUC-KR", "UTF-16LE" })
	void readsKoreanInEachEncoding(String charset) {
		String list = "태그명,데이터 형식,단위,하한,상한,설명\n충전기.온도,실수,℃,0,120,탱크 온도\n충전기.가동,불,,,,가동 중\n";
		String text = Imports.read(file(folder, "list.csv", list, Charset.forName(charset))).written().text();
		assertTrue(text.contains("/** 탱크 온도 */\n  sensor 온도 : [Cel] range 0..120\n"), text);
		assertTrue(text.contains("sensor 가동 : boolean"), text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0..100|0..100", "-10 bis +50,5 °C|-10..50.5", "4-20|4..20", "0 ... 1,5|0..1.5", "[0;16]|0..16", "0 ~ 10|0..10" })
	void readsRanges(String range, String expected) {
		String text = text("a.csv", "Name\tUnit\tRange\nx\tbar\t" + range + "\n");
		assertTrue(text.contains("range " + expected + "\n"), text);
	}

	@ParameterizedTest
	@CsvSource({ "°C,Cel", "Nm,N.m", "rpm,/min", "m³/h,m3/h", "bar(g),bar{gauge}", "kWh,kW.h", "µS/cm,uS/cm", "C,Cel", "nm,nm", "in,[in_i]", "Pcs/h,1/h", "[bar],bar",
			"degree Celsius,Cel" })
	void readsUnitsAsPlantsSpellThem(String spelling, String code) {
		Imported imported = Imports.read(file(folder, "a.csv", "Name,Unit\nx," + spelling + "\n"));
		assertTrue(imported.written().text().contains("sensor x : [" + code + "]\n"), imported.written().text());
		assertEquals(List.of(), remarks(imported));
	}

	@Test
	void saysWhatItDoesNotUnderstand() {
		Imported imported = Imports.read(file(folder, "a.csv", """
				Name,Type,Unit,Range,Interlock
				Pump.Speed,foo,xyz,5..1,Yes
				Pump.Level,REAL,%,many,
				,REAL,,,
				Pump.Speed,REAL,,,
				Pump.Data,BYTE[8],,,
				Pump.On,BOOL,V,0..1,
				"""));
		assertEquals(List.of("Row 4 has no name and is left out.", "Row 5 is left out: 'Pump.Speed' is there already.",
				"Column 'Interlock' is not used; it has 'Yes' for example.", "Speed: Type 'foo' is not known; it is taken as a number.",
				"Speed: Unit 'xyz' is not known.", "Range 5..1 of 'Speed' is empty and left out.", "Level: Range 'many' is not understood.",
				"'Data' is left out: its value is no single number, text, state or time.",
				"On: A value of type 'BOOL' has no unit and no range; they are left out."), remarks(imported));
		remarks(imported).forEach(remark -> assertTrue(imported.written().text().replaceAll("\\n\\s*// ", " ").contains(remark.replaceFirst("^\\w+: ", "")), remark));
	}

	@Test
	void readsAnExportOfKepware() {
		String text = text("kepware.csv", """
				Tag Name,Address,Data Type,Respect Data Type,Client Access,Scan Rate,Scaling,Raw Low,Raw High,Scaled Low,Scaled High,Scaled Data Type,Clamp Low,Clamp High,Eng Units,Description,Negate Value
				"Mixer.Temperature","DB1,REAL4",Float,1,RO,500,Linear,0,27648,0,150,Float,0,0,"degC","Jacket temperature",0
				"Mixer.Start","DB1,X0.0",Boolean,1,R/W,100,None,,,,,,,,"","",0
				""");
		assertTrue(text.contains("""
				asset Mixer {
				  /** Jacket temperature (address DB1,REAL4) */
				  sensor   Temperature : [Cel]   range 0..150 every 500 [ms]
				  /** Address DB1,X0.0 */
				  actuator Start       : boolean every 100 [ms]
				}
				"""), text);
	}

	@Test
	void readsAWorkbookOfTiaPortal() {
		Imported imported = Imports.read(Imports.resource(folder, "tia.xlsx"));
		String text = imported.written().text();
		assertTrue(text.contains("  /** Fülltemperatur (address %ID100) */\n  sensor   Filler1_Temp"), text);
		assertTrue(text.contains("actuator Valve_open"), text);
		assertTrue(text.contains("// Sheet 'TagTable Properties' is no tag list"), text);
		assertEquals(Map.of("tag", 4, "asset", 1), imported.files().getFirst().counts());
	}

	@Test
	void readsAWorkbookWithNumbersAndFormulas() {
		String text = Imports.read(Imports.resource(folder, "plain.xlsx")).written().text();
		assertTrue(text.contains("sensor Level : [%] range 0.1..99.5"), text);
		assertTrue(text.contains("sensor Total : counter"), text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", "a,b,c\n1,2,3\n", "Name,Type\n", "\u0000\u0001\u0002" })
	void refusesWhatIsNoTagList(String list) {
		String refusal = Imports.refusal(Limits.USUAL, file(folder, "a.csv", list));
		assertTrue(refusal.contains("a.csv' cannot be imported. The file is no tag list: no row names a column 'name'"), refusal);
	}

	@Test
	void makesOneTextOfSeveralFiles() {
		Path one = file(folder, "one.csv", "Name,Unit\nPump.Speed,rpm\n");
		Path other = file(folder, "two.csv", "Name,Unit\nPump.Speed,rpm\n");
		String text = Imports.read(one, other).written().text();
		assertTrue(text.contains("asset Pump {") && text.contains("asset Pump2 \"Pump\" {"), text);
	}

	@Test
	void namesTheServersThatTheListNames() {
		String text = text("a.csv", """
				Name;Server;Node
				A.x;opc.tcp://plc7.acme.example:4840;"ns=2;s=x"
				A.y;opc.tcp://plc7.acme.example:4840;"ns=2;i=5"
				""");
		assertTrue(text.contains("endpoint plc7 { url \"opc.tcp://plc7.acme.example:4840\" security Basic256Sha256 mode SignAndEncrypt }"), text);
		assertTrue(text.contains("bind A.x to plc7 \"ns=2;s=x\"\nbind A.y to plc7 \"ns=2;i=5\""), text);
		assertFalse(text.contains("localhost"), text);
	}

	@Test
	void isBoundedInRows() {
		StringBuilder list = new StringBuilder("Name\n");
		for (int i = 0; i < 300; i++) {
			list.append("tag").append(i).append('\n');
		}
		Limits few = new Limits(1 << 20, 1 << 20, 10, 10, 10, 200);
		assertTrue(Imports.refusal(few, file(folder, "a.csv", list.toString())).contains("more than 200 rows"));
		assertTrue(Imports.refusal(new Limits(100, 100, 10, 10, 10, 200), file(folder, "b.csv", list.toString(), StandardCharsets.UTF_8))
				.contains("more than 100 bytes"));
	}
}
