package io.twinwright.tests.edc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.twinwright.tests.cli.Command;
import io.twinwright.tests.language.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offers as connectors get them. */
class EdcTest {
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final String PLANT = """
			namespace p
			party Maker { name "Maker" bpn "BPNL00000000MAKE" did "did:web:maker.example" }
			party FixIt { name "FixIt" bpn "BPNL0000000FIXIT" did "did:web:fixit.example" }
			party Lab { name "Lab" }
			site Pohang zone "Asia/Seoul" { }
			asset A at Pohang { sensor s : [kW] range 0..1 every 1 [s] }
			endpoint plc { url "opc.tcp://localhost:4840" }
			bind A to plc "nsu=urn:p;s=A"
			""";

	@TempDir
	private Path folder;

	@Test
	void entriesAreValidByTheDataspaceProtocol() throws IOException {
		JsonSchema schema = schema();
		List<Path> entries = new ArrayList<>();
		for (Path example : Checkout.examples()) {
			Path output = folder.resolve(example.getFileName().toString());
			Command.run("generate", "--target", "edc", "-o", output, example).ends(0);
			try (Stream<Path> files = Files.walk(output)) {
				files.filter(file -> file.endsWith("dataset.json")).forEach(entries::add);
			}
		}
		assertTrue(entries.size() >= 2, entries::toString);
		for (Path entry : entries) {
			assertEquals(List.of(), List.copyOf(schema.validate(JSON.readTree(entry.toFile()))), entry::toString);
		}
	}

	@Test
	void aBrokenEntryIsNoticed() throws IOException {
		JsonSchema schema = schema();
		ObjectNode entry = (ObjectNode) read(generate("policy P { permit use to FixIt }"), "dataset");
		assertTrue(schema.validate(entry).isEmpty());
		assertFalse(schema.validate(entry.deepCopy().without("hasPolicy")).isEmpty());
		ObjectNode operator = entry.deepCopy();
		((ObjectNode) operator.at("/hasPolicy/0/permission/0/constraint/0/or/0")).put("operator", "like");
		assertFalse(schema.validate(operator).isEmpty());
	}

	private static JsonSchema schema() {
		Path data = Checkout.root().resolveSibling("shared").resolve("data/dsp");
		assumeTrue(Files.isDirectory(data), "Skipped: 'dsp' is not beside the checkout.");
		return JsonSchemaFactory.getInstance(VersionFlag.V201909, builder -> builder.schemaMappers(mappers -> mappers
				.mapPrefix("https://w3id.org/dspace/2025/1/", data.toUri().toString())))
				.getSchema(SchemaLocation.of("https://w3id.org/dspace/2025/1/catalog/dataset-schema.json"));
	}

	@Test
	void writesEachConstraint() throws IOException {
		Path files = generate("""
				policy P {
				  permit use to Lab for "Research" from 2027-01-01 until 2027-12-31 times 5 after 1 [d] over 15 [min]
				  prohibit distribute to Lab
				  oblige delete after 30 [d]
				}
				""");
		JsonNode policy = read(files, "policy-definition").get("policy");
		assertEquals("[urn:twin:policy:party eq p.Lab, purpose eq research, dateTime gteq 2026-12-31T15:00:00Z, dateTime lt 2027-12-31T15:00:00Z, "
				+ "count lteq 5, delayPeriod gteq PT24H, urn:twin:policy:window gteq PT15M]", constraints(policy.at("/permission/0")).toString());
		assertEquals("distribute", policy.at("/prohibition/0/action").textValue());
		assertEquals("[urn:twin:policy:party eq p.Lab]", constraints(policy.at("/prohibition/0")).toString());
		assertEquals("[delayPeriod eq PT720H]", constraints(policy.at("/obligation/0")).toString());
	}

	private static List<String> constraints(JsonNode rule) {
		List<String> all = new ArrayList<>();
		rule.get("constraint").forEach(one -> all.add(one.get("leftOperand").textValue() + " " + one.get("operator").textValue() + " "
				+ one.get("rightOperand").textValue()));
		return all;
	}

	/** A connector demands all permissions; in the language one is enough. */
	@Test
	void permissionsOfOneActionAreAlternatives() throws IOException {
		JsonNode policy = read(generate("policy P { permit use to Lab for \"research\" permit use to FixIt }"), "policy-definition").get("policy");
		assertEquals(1, policy.get("permission").size());
		JsonNode alternatives = policy.at("/permission/0/constraint/0/or");
		assertEquals(2, alternatives.size());
		assertEquals(2, alternatives.get(0).get("and").size());
		assertEquals("did:web:fixit.example", alternatives.at("/1/or/0/rightOperand").textValue());
		assertEquals("BPNL0000000FIXIT", alternatives.at("/1/or/1/rightOperand").textValue());
		JsonNode open = read(generate("policy P { permit use to Lab permit use for \"research\" permit use }"), "policy-definition").get("policy");
		assertEquals("{\"action\":\"use\"}", open.at("/permission/0").toString());
	}

	@Test
	void leavesOutWhatIsPermittedToNobody() throws IOException {
		Path text = Files.writeString(folder.resolve("q.twin"), PLANT + """
				policy P { permit aggregate to Lab }
				offer O provider Maker under P { share s : [kW] = A.s }
				""");
		Command generate = Command.run("generate", "--target", "edc", "-o", folder.resolve("out"), text).ends(0);
		assertTrue(generate.out().contains("warning TW930: Offer 'O' permits neither 'use' nor 'read'"), generate::toString);
		assertTrue(generate.out().contains("0 files generated."), generate::toString);
	}

	@Test
	void saysWhatIsShared() throws IOException {
		Path files = generate("policy P { permit use }");
		JsonNode asset = read(files, "asset");
		assertEquals("urn:twin:p.O", asset.get("@id").textValue());
		assertEquals("did:web:maker.example", asset.at("/properties/provider").textValue());
		assertEquals("mean(A.s) over 1 [h]", asset.at("/dataAddress/share.s").textValue());
		JsonNode contract = read(files, "contract-definition");
		assertEquals("urn:twin:p.O", contract.at("/assetsSelector/0/operandRight").textValue());
		assertEquals(read(files, "policy-definition").get("@id"), contract.get("contractPolicyId"));
	}

	private Path generate(String policy) throws IOException {
		Path text = Files.writeString(folder.resolve("p.twin"), PLANT + policy + "\noffer O provider Maker under P { share s : [kW] = mean(A.s) over 1 [h] }\n");
		Command.run("generate", "--target", "edc", "--force", "-o", folder.resolve("out"), text).ends(0);
		return folder.resolve("out/edc/p.O");
	}

	private static JsonNode read(Path files, String name) throws IOException {
		return JSON.readTree(files.resolve(name + ".json").toFile());
	}
}
