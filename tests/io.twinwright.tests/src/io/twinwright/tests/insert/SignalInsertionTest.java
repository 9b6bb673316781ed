package io.twinwright.tests.insert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.ServedVariable;
import io.twinwright.core.address.ServedVariable.Access;
import io.twinwright.core.address.ServedVariable.Data;
import io.twinwright.core.address.ServedVariable.Step;
import io.twinwright.dsl.insert.Server;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where variables go in a text, as what, and how they are bound. A bar marks the cursor. */
class SignalInsertionTest {
	private static final String SPACE = "urn:plant";
	private static final Server SERVER = new Server("opc.tcp://localhost:4840", "None", "None", false, false);
	private static final String ENDPOINT = "endpoint plc { url \"opc.tcp://localhost:4840\" security None }\n";
	private static final Step PUMP = new Step(new NodeAddress(SPACE, "P1"), "P1", SPACE);
	private static final Step DRIVE = new Step(new NodeAddress(SPACE, "77"), "Drive", SPACE);
	@TempDir
	private Path folder;

	private static ServedVariable variable(String name, Data data, String unit, String low, String high, Access access, Step... way) {
		return new ServedVariable(new NodeAddress(SPACE, "id." + name), name, SPACE, name, List.of(way), data, "", Map.of(), unit,
				low == null ? null : new BigDecimal(low), high == null ? null : new BigDecimal(high), access);
	}

	private static ServedVariable flow(Step... way) {
		return variable("Flow", Data.REAL, "l/min", "0", "2.2E+2", Access.READ, way);
	}

	private static ServedVariable states(String name, String enumeration, Map<String, Integer> states) {
		return new ServedVariable(new NodeAddress(SPACE, "id." + name), name, SPACE, name, List.of(), Data.STATE, enumeration, states, null, null,
				null, Access.READ);
	}

