package io.twinwright.tests.opcua.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.twinwright.core.structure.TwinModel;
import io.twinwright.opcua.live.LiveLink;
import io.twinwright.opcua.plant.SimulatedPlant;
import io.twinwright.tests.importers.Imports;
import io.twinwright.tests.opcua.Twins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of a tag list is attached to the plant that the list is of. */
class ImportedTagsTest {
	private static final String PLANT = """
			namespace a
			type F {
			  sensor   Temp  : [Cel] range -10.5..120 every 100 [ms]
			  actuator Speed : integer [/min] range 0..12000 every 100 [ms]
			}
			asset L {
			  sensor Running : boolean every 100 [ms]
			  sensor Odd : [bar] range 0..16 every 100 [ms]
			  part Filler1 : F
			  part Filler2 : F
			}
			endpoint plc { url "opc.tcp://localhost:4840" security None }
			bind L to plc "nsu=urn:x;s=PLC.Line1"
			bind L.Odd to plc "nsu=urn:x;i=4711"
			""";
	private static final String LIST = """
			Name,Type,Unit,Min,Max,Node Id,Access
			Line1.Filler1.Temp,REAL,°C,-10.5,120,"nsu=urn:x;s=PLC.Line1.Filler1.Temp",R
			Line1.Filler1.Speed,DINT,rpm,0,12000,"nsu=urn:x;s=PLC.Line1.Filler1.Speed",RW
			Line1.Filler2.Temp,REAL,°C,-10.5,120,"nsu=urn:x;s=PLC.Line1.Filler2.Temp",R
			Line1.Filler2.Speed,DINT,rpm,0,12000,"nsu=urn:x;s=PLC.Line1.Filler2.Speed",RW
			Line1.Running,BOOL,,,,"nsu=urn:x;s=PLC.Line1.Running",R
			Line1.Pressure,REAL,bar,0,16,"nsu=urn:x;i=4711",R
			""";

	@TempDir
	private Path folder;

	@Test
	void allAreFoundAndNothingHasDrifted() throws Exception {
		TwinModel model = Twins.parse(PLANT);
		TwinModel imported = Imports.twin(Imports.read(Files.writeString(folder.resolve("line.csv"), LIST)).written().text());
		assertEquals(6, imported.roots().stream().flatMap(root -> root.all().stream()).mapToInt(position -> position.points().size()).sum());
		try (SimulatedPlant plant = SimulatedPlant.of(model, Twins.nodeSets(model)).start(folder).get(60, TimeUnit.SECONDS)) {
			LiveLink link = Links.open(plant.url(), imported, folder, new Recorder());
			try {
				assertEquals(List.of(), link.resolution().missing());
				assertEquals(List.of(), Links.drift(link));
			} finally {
				Links.end(link);
			}
		}
	}
}
