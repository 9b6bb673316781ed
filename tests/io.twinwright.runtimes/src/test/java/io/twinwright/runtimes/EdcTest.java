package io.twinwright.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two connectors negotiate the generated offers; the provider has the generated extension, compiled against its EDC. */
class EdcTest {
	private static final String CONSUMER = "EDC";
	private static final String PROTOCOL = "dataspace-protocol-http:2025-1";
	private static final String MAKER = "BPNL00000000MAKE";
	private static final String FIXIT = "BPNL0000000FIXIT";
	private static final String LAB = "BPNL000000000LAB";
	private static final String STRANGER = "BPNL00000STRANGE";
	private static final String LOAD = "urn:twin:trade.Load";
	private static final String PAST = "urn:twin:trade.Past";
	private static final int MOST_SECONDS = 90;
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final String MODEL = """
			namespace trade
			party Maker { name "Maker" bpn "BPNL00000000MAKE" }
			party FixIt { name "FixIt" bpn "BPNL0000000FIXIT" }
			party Lab   { name "Lab" bpn "BPNL000000000LAB" }
			asset P1 { sensor load : [kW] range 0..25 every 1 [s] }
			endpoint plc { url "opc.tcp://localhost:4840" }
			bind P1 to plc "nsu=urn:trade;s=P1"
			policy Service {
			  permit use to FixIt for "maintenance" until 2099-12-31 times 1000
			  permit use to Lab for "research" until 2099-12-31
			  prohibit distribute
			  prohibit use for "resale"
			  oblige delete after 30 [d]
			}
			policy Over { permit use to FixIt for "maintenance" until 2020-12-31 }
			offer Load provider Maker under Service { share load : [kW] = P1.load }
			offer Past provider Maker under Over { share load : [kW] = P1.load }
			""";

	@TempDir
	private static Path folder;
	private static Connector provider;
	private static Connector consumer;
	private static HttpServer listener;
	private static Path generated;
	private static String version;
	private static final BlockingQueue<JsonNode> EVENTS = new LinkedBlockingQueue<>();

	@BeforeAll
	static void start() throws IOException {
		String edc = Skipped.unless(CONSUMER, () -> Consumers.java("edc"));
		version = Consumers.version(edc, "control-plane-core");
		generated = Application.generate("edc", Files.writeString(folder.resolve("trade.twin"), MODEL), folder.resolve("out"));
		Path extension = generated.resolve("extension/src/main/java/io/twinwright/edc/TwinPolicyExtension.java");
		Path identity = Checkout.module().resolve("consumers/edc/ClaimedIdentity.java");
		Connector.compile(edc, folder.resolve("provider"), List.of(extension, identity),
				Files.readString(generated.resolve("extension/src/main/resources/META-INF/services/org.eclipse.edc.spi.system.ServiceExtension")).strip(),
				"io.twinwright.runtimes.edc.ClaimedIdentity");
		Connector.compile(edc, folder.resolve("consumer"), List.of(identity), "io.twinwright.runtimes.edc.ClaimedIdentity");
		provider = new Connector(Connector.joined(folder.resolve("provider"), edc), "provider", MAKER, folder);
		consumer = new Connector(Connector.joined(folder.resolve("consumer"), edc), "consumer", FIXIT, folder);
		listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		listener.createContext("/", exchange -> {
			EVENTS.add(JSON.readTree(exchange.getRequestBody()));
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		listener.start();
		for (String offer : List.of("trade.Load", "trade.Past")) {
			provider.post("assets", read(offer, "asset"));
			provider.post("policydefinitions", read(offer, "policy-definition"));
			provider.post("contractdefinitions", read(offer, "contract-definition"));
		}
	}

	@AfterAll
	static void stop() {
		if (provider != null) {
			provider.close();
		}
		if (consumer != null) {
			consumer.close();
		}
		if (listener != null) {
			listener.stop(0);
		}
	}

	private static ObjectNode read(String offer, String file) throws IOException {
		return (ObjectNode) JSON.readTree(generated.resolve(offer).resolve(file + ".json").toFile());
	}

	@Test
	void negotiatesWhatThePolicyPermitsAndRefusesTheRest() throws IOException {
		JsonNode load = offered(FIXIT, "maintenance", LOAD).orElseThrow();
		assertEquals("FINALIZED", negotiated(FIXIT, "maintenance", LOAD, load));
		assertEquals("TERMINATED", negotiated(FIXIT, "marketing", LOAD, load), "another purpose");
		assertEquals("TERMINATED", negotiated(LAB, "maintenance", LOAD, load), "the purpose of another party");
		assertEquals("TERMINATED", negotiated(STRANGER, "maintenance", LOAD, load), "another party");
		assertEquals("TERMINATED", negotiated(FIXIT, "maintenance", PAST, past()), "a date that is over");
		assertEquals(Optional.empty(), offered(STRANGER, "maintenance", LOAD));
		assertEquals(Optional.empty(), offered(FIXIT, "maintenance", PAST));
		assertEquals("FINALIZED", negotiated(LAB, "research", LOAD, offered(LAB, "research", LOAD).orElseThrow()));
		Proofs.proven("edc", CONSUMER, version, "two connectors, of which the provider has the generated extension, negotiate a generated offer to "
				+ "FINALIZED and refuse another party, another purpose and a date that is over");
	}

	/** The catalogue of a connector says the same rules as the generated entry. */
	@Test
	void servesTheGeneratedEntry() throws IOException {
		JsonNode served = offered(FIXIT, "maintenance", LOAD).orElseThrow();
		JsonNode entry = read("trade.Load", "dataset").at("/hasPolicy/0");
		for (String kind : List.of("permission", "prohibition", "obligation")) {
			assertEquals(entry.get(kind).toString(), served.get(kind).toString().replace("\"odrl:", "\""), kind);
		}
	}

	@Test
	void refusesABrokenPolicy() throws IOException {
		ObjectNode broken = read("trade.Load", "policy-definition").put("@id", "urn:twin:broken");
		((ObjectNode) broken.at("/policy/permission/0/constraint/0")).removeAll().put("leftOperand", "urn:twin:policy:colour").put("operator", "eq")
				.put("rightOperand", "red");
		var answer = provider.send("policydefinitions", broken);
		assertEquals(400, answer.statusCode(), answer::body);
		assertTrue(answer.body().contains("urn:twin:policy:colour"), answer::body);
		assertNotEquals(200, provider.send("policydefinitions/urn:twin:broken", null).statusCode());
	}

	/** @return what nobody is offered any more, as somebody might ask for it who saw it earlier */
	private static JsonNode past() throws IOException {
		String id = Stream.of(PAST + ":contract", PAST, UUID.randomUUID().toString())
				.map(part -> Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8))).collect(Collectors.joining(":"));
		return ((ObjectNode) read("trade.Past", "policy-definition").get("policy")).put("@type", "Offer").put("@id", id);
	}

