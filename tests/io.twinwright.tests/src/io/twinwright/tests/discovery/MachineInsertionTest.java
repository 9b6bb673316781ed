package io.twinwright.tests.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.discovery.Machine;
import io.twinwright.core.discovery.Matching;
import io.twinwright.core.structure.Position;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.dsl.ide.edit.MachineInsertion;
import io.twinwright.dsl.ide.edit.MachineInsertion.Inserted;
import io.twinwright.dsl.insert.Server;
import io.twinwright.tests.opcua.Twins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the texts of a project say after a machine was put into a line, or in the place of a part. */
class MachineInsertionTest {
	private static final String TYPE = """
			namespace a
			type Filler {
			  identity { ManufacturerName "ACME" ManufacturerProductDesignation "FX-12" }
			  sensor flow : [l/min]
			}
			""";
	private static final String ADDED = """

			asset _99 : Filler {
			  identity { SerialNumber "99" }
			}
			endpoint server { url "opc.tcp://10.0.0.7:4840" security None }
			bind _99 to server "nsu=urn:maker;s=M1"
			""";
	private static final Server SERVER = new Server("opc.tcp://10.0.0.7:4840", "None", "None", false, false);
	@TempDir
	private Path folder;

	/** Puts a machine of the serial number 99 somewhere. */
	private Inserted put(boolean swap, String at, String... texts) throws IOException {
		for (int i = 0; i < texts.length; i++) {
			Files.writeString(folder.resolve("file" + i + ".twin"), texts[i]);
		}
		TwinModel twin = Twins.load(folder);
		Machine machine = new Machines().type(new NodeAddress("urn:twin:a", "Filler"), "Filler").says("Manufacturer", "ACME").says("Model", "FX-12").says("SerialNumber", "99")
				.has("flow", Data.REAL, "l/min", Access.READ).in(twin);
		MachineInsertion machines = Twins.injector().getInstance(MachineInsertion.class);
		Position position = twin.roots().stream().flatMap(root -> root.all().stream()).filter(one -> one.path().equals(at)).findFirst().orElseThrow();
		var match = new Matching(twin).match(machine).getFirst();
		return swap ? machines.swap(machine, match, SERVER, position, twin) : machines.insert(machine, match, SERVER, position, twin);
	}

	/** @return the texts that have changed, by the names of their files */
	private Map<String, String> changed(boolean swap, String at, String... texts) throws IOException {
		Inserted.Changed changed = assertInstanceOf(Inserted.Changed.class, put(swap, at, texts));
		return changed.texts().entrySet().stream().collect(Collectors.toMap(file -> file.getKey().lastSegment(), Map.Entry::getValue));
	}

	private String refused(boolean swap, String at, String... texts) throws IOException {
		return assertInstanceOf(Inserted.Refused.class, put(swap, at, texts)).sentence();
	}

	@Test
	void fillsAFreePosition() throws IOException {
		String text = TYPE + "asset L1 { part fill : Filler /* here */ }\n";
		assertEquals(Map.of("file0.twin", text.replace(": Filler /*", ": Filler uses _99 /*") + ADDED), changed(false, "L1.fill", text));
	}

	@Test
	void standsByWhereThereIsAPiece() throws IOException {
		String text = TYPE + "asset F1 : Filler\nasset F2 : Filler\nasset L1 { part fill : Filler uses F1 standby F2 }\n";
		assertEquals(Map.of("file0.twin", text.replace("standby F2", "standby F2, _99") + ADDED), changed(false, "L1.fill", text));
		assertEquals(Map.of("file0.twin", text.replace("uses F1", "uses _99") + ADDED), changed(true, "L1.fill", text));
	}