	private static Map<String, Integer> numbered(Object... pairs) {
		Map<String, Integer> states = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			states.put((String) pairs[i], (Integer) pairs[i + 1]);
		}
		return states;
	}

	private Inserted insert(String text, Server server, ServedVariable... variables) throws IOException {
		Files.writeString(folder.resolve("a.twin"), text.replace("|", ""));
		return Inserted.into(folder, "a.twin", text.indexOf('|'), server, List.of(variables));
	}

	private void assertBecomes(String after, String before, ServedVariable... variables) throws IOException {
		Inserted inserted = insert(before, SERVER, variables);
		assertEquals(after, inserted.text());
		assertEquals(List.of(), inserted.errors());
		assertEquals(List.of(), inserted.insertion().remarks());
	}

	private void assertRefused(String sentence, String text, ServedVariable... variables) throws IOException {
		Inserted inserted = insert(text, SERVER, variables);
		assertEquals(List.of(sentence), inserted.insertion().remarks());
		assertEquals(text.replace("|", ""), inserted.text());
	}

	@Test
	void bindsSignalsOfAnAssetToTheirNodes() throws IOException {
		assertBecomes("""
				namespace a
				asset P1 {
				  sensor load : [kW]
				  sensor Flow : [l/min] range 0..220
				  actuator Speed : integer [/min] range -10..10.5
				}
				endpoint plc { url "opc.tcp://localhost:4840" security None }
				bind P1.load to plc "nsu=urn:plant;s=load"
				bind P1.Flow to plc "nsu=urn:plant;s=id.Flow"
				bind P1.Speed to plc "nsu=urn:plant;s=id.Speed"
				""", """
				namespace a
				asset P1 {
				  sensor load : [kW]|
				}
				endpoint plc { url "opc.tcp://localhost:4840" security None }
				bind P1.load to plc "nsu=urn:plant;s=load"
				""", flow(), variable("Speed", Data.INTEGER, "/min", "-10", "10.5", Access.WRITTEN));
	}

	@Test
	void namesTheWayBelowABoundObject() throws IOException {
		assertBecomes("""
				namespace a
				asset P1 {
				  sensor Flow : [l/min] range 0..220
				  actuator Speed : real node "Drive/Speed"
				}
				""" + ENDPOINT + "bind P1 to plc \"nsu=urn:plant;s=P1\"\n", """
				namespace a
				asset P1 {|
				}
				""" + ENDPOINT + "bind P1 to plc \"nsu=urn:plant;s=P1\"\n", flow(PUMP),
				variable("Speed", Data.REAL, null, null, null, Access.WRITTEN, PUMP, DRIVE));
	}

	@Test
	void namesTheWayInATypeWhosePieceIsBound() throws IOException {
		assertBecomes("""
				namespace a
				type Pump {
				  // what it does
				  sensor speed : real // in use
				  sensor Flow : [l/min] range 0..220 node "Drive/Flow"

				  sensor other : boolean
				}
				asset P1 : Pump
				""" + ENDPOINT + "bind P1 to plc \"nsu=urn:plant;s=P1\"\n", """
				namespace a
				type Pump {
				  // what it does
				  sensor speed : real // in use
				|
				  sensor other : boolean
				}
				asset P1 : Pump
				""" + ENDPOINT + "bind P1 to plc \"nsu=urn:plant;s=P1\"\n", flow(PUMP, DRIVE));
	}

	@Test
	void namesTheBrowseNameInATypeThatNothingIsKnownOf() throws IOException {
		assertBecomes("""
				namespace a
				type Pump {
				  sensor TI_101_PV "Oil temperature" : [Cel] node "TI-101.PV"
				}
				""", "namespace a\ntype Pump {|}\n", new ServedVariable(new NodeAddress(SPACE, "x"), "TI-101.PV", SPACE, "Oil temperature",
				List.of(), Data.REAL, "", Map.of(), "Cel", null, null, Access.READ));
	}

	@Test
	void bindsToTheNodeWhereBrowseNamesBelongToAnotherNamespace() throws IOException {
		Inserted inserted = insert("namespace a\nasset P1 {|}\n" + ENDPOINT + "bind P1 to plc \"nsu=urn:plant;s=P1\"\n", SERVER,
				variable("Speed", Data.REAL, null, null, null, Access.READ, PUMP, new Step(new NodeAddress("urn:other", "D"), "Drive", "urn:other")));
		assertEquals(List.of(), inserted.errors());
		assertTrue(inserted.text().endsWith("bind P1 to plc \"nsu=urn:plant;s=P1\"\nbind P1.Speed to plc \"nsu=urn:plant;s=id.Speed\"\n"), inserted.text());
	}

	@Test
	void unfoldsBracesOnOneLine() throws IOException {
		assertBecomes("""
				namespace a
				type Pump {
				  sensor load : [kW]
				  sensor Flow : [l/min] range 0..220
				}
				""", "namespace a\ntype Pump { sensor |load : [kW] }\n", flow());
	}

	@Test
	void givesBracesToAnAssetWithoutThem() throws IOException {
		assertBecomes("""
				namespace a
				type Pump { }
				asset P1 : Pump {
				  sensor Flow : [l/min] range 0..220
				}

				endpoint server { url "opc.tcp://localhost:4840" security None }
				bind P1.Flow to server "nsu=urn:plant;s=id.Flow"
				""", "namespace a\ntype Pump { }\nasset P1 : |Pump\n", flow());
	}

	@Test
	void keepsWindowsLineEndsAndTabs() throws IOException {
		assertBecomes("namespace a\r\ntype Pump {\r\n\tsensor load : [kW]\r\n\tsensor Flow : [l/min] range 0..220\r\n}\r\n",
				"namespace a\r\ntype Pump {\r\n\tsensor load : [kW]|\r\n}\r\n", flow());
	}

	@Test
	void goesAfterTheElementAroundTheCursor() throws IOException {
		assertBecomes("""
				namespace a
				asset P1 {
				  identity {
				    SerialNumber "1"
				  }
				  sensor Flow : [l/min] range 0..220
				  sensor Flow2 : real node "x"
				}
				""" + "\n" + ENDPOINT.replace("plc", "server") + "bind P1.Flow to server \"nsu=urn:plant;s=id.Flow\"\n", """
				namespace a
				asset P1 {
				  identity {
				    Serial|Number "1"
				  }
				  sensor Flow2 : real node "x"
				}
				""", flow());
	}

	@Test
	void findsAFreeNameAmongInheritedOnesAndThoseOfSubtypes() throws IOException {
		assertBecomes("""
				namespace a
				type Base { sensor Flow : real }
				type Pump extends Base {
				  sensor Flow3 : [l/min] range 0..220 node "Flow"
				}
				type Special extends Pump { sensor Flow2 : real }
				""", """
				namespace a
				type Base { sensor Flow : real }
				type Pump extends Base {|}
				type Special extends Pump { sensor Flow2 : real }
				""", flow());
	}

	@Test
	void doesNotTakeANameThatMeansSomethingElseInTheBraces() throws IOException {
		assertBecomes("""
				namespace a
				type Line {
				  sensor Flow : [l/min]
				  part pump : Pump {
				    insight twice : [l/min] = 2 * Flow
				    sensor Flow2 : [l/min] range 0..220 node "Flow"
				  }
				}
				type Pump { }
				""", """
				namespace a
				type Line {
				  sensor Flow : [l/min]
				  part pump : Pump {
				    insight twice : [l/min] = 2 * Flow|
				  }
				}
				type Pump { }
				""", flow());
	}

	@Test
	void writesReservedWordsWithACaret() throws IOException {
		assertBecomes("""
				namespace a
				asset P1 {
				  sensor ^each : boolean
				  sensor _1st : integer
				  property Serial : string
				}

				endpoint server { url "opc.tcp://localhost:4840" security None }
				bind P1.^each to server "nsu=urn:plant;s=id.each"
				bind P1._1st to server "nsu=urn:plant;s=id.1st"
				bind P1.Serial to server "nsu=urn:plant;s=id.Serial"
				""", "namespace a\nasset P1 {|}\n", variable("each", Data.TRUTH, null, null, null, Access.READ),
				variable("1st", Data.INTEGER, "1", null, null, Access.READ), variable("Serial", Data.TEXT, null, null, null, Access.FIXED));
	}

	@Test
	void takesTheEnumerationWithTheSameStates() throws IOException {
		assertBecomes("""
				namespace a
				enum Phase { idle  on "Switched on" = 4 }
				type Pump {
				  state Mode : Phase
				}
				""", """
				namespace a
				enum Phase { idle  on "Switched on" = 4 }
				type Pump {|
				}
				""", states("Mode", "Whatever", numbered("Idle", 0, "SWITCHED_ON", 4)));
	}

	@Test
	void declaresAnEnumerationOfItsOwnOnce() throws IOException {
		assertBecomes("""
				namespace a
				type Pump {
				  state Mode : Mode
				  state Old_mode : Mode node "Old mode"
				}

				enum Mode { Off Slow_speed "Slow speed" ^each = 7 }
				""", "namespace a\ntype Pump {|\n}\n", states("Mode", "UInt32", numbered("Off", 0, "Slow speed", 1, "each", 7)),
				states("Old mode", "UInt32", numbered("Off", 0, "Slow speed", 1, "each", 7)));
	}

	@Test
	void declaresAnEnumerationThatIsNamedAsAWord() throws IOException {
		assertBecomes("""
				namespace a
				type Pump {
				  state Mode : ^over
				}

				enum ^over { Off On }
				""", "namespace a\ntype Pump {|\n}\n", states("Mode", "over", numbered("Off", 0, "On", 1)));
	}

	@Test
	void namesTheEndpointOfAnotherNamespaceInFull() throws IOException {
		Files.writeString(folder.resolve("b.twin"), "namespace b.c\nasset X { sensor s : real }\n" + ENDPOINT + "bind X.s to plc \"nsu=urn:plant;s=X\"\n");
		assertBecomes("""
				namespace a
				asset P1 {
				  sensor Flow : [l/min] range 0..220
				}

				bind P1.Flow to b.c.plc "nsu=urn:plant;s=id.Flow"
				""", "namespace a\nasset P1 {\n|}\n", flow());
	}

	@Test
	void bindsSignalsOfPartsAndConnections() throws IOException {
		String text = """
				namespace a
				type Pump { port in in : Water  port out out : Water }
				asset Line1 {
				  part one : Pump { sensor a : real }
				  part more 1..3 : Pump { sensor b : real }
				  connect pipe : one.out -> more.in { sensor c : real }
				  connect more.out -> one.in { sensor d : real }
				}
				""";
		Inserted one = insert(text.replace("sensor a", "|sensor a"), SERVER, flow());
		assertEquals(List.of(), one.errors());
		assertTrue(one.text().contains("bind Line1.one.Flow to server"), one.text());
		Inserted more = insert(text.replace("sensor b", "|sensor b"), SERVER, flow());
		assertEquals(List.of(), more.errors());
		assertTrue(more.text().contains("    sensor Flow : [l/min] range 0..220\n"), more.text());
		assertTrue(!more.text().contains("bind"), more.text());
		Inserted pipe = insert(text.replace("sensor c", "|sensor c"), SERVER, flow());
		assertEquals(List.of(), pipe.errors());
		assertTrue(pipe.text().contains("bind Line1.pipe.Flow to server"), pipe.text());
		assertRefused("The connection has no name by which its signals could be bound. Give it one, as in 'connect belt : a -> b'.",
				text.replace("sensor d", "|sensor d"), flow());
	}

	@Test
	void secretsAndSecurityStandInANewEndpoint() throws IOException {
		Inserted inserted = insert("namespace a\nasset P1 {|}\n", new Server("opc.tcp://filler-1.plant.example:4840/ua", "Basic256Sha256",
				"SignAndEncrypt", true, false), flow());
		assertEquals(List.of(), inserted.errors());
		assertTrue(inserted.text().contains("endpoint filler_1 { url \"opc.tcp://filler-1.plant.example:4840/ua\" security Basic256Sha256 "
				+ "mode SignAndEncrypt user secret \"filler_1\" }"), inserted.text());
	}

	@Test
	void leavesOutWhatIsBoundOrNoSingleValue() throws IOException {
		Inserted inserted = insert("namespace a\nasset P1 { sensor f : real }\nasset P2 {|}\n" + ENDPOINT
				+ "bind P1.f to plc \"nsu=urn:plant;s=id.Flow\"\n", SERVER, flow(), variable("Raw", Data.OTHER, null, null, null, Access.READ),
				variable("On", Data.TRUTH, null, null, null, Access.WRITTEN));
		assertEquals(List.of("'Flow' is left out: 'P1.f' is bound to its node already.",
				"'Raw' is left out: its value is no single number, text, state or time."), inserted.insertion().remarks());
		assertEquals(List.of("On"), inserted.insertion().names());
		assertEquals(List.of(), inserted.errors());
	}

	@Test
	void saysWhySignalsHaveNoPlace() throws IOException {
		String top = "Signals stand in the braces of a type, an asset, a part, a service or a connection. Put the cursor there.";
		assertRefused(top, "namespace a\n|\ntype Pump { }\n", flow());
		assertRefused(top, "namespace a\nenum Mode { on |off }\n", flow());
		assertRefused("Signals of site 'Here' are not read from a server. Put the cursor into an asset or a type.",
				"namespace a\nsite Here {| }\n", flow());
		assertRefused("The text has syntax errors. Correct them first.", "namespace a\ntype Pump {| sensor }\n", flow());
	}

	@Test
	void makesIntegersOfStatesThatNoEnumerationCanSay() throws IOException {
		Inserted inserted = insert("namespace a\ntype Pump {|}\n", SERVER, states("Mode", "Mode", numbered("Lost", -1, "Idle", 0)),
				states("Fault", "FaultKind", Map.of()));
		assertTrue(inserted.text().contains("  state Mode : integer\n  sensor Fault : integer\n"), inserted.text());
		assertEquals(List.of("'Mode' is an integer, since a state of it has a number below 0.",
				"'Fault' is an integer, since the server does not name its states."), inserted.insertion().remarks());
	}
}