	/** @return the offer of a dataset in the catalogue that a participant sees */
	private static Optional<JsonNode> offered(String identity, String purpose, String dataset) throws IOException {
		consumer.claim(Map.of("identity", identity, "purpose", purpose));
		ObjectNode request = Connector.object("CatalogRequest").put("counterPartyAddress", provider.address()).put("counterPartyId", MAKER)
				.put("protocol", PROTOCOL);
		for (JsonNode each : consumer.post("catalog/request", request).path("dataset")) {
			if (each.get("@id").textValue().equals(dataset)) {
				return Optional.of(each.at("/hasPolicy/0"));
			}
		}
		return Optional.empty();
	}

	/** @return the state in which a negotiation ends */
	private static String negotiated(String identity, String purpose, String dataset, JsonNode offer) throws IOException {
		consumer.claim(Map.of("identity", identity, "purpose", purpose));
		ObjectNode request = Connector.object("ContractRequest").put("counterPartyAddress", provider.address()).put("counterPartyId", MAKER)
				.put("protocol", PROTOCOL);
		request.set("policy", ((ObjectNode) offer.deepCopy()).put("@context", "http://www.w3.org/ns/odrl.jsonld").put("assigner", MAKER)
				.put("target", dataset));
		ObjectNode callback = request.putArray("callbackAddresses").addObject().put("@type", "CallbackAddress").put("transactional", false)
				.put("uri", "http://127.0.0.1:%d/".formatted(listener.getAddress().getPort()));
		callback.putArray("events").add("contract.negotiation.finalized").add("contract.negotiation.terminated");
		String id = consumer.post("contractnegotiations", request).get("@id").textValue();
		awaitEnd(id);
		return JSON.readTree(consumer.send("contractnegotiations/" + id, null).body()).get("state").textValue();
	}

	private static void awaitEnd(String id) {
		try {
			for (JsonNode event = EVENTS.poll(MOST_SECONDS, TimeUnit.SECONDS);; event = EVENTS.poll(MOST_SECONDS, TimeUnit.SECONDS)) {
				if (event == null) {
					throw new AssertionError("Negotiation " + id + " did not end.");
				}
				if (event.at("/payload/contractNegotiationId").asText().equals(id)) {
					return;
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}
}
