package io.twinwright.tests.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.twinwright.core.binding.EndpointUrl;
import io.twinwright.core.binding.Protocol;
import io.twinwright.core.binding.UrlRepair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** URLs of endpoints are taken apart and repaired. */
class EndpointUrlTest {
	@Test
	void takesUrlApart() {
		EndpointUrl url = EndpointUrl.of("mqtts://bob:pw@a.example:8883,[::1]:8884/line/1?qos=1");
		assertEquals(Optional.of(Protocol.MQTTS), url.protocol());
		assertEquals("bob:pw", url.userInfo());
		assertEquals(List.of("a.example", "::1"), url.hosts());
		assertEquals(List.of("8883", "8884"), url.ports());
		assertEquals("/line/1?qos=1", url.path());
		assertEquals(Optional.empty(), url.problem());
	}

	@Test
	void knowsThisMachine() {
		for (String local : List.of("opc.tcp://localhost:4840", "opc.tcp://LOCALHOST", "mqtt://127.0.0.1",
				"http://127.9.8.7/x", "opc.tcp://[::1]:4840", "file:data/x.csv")) {
			assertTrue(EndpointUrl.of(local).isLocal(), local);
		}
		for (String remote : List.of("opc.tcp://plc:4840", "opc.tcp://localhost.example", "http://128.0.0.1",
				"kafka://localhost:9092,broker:9092", "opc.tcp://0.0.0.0:4840", "http://127.0.0.1.example")) {
			assertFalse(EndpointUrl.of(remote).isLocal(), remote);
		}
	}

	@Test
	void tellsWhatIsWrong() {
		assertEquals(Optional.of("names no host"), EndpointUrl.of("opc.tcp:plc").problem());
		assertEquals(Optional.of("names no host"), EndpointUrl.of("https://:443/x").problem());
		assertEquals(Optional.of("names no file"), EndpointUrl.of("file:").problem());
		assertEquals(Optional.of("has a space in it"), EndpointUrl.of("http://a b").problem());
		assertTrue(EndpointUrl.of("opc.tcp://plc:0").problem().isPresent());
		assertTrue(EndpointUrl.of("opc.tcp://plc:65536").problem().isPresent());
		assertTrue(EndpointUrl.of("opc.tcp://plc:99999999999999").problem().isPresent());
		assertEquals(Optional.empty(), EndpointUrl.of("opc.tcp://plc:65535").problem());
	}

	@Test
	void takesSecretsOut() {
		assertEquals("mqtts://broker:8883/x", EndpointUrl.of("mqtts://bob:p@ss@broker:8883/x").withoutSecrets());
		assertEquals("mqtts://bob@broker", EndpointUrl.of("mqtts://bob@broker").withoutSecrets());
		assertEquals("https://h/x?a=1&b=2#f",
				EndpointUrl.of("https://h/x?token=t&a=1&api_key=k&b=2&access-token=z#f").withoutSecrets());
		assertEquals("https://h/x", EndpointUrl.of("https://h/x?token=t").withoutSecrets());
		assertFalse(EndpointUrl.of("https://h/x?a=1").holdsSecret());
	}

	@Test
	void securesUsualPortsToo() {
		assertEquals("mqtts://b:8883/x", EndpointUrl.of("mqtt://b:1883/x").with(Protocol.MQTTS));
		assertEquals("mqtts://b:18830", EndpointUrl.of("mqtt://b:18830").with(Protocol.MQTTS));
		assertEquals("https://b:443", EndpointUrl.of("http://b:80").with(Protocol.HTTPS));
	}

	@Test
	void guessesWhatWasMeant() {
		assertEquals(Optional.of("opc.tcp://plc:4840/x"), UrlRepair.of("opc.tcp:plc:4840/x"));
		assertEquals(Optional.of("opc.tcp://plc:4840"), UrlRepair.of("opcua://plc:4840"));
		assertEquals(Optional.of("mqtts://b:8883"), UrlRepair.of("ssl://b:8883"));
		assertEquals(Optional.of("mqtt://b:1883"), UrlRepair.of("tcp://b:1883"));
		assertEquals(Optional.of("opc.tcp://plc:4840"), UrlRepair.of("plc:4840"));
		assertEquals(Optional.of("kafka://broker:9092"), UrlRepair.of("broker:9092"));
		assertEquals(Optional.of("file:data/x.csv"), UrlRepair.of("data/x.csv"));
		assertEquals(Optional.of("opc.tcp://plc/x"), UrlRepair.of("opc.tcp://plc:484000/x"));
		assertEquals(Optional.of("opc.tcp://plc:4840"), UrlRepair.of("opc.tcp://plc: 4840"));
		assertEquals(Optional.empty(), UrlRepair.of("ftp://x/y"));
		assertEquals(Optional.empty(), UrlRepair.of("file:"));
		assertEquals(Optional.empty(), UrlRepair.of(""));
	}
}
