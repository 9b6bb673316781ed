package io.twinwright.tests.opcua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.address.Addresses;
import io.twinwright.core.address.NodeAddress;
import io.twinwright.core.address.NodeAddress.Kind;
import io.twinwright.core.structure.TwinModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
	private static final String PLANT = """
			namespace a.b
			enum Mode { off on }
			type Valve { sensor position : [%] range 0..100 tag "V-1" node "State/Pos" }
			type Pump {
			  sensor flow : [l/min] range 0..220 node "Process/Flow"
			  sensor row 1..3 : [Cel] node "Row"
			  state mode : Mode
			  part valve 1..2 : Valve
			  service fill : Dosing { parameter volume : [l] }
			}
			asset P1 : Pump
			asset P9 : Pump
			asset Line1 : Line {
			  part pump : Pump uses P1
			  part other : Valve
			}
			""";

	private static NodeAddress of(TwinModel twin, String path) {
		return Addresses.of(twin, Twins.at(twin, path));
	}

	@ParameterizedTest
	@ValueSource(strings = {"nsu=https://acme.example/ua;s=Filler1", "ns=3;i=5001", "i=85",
			"nsu=urn:x;g=09087e75-8e5e-499b-954f-f2a9603db28a", "ns=2;b=AQID", "nsu=urn:a;s=a;b=c d"})
	void readsAllKindsOfIdentifiersAndWritesThemAgain(String text) {
		NodeAddress address = NodeAddress.parse(text, "x.server").orElseThrow();
		assertEquals(address, NodeAddress.parse(address.toString(), "x.server").orElseThrow());
		assertEquals(text.equals("i=85") ? "ns=0;i=85" : text, address.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "Filler1", "s=", "nsu=;s=x", "ns=x;s=y", "ns=70000;s=y", "i=-1", "i=4294967296", "i=1.5",
			"g=no-guid", "b=***", "x=1", "nsu=urn:x"})
	void refusesWhatIsNoNodeId(String text) {
		assertTrue(NodeAddress.parse(text, "").isEmpty());
	}

	@Test
	void readsEscapesInTheNamespace() {
		NodeAddress address = NodeAddress.parse("nsu=urn:a%3Bb%25c;s=x", "").orElseThrow();
		assertEquals("urn:a;b%c", address.namespaceUri());
		assertEquals("nsu=urn:a%3Bb%25c;s=x", address.toString());
	}

	@Test
	void namesANamespaceWithoutUriAfterItsServer() {
		NodeAddress one = NodeAddress.parse("ns=3;s=x", "a.one").orElseThrow();
		NodeAddress other = NodeAddress.parse("ns=3;s=x", "a.two").orElseThrow();
		assertEquals("urn:twin:a.one:ns3", one.namespaceUri());
		assertFalse(one.namespaceUri().equals(other.namespaceUri()));
		assertFalse(one.portable());
		assertTrue(NodeAddress.parse("i=85", "a.one").orElseThrow().portable());
	}

	@Test
	void givesWhatIsNotBoundItsPath() {
		TwinModel twin = Twins.parse(PLANT);
		assertEquals(new NodeAddress("urn:twin:a.b", "Line1.pump.flow"), of(twin, "Line1.pump.flow"));
		assertEquals(new NodeAddress("urn:twin:a.b", "Line1.pump.valve#2.position"), of(twin, "Line1.pump.valve#2.position"));
		assertEquals(new NodeAddress("urn:twin:a.b", "P9"), of(twin, "P9"));
	}

	@Test
	void namesNodesBelowABoundPieceByTheirBrowsePath() {
		TwinModel twin = Twins.parse(PLANT + """
				endpoint plc { url "opc.tcp://localhost:4840" security None }
				bind P1 to plc "nsu=urn:acme;s=Pump1"
				""");
		assertEquals(new NodeAddress("urn:acme", "Pump1"), of(twin, "Line1.pump"));
		assertEquals(new NodeAddress("urn:acme", "Pump1.Process.Flow"), of(twin, "Line1.pump.flow"));
		assertEquals(new NodeAddress("urn:acme", "Pump1.Row#2"), of(twin, "Line1.pump.row#2"));
		assertEquals(new NodeAddress("urn:acme", "Pump1.fill.volume"), of(twin, "Line1.pump.fill.volume"));
		assertEquals(new NodeAddress("urn:acme", "Pump1.valve#1.State.Pos"), of(twin, "Line1.pump.valve#1.position"));
		assertEquals(new NodeAddress("urn:twin:a.b", "Line1.other"), of(twin, "Line1.other"));
	}

	@Test
	void takesTheNearestBinding() {
		TwinModel twin = Twins.parse(PLANT + """
				endpoint plc { url "opc.tcp://localhost:4840" security None }
				endpoint broker { url "mqtts://localhost" }
				bind Line1 to plc "nsu=urn:acme;i=7"
				bind P1 to plc "ns=4;s=P"
				bind P1.flow to plc "nsu=urn:acme;s=Raw"
				bind Line1.other to broker "valves/1"
				""");
		assertEquals(new NodeAddress("urn:acme", -1, Kind.NUMERIC, "7"), of(twin, "Line1"));
		assertEquals(new NodeAddress("urn:acme", "Raw"), of(twin, "Line1.pump.flow"));
		assertEquals(4, of(twin, "Line1.pump.mode").namespaceIndex());
		assertEquals("P.mode", of(twin, "Line1.pump.mode").identifier());
		assertEquals(new NodeAddress("urn:twin:a.b", "Line1.other.position"), of(twin, "Line1.other.position"));
	}

	@Test
	void findsTaggedSignalsByTheirTag() {
		TwinModel twin = Twins.parse(PLANT + """
				endpoint plc { url "opc.tcp://localhost:4840" security None }
				bind Line1 to plc "nsu=urn:acme;s=DCS" by tag
				""");
		assertEquals(new NodeAddress("urn:acme", "DCS.V-1"), of(twin, "Line1.other.position"));
		assertEquals(new NodeAddress("urn:acme", "DCS.pump.Process.Flow"), of(twin, "Line1.pump.flow"));
	}

	@Test
	void escapesLettersThatAUriCannotHave() {
		TwinModel twin = Twins.parse("""
				namespace 포항
				asset 고로 { sensor 온도 : [Cel] }
				""");
		assertEquals("urn:twin:%ED%8F%AC%ED%95%AD", of(twin, "고로.온도").namespaceUri());
		assertEquals("고로.온도", of(twin, "고로.온도").identifier());
	}

	@Test
	void givesBrowsePathsFromTheRoot() {
		TwinModel twin = Twins.parse(PLANT);
		assertEquals(List.of("pump", "valve#2", "State", "Pos"),
				Addresses.browsePath(Twins.at(twin, "Line1.pump.valve#2.position")));
		assertEquals(List.of("pump", "fill", "volume"), Addresses.browsePath(Twins.at(twin, "Line1.pump.fill.volume")));
		assertEquals(List.of(), Addresses.browsePath(Twins.at(twin, "Line1")));
	}
}