	@Test
	void standsByWhereThePositionIsBoundItself() throws IOException {
		String text = TYPE + "asset L1 { part fill : Filler }\nendpoint plc { url \"opc.tcp://10.0.0.1:4840\" security None }\n"
				+ "bind L1.fill to plc \"nsu=urn:maker;s=F1\" // the old one\nbind L1.fill.flow to plc \"nsu=urn:maker;s=Flow\"\n";
		assertEquals(Map.of("file0.twin", text.replace("part fill : Filler", "part fill : Filler standby _99") + ADDED), changed(false, "L1.fill", text));
		String rebound = text.replace("part fill : Filler", "part fill : Filler uses _99").replaceAll("(?m)^bind L1.*\\R", "");
		assertEquals(Map.of("file0.twin", rebound + ADDED), changed(true, "L1.fill", text));
	}

	@Test
	void changesPlacesWithAPieceThatStoodBy() throws IOException {
		String text = TYPE + "asset F1 : Filler\nasset F99 : Filler { identity { SerialNumber \"99\" } }\nasset L1 { part fill : Filler uses F1 standby F99 }\n"
				+ "endpoint plc { url \"opc.tcp://10.0.0.7:4840\" security None }\nbind F99 to plc \"nsu=urn:maker;s=M1\"\n";
		assertEquals(Map.of("file0.twin", text.replace("uses F1 standby F99", "uses F99 standby F1")), changed(true, "L1.fill", text));
		assertEquals("'L1.fill' has 'F99' already. Choose another position.", refused(false, "L1.fill", text));
		String mounted = text.replace("uses F1 standby F99", "uses F99");
		assertEquals("'F99' is in 'L1.fill' already. Choose another position.", refused(true, "L1.fill", mounted));
	}

	@Test
	void bindsAnewWhatWasBoundToAnotherServer() throws IOException {
		String text = TYPE + "asset F99 : Filler { identity { SerialNumber \"99\" } }\nendpoint plc { url \"opc.tcp://10.0.0.1:4840\" security None }\n"
				+ "bind F99 to plc \"nsu=urn:maker;s=M7\"\nbind F99.flow to plc \"nsu=urn:maker;s=Flow\"\nasset L1 { part fill : Filler }\n";
		String bound = text.replaceAll("(?m)^bind .*\\R", "").replace("part fill : Filler", "part fill : Filler uses F99");
		assertEquals(Map.of("file0.twin", bound + "\nendpoint server { url \"opc.tcp://10.0.0.7:4840\" security None }\nbind F99 to server \"nsu=urn:maker;s=M1\"\n"),
				changed(false, "L1.fill", text));
	}

	@Test
	void refinesAPartThatIsInherited() throws IOException {
		String types = TYPE + "type Cell { part fill : Filler }\n";
		String line = "namespace b\nimport a.*\nasset C1 : Cell {\n}\n";
		assertEquals(Map.of("file1.twin", line.replace("{\n", "{\n  refine fill uses _99\n") + ADDED), changed(false, "C1.fill", types, line));
	}

	@Test
	void takesOneOfSeveral() throws IOException {
		String text = TYPE + "asset F1 : Filler\nasset F2 : Filler\nasset L1 { part fill 1..4 : Filler uses F1, F2 }\n";
		assertEquals(Map.of("file0.twin", text.replace("uses F1, F2", "uses F1, _99") + ADDED), changed(true, "L1.fill#2", text));
		assertEquals(Map.of("file0.twin", text.replace("uses F1, F2", "uses F1, F2, _99") + ADDED), changed(false, "L1.fill#3", text));
		assertEquals("'L1.fill#4' gets its piece after those of smaller numbers. Fill them first.", refused(false, "L1.fill#4", text));
	}

	@Test
	void leavesBindingsOfSeveralPositions() throws IOException {
		String text = TYPE + "asset L1 { part fill 1..2 : Filler }\nendpoint plc { url \"opc.tcp://10.0.0.1:4840\" security None }\nbind L1.fill to plc \"nsu=urn:maker;s=F1\"\n";
		assertEquals("A binding of 'L1.fill#1' binds others too. Bind each of them by itself.", refused(true, "L1.fill#1", text));
	}
}
